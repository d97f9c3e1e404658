"""Les phrases sur les abonnements impossibles tels quels, en français ; des données seulement."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "digest.most_here": "{most} abonnements y arrivent déjà, et il ne peut pas y en avoir plus.",
    "digest.most_in_all": (
        "Cet espace de travail a déjà {most} abonnements, et il ne peut pas y en avoir plus."
    ),
    "digest.most_hint": "Supprimez-en un dont personne n'a besoin, ou modifiez l'un d'eux.",
    "digest.being_sent": (
        "L'abonnement #{number} est publié en ce moment même, je n'ai donc rien changé."
    ),
    "digest.being_sent_hint": "Réessayez dans quelques secondes.",
}
