"""The German words of dates and joints: English on the left, what people write on the right.

Umlauts may be written as ae, oe, ue or left out, ß as ss. `translation.py` says what `~` and `|`
mean. Data only.
"""

from __future__ import annotations


def _forms(*stems: str) -> str:
    """The inflected forms of adjectives by their stem: letzt → letzte, letzten, letzter …"""
    endings = ("e", "en", "er", "es", "em")
    return ", ".join(stem + ending for stem in stems for ending in endings)


_MONTHS = {
    "january": "januar, jan, jänner, jän",
    "february": "februar, feb, feber",
    "march": "märz, mrz, mär",
    "april": "april, apr",
    "may": "mai",
    "june": "juni, jun, juno",
    "july": "juli, jul",
    "august": "august, aug",
    "september": "september, sep, sept",
    "october": "oktober, okt",
    "november": "november, nov",
    "december": "dezember, dez",
}


def _month_words() -> dict[str, str]:
    """Months, also in the genitive, and what is built of them: Oktoberwoche, Maihälfte."""
    words: dict[str, str] = {}
    for english, names in _MONTHS.items():
        first = names.partition(",")[0]
        words[english] = f"{names}, {first}s"
        words[f"week of {english}"] = f"{first}woche"
        words[f"half of {english}"] = f"{first}hälfte"
        words[f"weekend of {english}"] = f"{first}wochenende"
    return words


