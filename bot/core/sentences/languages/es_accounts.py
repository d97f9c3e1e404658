"""Las frases sobre cuentas y permisos en español; solo datos."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which": "Hay varias cuentas de Flow XO conectadas. ¿A cuál te refieres?",
    "account.which_hint": 'Elige una, o añade su nombre: "para Acme".',
    "account.gone": "Ya no se puede preguntar aquí por esa cuenta.",
    "account.gone_hint": "Se desconectó, o pertenece a otros canales.",
    "rights.keepers": (
        "Eso solo lo pueden hacer el propietario de la cuenta y los administradores del "
        "espacio de trabajo."
    ),
    "rights.only_here": "Este canal es para una sola cuenta, y esa es otra.",
    "rights.read_along": (
        "En este canal puede preguntar gente de fuera, así que solo muestra su propia cuenta."
    ),
    "rights.its_channels": "Sus cifras se muestran solo en sus propios canales, "
    "y este no es uno de ellos.",
}
