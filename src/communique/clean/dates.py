"""Absolute dates in a line: a small reader for date lines in many languages. Relative words are not its concern."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from communique.clean.vocabulary import month_numbers
from communique.records.base import Row
from communique.records.times import Basis, Time

Order = Literal["day", "month"]
MAX_CHARS = 400
FIRST_YEAR, LAST_YEAR = 1980, 2100

# Abbreviations that name one offset only. CST, IST and BST each stand for several and say nothing sure.
ZONES = {
    "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "EST": "-05:00", "EDT": "-04:00", "PST": "-08:00",
    "PDT": "-07:00", "MDT": "-06:00", "CDT": "-05:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
    "EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00", "AEDT": "+11:00",
    "SGT": "+08:00", "HKT": "+08:00",
}  # fmt: skip
_YEAR, _BLANK = re.compile(r"\d{4}"), re.compile(r"[^\S ]")
_ISO = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)([-/.])([01]?\d)\2([0-3]?\d)(?![\d-])")
_COMPACT_CJK = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
_CLOCK = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?![\d:])\s?([ap]\.?m\b\.?)?", re.IGNORECASE
)
_BESIDE = re.compile(r"[\s,;|·•()-]*(?:T|at|um|à|a las|às|alle|ore|в|saat|kl)?[\s.,-]*", re.IGNORECASE)
_ZONE = re.compile(r"\s?\(?(?:(UTC|GMT)?\s?([+\u2212-])(\d{1,2})(?::?([0-5]\d))?(?!\d)|([A-Z]{1,4})\b)")


class Stated(Row, frozen=True):
    """A date as a line states it: its extent, the value, and the clock time with its offset where both stand there.

    `month` and `day` are None where they are not said. `alternative` is the other reading of a numeric date
    whose order of day and month the line leaves open.
    """

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    alternative: tuple[int, int] | None = None

    def iso(self) -> str:
        """As precise as it was said: `2022`, `2022-07`, `2022-07-20` or `2022-07-20T08:34+08:00`."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts) + (f"T{self.clock}" if self.clock and self.day else "")


@cache
def _worded() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, month_numbers()), key=lambda name: (-len(name), name)))
    link = r"(?:\s|\.|,|\bde\b|\bdel\b|\bof\b|\bθ\b|-|/)"
    day = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th|\.|º|er|ª)?"
    before = rf"(?:(?<![\d:.]){day.format('before')}{link}{{0,4}})?"
    after = rf"(?:{link}{{0,3}}{day.format('after')}(?![\d:]))?"
    year = rf"{link}{{0,4}}(?P<year>(?:19|20)\d\d)(?!\d)"
    return re.compile(rf"{before}(?<![^\W\d_])(?P<month>{names})(?![^\W\d_]){after}{year}", re.IGNORECASE)


@cache
def _year_first() -> re.Pattern[str]:
    """ "2023 Jan 7", as catalogues of journals and some languages write it."""
    names = "|".join(sorted(map(re.escape, month_numbers()), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![\d/.-])(?P<year>(?:19|20)\d\d)[\s.,/-]{{1,3}}(?P<month>{names})(?![^\W\d_])[\s.,/-]{{1,3}}(?P<day>[0-3]?\d)(?![\d:])",
        re.IGNORECASE,
    )


def find_dates(text: str, order: Order | None = None) -> list[Stated]:
    """The absolute dates in the first `MAX_CHARS` of `text`, left to right. `order` settles `03/04/2022`."""
    return list(_found(text[:MAX_CHARS], order)) if _YEAR.search(text, 0, MAX_CHARS) else []


