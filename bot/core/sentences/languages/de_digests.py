"""Die Sätze über Abos auf Deutsch; nur Daten."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "schedule.to_the_minute": (
        "Die Zeit eines Abos ist eine Stunde und eine Minute des Tages, zum Beispiel 09:00."
    ),
    "schedule.every": "Ein Abo kann jede Woche kommen oder alle 2 bis {most} Wochen.",
    "schedule.anchor": (
        "Welche Woche zählt, muss bekannt sein, wo nicht jede zählt, und nur dort."
    ),
    "schedule.weekday": "Eine Woche hat sieben Tage, und jeden nennt man einmal.",
    "schedule.no_weekday": "Ein wöchentliches Abo braucht einen Wochentag.",
    "schedule.mixed": (
        "Ein Abo kommt wöchentlich, werktags, täglich oder monatlich, nicht zwei davon."
    ),
    "schedule.no_such_day": "Diesen Tag hat kein Monat: Die Tage gehen von 1 bis 31.",
    "schedule.one_weekday": "Monatlich an einem Wochentag heißt: an einem einzigen.",
    "schedule.nth": (
        "Einen fünften hat nicht jeder Monat: Schreib erster bis vierter oder letzter."
    ),
    "schedule.field_missing": 'Dem Zeitplan fehlt "{name}".',
    "schedule.field_bad": '"{name}" im Zeitplan ist nicht so, wie es sein soll: {value}',
    "section.stats": "Kennzahlen",
    "section.chart": "Diagramm",
    "section.flows": "Top-Flows",
    "section.messages": "Top-Nachrichten",
    "digest.no_section": (
        "Ein Abo braucht Inhalt: Kennzahlen, Diagramm, Top-Flows oder Top-Nachrichten."
    ),
    "digest.compare": "Ein Abo vergleicht mit der Zeit davor, mit dem Vorjahr oder mit nichts.",
    "digest.long_note": "Die Notiz ist zu lang: Sie kann höchstens {limit} Zeichen haben.",
}
