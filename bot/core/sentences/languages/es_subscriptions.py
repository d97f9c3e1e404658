"""Las frases sobre suscripciones que no pueden ser así, en español; solo datos."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "digest.most_here": "Allí ya llegan {most} suscripciones, y no puede haber más.",
    "digest.most_in_all": (
        "Este espacio de trabajo ya tiene {most} suscripciones, y no puede haber más."
    ),
    "digest.most_hint": "Borra una que nadie necesite, o cambia una de ellas.",
    "digest.being_sent": (
        "La suscripción #{number} se está publicando en este mismo momento, así que no he "
        "cambiado nada."
    ),
    "digest.being_sent_hint": "Inténtalo de nuevo en unos segundos.",
}