@lru_cache(maxsize=2_000)  # several rules ask the same of a line
def _found(text: str, order: Order | None) -> tuple[Stated, ...]:
    plain = _plain(text)
    found: list[Stated] = []
    for one in sorted(_candidates(plain, order), key=lambda d: (d.start, -d.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(_with_clock(plain, one, found) for one in found)


def _plain(text: str) -> str:
    """The same characters in one case of digits: every decimal digit as 0-9, every blank as a space."""
    if text.isascii():
        return _BLANK.sub(" ", text)
    return "".join(
        str(unicodedata.digit(c)) if not c.isascii() and c.isdecimal() else " " if c.isspace() else c for c in text
    )


def _candidates(text: str, order: Order | None) -> Iterator[Stated]:
    for m in _ISO.finditer(text):
        yield from _dated(m.start(), m.end(), int(m[1]), int(m[3]), int(m[4]))
    for m in _COMPACT_CJK.finditer(text):
        yield from _dated(m.start(), m.end(), int(m[1]), int(m[2]), int(m[3]) if m[3] else None)
    for m in _worded().finditer(text):
        day = m["before"] or m["after"]
        month = month_numbers()[m["month"].lower()]
        start = m.start() if m["before"] else m.start("month")
        yield from _dated(start, m.end(), int(m["year"]), month, int(day) if day else None)
    for m in _year_first().finditer(text):
        month = month_numbers()[m["month"].lower()]
        yield from _dated(m.start(), m.end(), int(m["year"]), month, int(m["day"]))
    for m in _NUMERIC.finditer(text):
        yield from _numeric(m, order)


def _dated(start: int, end: int, year: int, month: int, day: int | None) -> Iterator[Stated]:
    if is_date(year, month, day or 1):
        yield Stated(start, end, year, month, day)


def _numeric(m: re.Match[str], order: Order | None) -> Iterator[Stated]:
    first, second, year = int(m[1]), int(m[3]), int(m[4])
    day_first = is_date(year, second, first)
    month_first = is_date(year, first, second) and m[2] != "."  # 03.04.2022 is written day first everywhere
    if day_first and month_first and first != second:
        if order == "month":
            yield Stated(m.start(), m.end(), year, first, second)
        elif order == "day":
            yield Stated(m.start(), m.end(), year, second, first)
        else:
            yield Stated(m.start(), m.end(), year, second, first, None, (first, second))
    elif day_first or month_first:
        month, day = (second, first) if day_first else (first, second)
        yield Stated(m.start(), m.end(), year, month, day)


def is_date(year: int, month: int, day: int) -> bool:
    """Whether there is such a day, in the years the web has."""
    try:
        return FIRST_YEAR <= date(year, month, day).year <= LAST_YEAR
    except ValueError:
        return False


def _with_clock(text: str, one: Stated, all_of_them: list[Stated]) -> Stated:
    """`one` with the clock time that stands beside it, if that names its offset; its extent grows to hold both."""
    at = all_of_them.index(one)
    floor = all_of_them[at - 1].end if at else 0
    ceiling = all_of_them[at + 1].start if at + 1 < len(all_of_them) else len(text)
    for low, high in ((one.end, min(ceiling, one.end + 30)), (max(floor, one.start - 30), one.start)):
        for m in _CLOCK.finditer(text, low, high):
            zone = _ZONE.match(text, m.end(), min(len(text), m.end() + 12))
            offset = _offset(zone) if zone else None
            if offset is None or zone is None or one.day is None:
                continue
            between = text[one.end : m.start()] if low == one.end else text[zone.end() : one.start]
            if not _BESIDE.fullmatch(between):
                continue
            start, end = min(one.start, m.start()), max(one.end, zone.end())
            return Stated(start, end, one.year, one.month, one.day, _hour(m) + offset, one.alternative)
    return one


def _hour(m: re.Match[str]) -> str:
    hour, half = int(m[1]), (m[3] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{m[2]}"


def _offset(m: re.Match[str]) -> str | None:
    if m[5]:
        return ZONES.get(m[5])
    if int(m[3]) > 14:
        return None
    sign = "-" if m[2] in "-\u2212" else "+"
    return f"{sign}{int(m[3]):02d}:{m[4] or '00'}"


def time_of(stated: Stated, basis: Basis = "stated") -> Time:
    """The interval `stated` names: a moment, a day, or all days of a month."""
    iso = stated.iso()
    if stated.month and not stated.day:
        last = (date(stated.year + stated.month // 12, stated.month % 12 + 1, 1)).toordinal() - 1
        return Time(earliest=f"{iso}-01", latest=date.fromordinal(last).isoformat(), edtf=iso, basis=basis)
    return Time(earliest=iso, latest=iso, edtf=_edtf(iso), basis=basis)


def _edtf(iso: str) -> str:
    # EDTF wants seconds in a time of day; a time as precise as its source has none.
    return f"{iso[:16]}:00{iso[16:]}" if "T" in iso else iso
