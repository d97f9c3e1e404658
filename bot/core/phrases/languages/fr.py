"""The French words of dates and joints: English on the left, what people write on the right.

Accents may be left out. `translation.py` says what `~` and `|` mean. Data only.
"""

from __future__ import annotations

DATES: dict[str, str] = {
    # days and moments
    "today": "aujourd'hui, aujourdhui, ce jour, la journée d'aujourd'hui, jour même, ajd, auj",
    "yesterday": "hier, j-1, la journée d'hier, journée d'hier",
    "7 days ago": "j-7",
    "day before yesterday": "avant-hier, avanthier",
    "tomorrow": "demain",
    "day after tomorrow": "après-demain",
    "now": "maintenant, présent, cet instant, l'instant, à présent",
    "this morning": "ce matin",
    "this afternoon": "cet après-midi, ce midi",
    "this evening": "ce soir, cette nuit",
    "yesterday evening": "la nuit dernière",
    "morning": "matin, matinée",
    "afternoon": "après-midi",
    "evening": "soir, soirée, nuit",
    # units
    "minute": "minute",
    "minutes": "minutes, min, mn",
    "hour": "heure",
    "hours": "heures, hrs",
    "day": "jour, journée",
    "days": "jours, j, journées",
    "week": "semaine, sem",
    "weeks": "semaines",
    "month": "mois",
    "quarter": "trimestre, trim",
    "quarters": "trimestres",
    "half-year": "semestre",
    "half-years": "semestres",
    "year": "année, an",
    "the year": "lan",
    "years": "années, ans",
    "half": "moitié",
    "half hour": "demi-heure",
    "halfmonth": "quinzaine",
    "weekend": "week-end, fin de semaine",
    "weekends": "week-ends",
    "q|t": "t",
    "s": "s",
    # their names
    "monday": "lundi, lun",
    "tuesday": "mardi",
    "tuesday|march": "mar",
    "wednesday": "mercredi, mer, mercr",
    "thursday": "jeudi, jeu",
    "friday": "vendredi, ven, vendr",
    "saturday": "samedi, sam",
    "sunday": "dimanche, dim",
    "january": "janvier, janv, jan",
    "february": "février, févr, fév",
    "march": "mars",
    "april": "avril, avr",
    "may": "mai",
    "june": "juin",
    "july": "juillet, juil, juill",
    "august": "août",
    "september": "septembre",
    "7|september": "sept",
    "october": "octobre, oct",
    "november": "novembre, nov",
    "december": "décembre, déc",
    # days by their names
    "new year's day": "jour de l'an, nouvel an",
    "new year's eve": "saint-sylvestre",
    "christmas": "noël",
    "christmas eve": "veille de noël",
    "valentine's day": "saint-valentin",
    "good friday": "vendredi saint",
    "easter": "pâques",
    "easter monday": "lundi de pâques",
    "black friday": "vendredi noir, black friday",
    "cyber monday": "cyber lundi, cyber monday",
    # which of them
    "~last": "dernier, dernière, derniers, dernières, passé, passée, passés, passées, écoulé, "
    "écoulée, écoulés, écoulées, glissant, glissants, glissante, glissantes, "
    "qui vient de s'écouler",
    "~previous": "précédent, précédente, précédents, précédentes, antérieur, antérieure",
    "before": "d'avant, avant",
    "one before": "celle d'avant, celui d'avant, ceux d'avant, celles d'avant",
    "day before": "veille",
    "previous": "celle précédente",
    "beforelast~": "avant-dernier, avant-dernière, pénultième",
    "before last": "avant la dernière, avant le dernier",
    "this": "ce, cet, cette",
    "~this": "en cours, actuel, actuelle, présente",
    "~this|during": "courant",
    "": "-ci, ci",
    "~next": "prochain, prochaine, prochains, prochaines, suivant, suivante, qui vient, "
    "qui viennent, à venir",
    "to date": "à ce jour, à date, à la date d'aujourd'hui",
    "year to date": "cumul annuel, cumul de l'année, année à ce jour",
    "month to date": "cumul mensuel, cumul du mois, mois à ce jour",
    "so far": "jusqu'ici, pour l'instant, pour le moment",
    "until now": "jusqu'à maintenant, jusqu'à présent, jusqu'à cet instant",
    "ago~": "il y a, y a, ya",
    "ago": "en arrière",
    "~full": "complet, complète, complets, complètes, entier, entière, entiers, entières, plein, "
    "pleins, pleine, pleines, calendaire, calendaires, civil, civile, révolu, révolus, révolue, "
    "révolues",
    "all": "tous, toutes",
    "all of": "tout, toute, tout le, toute la, tout le mois de",
    "first": "premier, première, premiers, premières, 1re",
    "second": "deuxième, second, seconde",
    "third": "troisième",
    "fourth": "quatrième",
    "fifth": "cinquième",
    "beginning": "début, commencement",
    "mid": "mi, milieu",
    "end": "fin",
    "same": "même, mêmes",
    "period": "période, intervalle",
    "date": "date",
    "dates": "dates",
    "number": "numéro, n°",
    "commencing": "commençant le, débutant le, qui commence le",
    "including": "incluant, en incluant, y compris, en comptant",
    "~including|inclusive": "compris, inclus, incluse, comprise",
    "all time": "tout le temps, depuis toujours, de tout temps, depuis l'origine, "
    "toute la période, historique complet, tout l'historique, depuis la création",
    # times of day
    "noon": "midi",
    "midnight": "minuit",
    "am": "du matin",
    "pm": "de l'après-midi, du soir",
    "~half": "et demie, et demi",
    "~quarter": "et quart",
    # numbers
    "a": "un, une",
    "few": "quelques, plusieurs, deux ou trois",
    "last months": "derniers mois, mois derniers",
}

