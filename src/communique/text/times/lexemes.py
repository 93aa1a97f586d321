"""A string as lexemes: words in lower case, numbers with their value, marks. Linear in its length."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SCANNER = re.compile(
    r"(?P<iso>[0-9]{4}([-/])[0-9]{2}\2[0-9]{2}(?![0-9-])(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)"
    r"|(?P<slashed>[0-9]{1,2}([/.-])[0-9]{1,2}\4[0-9]{4}(?![0-9]))"
    r"|(?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])|[0-2]?[0-9]\.[0-5][0-9](?=\s?(?:[ap]\.?m|gmt|utc|bst|cest?)\b)"
    r"|[0-2][0-9][0-5][0-9](?=\s?(?:gmt|utc|hours)\b))"
    r"|(?P<decade>(?:(?<![0-9])[12][0-9]{2}0|['‘’][0-9]0)['’]?s\b)"
    r"|(?P<quartered>[qh][1-4]\b|[1-4][qh]\b)"
    r"|(?P<ordinal>[0-9]+(?:st|nd|rd|th)\b)"
    r"|(?P<fraction>[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|[½¼¾])"
    r"|(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    r"|(?P<meridiem>[ap]\.\s?m\b\.?|[ap]m\b)"
    r"|(?P<abbreviated>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thurs?|fri|sat|sun)\.)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s]|[\d_])",
    re.IGNORECASE,
)


MONTHS_CUT = frozenset("jan feb mar apr jun jul aug sep oct nov dec".split())
PLAIN = {"’": "'", "‘": "'", "–": "-", "‐": "-", "‑": "-"}


class Lexeme(NamedTuple):
    """A word, a number or a mark at `start` to `end`. `text` is in lower case; `value` is set for numbers;
    `shape` names its kind; `capital` where it begins with one; `spaced` where white space stands before it."""

    start: int
    end: int
    text: str
    shape: str
    value: float | None = None
    capital: bool = False
    spaced: bool = True


def lex(text: str) -> list[Lexeme]:
    """The lexemes of `text`, number words joined into numbers ("twenty-one", "nineteen ninety-six")."""
    return list(_joined(list(_scan(text))))


def _scan(text: str) -> Iterator[Lexeme]:
    before = -1
    for match in SCANNER.finditer(text):
        kind = match.lastgroup or next(name for name, found in match.groupdict().items() if found)
        word = match[0]
        shape, value = _shape(kind, word)
        plain = PLAIN.get(word, word.lower())
        if kind == "abbreviated" and plain[:3] in MONTHS_CUT:
            plain = plain[:-1]
        yield Lexeme(match.start(), match.end(), plain, shape, value, word[:1].isupper(), match.start() > before)
        before = match.end()


def _shape(kind: str, word: str) -> tuple[str, float | None]:
    if kind == "number":
        return _number(word)
    if kind == "abbreviated":
        return "word", None
    if kind == "ordinal":
        return "ordinal", _limited(word[:-2])
    if kind == "fraction":
        return "fraction", _fraction(word)
    if kind == "word" and word.lower() in ORDINALS:
        return "ordinal", ORDINALS[word.lower()]
    return kind, None


def _number(word: str) -> tuple[str, float | None]:
    plain = word.replace(",", "")
    if "." in plain:
        return "decimal", float(plain) if len(plain) < 20 else None
    value = _limited(plain)
    if len(word) == 4 and 1000 <= value <= 2199:
        return "year", value
    return "number", value


def _limited(digits: str) -> float:
    return float(int(digits)) if len(digits) < 10 else 1e9


def _fraction(word: str) -> float | None:
    if word in "½¼¾":
        return {"½": 0.5, "¼": 0.25, "¾": 0.75}[word]
    over, under = word.split("/")
    return int(over) / int(under) if int(over) < int(under) <= 12 else None


ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=1,
    )
}
SMALL = ONES | TENS


def _joined(lexemes: list[Lexeme]) -> Iterator[Lexeme]:
    i = 0
    while i < len(lexemes):
        end, value, shape = _number_words(lexemes, i)
        if end == i:
            yield lexemes[i]
            i += 1
        else:
            first, last = lexemes[i], lexemes[end - 1]
            text = " ".join(each.text for each in lexemes[i:end])
            yield Lexeme(first.start, last.end, text, shape, value, first.capital, first.spaced)
            i = end


def _number_words(lexemes: list[Lexeme], i: int) -> tuple[int, float, str]:
    """Where the number that begins at `i` ends, with its value and shape; `i` itself where there is none."""
    at, value, shape = _below_hundred(lexemes, i)
    if at == i and lexemes[i].text in ("a", "one") and _text(lexemes, i + 1) in SCALES:
        return _scaled(lexemes, i + 1, 1)
    if at == i:
        return i, 0, ""
    if shape == "ordinal":
        return at, value, shape
    after, second, kind = _below_hundred(lexemes, at)
    if 11 <= value <= 20 and after > at and kind == "number" and 10 <= second <= 99:
        return after, value * 100 + second, "year"
    return _scaled(lexemes, at, value)


def _scaled(lexemes: list[Lexeme], at: int, value: float) -> tuple[int, float, str]:
    total, largest = value, 0.0
    while at < len(lexemes) and lexemes[at].text in SCALES:
        scale = SCALES[lexemes[at].text]
        if largest and scale <= largest:
            break
        total, largest = total * scale, scale
        at += 1
    if not largest:
        return at, total, "number"
    skip = at + (_text(lexemes, at) == "and")
    after, rest, kind = _below_hundred(lexemes, skip)
    if after > skip and kind == "number" and rest < largest:
        at, total = after, total + rest
    return at, total, "year" if 2000 < total < 2100 and largest == 1000 else "number"


def _text(lexemes: list[Lexeme], at: int) -> str:
    return lexemes[at].text if at < len(lexemes) else ""


def _below_hundred(lexemes: list[Lexeme], i: int) -> tuple[int, float, str]:
    word = _text(lexemes, i)
    if word not in SMALL:
        return i, 0, ""
    if word in TENS:
        after = i + 2 if _text(lexemes, i + 1) == "-" else i + 1
        rest = _text(lexemes, after)
        if 1 <= ONES.get(rest, 0) <= 9:
            return after + 1, TENS[word] + ONES[rest], "number"
        if ORDINALS.get(rest, 10) <= 9:
            return after + 1, TENS[word] + ORDINALS[rest], "ordinal"
    return i + 1, SMALL[word], "number"
