"""The French words of digests: English on the left, what people write on the right; data only."""

from __future__ import annotations

_DAYS = {
    "monday": "lundi",
    "tuesday": "mardi",
    "wednesday": "mercredi",
    "thursday": "jeudi",
    "friday": "vendredi",
    "saturday": "samedi",
    "sunday": "dimanche",
}


def _weekdays() -> dict[str, str]:
    """Lundis, tous les lundis; un lundi sur deux, un lundi sur trois."""
    words: dict[str, str] = {}
    for english, name in _DAYS.items():
        words[english] = f"{name}s, tous les {name}s, chaque {name}"
        words[f"every second {english}"] = f"un {name} sur deux"
        words[f"every third {english}"] = f"un {name} sur trois"
    return words


DIGESTS: dict[str, str] = {
    # what is to be done
    "new": "créer, crée, nouvel, nouveau, nouvelle, ajouter, ajoute, démarrer",
    "list": "liste, lister, afficher, affiche, montrer, voir tous, afficher tous",
    "edit": "modifier, modifie, changer, change, éditer",
    "pause": "pause, mettre en pause, mets en pause, suspendre, suspends, en pause",
    "resume": "reprendre, reprends, relancer, relance, réactiver",
    "test": "tester, teste, essayer, essai, aperçu",
    "run": "exécuter, exécute, envoyer maintenant, envoie maintenant, lancer, lance, "
    "lancer maintenant, maintenant",
    "move": "déplacer, déplace",
    "delete": "supprimer, supprime, effacer, efface, enlever",
    "history": "historique",
    "copy": "copier, copie, dupliquer, duplique",
    "unsubscribe": "se désabonner, désabonner, désabonnement, annuler, annule, résilier, arrêter, "
    "arrête",
    "digests": "abonnements",
    # how often
    "weekdays": "jours ouvrés, les jours ouvrés, chaque jour ouvré, tous les jours ouvrés, "
    "jours ouvrables, les jours ouvrables, en semaine, les jours de semaine, jours de semaine",
    "weekends": "le week-end, les week-ends, week-ends, chaque week-end, tous les week-ends",
    "every 2 weeks": "bimensuel, bimensuelle, une semaine sur deux, tous les quinze jours, "
    "tous les 15 jours, toutes les quinzaines, chaque quinzaine",
    "end of month": "fin de mois, fin du mois, à la fin du mois, en fin de mois, "
    "à la fin de chaque mois",
    "start of the month": "début de mois, début du mois, au début du mois, en début de mois, "
    "au début de chaque mois",
    "every day": "tous les jours, chaque jour",
    "every month": "tous les mois, chaque mois",
    "every week": "toutes les semaines, chaque semaine",
    "every": "chaque",
    "every morning": "chaque matin, tous les matins",
    "every afternoon": "chaque après-midi, tous les après-midi",
    "every evening": "chaque soir, tous les soirs",
    "every|all": "tous les, toutes les",
    **_weekdays(),
    "at noon": "à midi",
    "at midnight": "à minuit",
    "starting": "à partir du, à partir de, à compter du, dès le, dès",
    # how often it cannot be
    "hourly": "horaire, toutes les heures, chaque heure",
    "yearly": "annuel, annuelle, annuellement, chaque année, tous les ans",
    "quarterly": "trimestriel, trimestrielle, chaque trimestre, tous les trimestres",
    "twice": "deux fois, deux fois par jour, deux fois par semaine, deux fois par mois, trois fois",
    # what is in it
    "only": "seulement, uniquement, rien que, juste",
    "without": "sans, sauf, hormis",
    "everything": "tout, avec tout",
    # of days without figures
    "skip when empty": "ignorer si vide, sauter si vide, ne pas envoyer si vide, pas si vide, "
    "passer si vide, seulement s'il y a des données, uniquement s'il y a des données",
    "say when empty": "même si vide, même vide, aussi si vide, même sans données",
    # where it goes
    "here": "ici, dans ce canal, dans ce salon, sur ce canal",
    "to me": "à moi, pour moi, en message privé, par message privé, en mp, par mp, "
    "envoie-moi, m'envoyer",
    # manners
    "please": "quelque chose, envoyer, envoie, publier, publie, poster, automatique, "
    "automatiquement",
    "once": "une fois",
}
