"""The English vocabulary of dates and manners: data only, one entry a word or a phrase.

A word may stand in several tables; the grammar takes the sense that fits.
"""

from __future__ import annotations

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

# The unit a word names, and how many of it.
UNITS: dict[str, tuple[str, int]] = {
    word: (unit, count)
    for unit, count, words in (
        ("minute", 1, "minute minutes min mins"),
        ("hour", 1, "hour hours hr hrs h"),
        ("day", 1, "day days d"),
        ("week", 1, "week weeks wk wks w"),
        ("week", 2, "fortnight fortnights"),
        ("month", 1, "month months mth mths mo mos"),
        ("quarter", 1, "quarter quarters qtr qtrs"),
        ("year", 1, "year years yr yrs y"),
    )
    for word in words.split()
}

NUMBERS: dict[str, int] = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "zero": 0,
    "couple": 2,
}
TENS: dict[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS: dict[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}

DAYS: dict[str, int] = {"today": 0, "yesterday": -1, "tomorrow": 1}
TO_DATE: dict[str, str] = {"wtd": "week", "mtd": "month", "qtd": "quarter", "ytd": "year"}
OVER: dict[str, str] = {
    "yoy": "year",
    "qoq": "quarter",
    "mom": "month",
    "wow": "week",
    "dod": "day",
}
GROUPINGS: dict[str, str] = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "quarterly": "quarter",
    "annually": "year",
}
CLOCK: dict[str, int] = {"noon": 12, "midday": 12, "midnight": 0}
# The half of the day that a part of it lies in, and the hours that people mean by it.
DAYPARTS: dict[str, tuple[str, str]] = {
    "morning": ("am", "6:00-12:00"),
    "mornings": ("am", "6:00-12:00"),
    "afternoon": ("pm", "12:00-18:00"),
    "evening": ("pm", "18:00-24:00"),
    "night": ("pm", "18:00-24:00"),
    "tonight": ("pm", "18:00-24:00"),
}
PARTS: dict[str, str] = {
    "beginning": "beginning",
    "start": "beginning",
    "early": "beginning",
    "mid": "mid",
    "middle": "mid",
    "end": "end",
    "late": "end",
}

# Weekdays that are counted: 2 fridays ago.
WEEKDAYS_COUNTED: dict[str, int] = {
    f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")
}

# Days by their names, as month-day or as days from one that moves.
FEASTS: dict[str, str] = {
    "new year's day": "1-1",
    "new year's eve": "12-31",
    "valentine's day": "2-14",
    "halloween": "10-31",
    "thanksgiving": "thanksgiving+0",
    "black friday": "thanksgiving+1",
    "cyber monday": "thanksgiving+4",
    "good friday": "easter-2",
    "easter": "easter+0",
    "easter sunday": "easter+0",
    "easter monday": "easter+1",
    "christmas": "12-25",
    "christmas day": "12-25",
    "christmas eve": "12-24",
    "boxing day": "12-26",
}

# Words that the grammar itself names: sense, then the words that have it.
SENSES: dict[str, str] = {
    "last": "last past prev previous prior preceding trailing latest rolling",
    "most": "most",
    "relative": "prev previous prior preceding",
    "this": "this current",
    "next": "next coming upcoming following",
    "ago": "ago back",
    "to": "to until till til through thru .. ... - -- -> – — →",
    "dash": "- -- ->",
    "and": "and &",
    "since": "since",
    "from": "from starting",
    "after": "after",
    "before": "before",
    "earlier": "earlier prior",
    "between": "between",
    "until": "until till til before",
    "now": "now present",
    "the": "the",
    "of": "of in",
    "in": "in",
    "at": "at",
    "ranging": "from between",
    "for": "for",
    "preposition": "in for on during over of at within throughout across",
    "weekend": "weekend",
    "weekends": "weekends",
    "half": "half",
    "vague": "few several some many",
    "halfyear": "half-year half-years semester semesters",
    "halfmonth": "halfmonth",
    "semester": "s",
    "all": "all",
    "time": "time",
    "ever": "ever forever",
    "so": "so",
    "far": "far",
    "date": "date",
    "including": "including incl with inc",
    "full": "full whole complete calendar entire rolling consecutive straight",
    "by": "by per each every",
    "vs": "vs versus against v",
    "compared": "compared comparing compare",
    "than": "than",
    "more": "more fewer less higher lower bigger smaller better worse",
    "trend": (
        "up down rising falling growing shrinking increasing decreasing declining dropping "
        "improving rise fall grow growth increase decrease decline drop drops dropped grew fell "
        "increased decreased declined"
    ),
    "best": "best busiest biggest highest strongest peak",
    "ran": "ran run used popular triggered started activated busiest frequently often",
    "worst": "worst quietest slowest lowest weakest smallest",
    "which": "which what",
    "no": "no without",
    "comparison": "comparison comparisons baseline",
    "top": "top limit",
    "first": "first",
    "period": "period one",
    "same": "same",
    "as": "as",
    "csv": "csv export excel xlsx spreadsheet",
    "public": "public publicly here",
    "am": "am a.m. a.m",
    "pm": "pm p.m. p.m",
    "oclock": "o'clock oclock",
    "t": "t",
    "z": "z utc gmt",
    "q": "q",
    "h": "h",
    "w": "w wk cw kw",
    "iso": "iso calendar",
    "commencing": "commencing starting beginning from",
    "ending": "ending",
    "onwards": "onwards onward on",
    "that": "that it this these them",
    "comma": ",",
    "dot": ".",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "quote": "'",
}
