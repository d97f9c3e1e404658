"""As frases sobre assinaturas que não podem ser assim, em português; só dados."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "digest.most_here": "Já chegam lá {most} assinaturas, e não pode haver mais.",
    "digest.most_in_all": "Este workspace já tem {most} assinaturas, e não pode haver mais.",
    "digest.most_hint": "Apague uma de que ninguém precise, ou altere uma delas.",
    "digest.being_sent": (
        "A assinatura #{number} está sendo publicada neste exato momento, por isso não mudei nada."
    ),
    "digest.being_sent_hint": "Tente de novo em alguns segundos.",
}