DATES: dict[str, str] = {
    # days and moments
    "today": "heute, den heutigen tag, am heutigen tag, der heutige tag, heutiger tag",
    "yesterday": "gestern, gestriger tag, der gestrige tag, am gestrigen tag, den gestrigen tag",
    "day before yesterday": "vorgestern",
    "3 days ago": "vorvorgestern",
    "tomorrow": "morgen",
    "day after tomorrow": "übermorgen",
    "now": "jetzt, diesem moment, zum jetzigen zeitpunkt",
    "today morning": "heute morgen, heute früh, heute vormittag, heute vormittags",
    "today afternoon": "heute nachmittag, heute nachmittags",
    "today evening": "heute abend, heute nacht, heute abends",
    "yesterday morning": "gestern morgen, gestern früh, gestern vormittag",
    "yesterday afternoon": "gestern nachmittag",
    "yesterday evening": "gestern abend, gestern nacht, letzte nacht",
    "morning": "vormittag",
    "afternoon": "nachmittag",
    "evening": "abend, nacht",
    # units
    "minute": "minute",
    "minutes": "minuten, min",
    "hour": "stunde",
    "hours": "stunden, std, stdn",
    "day": "tag, tages, tags",
    "days": "tage, tagen",
    "week": "woche, kalenderwoche",
    "weeks": "wochen, kalenderwochen",
    "w": "kw",
    "month": "monat, monats, monates, kalendermonat",
    "months": "monate, monaten",
    "quarter": "quartal, quartals, vierteljahr, quartales",
    "quarters": "quartale, quartalen",
    "half-year": "halbjahr, halbjahres, halbjahrs, hj",
    "half-years": "halbjahre, halbjahren",
    "year": "jahr, jahres, jahrs, kalenderjahr, kalenderjahres",
    "years": "jahre, jahren",
    "half~": "halb",
    "quarter past": "viertel nach",
    "quarter to": "viertel vor",
    "half": "hälfte, halbe, halbes, halben, halber",
    "weekend": "wochenende, wochenendes, wochenend",
    "weekends": "wochenenden",
    # their names
    "monday": "montag, mo",
    "tuesday": "dienstag, di",
    "wednesday": "mittwoch, mi",
    "thursday": "donnerstag, do",
    "friday": "freitag, fr",
    "saturday": "samstag, sa, sonnabend",
    "sunday": "sonntag",
    "on sunday": "am so",
    "since sunday": "seit so",
    "to sunday": "bis so, - so",
    "sunday to": "so bis",
    "last sunday": "letzten so, letzter so",
    **_month_words(),
    # days by their names
    "new year's day": "neujahr, neujahrstag",
    "new year's eve": "silvester",
    "christmas day": "erster weihnachtstag, erster weihnachtsfeiertag",
    "christmas eve": "heiligabend, heilig abend",
    "boxing day": "zweiter weihnachtstag, zweiter weihnachtsfeiertag",
    "valentine's day": "valentinstag",
    "good friday": "karfreitag",
    "easter sunday": "ostersonntag",
    "easter monday": "ostermontag",
    "black friday": "black friday",
    "cyber monday": "cyber monday",
    # which of them
    "last": _forms("letzt", "vergangen", "jüngst", "abgelaufen", "zurückliegend") + ", letzt",
    "previous": _forms("vorig", "vorherig", "vorangegangen", "vorangehend", "vorhergehend"),
    "beforelast~": _forms("vorletzt"),
    "this": _forms("dies", "laufend", "aktuell", "jetzig", "gegenwärtig", "derzeitig", "bisherig")
    + ", "
    "dies",
    "this year": "heuer",
    "next": _forms("nächst", "kommend", "folgend") + ", nächst",
    "previous week": "vorwoche",
    "previous month": "vormonat, vormonats",
    "previous quarter": "vorquartal, vorquartals",
    "previous day": "vortag, vortags",
    "previous weekend": "vorwochenende",
    "last year": "vorjahr, vorjahres, vorjahrs",
    "same week last year": "vorjahreswoche",
    "same month last year": "vorjahresmonat, vorjahresmonats",
    "same quarter last year": "vorjahresquartal, vorjahresquartals",
    "same day last year": "vorjahrestag",
    "same period last year": "vorjahreszeitraum, vorjahreszeitraums, vorjahresperiode",
    "previous period": "vorperiode, vorzeitraum, vorzeitraums",
    "so far": "bisher, bislang, soweit, bis dato",
    "to date": "bis heute gerechnet",
    "year to date": "seit jahresanfang gerechnet, jahr bis heute",
    "start of the month": "monatsanfang, monatsbeginn, anfang des monats, anfang monat",
    "start of the year": "jahresanfang, jahresbeginn, anfang des jahres, anfang jahr",
    "start of the week": "wochenanfang, wochenbeginn, anfang der woche",
    "start of the quarter": "quartalsanfang, quartalsbeginn, anfang des quartals",
    "ago~|before": "vor",
    "full": _forms("ganz", "voll", "komplett", "vollständig", "abgeschlossen", "gesamt"),
    "first": _forms("erst"),
    "second": _forms("zweit"),
    "third": _forms("dritt") + ", iii.",
    "fourth": _forms("viert") + ", iv.",
    "fifth": _forms("fünft"),
    **{
        f"{number}th": _forms(stem)
        for number, stem in (
            (6, "sechst"),
            (7, "siebt"),
            (8, "acht"),
            (9, "neunt"),
            (10, "zehnt"),
            (11, "elft"),
            (12, "zwölft"),
            (13, "dreizehnt"),
            (14, "vierzehnt"),
            (15, "fünfzehnt"),
            (16, "sechzehnt"),
            (17, "siebzehnt"),
            (18, "achtzehnt"),
            (19, "neunzehnt"),
            (20, "zwanzigst"),
            (30, "dreißigst"),
        )
    },
    "beginning": "anfang, beginn",
    "middle": "mitte",
    "end": "ende",
    "same": _forms("gleich", "selb", "nämlich") + ", dieselbe, demselben, derselben, denselben, "
    "dasselbe, derselbe, desselben",
    "period": "zeitraum, zeiträume, zeiträumen, zeitraums, periode, zeitspanne",
    "date": "datum",
    "number": "nummer, nr",
    "commencing": "beginnend am, beginnend mit, die am",
    "including": "inklusive, inkl, einschließlich, einschl, samt, mitsamt",
    "~including": "eingeschlossen, inbegriffen",
    "ever": "jemals",
    "all": "alle, aller",
    "all time": "aller zeiten, gesamte zeit, ganze zeit, die gesamte zeit, gesamter zeitraum, "
    "gesamten zeitraum, seit anbeginn, von anfang an, seit jeher, seit eh und je, "
    "über die gesamte zeit, die ganze zeit",
    # times of day
    "noon": "mittag, mittags",
    "midnight": "mitternacht, mitternachts",
    "o'clock": "uhr",
    "am": "morgens, früh, vormittags, am morgen, am vormittag",
    "pm": "nachmittags, abends, am nachmittag, am abend",
    # numbers
    "one": "eins",
    "a": "ein, eine, einen, einem, einer, eines",
    "2": "zwo",
    "few": "ein paar, paar, einige, einigen, mehrere, mehreren, wenige, wenigen",
    "half a year": "halbe jahr, halbes jahr, halben jahr, halben jahres",
    "1 and a half": "anderthalb, eineinhalb, einundhalb",
    "2 and a half": "zweieinhalb",
    "3 and a half": "dreieinhalb",
    "15 minutes": "viertelstunde",
    "45 minutes": "dreiviertelstunde",
}

