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
    "schedule.at": "{days} à {time}, {zone}",
    "schedule.at_noon": "{days} à midi, {zone}",
    "schedule.daily": "chaque jour",
    "schedule.weekdays": "du lundi au vendredi",
    "schedule.weekly": "chaque {days}",
    "schedule.second": "un {day} sur deux",
    "schedule.weeks": "toutes les {count} semaines : {days}",
    "schedule.monthly": "{day} de chaque mois",
    "schedule.monthly_or_last": "{day} de chaque mois (le dernier jour dans les plus courts)",
    "schedule.monthly_last": "le dernier jour de chaque mois",
    "schedule.monthly_weekday": "{nth} {day} de chaque mois",
    "schedule.nth.1": "le premier",
    "schedule.nth.2": "le deuxième",
    "schedule.nth.3": "le troisième",
    "schedule.nth.4": "le quatrième",
    "schedule.nth.last": "le dernier",
    "schedule.nth.1.weekend": "le premier",
    "schedule.nth.2.weekend": "le deuxième",
    "schedule.nth.3.weekend": "le troisième",
    "schedule.nth.4.weekend": "le quatrième",
    "schedule.nth.last.weekend": "le dernier",
    "schedule.day.first": "le {day}er",
    "schedule.day.st": "le {day}",
    "schedule.day.nd": "le {day}",
    "schedule.day.rd": "le {day}",
    "schedule.day.th": "le {day}",
    "schedule.and": "{first} et {second}",
    "schedule.and_run": "{first} ; {second}",
    "digest.by_what": (
        '"{words}" : un abonnement arrive chaque jour, les jours ouvrés, chaque semaine, '
        "toutes les quelques semaines ou chaque mois."
    ),
    "digest.biweekly": (
        '"{words}" peut vouloir dire deux fois par semaine ou toutes les 2 semaines.'
    ),
    "digest.every": '"{words}" : dites chaque semaine, ou toutes les 2 à {most} semaines.',
    "digest.yearly": (
        '"{words}" : un abonnement revient chaque jour, semaine ou mois, pas une fois par an.'
    ),
    "digest.no_such_day": '"{words}" : les jours du mois vont de 1 à 31.',
    "digest.nth": (
        '"{words}" : tous les mois n\'en ont pas ; dites du premier au quatrième, ou le dernier.'
    ),
    "digest.part_of_day": '"{words}" : dites à quelle heure.',
    "digest.day_or_hour": '"{words}" peut être un jour du mois ou une heure.',
    "digest.midnight": '"{words}" finit une journée : dites 00:00, qui en commence une.',
    "digest.two_days": (
        'Je lis "{first}" et "{second}" : un abonnement suit l\'un des deux. Créez-en un '
        "autre pour l'autre."
    ),
    "digest.two_times": (
        'Je lis "{first}" et "{second}" : un abonnement arrive à une seule heure. '
        "Créez-en un autre pour l'autre."
    ),
    "digest.monthly_weekday": (
        '"{words}" : dites lequel du mois, par exemple le premier ou le dernier.'
    ),
    "digest.start": (
        '"{words}" : seul ce qui arrive toutes les 2 semaines ou plus rarement a un '
        "début ; le reste commence aussitôt."
    ),
    "digest.number": '"{words}" : les abonnements sont numérotés à partir de #1.',
    "digest.new_number": '"{words}" : un nouvel abonnement reçoit son numéro tout seul.',
    "digest.takes_number": (
        "{name} prend le numéro d'un abonnement, par exemple #7, et rien d'autre."
    ),
    "digest.takes_channels": (
        "{name} prend le numéro d'un abonnement et sa destination, et rien d'autre."
    ),
    "digest.two_targets": "Un abonnement va à un seul endroit. Copiez-le pour l'avoir ailleurs.",
    "digest.channel_by_name": (
        'Je ne trouve pas "{words}" par son nom : tapez # et choisissez le canal dans la '
        "liste de Slack."
    ),
    "digest.person": '"{words}" : un abonnement va dans un canal, ou à vous-même.',
    "digest.no_such_section": (
        '"{words}" : un abonnement contient chiffres, graphique, flux et messages '
        "principaux, ou une partie."
    ),
    "digest.once": (
        '"{words}" : un abonnement revient toujours ; pour une seule réponse, demandez un rapport.'
    ),
    "digest.country": '"{words}" : nommez une ville pour le fuseau horaire, par exemple Berlin.',
    "digest.zone_offset": '"{words}" : nommez une ville pour ce fuseau horaire.',
    "[when]": "[quand]",
    "digest weekly on monday at 9am in Europe/Berlin": (
        "abonnement hebdomadaire le lundi à 9h dans le fuseau Europe/Berlin"
    ),
    "digest daily at 8": "abonnement quotidien à 8h",
    "digest list": "abonnement liste",
    "digest weekly on monday at 9am": "abonnement hebdomadaire le lundi à 9h",
    "digest every 2 weeks on friday at noon": "abonnement toutes les 2 semaines le vendredi à midi",
    "digest monthly on the 15th": "abonnement mensuel le 15",
    "digest monthly at 15:00": "abonnement mensuel à 15:00",
    "digest daily at 00:00": "abonnement quotidien à 00:00",
    "digest monthly on the first monday at 9:00": (
        "abonnement le premier lundi de chaque mois à 9:00"
    ),
    "digest monthly on the last friday": "abonnement le dernier vendredi de chaque mois",
    "digest on the last day of the month at 17:30": "abonnement le dernier jour du mois à 17:30",
    "digest weekly without messages": "abonnement hebdomadaire sans messages",
    "digest weekly with top 10": "abonnement hebdomadaire avec top 10",
    "digest pause": "abonnement pause",
    "digest resume": "abonnement reprendre",
    "digest test": "abonnement tester",
    "digest run": "abonnement exécuter",
    "digest move": "abonnement déplacer",
    "digest delete": "abonnement supprimer",
    "digest history": "abonnement historique",
    "digest copy": "abonnement copier",
}