JOINTS: dict[str, str] = {
    "most": "qui ont le plus démarré, qui ont démarré le plus souvent, qui ont démarré le plus, "
    "qui se lancent le plus, qui ont le plus tourné, le plus utilisé, plus utilisé, "
    "les plus utilisés, plus utilisés, le plus lancé, le plus déclenché, le plus populaire, "
    "a le plus tourné, a le plus été utilisé, a été le plus utilisé, est le plus utilisé, "
    "tourne le plus, le plus souvent",
    "rising": "monte, montent, monté, augmente, augmentent, augmenté, augmentation, progresse, "
    "progressent, progressé, progression, croissance, hausse, en hausse, à la hausse, s'améliore",
    "falling": "baisse, baissent, baissé, diminue, diminuent, diminué, diminution, recule, "
    "reculent, en baisse, à la baisse, chute",
    "best": "meilleur, meilleure, plus fort, plus forte, plus actif, plus active, pic",
    "worst": "pire, moins bon, moins bonne, plus calme, plus faible",
    "which": "quel, quelle, quel était le, quel a été le, quelle a été la, quel est le",
    "to the~": "jusqu'au",
    "to": "jusqu'à, jusqu'en, jusque, jusqu'à la, jusqu'aux",
    "to|at|in": "à, aux, a",
    "to|at|in the~": "au",
    "at": "vers",
    "since": "depuis, tout depuis, depuis le, depuis la, depuis les, à partir de, à partir du, "
    "à compter de, à compter du, dès, dès le",
    "after": "après, après le, après la",
    "between": "entre",
    "and": "et",
    "of~": "de, des, d'",
    "of~ the~": "du",
    "the~": "le",
    "the": "la, les, l', ces",
    "in": "en, dans, à l'heure de, à l'heure d', dans le fuseau, dans le fuseau de, fuseau",
    "during": "pendant, durant, au cours de, au cours du, au cours des, lors de, lors du, sur, "
    "le long de",
    "for": "pour",
    "onwards": "et après",
    "one": "celle, celui, celles, ceux",
    "by": "par, selon, chaque, groupé par, groupés par, groupée par, regroupé par, ventilé par, "
    "ventilée par, ventilés par, réparti par, répartie par, répartis par, détaillé par, "
    "découpé par",
    "daily": "quotidien, quotidienne, quotidiens, quotidiennes, quotidiennement, journalier, "
    "journalière, jour par jour, au quotidien",
    "weekly": "hebdomadaire, hebdomadaires, hebdo, semaine par semaine",
    "monthly": "mensuel, mensuelle, mensuels, mensuelles, mensuellement, mois par mois",
    "hourly": "horaire, heure par heure",
    "vs": "vs, contre, versus, face à, face au, face aux, vis-à-vis de, vis-à-vis du",
    "compared to": "comparé à, comparé au, comparé aux, comparé avec, comparée à, comparée au, "
    "comparée aux, comparés à, comparés au, comparés aux, comparées à, par rapport à, "
    "par rapport au, par rapport aux, comparativement à, comparativement au, en comparaison de, "
    "en comparaison avec, en comparaison à, comparé à la, comparée à la, par rapport à la",
    "compare": "comparer, compare, comparez, comparons",
    "with": "avec",
    "more": "plus, moins",
    "than": "que, qu'",
    "last year": "n-1, a-1",
    "previous month": "m-1",
    "previous week": "s-1",
    "no comparison": "sans comparaison, sans comparer",
    "yoy": "en glissement annuel, sur un an, d'une année sur l'autre",
    "top": "top",
    "as csv": "en csv, au format csv, format csv, en excel, sous excel, exporter, exporte, export, "
    "vers excel, télécharger, télécharge",
    "public": "public, publique, ici, en public, dans le canal, dans le salon, "
    "visible, pour tout le canal",
}

# What stands behind the digits of an ordinal.
ENDINGS = "er, ère, ere, re, e, è, ème, eme, ième, ieme, nd, nde"
