"""Stretches of the civil calendar: units counted from a day, what recurs, parts of a whole."""

import datetime as dt
from collections.abc import Iterator

from communique.records.times import Direction, TimeExpression
from communique.text.times.feasts import feast_days
from communique.text.times.intervals import month_end, shift

Stretch = tuple[dt.date, dt.date]
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
THIRDS = {"early": 0, "mid": 1, "late": 2}
LONGEST_MONTH = 31
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shifted(day: dt.date, unit: str, offset: int) -> Stretch | None:
    """The calendar unit that lies `offset` units from the one that holds `day`. Weeks run Monday to Sunday."""
    if unit in ("second", "minute", "hour"):
        return shift(day, -1 if offset < 0 else 0), shift(day, 1 if offset > 0 else 0)
    if unit == "day":
        return shift(day, offset), shift(day, offset)
    if unit == "week":
        monday = shift(day, 7 * offset - day.weekday())
        return monday, shift(monday, 6)
    size = MONTHS_IN[unit]
    months = (day.year * 12 + day.month - 1) // size * size + offset * size
    return months_from(months, size)


def months_from(first: int, count: int) -> Stretch | None:
    """`count` months from month `first`, counted from year 0; None outside the calendar."""
    last = first + count - 1
    if first < 12 or last >= 120_000:
        return None
    return dt.date(first // 12, first % 12 + 1, 1), month_end(last // 12, last % 12 + 1)


def inside(expression: TimeExpression, whole: Stretch | None) -> Stretch | None:
    """The month, day, quarter, half, season or weekday that `expression` names within `whole`."""
    if whole is None:
        return None
    year = whole[0].year
    if whole[1].year == year and whole[0].day == 1:
        named = _in_year(expression, year)
        if named is not None or expression.month is not None:
            return named
    if expression.day is not None and (whole[1] - whole[0]).days < LONGEST_MONTH:
        day = shift(whole[0], expression.day - 1)
        return (day, day) if day <= whole[1] else None
    if expression.weekday is not None and (whole[1] - whole[0]).days >= 6:
        day = shift(whole[0], (expression.weekday - whole[0].weekday()) % 7)
        return (day, day) if (whole[1] - whole[0]).days == 6 else whole
    return whole


def _in_year(expression: TimeExpression, year: int) -> Stretch | None:
    if expression.feast is not None:
        return feast_days(expression.feast, year, weekend=expression.weekend)
    if expression.month is not None and expression.day is not None:
        if expression.day > month_end(year, expression.month).day:
            return None
        day = dt.date(year, expression.month, expression.day)
        return day, day
    if expression.month is not None:
        return months_from(year * 12 + expression.month - 1, 1)
    if expression.quarter is not None:
        return months_from(year * 12 + 3 * (expression.quarter - 1), 3)
    if expression.half is not None:
        return months_from(year * 12 + 6 * (expression.half - 1), 6)
    if expression.season is not None:
        return months_from(year * 12 + SEASON_MONTHS[expression.season] - 1, 3)
    return None


def recurring(expression: TimeExpression, day: dt.date, direction: Direction | None) -> Stretch | None:
    """The weekday, month, date, quarter, half or season without a year that is meant on `day`."""
    if expression.weekend and expression.feast is None and expression.day is None:
        saturdays = [shift(day, 5 - day.weekday() + 7 * n) for n in (-1, 0, 1)]
        weekends = [(each, shift(each, 1)) for each in saturdays]
        return _chosen(weekends, expression.offset, direction or "past", day, 1)
    if expression.month is None and expression.weekday is not None:
        week = [shift(day, expression.weekday - day.weekday() + 7 * n) for n in (-1, 0, 1)]
        return _chosen([(each, each) for each in week], expression.offset, direction or "past", day, 1)
    found = [each for each in (_in_year(expression, year) for year in _years(day)) if each is not None]
    if expression.weekday is not None:
        found = [each for each in found if each[0].weekday() == expression.weekday] or found
    lean: Direction = direction or ("nearest" if expression.day is not None else "past")
    if lean == "future" and (expression.quarter is not None or expression.half is not None):
        # Figures are reported after their quarter: one just ended is what "expects to report" speaks of.
        ended = [each for each in found if 0 < (day - each[1]).days <= JUST_ENDED]
        lean = "past" if ended else lean
    ahead = CLOSE_AHEAD if direction is None or expression.day is not None else CLOSE_AHEAD // 2
    return _chosen(found, expression.offset, lean, day, len(found) // 2, ahead)


def _years(day: dt.date) -> Iterator[int]:
    return (year for year in range(day.year - 2, day.year + 3) if 1 <= year <= 9999)


def _chosen(
    found: list[Stretch], offset: int | None, direction: Direction, day: dt.date, middle: int, ahead: int = 0
) -> Stretch | None:
    if not found:
        return None
    before, after = [s for s in found if s[1] < day], [s for s in found if s[0] > day]
    if offset is not None:
        if offset == 0:
            return found[middle]
        return (before[-1] if before else None) if offset < 0 else (after[0] if after else None)
    here = [s for s in found if s[0] <= day <= s[1]]
    if here:
        return here[0]
    if direction == "future" and after:
        return after[0]
    soon = bool(after) and (after[0][0] - day).days <= ahead
    if direction == "past" and before and not soon:
        return before[-1]
    return min(found, key=lambda s: (max((s[0] - day).days, (day - s[1]).days), s[0]))


# Days by which a date without a year may lie ahead, in spite of a past tense: "the offer was extended to March 20".
CLOSE_AHEAD = 60
JUST_ENDED = 92


def part_of(whole: Stretch, part: str, *, limit: bool = False) -> Stretch:
    """The early, mid or late third: days 1-10, 11-20, 21 to the end of a month; of longer stretches by months or
    years; a single day is not divided. The very beginning or end (`limit`) of a year is its first or last month."""
    first, last = whole
    if limit and (last - first).days in (364, 365) and part != "mid":
        month = first if part == "early" else last
        return dt.date(month.year, month.month, 1), month_end(month.year, month.month)
    third, length = THIRDS[part], (last - first).days + 1
    if length == 1:
        return whole
    if 28 <= length <= 31:
        begin = shift(first, 10 * third)
        return begin, last if third == 2 else shift(begin, 9)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day != 1 or months < 3:
        begin = shift(first, length * third // 3)
        return begin, shift(first, length * (third + 1) // 3 - 1)
    start = first.year * 12 + first.month - 1
    grain = 12 if months >= 120 else 1
    cut = [-(-months * n // (3 * grain)) * grain for n in range(3)] + [months]
    return months_from(start + cut[third], cut[third + 1] - cut[third]) or whole
