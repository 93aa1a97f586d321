"""Times in human words, as precise as they are and no more."""

from calendar import monthrange
from datetime import date, datetime

from communique.records.times import Time

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
UNKNOWN = "date not known"
THIRDS = {(1, 10): "early", (11, 20): "mid-", (21, 0): "late"}
DAY = 10  # characters of an ISO date


def day_of(moment: str) -> date | None:
    """The civil date of an ISO date or date-time; None where it is neither."""
    try:
        return date.fromisoformat(moment[:DAY])
    except ValueError:
        return None


def when(time: Time | None) -> str:
    """ "19 January 2022", "late June 2022 (approximately)", "17 to 23 January 2022", "date not known"."""
    if time is None:
        return UNKNOWN
    first, last = day_of(time.earliest), day_of(time.latest)
    if first is None or last is None:
        return UNKNOWN
    words = _moment(time.earliest, first) if time.earliest == time.latest else _interval(first, last, time.approximate)
    return f"{words} (approximately)" if time.approximate else words


def short(time: Time | None) -> str:
    """The day and month, or the month, for a list under the heading of its year."""
    if time is None or (first := day_of(time.earliest)) is None or (last := day_of(time.latest)) is None:
        return ""
    words = _interval(first, last, time.approximate)
    return words.removesuffix(f" {first.year}") if first.year == last.year else words


def _moment(text: str, day: date) -> str:
    if len(text) <= DAY:
        return _day(day)
    try:
        clock = datetime.fromisoformat(text)
    except ValueError:
        return _day(day)
    offset = clock.strftime("%z")
    zone = f" (UTC{offset[:3]}:{offset[3:5]})" if offset else ""
    return f"{_day(day)}, {clock:%H:%M}{zone}"


def _interval(first: date, last: date, approximate: bool) -> str:
    if first == last:
        return _day(first)
    if first.year == last.year and first.month == last.month:
        return _in_month(first, last, approximate)
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and last.day == _length(last):
        start = MONTHS[first.month - 1] if first.year == last.year else _month(first)
        return f"{start} to {_month(last)}"
    start = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else _day(first)
    return f"{start} to {_day(last)}"


def _in_month(first: date, last: date, approximate: bool) -> str:
    end = _length(last)
    if (first.day, last.day) == (1, end):
        return _month(first)
    part = THIRDS.get((first.day, 0 if last.day == end else last.day))
    if approximate and part:
        return f"{part}{_month(first)}" if part.endswith("-") else f"{part} {_month(first)}"
    return f"{first.day} to {_day(last)}"


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
