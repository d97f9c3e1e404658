"""The French sentences of our own tables' texts; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "stats": "stats",
    "[period]": "[période]",
    "the six figures, each beside the period before, and a chart": (
        "les six chiffres, chacun à côté de celui de la période d'avant, et un graphique"
    ),
    "stats last 7 days": "stats 7 derniers jours",
    "stats october vs last year": "stats octobre vs l'an dernier",
    "users": "utilisateurs",
    "new, total and active users, and a chart of new users": (
        "nouveaux utilisateurs, total des utilisateurs et utilisateurs actifs, et un graphique "
        "des nouveaux utilisateurs"
    ),
    "users last month": "utilisateurs mois dernier",
    "how many new users last week?": "combien de nouveaux utilisateurs la semaine dernière ?",
    "messages": "messages",
    "[period] [top N]": "[période] [top N]",
    "messages received and sent, and what people wrote most": (
        "messages reçus et envoyés, et ce que les gens ont le plus écrit"
    ),
    "messages last week": "messages semaine dernière",
    "top 20 messages since monday": "top 20 des messages depuis lundi",
    "flows": "flux",
    "the flows that started most": "les flux qui ont démarré le plus souvent",
    "top flows yesterday": "top flux hier",
    "top 5 flows in october": "top 5 des flux en octobre",
    "flow": "flux nommé",
    '"name" [period]': '"nom" [période]',
    "one flow: how often it started, and its place": (
        "un flux : combien de fois il a démarré, et son rang"
    ),
    'flow "Text Me" last month': 'flux nommé "Text Me" mois dernier',
    "chart": "graphique",
    "<what> [period] [by hour, day, week or month]": (
        "<quoi> [période] [par heure, jour, semaine ou mois]"
    ),
    "a chart over time of one or more figures": (
        "un graphique dans le temps d'un ou de plusieurs chiffres"
    ),
    "chart new users last 30 days by week": (
        "graphique des nouveaux utilisateurs sur les 30 derniers jours par semaine"
    ),
    "messages received since monday by day": "messages reçus depuis lundi par jour",
    "report": "rapport",
    "figures, chart and both top lists in one; the last whole week when no dates are said": (
        "chiffres, graphique et les deux classements en une seule réponse ; la dernière "
        "semaine entière si aucune date n'est indiquée"
    ),
    "report last week": "rapport semaine dernière",
    "status": "statut",
    "whether the Flow XO key works, and the version": "si la clé Flow XO fonctionne, et la version",
    "help": "aide",
    "[topic]": "[sujet]",
    "this help, or more about one thing": "cette aide, ou plus de détails sur un sujet",
    "help dates": "aide dates",
    "new users": "nouveaux utilisateurs",
    "New users": "Nouveaux utilisateurs",
    "bot users whose first contact with a chatbot fell in the period": (
        "utilisateurs des bots dont le premier contact avec un chatbot a eu lieu pendant la période"
    ),
    "triggers": "déclenchements",
    "Triggers": "Déclenchements",
    "successful triggers of a flow; broadcasts count once a recipient": (
        "déclenchements réussis d'un flux ; une diffusion compte une fois par destinataire"
    ),
    "received": "messages reçus",
    "messages received": "messages reçus",
    "Messages received": "Messages reçus",
    "messages that people wrote to the chatbots": "messages que les gens ont écrits aux chatbots",
    "sent": "messages envoyés",
    "messages sent": "messages envoyés",
    "Messages sent": "Messages envoyés",
    "messages that the chatbots wrote": "messages que les chatbots ont écrits",
    "total users": "total des utilisateurs",
    "Total users": "Total des utilisateurs",
    "everyone who ever wrote to a chatbot, at the end of the period": (
        "toutes les personnes qui ont déjà écrit à un chatbot, à la fin de la période"
    ),
    "active users": "utilisateurs actifs",
    "active users (30 days)": "utilisateurs actifs (30 jours)",
    "Active users (30 days)": "Utilisateurs actifs (30 jours)",
    "bot users seen in the 30 days before the end of the period, whatever its length": (
        "utilisateurs des bots vus dans les 30 jours avant la fin de la période, quelle que "
        "soit sa durée"
    ),
    "this week": "cette semaine",
    "last week": "semaine dernière",
    "today": "aujourd'hui",
    "last 7 days": "7 derniers jours",
    "last 30 days by week": "30 derniers jours par semaine",
    "this month so far": "ce mois-ci jusqu'ici",
    "first week of october": "première semaine d'octobre",
    "end of october": "fin octobre",
    "first half of october": "première moitié d'octobre",
    "yesterday 9:00 to 17:00": "hier de 9h à 17h",
    "since 9:00": "depuis 9h",
    "stats last week": "stats semaine dernière",
    "how many new users since monday?": "combien de nouveaux utilisateurs depuis lundi ?",
    "chart triggers last 30 days by day": (
        "graphique des déclenchements sur les 30 derniers jours par jour"
    ),
    "top flows last 7 days": "top flux 7 derniers jours",
    "last 7 days vs {words}": "7 derniers jours vs {words}",
    "today vs {words}": "aujourd'hui vs {words}",
    "yesterday": "hier",
    "flow {name}": "flux nommé {name}",
    "{lead} last 7 days": "{lead} 7 derniers jours",
    "chart triggers last 30 days {words}": (
        "graphique des déclenchements sur les 30 derniers jours {words}"
    ),
    "stats {words} vs {other}": "stats {words} vs {other}",
    "stats {words}": "stats {words}",
    "last 30 days {words}": "30 derniers jours {words}",
    "stats last week {words}": "stats semaine dernière {words}",
    "top {top} flows last 7 days": "top {top} flux 7 derniers jours",
    "stats yesterday in {zone}": "stats hier à {zone}",
    "stats last week vs previous": "stats semaine dernière vs la précédente",
    "chart triggers last 30 days": "graphique des déclenchements sur les 30 derniers jours",
    "flow {name} {words}": "flux nommé {name} {words}",
    "top 20 flows last 7 days": "top 20 flux 7 derniers jours",
    "{words} in {zone}": "{words} à {zone}",
    "by hour": "par heure",
    "by day": "par jour",
    "by week": "par semaine",
    "by month": "par mois",
    "minutes": "minutes",
    "hours": "heures",
    "days": "jours",
    "weeks": "semaines",
    "months": "mois",
    "quarters": "trimestres",
    "years": "années",
    "this day vs {words}": "ce jour vs {words}",
    "this week vs {words}": "cette semaine vs {words}",
    "this month vs {words}": "ce mois-ci vs {words}",
    "this quarter vs {words}": "ce trimestre vs {words}",
    "this year vs {words}": "cette année vs {words}",
    "top {top} flows {words}": "top {top} flux {words}",
    "top {top} messages {words}": "top {top} messages {words}",
    "chart received last 30 days by day": "graphique messages reçus 30 derniers jours par jour",
    "hour": "heure",
    "day": "jour",
    "week": "semaine",
    "month": "mois",
    "connect": "connecter",
    "[name]": "[nom]",
    "one more Flow XO account, under a name": "un compte Flow XO de plus, sous un nom",
    "connect Acme Support": "connecter Acme Support",
    "accounts": "comptes",
    "the connected accounts that you may ask about": (
        "les comptes connectés que vous pouvez interroger"
    ),
    "use": "utiliser",
    "<account>": "<compte>",
    "choose the account that this channel asks about": "choisir le compte que ce canal interroge",
    "use none": "utiliser aucun",
    "disconnect": "déconnecter",
    "take an account out, with its key": "retirer un compte, avec sa clé",
    "audit": "journal",
    "who changed what, for admins": "qui a changé quoi, pour les admins",
    "settings": "paramètres",
    "settings channel": "paramètres canal",
    "[account]": "[compte]",
    "your date order and language, or the settings of an account": (
        "votre ordre des dates et votre langue, ou les réglages d'un compte"
    ),
    "digest": "abonnement",
    "a report in a channel at set times": "un rapport dans un canal à heures fixes",
    "{words} for {account}": "{words} pour {account}",
    "{words} for all": "{words} pour tous",
}
