"""The numbers from 2 to 99 as words, by language: data, and the few rules that build them."""

from __future__ import annotations

_ES = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_ES_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_DE = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_DE_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = {
    20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt",
}  # fmt: skip
_FR_OWN_TENS = {70: "septante", 80: "huitante", 90: "nonante"}
_PT = [
    "zero",
    "um",
    "dois",
    "três",
    "quatro",
    "cinco",
    "seis",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "quatorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
]
_PT_TENS = ["vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"]
_PT_TOO = {2: "duas", 14: "catorze", 16: "dezasseis", 17: "dezassete", 19: "dezanove"}
# Words that mean something else as well; the tables of dates have them.
_ELSEWHERE = frozenset({"sept", "dez"})


def _spanish() -> dict[int, list[str]]:
    names = {number: [word] for number, word in enumerate(_ES)}
    names[21] += ["veintiún", "veintiuna"]
    for index, ten in enumerate(_ES_TENS):
        names[30 + 10 * index] = [ten]
        for unit in range(1, 10):
            names[30 + 10 * index + unit] = [f"{ten} y {_ES[unit]}"]
        names[31 + 10 * index] += [f"{ten} y un", f"{ten} y una"]
    return names


def _german() -> dict[int, list[str]]:
    names = {number: [word] for number, word in enumerate(_DE)}
    for index, ten in enumerate(_DE_TENS):
        names[20 + 10 * index] = [ten]
        for unit in range(1, 10):
            names[20 + 10 * index + unit] = [f"{'ein' if unit == 1 else _DE[unit]}und{ten}"]
    return names


def _french() -> dict[int, list[str]]:
    names = {number: [word] for number, word in enumerate(_FR)}
    for ten, word in _FR_TENS.items():
        beyond = 20 if ten in (60, 80) else 10
        for unit in range(1, beyond):
            joint = " et " if unit in (1, 11) and ten != 80 else "-"
            names[ten + unit] = [f"{word}{joint}{_FR[unit]}"]
            if unit == 1:
                names[ten + unit].append(f"{word}{joint}une")
        names[ten] = [word]
    names[80].append("quatre-vingts")
    for ten, word in _FR_OWN_TENS.items():
        names[ten].append(word)
        for unit in range(1, 10):
            names[ten + unit].append(f"{word}{' et ' if unit == 1 else '-'}{_FR[unit]}")
    return names


def _portuguese() -> dict[int, list[str]]:
    names = {number: [word] for number, word in enumerate(_PT)}
    for index, ten in enumerate(_PT_TENS):
        names[20 + 10 * index] = [ten]
        for unit in range(1, 10):
            names[20 + 10 * index + unit] = [f"{ten} e {_PT[unit]}"]
        names[21 + 10 * index].append(f"{ten} e uma")
        names[22 + 10 * index].append(f"{ten} e duas")
    for number, word in _PT_TOO.items():
        names[number].append(word)
    return names


def _table(names: dict[int, list[str]]) -> dict[str, str]:
    """By digits; one is told by the articles, and what has another meaning is told elsewhere."""
    return {
        str(number): ", ".join(word for word in words if word not in _ELSEWHERE)
        for number, words in names.items()
        if number != 1
    }


NUMBERS: dict[str, dict[str, str]] = {
    "es": _table(_spanish()),
    "de": _table(_german()),
    "fr": _table(_french()),
    "pt": _table(_portuguese()),
}
