"""The French sentences of asking: parse errors and hints; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "i_read": "J'ai compris : {reading}.",
    "typo_read": 'J\'ai compris "{typed}" comme {word}.',
    "typo_read_as": 'J\'ai compris "{typed}" comme {word}, soit : {reading}.',
    "typo_unsure": '"{typed}" pourrait être {words}.',
    "languages_unsure": '"{words}" n\'a pas le même sens selon la langue.',
    "try_short": "Faites court, par exemple : stats semaine dernière.",
    "try_words": "Essayez : {words}",
    "both": "{first} {second}",
    "and_words": "{first} et {second}",
    "or_words": "{first} ou {second}",
    "or_try": "{first} ou : {second}",
    "comma_words": "{first}, {second}",
    "typed": "{lead}{words}",
    "quoted_words": '"{words}"',
    "unknown_words": "Je ne comprends pas {words}.",
    "not_counted": (
        'Je n\'ai pas de chiffres pour "{words}" : Flow XO compte les utilisateurs, les '
        "déclenchements et les messages."
    ),
    "no_names": '"{words}" : Flow XO compte les utilisateurs, sans donner de noms.',
    "no_lowest": '"{words}" : je n\'indique que le maximum par {unit} ; un graphique montre tout.',
    "order_day_first": 'J\'ai lu "{words}" avec le jour en premier.',
    "order_month_first": 'J\'ai lu "{words}" avec le mois en premier.',
    "all_time": "tout l'historique",
    "since": "depuis le {day}",
    "date.day": "{day} {month} {year}",
    "date.month_day": "{day} {month}",
    "date.days": "{first}–{last}",
    "date.range": "{first} – {last}",
    "date.times": "{start}–{end}",
    "date.at": "{day}, {time}",
    "month.1": "janv.",
    "month.2": "févr.",
    "month.3": "mars",
    "month.4": "avr.",
    "month.5": "mai",
    "month.6": "juin",
    "month.7": "juil.",
    "month.8": "août",
    "month.9": "sept.",
    "month.10": "oct.",
    "month.11": "nov.",
    "month.12": "déc.",
    "weekday.0": "lundi",
    "weekday.1": "mardi",
    "weekday.2": "mercredi",
    "weekday.3": "jeudi",
    "weekday.4": "vendredi",
    "weekday.5": "samedi",
    "weekday.6": "dimanche",
    "no_dates": "Je n'y vois aucune date.",
    "future": '"{words}" : c\'est encore à venir.',
    "too_old": '"{words}" remonte trop loin : Flow XO n\'a rien avant 2010.',
    "too_far": '"{words}" sort du calendrier que je connais.',
    "than_what": '"{words}" : indiquez les deux périodes, avec vs entre les deux.',
    "how_many": '"{words}" : précisez combien.',
    "part_of_day": (
        "\"{words}\" n'a pas d'horaires fixes : précisez de quelle heure à quelle heure."
    ),
    "whole_numbers": '"{words}" : indiquez un nombre entier.',
    "none_of_them": '"{words}" ne couvre aucune durée : pour les {unit}, le minimum est 1.',
    "no_such_day": '"{words}" : ce jour n\'existe pas dans le calendrier.',
    "no_such_day_that_year": '"{words}" : ce jour ou cette semaine n\'existe pas en {year}.',
    "no_such_month": '"{words}" : les mois vont de 1 à 12.',
    "no_such_quarter": '"{words}" : les trimestres vont de t1 à t4.',
    "no_such_half": '"{words}" : les semestres d\'une année sont s1 et s2.',
    "no_such_year": '"{words}" : je connais les années à quatre chiffres.',
    "no_such_week": '"{words}" : les semaines vont de 1 à 53.',
    "no_such_time": '"{words}" : cette heure n\'existe pas.',
    "other_weekday": '"{words}" : le {day} est un {weekday}.',
    "backwards": '"{words}" est à l\'envers : la fin vient avant le début.',
    "empty": '"{words}" ne couvre aucune durée dans ce fuseau horaire.',
    "moment": '"{words}" est un instant précis : indiquez de quand à quand, ou depuis quand.',
    "not_days": '"{words}" : je ne peux pas associer ces deux éléments.',
    "nothing_after": '"{words}" : rien de ce qui suit n\'est encore arrivé.',
    "nothing_to_compare": '"{words}" : il n\'y a rien pour comparer.',
    "nothing_before": "\"{words}\" : il n'y a rien avant le début de l'historique.",
    "already_over": '"{words}" : c\'est déjà terminé, donc il n\'y a pas de "jusqu\'ici".',
    "only_months_have_parts": '"{words}" : seuls les mois ont un début, un milieu et une fin.',
    "only_months_have_halves": '"{words}" : seuls les mois et les années ont des moitiés.',
    "week_of_month": (
        '"{words}" : indiquez première, deuxième, troisième ou dernière semaine du mois.'
    ),
    "as_of_moment": '"{words}" : indiquez un jour et une heure, par exemple 2026-11-26T15:45:12.',
    "no_such_grouping": '"{words}" : je peux regrouper par heure, jour, semaine ou mois.',
    "top_range": '"{words}" : une liste compte de 1 à 50 lignes.',
    "top_of_what": "Une longueur de liste s'applique aux flux, aux messages et aux rapports.",
    "no_countries": (
        'Flow XO ne compte pas par pays ("{words}") ; pour un fuseau horaire, écrivez "à {zone}".'
    ),
    "accounts_later": (
        '"{words}" : il n\'est pas encore possible de choisir entre plusieurs comptes.'
    ),
    "accounts_hint": "Retirez ces mots : les chiffres sont ceux du seul compte connecté.",
    "no_question": "Je n'y vois aucune question.",
    "takes_nothing": "{name} s'écrit sans rien d'autre : ni dates, ni autres mots.",
    "no_series": (
        "Flow XO n'a pas de chiffres dans le temps pour un flux ou un texte en particulier."
    ),
    "flow_needs_name": "Quel flux ? Mettez son nom entre guillemets.",
    "flow_hint": 'Par exemple : flux nommé "Text Me" mois dernier. Les noms sont dans : top flux.',
    "empty_name": "Le nom du flux est vide.",
    "open_quote": "Un guillemet est ouvert et jamais fermé : {words}",
    "two_periods": (
        'Je vois deux périodes, "{first}" et "{second}". Gardez-en une, ou mettez vs entre les '
        "deux."
    ),
    "two_units": 'J\'ai lu "{first}" et "{second}". Gardez l\'un des deux.',
    "two_compares": 'Je vois deux comparaisons, "{first}" et "{second}". Gardez-en une.',
    "two_tops": "Je vois deux longueurs de liste, {first} et {second}. Gardez-en une.",
    "two_zones": 'Je vois deux fuseaux horaires, "{first}" et "{second}". Gardez-en un.',
    "two_subcommands": 'Je réponds à une seule chose à la fois : "{first}" ou "{second}".',
    "same_twice": '"{first}" : ce serait comparer une période à elle-même.',
    "zone_unknown": 'Je ne connais pas le fuseau horaire "{words}".',
    "zone_near": "Vouliez-vous dire {names} ?",
    "zone_example": "Essayez une ville ou un décalage : Europe/Berlin, new york, UTC-8.",
    "secret": (
        "Cela ressemble à une clé API. Supprimez votre message, remplacez la clé dans Flow XO, "
        "puis prévenez la personne qui gère le bot."
    ),
    "secret_hint": "Je ne l'ai ni lue, ni conservée, ni affichée.",
    "too_long": "C'est trop long : une question compte au plus {limit} caractères.",
    "names_a_person": (
        "Je n'ai pas de chiffres sur une personne en particulier : retirez la mention."
    ),
    "names_a_person_hint": "Flow XO compte les utilisateurs des bots ; il ne les nomme pas.",
    "names_a_channel": 'Je ne peux pas consulter le canal "{words}" : retirez-le.',
    "no_such_topic": "Je n'ai pas d'aide sur \"{words}\".",
    "topics": "Il y a de l'aide sur : {topics}.",
    "line_blank": "La ligne est vide.",
    "line_no_object": "La ligne n'est pas un objet JSON.",
    "line_no_phrase": 'L\'objet doit contenir un texte "phrase".',
    "line_bad_field": '"{name}" n\'est pas comme il faut : {value}',
}
