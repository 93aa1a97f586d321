"""Arithmetic on `Time`: intervals of civil dates, whatever their precision.

A `Time` has two ends, both inclusive: a date (`2022-01-19`) or a date-time with its offset
(`2022-07-20T08:34+08:00`). An instant is one date here and another there, so it is compared with dates as the
dates that any time zone on earth may show at that instant.
"""

import datetime as dt

from msgspec.structs import replace

from communique.records.times import Time

SLACK_DAYS = 10
# The civil clocks furthest behind and furthest ahead of UTC.
WESTERNMOST = dt.timezone(dt.timedelta(hours=-12))
EASTERNMOST = dt.timezone(dt.timedelta(hours=14))


def civil(time: Time) -> tuple[dt.date, dt.date]:
    """First and last civil date as written, whatever the offset: "today" counts from these."""
    return dt.date.fromisoformat(time.earliest[:10]), dt.date.fromisoformat(time.latest[:10])


def bounds(time: Time) -> tuple[dt.date, dt.date]:
    """First and last civil date that `time` may have anywhere. A date is itself; an instant is widened."""
    return _day(time.earliest, WESTERNMOST), _day(time.latest, EASTERNMOST)


def days(time: Time) -> int:
    """How many civil days `time` covers as written; at least one."""
    first, last = civil(time)
    return max(1, (last - first).days + 1)


def compatible(a: Time | None, b: Time | None, slack_days: int = SLACK_DAYS) -> bool:
    """Whether both may be the same time. Unknown is compatible with anything; where either is approximate,
    a gap of up to `slack_days` is allowed."""
    if a is None or b is None:
        return True
    return gap(a, b) <= (slack_days if a.approximate or b.approximate else 0)


def gap(a: Time, b: Time) -> int:
    """Days between the two: 0 where they may touch. Two instants are compared as instants."""
    if _instants(a) and _instants(b):
        apart = max(
            _instant(a.earliest) - _instant(b.latest), _instant(b.earliest) - _instant(a.latest), dt.timedelta()
        )
        return -(-apart // dt.timedelta(days=1))
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    return max(0, (a_first - b_last).days, (b_first - a_last).days)


def intersect(a: Time | None, b: Time | None) -> Time | None:
    """What both allow; the other where one is unknown, the narrower where they share no day. The basis is that
    of the narrower; approximate only where both are."""
    if a is None or b is None:
        return a or b
    best, other = (a, b) if narrower(a, b) is a else (b, a)
    if _instants(best):
        return best
    (a_first, a_last), (b_first, b_last) = civil(best), bounds(other)
    first, last = max(a_first, b_first), min(a_last, b_last)
    if first > last or (first, last) == (a_first, a_last):
        return best
    approximate = a.approximate and b.approximate
    return replace(
        best,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        edtf=edtf(first, last, approximate),
        approximate=approximate,
    )


def narrower(a: Time | None, b: Time | None) -> Time | None:
    """The one that says more: fewer days, then an instant before a date, then exact before approximate, then `a`."""
    if a is None or b is None:
        return a or b
    return b if _vagueness(b) < _vagueness(a) else a


def refines(a: Time, b: Time) -> bool:
    """Whether `a` lies within `b` and says more."""
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    inside = b_first <= a_first and a_last <= b_last
    return inside and _vagueness(a) < _vagueness(b)


def edtf(first: dt.date, last: dt.date, approximate: bool = False) -> str:
    """The shortest EDTF (ISO 8601-2) of an interval of dates: `2022`, `2022-01`, `199X`, `2022-01-21~/2022-01-31~`."""
    mark = "~" if approximate else ""
    if first == last:
        return first.isoformat() + mark
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return _years(first.year, last.year, mark)
    if first.day == 1 and last == month_end(first.year, first.month):
        return f"{first.year:04}-{first.month:02}{mark}"
    return f"{first}{mark}/{last}{mark}"


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, [31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])


def shift(day: dt.date, by: int) -> dt.date:
    """`day` moved by days, held within the calendar that Python knows."""
    return dt.date.fromordinal(min(max(day.toordinal() + by, dt.date.min.toordinal()), dt.date.max.toordinal()))


def _years(first: int, last: int, mark: str) -> str:
    if first == last:
        return f"{first:04}{mark}"
    for size, unknown in ((10, "X"), (100, "XX")):
        if last - first == size - 1 and first % size == 0:
            return f"{first // size:0{4 - len(unknown)}}{unknown}{mark}"
    return f"{first:04}{mark}/{last:04}{mark}"


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day(end: str, zone: dt.timezone) -> dt.date:
    if len(end) <= 10:
        return dt.date.fromisoformat(end)
    moment = dt.datetime.fromisoformat(end)
    if moment.tzinfo is None or not 2 <= moment.year <= 9998:
        return moment.date()
    return moment.astimezone(zone).date()


def _instants(time: Time) -> bool:
    return _is_instant(time.earliest) and _is_instant(time.latest)


def _is_instant(end: str) -> bool:
    return len(end) > 10 and dt.datetime.fromisoformat(end).tzinfo is not None


def _instant(end: str) -> dt.datetime:
    return dt.datetime.fromisoformat(end)


def _vagueness(time: Time) -> tuple[int, bool, bool]:
    return days(time), not _instants(time), time.approximate
