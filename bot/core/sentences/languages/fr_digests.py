"""Les phrases sur les abonnements en français ; des données seulement."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "schedule.to_the_minute": (
        "L'heure d'un abonnement est une heure et une minute de la journée, par exemple 09:00."
    ),
    "schedule.every": (
        "Un abonnement peut arriver chaque semaine, ou toutes les 2 à {most} semaines."
    ),
    "schedule.anchor": (
        "Il faut savoir quelle semaine compte quand toutes ne comptent pas, et seulement alors."
    ),
    "schedule.weekday": "Une semaine a sept jours, et chacun se nomme une fois.",
    "schedule.no_weekday": "Un abonnement hebdomadaire demande un jour de la semaine.",
    "schedule.mixed": (
        "Un abonnement arrive chaque semaine, les jours ouvrés, chaque jour ou chaque mois, "
        "pas deux à la fois."
    ),
    "schedule.no_such_day": "Aucun mois n'a ce jour : les jours vont de 1 à 31.",
    "schedule.one_weekday": "Chaque mois un jour de la semaine veut dire un seul jour.",
    "schedule.nth": (
        "Tous les mois n'en ont pas un cinquième : dites du premier au quatrième, ou le dernier."
    ),
    "schedule.field_missing": 'Il manque "{name}" à l\'horaire.',
    "schedule.field_bad": "\"{name}\" de l'horaire n'est pas comme il faut : {value}",
    "section.stats": "Chiffres",
    "section.chart": "Graphique",
    "section.flows": "Top des flux",
    "section.messages": "Top des messages",
    "digest.no_section": (
        "Un abonnement doit contenir quelque chose : chiffres, graphique, flux ou messages."
    ),
    "digest.compare": (
        "Un abonnement se compare avec la période d'avant, avec l'an dernier ou avec rien."
    ),
    "digest.long_note": "Cette note est trop longue : elle peut avoir au plus {limit} caractères.",
}
