"""The German sentences of our own tables' texts; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "stats": "Statistik",
    "[period]": "[Zeitraum]",
    "the six figures, each beside the period before, and a chart": (
        "die sechs Kennzahlen, jede neben dem Zeitraum davor, und ein Diagramm"
    ),
    "stats last 7 days": "Statistik letzte 7 Tage",
    "stats october vs last year": "Statistik Oktober vs Vorjahr",
    "users": "Nutzer",
    "new, total and active users, and a chart of new users": (
        "neue Nutzer, Nutzer gesamt und aktive Nutzer und ein Diagramm der neuen Nutzer"
    ),
    "users last month": "Nutzer letzten Monat",
    "how many new users last week?": "Wie viele neue Nutzer gab es letzte Woche?",
    "messages": "Nachrichten",
    "[period] [top N]": "[Zeitraum] [Top N]",
    "messages received and sent, and what people wrote most": (
        "empfangene und gesendete Nachrichten und was am häufigsten geschrieben wurde"
    ),
    "messages last week": "Nachrichten letzte Woche",
    "top 20 messages since monday": "Top 20 Nachrichten seit Montag",
    "flows": "Flows",
    "the flows that started most": "die Flows, die am häufigsten gestartet sind",
    "top flows yesterday": "Top-Flows gestern",
    "top 5 flows in october": "Top 5 Flows im Oktober",
    "flow": "Flow",
    '"name" [period]': '"Name" [Zeitraum]',
    "one flow: how often it started, and its place": (
        "ein Flow: wie oft er gestartet ist und auf welchem Platz er steht"
    ),
    'flow "Text Me" last month': 'Flow "Text Me" letzten Monat',
    "chart": "Diagramm",
    "<what> [period] [by hour, day, week or month]": (
        "<was> [Zeitraum] [pro Stunde, Tag, Woche oder Monat]"
    ),
    "a chart over time of one or more figures": (
        "ein Diagramm über die Zeit für eine oder mehrere Kennzahlen"
    ),
    "chart new users last 30 days by week": "Diagramm neue Nutzer letzte 30 Tage pro Woche",
    "messages received since monday by day": "empfangene Nachrichten seit Montag pro Tag",
    "report": "Bericht",
    "figures, chart and both top lists in one; the last whole week when no dates are said": (
        "Kennzahlen, Diagramm und beide Top-Listen in einem; ohne Zeitangabe die letzte ganze Woche"
    ),
    "report last week": "Bericht letzte Woche",
    "status": "Status",
    "whether the Flow XO key works, and the version": (
        "ob der Schlüssel für Flow XO funktioniert, und die Version"
    ),
    "help": "Hilfe",
    "[topic]": "[Thema]",
    "this help, or more about one thing": "diese Hilfe oder mehr zu einem Thema",
    "help dates": "Hilfe Datum",
    "new users": "neue Nutzer",
    "New users": "Neue Nutzer",
    "bot users whose first contact with a chatbot fell in the period": (
        "Bot-Nutzer, deren erster Kontakt mit einem Chatbot in den Zeitraum fiel"
    ),
    "triggers": "Trigger",
    "Triggers": "Trigger",
    "successful triggers of a flow; broadcasts count once a recipient": (
        "erfolgreiche Auslösungen eines Flows; Broadcasts zählen einmal pro Empfänger"
    ),
    "received": "empfangene Nachrichten",
    "messages received": "empfangene Nachrichten",
    "Messages received": "Empfangene Nachrichten",
    "messages that people wrote to the chatbots": (
        "Nachrichten, die Menschen an die Chatbots geschrieben haben"
    ),
    "sent": "gesendete Nachrichten",
    "messages sent": "gesendete Nachrichten",
    "Messages sent": "Gesendete Nachrichten",
    "messages that the chatbots wrote": "Nachrichten, die von den Chatbots geschrieben wurden",
    "total users": "Nutzer gesamt",
    "Total users": "Nutzer gesamt",
    "everyone who ever wrote to a chatbot, at the end of the period": (
        "alle, die je an einen Chatbot geschrieben haben, Stand am Ende des Zeitraums"
    ),
    "active users": "aktive Nutzer",
    "active users (30 days)": "aktive Nutzer (30 Tage)",
    "Active users (30 days)": "Aktive Nutzer (30 Tage)",
    "bot users seen in the 30 days before the end of the period, whatever its length": (
        "Bot-Nutzer, die in den 30 Tagen vor dem Ende des Zeitraums gesehen wurden, egal wie lang "
        "er ist"
    ),
    "this week": "diese Woche",
    "last week": "letzte Woche",
    "today": "heute",
    "last 7 days": "letzte 7 Tage",
    "last 30 days by week": "letzte 30 Tage pro Woche",
    "this month so far": "diesen Monat bisher",
    "first week of october": "erste Oktoberwoche",
    "end of october": "Ende Oktober",
    "first half of october": "erste Oktoberhälfte",
    "yesterday 9:00 to 17:00": "gestern 9:00 bis 17:00",
    "since 9:00": "seit 9:00",
    "stats last week": "Statistik letzte Woche",
    "how many new users since monday?": "Wie viele neue Nutzer gab es seit Montag?",
    "chart triggers last 30 days by day": "Diagramm Trigger letzte 30 Tage pro Tag",
    "top flows last 7 days": "Top-Flows letzte 7 Tage",
    "last 7 days vs {words}": "letzte 7 Tage vs {words}",
    "today vs {words}": "heute vs {words}",
    "yesterday": "gestern",
    "flow {name}": "Flow {name}",
    "{lead} last 7 days": "{lead} letzte 7 Tage",
    "chart triggers last 30 days {words}": "Diagramm Trigger letzte 30 Tage {words}",
    "stats {words} vs {other}": "Statistik {words} vs {other}",
    "stats {words}": "Statistik {words}",
    "last 30 days {words}": "letzte 30 Tage {words}",
    "stats last week {words}": "Statistik letzte Woche {words}",
    "top {top} flows last 7 days": "Top {top} Flows letzte 7 Tage",
    "stats yesterday in {zone}": "Statistik gestern in {zone}",
    "stats last week vs previous": "Statistik letzte Woche vs Vorzeitraum",
    "chart triggers last 30 days": "Diagramm Trigger letzte 30 Tage",
    "flow {name} {words}": "Flow {name} {words}",
    "top 20 flows last 7 days": "Top 20 Flows letzte 7 Tage",
    "{words} in {zone}": "{words} in {zone}",
    "by hour": "pro Stunde",
    "by day": "pro Tag",
    "by week": "pro Woche",
    "by month": "pro Monat",
    "minutes": "Minuten",
    "hours": "Stunden",
    "days": "Tage",
    "weeks": "Wochen",
    "months": "Monate",
    "quarters": "Quartale",
    "years": "Jahre",
    "this day vs {words}": "dieser Tag vs {words}",
    "this week vs {words}": "diese Woche vs {words}",
    "this month vs {words}": "dieser Monat vs {words}",
    "this quarter vs {words}": "dieses Quartal vs {words}",
    "this year vs {words}": "dieses Jahr vs {words}",
    "top {top} flows {words}": "Top {top} Flows {words}",
    "top {top} messages {words}": "Top {top} Nachrichten {words}",
    "chart received last 30 days by day": "Diagramm empfangene Nachrichten letzte 30 Tage pro Tag",
    "hour": "Stunde",
    "day": "Tag",
    "week": "Woche",
    "month": "Monat",
    "connect": "verbinden",
    "[name]": "[Name]",
    "one more Flow XO account, under a name": "ein weiteres Flow-XO-Konto, unter einem Namen",
    "connect Acme Support": "verbinde Acme Support",
    "accounts": "Konten",
    "the connected accounts that you may ask about": (
        "die verbundenen Konten, nach denen du fragen kannst"
    ),
    "use": "verwende",
    "<account>": "<Konto>",
    "choose the account that this channel asks about": (
        "das Konto wählen, nach dem dieser Channel fragt"
    ),
    "use none": "verwende keins",
    "disconnect": "trennen",
    "take an account out, with its key": "ein Konto herausnehmen, mit seinem Schlüssel",
    "audit": "Protokoll",
    "who changed what, for admins": "wer was geändert hat, für Admins",
    "settings": "Einstellungen",
    "settings channel": "Einstellungen Channel",
    "[account]": "[Konto]",
    "your date order and language, or the settings of an account": (
        "deine Datumsfolge und Sprache oder die Einstellungen eines Kontos"
    ),
    "digest": "Abo",
    "a report in a channel at set times": "ein Bericht in einem Channel zu festen Zeiten",
    "{words} for {account}": "{words} für {account}",
    "{words} for all": "{words} für alle",
}
