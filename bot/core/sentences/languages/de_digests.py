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
    "schedule.at": "{days} um {time} Uhr, {zone}",
    "schedule.at_noon": "{days} mittags um 12, {zone}",
    "schedule.daily": "jeden Tag",
    "schedule.weekdays": "Montag bis Freitag",
    "schedule.weekly": "jeden {days}",
    "schedule.second": "jeden zweiten {day}",
    "schedule.weeks": "alle {count} Wochen am {days}",
    "schedule.monthly": "am {day} jedes Monats",
    "schedule.monthly_or_last": "am {day} jedes Monats (in kürzeren am letzten Tag)",
    "schedule.monthly_last": "am letzten Tag jedes Monats",
    "schedule.monthly_weekday": "{nth} {day} jedes Monats",
    "schedule.nth.1": "am ersten",
    "schedule.nth.2": "am zweiten",
    "schedule.nth.3": "am dritten",
    "schedule.nth.4": "am vierten",
    "schedule.nth.last": "am letzten",
    "schedule.nth.1.weekend": "am ersten",
    "schedule.nth.2.weekend": "am zweiten",
    "schedule.nth.3.weekend": "am dritten",
    "schedule.nth.4.weekend": "am vierten",
    "schedule.nth.last.weekend": "am letzten",
    "schedule.day.first": "{day}.",
    "schedule.day.st": "{day}.",
    "schedule.day.nd": "{day}.",
    "schedule.day.rd": "{day}.",
    "schedule.day.th": "{day}.",
    "schedule.and": "{first} und {second}",
    "schedule.and_run": "{first}; {second}",
    "digest.by_what": (
        '"{words}": Ein Abo kommt täglich, werktags, wöchentlich, alle paar Wochen oder monatlich.'
    ),
    "digest.biweekly": '"{words}" kann zweimal pro Woche heißen oder alle 2 Wochen.',
    "digest.every": '"{words}": Schreib jede Woche oder alle 2 bis {most} Wochen.',
    "digest.yearly": (
        '"{words}": Ein Abo kommt jeden Tag, jede Woche oder jeden Monat wieder, nicht '
        "einmal im Jahr."
    ),
    "digest.no_such_day": '"{words}": Die Tage eines Monats gehen von 1 bis 31.',
    "digest.nth": '"{words}": Den hat nicht jeder Monat; schreib erster bis vierter oder letzter.',
    "digest.part_of_day": '"{words}": Schreib dazu, um wie viel Uhr.',
    "digest.day_or_hour": '"{words}" kann ein Tag des Monats sein oder eine Uhrzeit.',
    "digest.midnight": '"{words}" beendet einen Tag: Schreib 00:00, womit einer beginnt.',
    "digest.two_days": (
        'Ich lese "{first}" und "{second}": Ein Abo richtet sich nach einem davon. Leg '
        "fürs andere noch eins an."
    ),
    "digest.two_times": (
        'Ich lese "{first}" und "{second}": Ein Abo hat eine Uhrzeit. Leg für die andere '
        "noch eins an."
    ),
    "digest.monthly_weekday": (
        '"{words}": Schreib, welcher im Monat, zum Beispiel der erste oder der letzte.'
    ),
    "digest.start": (
        '"{words}": Einen Anfang hat nur, was alle 2 Wochen oder seltener kommt; alles '
        "andere beginnt gleich."
    ),
    "digest.number": '"{words}": Abos sind ab #1 nummeriert.',
    "digest.new_number": '"{words}": Ein neues Abo bekommt seine Nummer von selbst.',
    "digest.takes_number": (
        "Zu {name} gehört die Nummer eines Abos, zum Beispiel #7, und sonst nichts."
    ),
    "digest.takes_channels": (
        "Zu {name} gehört die Nummer eines Abos und wohin damit, und sonst nichts."
    ),
    "digest.two_targets": "Ein Abo geht an einen Ort. Kopier es, um es auch woanders zu haben.",
    "digest.channel_by_name": (
        'Ich finde "{words}" nicht über den Namen: Tipp # und wähl den Channel aus der '
        "Liste von Slack."
    ),
    "digest.person": '"{words}": Ein Abo geht in einen Channel oder an dich selbst.',
    "digest.no_such_section": (
        '"{words}": Ein Abo enthält Kennzahlen, Diagramm, Top-Flows und Top-Nachrichten '
        "oder einiges davon."
    ),
    "digest.once": (
        '"{words}": Ein Abo kommt immer wieder; für eine einzelne Antwort frag nach einem Bericht.'
    ),
    "digest.country": '"{words}": Nenn für die Zeitzone eine Stadt, zum Beispiel Berlin.',
    "digest.zone_offset": '"{words}": Nenn für diese Zeitzone eine Stadt.',
    "[when]": "[Zeitplan]",
    "digest weekly on monday at 9am in Europe/Berlin": (
        "Abo wöchentlich am Montag um 9 Uhr in Europe/Berlin"
    ),
    "digest daily at 8": "Abo täglich um 8 Uhr",
    "digest list": "Abo Liste",
    "digest weekly on monday at 9am": "Abo wöchentlich am Montag um 9 Uhr",
    "digest every 2 weeks on friday at noon": "Abo alle 2 Wochen am Freitag mittags",
    "digest monthly on the 15th": "Abo monatlich am 15.",
    "digest monthly at 15:00": "Abo monatlich um 15:00",
    "digest daily at 00:00": "Abo täglich um 00:00",
    "digest monthly on the first monday at 9:00": "Abo am ersten Montag im Monat um 9:00",
    "digest monthly on the last friday": "Abo am letzten Freitag im Monat",
    "digest on the last day of the month at 17:30": "Abo am letzten Tag des Monats um 17:30",
    "digest weekly without messages": "Abo wöchentlich ohne Nachrichten",
    "digest weekly with top 10": "Abo wöchentlich mit Top 10",
    "digest pause": "Abo pausieren",
    "digest resume": "Abo fortsetzen",
    "digest test": "Abo testen",
    "digest run": "Abo ausführen",
    "digest move": "Abo verschieben",
    "digest delete": "Abo löschen",
    "digest history": "Abo Verlauf",
    "digest copy": "Abo kopieren",
}