JOINTS: dict[str, str] = {
    "most": "die am häufigsten gestartet sind, die am häufigsten gestartet wurden, "
    "am häufigsten gestartet wurden, die am häufigsten gestartet haben, "
    "die am häufigsten starteten, am häufigsten, am meisten, am öftesten, meistgenutzt, "
    "meistgenutzte, meistgenutzten, meistgenutzter, beliebteste, beliebtesten, beliebtester, "
    "meistgestartete, meistgestarteten",
    "ran": "lief, liefen, gelaufen, ausgelöst, gestartet, genutzt, benutzt, verwendet, ausgeführt",
    "rising": "steigen, steigt, steigend, gestiegen, wachsen, wächst, gewachsen, wachstum, "
    "zunehmen, zugenommen, zunahme, anstieg, hoch, aufwärts, bergauf, besser",
    "falling": "sinken, sinkt, gesunken, fallen, fällt, gefallen, abnehmen, abgenommen, abnahme, "
    "rückgang, runter, abwärts, bergab, schlechter, zurückgegangen",
    "best": _forms("best", "stärkst", "aktivst", "erfolgreichst") + ", spitzen",
    "worst": _forms("schlechtest", "schwächst", "ruhigst"),
    "which": "welcher, welche, welches, welchem, an welchem, in welcher, in welchem",
    "to": "bis, bis zum, bis zur, bis einschließlich, bis inklusive, zum, zur",
    "at": "um",
    "since": "seit, ab, seit dem, seit der, ab dem, ab der, seid",
    "by|after": "nach",
    "between": "zwischen",
    "and": "und",
    "of~": "von, vom, des",
    "the": "die, das, den, der, dem",
    "in": "in, im, ins",
    "on": "am, an",
    "during": "während, innerhalb, im laufe, im verlauf, über",
    "for": "für, zu, zu den",
    "onwards": "aufwärts",
    "before": "davor, zuvor, vorher, bevor",
    "by": "pro, je, per, jede, jeden, jedes, jeder, gruppiert nach, aufgeteilt nach, "
    "aufgeschlüsselt nach, gruppiert pro, unterteilt nach",
    "by week": "wochenweise, woche für woche, pro kw, je kw, nach kw, auf wochenbasis",
    "by day": "tageweise, tagesweise, tag für tag, auf tagesbasis, tgl",
    "by month": "monatsweise, monat für monat, auf monatsbasis, mtl",
    "by hour": "stundenweise, stunde für stunde, auf stundenbasis",
    "daily": _forms("täglich") + ", täglich",
    "weekly": _forms("wöchentlich") + ", wöchentlich",
    "monthly": _forms("monatlich") + ", monatlich",
    "hourly": _forms("stündlich") + ", stündlich",
    "vs": "vs, gegen, gegenüber, versus, ggü, ggb, gegenüber dem, gegenüber der, gegenüber den",
    "compared to": "verglichen mit, verglichen zu, verglichen zum, verglichen zur, "
    "im vergleich zu, im vergleich zum, im vergleich zur, im vergleich mit, in vergleich zu, "
    "im vgl. zu, im vgl. zum, im vgl. zur, im vgl zu, im vgl zum, im vgl zur, in bezug auf, "
    "zum vergleich",
    "vs last year": "zum vorjahr",
    "vs previous week": "zur vorwoche",
    "vs previous month": "zum vormonat",
    "vs previous period": "zur vorperiode, zum vorzeitraum",
    "compare": "vergleiche, vergleich, vergleichen, vergleicht",
    "with": "mit",
    "more": "mehr, weniger",
    "than": "als",
    "no comparison": "ohne vergleich, kein vergleich, keinen vergleich",
    "group": "gruppiert, aufgeteilt, aufgeschlüsselt, unterteilt",
    "top": "top",
    "as csv": "als csv, in csv, als excel, in excel, exportieren, export, exportiere, "
    "als csv-datei, als excel-datei, als datei, herunterladen",
    "public": "öffentlich, hier öffentlich, hier im channel, hier im kanal, für den channel, "
    "für den kanal, in den channel, in den kanal",
}

# What stands behind the digits of an ordinal.
ENDINGS = "te, ten, tes, ter, ste, sten, ster"

# What a word of manners means where it is the last of a text.
LAST = {"so": "sunday"}
