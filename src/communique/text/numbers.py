"""Numbers as they are written: digits, words, scales, fractions, vague plurals and ranges.

A pure grammar over a string. It says what a stretch is worth, not whether it is a quantity: years, counters and
the numbers inside names are found too, and are left out by whoever knows their surroundings.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from communique.records.base import Row

Form = Literal["digits", "words", "vague", "fraction"]


class Number(Row, frozen=True, kw_only=True):
    """Characters `start` to `end` are worth `value`, or `value` to `value_to`. `form` is how it is written; a
    "fraction" is a share of something ("a third of", "two in five")."""

    start: int
    end: int
    value: float
    value_to: float | None = None
    form: Form


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS: dict[str, int] = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "mln": 1e6, "mn": 1e6, "bln": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_GLUED: dict[str, float] = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12}
_VAGUE: dict[str, float] = {
    "tens": 10, "dozens": 12, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12
}  # fmt: skip
_PARTS: dict[str, float] = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_SIGNS: dict[str, float] = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}

_ONES = "|".join(sorted(WORDS, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|(?<![\w.])\.\d+"
# One lexeme of a number: digits with a power of ten, a number word, a scale, a joint.
_LEXEME = re.compile(
    rf"(?P<digits>{_DIGITS})(?:\s?[×x]\s?10\^?(?P<power>[−–-]?\d{{1,2}}))?(?P<sign>[½⅓⅔¼¾⅕⅛])?"
    rf"|(?P<lone>[½⅓⅔¼¾⅕⅛])|\b(?P<word>{_ONES})\b|(?<![^\W\d])(?P<scale>{_SCALE})s?\b",
    re.IGNORECASE,
)
_GLUE = re.compile(r"[kKmMbBtT](?![\w²³])")
_JOINT = re.compile(r"(?:\s|-|\s?and\s)?", re.IGNORECASE)
_VAGUE_PATTERN = re.compile(
    r"\b(?:(?P<outer>tens|hundreds|thousands) of )?(?P<inner>tens|dozens|hundreds|thousands|millions|billions"
    r"|trillions)\b",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(rf"\b(?P<whole>{_ONES}|\d{{1,3}})\sand a half(?:\s(?P<scale>{_SCALE}))?\b", re.IGNORECASE)
_A_SCALE = re.compile(rf"\b(?P<half>half )?(?:a|an)(?P<after> half)?\s(?P<scale>{_SCALE})\b", re.IGNORECASE)
_PART_WORDS = "|".join(_PARTS)
_PART_PATTERN = re.compile(
    rf"\b(?:(?P<top>a|an|one|two|three|four|five|seven|nine)[\s-](?P<part>{_PART_WORDS})s?|(?P<half>half))"
    r"(?=\s+of\b|-owned\b)|\b(?:two|three|four|five)[\s-](?:thirds|quarters|fifths|tenths)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\b(?P<top>{_ONES}|\d{{1,3}})\s(?:in|out of)(?: every)?\s(?P<bottom>{_ONES}|\d{{1,3}})\b(?!\s?[%,.]?\d)",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<![\w/.,-])(?P<top>1|3|5|7)\s?[/⁄](?P<bottom>2|3|4|5|8|10|16|32|64|128)(?=\s[a-z])")
_RANGE = re.compile(r"\s?(?:-|–|—|−|/)\s?|\s(?:to|or|and)\s", re.IGNORECASE)
_DASHES = frozenset("-–—−/")
# "8621-52920043" is no range: with a dash, the upper end is at most so many times the lower one.
_WIDEST = 50
# More digits than that are a licence, an account or a hash.
_LARGEST = 1e18
_MAX_SCALE_GAP = 1e3
_DIGIT = re.compile(rf"[\d{''.join(_SIGNS)}]")
_LETTERS = re.compile(r"[a-z]+")
_NUMERALS = frozenset((*WORDS, *SCALES, *_VAGUE, *_PARTS, *(f"{word}s" for word in _PARTS)))


class _Lexeme(NamedTuple):
    start: int
    end: int
    kind: str
    value: float


def find(text: str) -> list[Number]:
    """Every number in `text`, in order and without overlaps; ranges ("40 to 50", "four to five thousand") as one."""
    if not _may_hold(text):
        return []
    taken = bytearray(len(text))
    found: list[Number] = []
    for read in (_read_slashes, _read_ratios, _read_halves, _read_a_scale, _read_parts, _read_vague, _plain):
        for number in read(text):
            if number.value < _LARGEST and not any(taken[number.start : number.end]):
                taken[number.start : number.end] = b"\x01" * (number.end - number.start)
                found.append(number)
    return _ranges(text, sorted(found, key=lambda n: n.start))


def _may_hold(text: str) -> bool:
    """Whether a digit or some number word stands in the text: most sentences have neither, and need no reading."""
    return bool(_DIGIT.search(text)) or not _NUMERALS.isdisjoint(_LETTERS.findall(text.lower()))


def _read_slashes(text: str) -> Iterator[Number]:
    for m in _SLASH.finditer(text):
        yield Number(start=m.start(), end=m.end(), value=int(m["top"]) / int(m["bottom"]), form="fraction")


def _read_ratios(text: str) -> Iterator[Number]:
    for m in _RATIO.finditer(text):
        top, bottom = _small(m["top"]), _small(m["bottom"])
        if 0 < top < bottom:
            yield Number(start=m.start(), end=m.end(), value=top / bottom, form="fraction")


def _read_halves(text: str) -> Iterator[Number]:
    """ "two and a half", "three and a half million"."""
    for m in _AND_A_HALF.finditer(text):
        scale = SCALES[m["scale"].lower()] if m["scale"] else 1.0
        yield Number(start=m.start(), end=m.end(), value=(_small(m["whole"]) + 0.5) * scale, form="words")


def _read_a_scale(text: str) -> Iterator[Number]:
    """ "a million", "half a billion", "a half dozen"."""
    for m in _A_SCALE.finditer(text):
        share = 0.5 if m["half"] or m["after"] else 1.0
        yield Number(start=m.start(), end=m.end(), value=share * SCALES[m["scale"].lower()], form="words")


def _read_parts(text: str) -> Iterator[Number]:
    for m in _PART_PATTERN.finditer(text):
        words = re.split(r"[\s-]", m[0].lower())
        part = _PARTS.get(words[-1]) or _PARTS.get(words[-1].removesuffix("s"), 2)
        top = WORDS.get(words[0], 1) if len(words) > 1 else 1
        yield Number(start=m.start(), end=m.end(), value=top / part, form="fraction")


def _read_vague(text: str) -> Iterator[Number]:
    """ "dozens" is 12 to 120, "tens of thousands" 10,000 to 100,000."""
    for m in _VAGUE_PATTERN.finditer(text):
        low = _VAGUE[m["inner"].lower()] * (_VAGUE[m["outer"].lower()] if m["outer"] else 1)
        yield Number(start=m.start(), end=m.end(), value=low, value_to=10 * low, form="vague")


def _small(word: str) -> int:
    return int(word) if word.isdigit() else WORDS[word.lower()]


def _lexemes(text: str) -> Iterator[_Lexeme]:
    for m in _LEXEME.finditer(text):
        if m["digits"]:
            value = float(m["digits"].replace(",", ""))
            if m["power"]:
                value *= 10.0 ** int(re.sub(r"[−–]", "-", m["power"]))
            yield _Lexeme(m.start(), m.end(), "digits", value + _SIGNS.get(m["sign"] or "", 0.0))
        elif m["lone"]:
            yield _Lexeme(m.start(), m.end(), "digits", _SIGNS[m["lone"]])
        elif m["word"]:
            yield _Lexeme(m.start(), m.end(), "word", WORDS[m["word"].lower()])
        else:
            yield _Lexeme(m.start(), m.end(), "scale", SCALES[m["scale"].lower()])


def _plain(text: str) -> Iterator[Number]:
    """Runs of lexemes read as one number each: "4 hundred million", "twenty-five", "two and a half" is two."""
    run: list[_Lexeme] = []
    for lexeme in _lexemes(text):
        if run and _continues(text, run, lexeme):
            run.append(lexeme)
            continue
        yield from _number(text, run)
        run = [lexeme]
    yield from _number(text, run)


def _continues(text: str, run: list[_Lexeme], lexeme: _Lexeme) -> bool:
    last, gap = run[-1], text[run[-1].end : lexeme.start]
    if not _JOINT.fullmatch(gap) or "\n" in gap:
        return False
    if lexeme.kind == "scale":
        return bool(gap != "-" or last.kind != "digits") and gap.strip().lower() != "and"
    if lexeme.kind == "digits" or last.kind == "digits":
        return False
    joined = gap.strip().lower() == "and"
    if last.kind == "word":  # twenty-five, and never "five six"
        return not joined and last.value >= 20 and lexeme.value < 10
    return (joined or gap == " ") and lexeme.value < last.value


def _number(text: str, run: list[_Lexeme]) -> Iterator[Number]:
    if not run or all(x.kind == "scale" for x in run):
        return
    total = part = 0.0
    for lexeme in run:
        if lexeme.kind != "scale":
            part += lexeme.value
        elif lexeme.value < _MAX_SCALE_GAP:
            part *= lexeme.value
        else:
            total, part = total + part * lexeme.value, 0.0
    end, value = run[-1].end, total + part
    if len(run) == 1 and run[0].kind == "digits" and (glued := _GLUE.match(text, end)):
        number = Number(start=run[0].start, end=glued.end(), value=value * _GLUED[glued[0]], form="digits")
        if _is_scale(text, run[0], glued):
            yield number
            return
    form: Form = "digits" if run[0].kind == "digits" else "words"
    yield Number(start=run[0].start, end=end, value=value, form=form)


_DIMENSION = re.compile(r"\s(?:long|wide|tall|high|deep|above|below|away|from|in|and|or|to|by|race|sprint|of)\b")
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b[A-Z]{2,3}\$?)\s?$")


def _is_scale(text: str, digits: _Lexeme, glued: re.Match[str]) -> bool:
    """Whether the letter behind the digits is a scale: "25k", "$6m", "1.2m tons", but "37m long" is metres."""
    if glued[0] in "kK" or _MONEY_BEFORE.search(text[max(0, digits.start - 5) : digits.start]):
        return True
    if glued[0] == "M":
        return True
    noun_behind = re.match(r"\s[a-zA-Z]", text[glued.end() : glued.end() + 2])
    return glued[0] == "m" and bool(noun_behind) and not _DIMENSION.match(text, glued.end())


def _ranges(text: str, numbers: list[Number]) -> list[Number]:
    """Neighbours joined by "to", "or" or a dash, where they read as the ends of one range."""
    out: list[Number] = []
    for number in numbers:
        if out and (joined := _join(text, out[-1], number)):
            out[-1] = joined
        else:
            out.append(number)
    return out


def _join(text: str, left: Number, right: Number) -> Number | None:
    gap = text[left.end : right.start]
    if left.value_to is not None or right.value_to is not None or "fraction" in (left.form, right.form):
        return None
    if len(gap) > 6 or not _RANGE.fullmatch(gap) or _is_chain(text, left, right):
        return None
    # "From 4 to 5" is a change unless something ranges from 4 to 5: two numbers, not one.
    before = text[max(0, left.start - 24) : left.start].lower()
    if re.search(r"\bfrom\s(?:\S{1,3}\s?)?$", before) and not re.search(
        r"\b(?:rang|var|run|runs|go|goes|going|stretch)\w* from\s\S?$", before
    ):
        return None
    word = gap.strip().lower()
    if word == "or" and right.value != left.value + 1 and right.form == "digits":
        return None
    if word == "and" and not re.search(r"\bbetween\s$", before):
        return None
    low = left.value * _shared_scale(text, left, right)
    if low >= right.value or (gap.strip() in _DASHES and right.value > _WIDEST * max(low, 1.0)):
        return None
    return Number(start=left.start, end=right.end, value=low, value_to=right.value, form=left.form)


def _is_chain(text: str, left: Number, right: Number) -> bool:
    """Whether the two stand in a longer chain (a telephone number, a date, a licence) or are a score of a game."""
    dash = re.compile(r"[\w/−–-]")
    if text[left.end : right.start] in "-–/−—":
        before, behind = text[left.start - 1 : left.start], text[right.end : right.end + 2]
        return bool(before and dash.match(before)) or bool(re.match(r"[-/–]\d", behind))
    return False


def _shared_scale(text: str, left: Number, right: Number) -> float:
    """ "four to five thousand": the left end takes the right one's scale where it has none and is far below."""
    words = re.split(r"[\s-]", text[right.start : right.end].lower())
    scale = 1.0
    for word in reversed(words):
        if word not in SCALES:
            break
        scale *= SCALES[word]
    if glued := re.search(r"\d([kKmMbB])$", text[right.start : right.end]):
        scale = _GLUED[glued[1]]
    if scale == 1 or left.value * scale >= right.value or re.search(r"[A-Za-z]$", text[left.start : left.end].rstrip()):
        return scale if scale > 1 and _is_small_word(text, left) and left.value * scale < right.value else 1.0
    return scale


def _is_small_word(text: str, number: Number) -> bool:
    return text[number.start : number.end].lower() in WORDS
