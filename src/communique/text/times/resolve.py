"""What a time expression means where the reference is known.

A reference that is an interval gives an interval as wide as the evidence: the hull of what its first and its last
day give. Nothing is resolved without a year of its own or a reference: an undated article has no dates to give.
"""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from communique.records.times import Basis, Direction, Time, TimeExpression
from communique.text.times.calendar import Stretch, inside, part_of, recurring, shifted
from communique.text.times.intervals import civil, edtf, shift
from communique.text.times.nth import nth_in, same_day
from communique.text.times.zones import offset_of


def resolve(
    expression: TimeExpression,
    reference: Time | None,
    direction: Direction | None = None,
    basis: Basis | None = None,
) -> Time | None:
    """The interval that `expression` means, seen from `reference`, or None where that cannot be said: durations,
    sets, vague and anaphoric expressions, and whatever lacks a year where there is no reference.

    `direction` is used where the expression has none of its own; without either, weekdays and months lean to the
    past. The basis is "stated" for a date with its year and "relative" for another, unless `basis` is given; what
    is counted from an inferred or an approximate reference is so too.
    """
    if expression.duration or expression.repeated or expression.vague or expression.anaphoric:
        return None
    if expression.until is not None:
        return _range(expression, expression.until, reference, direction, basis)
    if is_absolute(expression):
        days = _stretch(expression, dt.date.min, direction)
        return None if days is None else _time(expression, days, basis or "stated")
    if reference is None:
        return None
    days = _seen_from(expression, civil(reference), expression.direction or direction)
    return None if days is None else _counted(_time(expression, days, basis or "relative"), reference, basis)


def is_absolute(expression: TimeExpression) -> bool:
    """Whether it needs no reference: it names its year, decade or century."""
    return any(field is not None for field in (expression.year, expression.decade, expression.century))


def _counted(time: Time, reference: Time, basis: Basis | None) -> Time:
    if reference.approximate and not time.approximate and len(time.earliest) == 10:
        time = replace(time, approximate=True, edtf=edtf(*civil(time), True))
    if reference.basis != "inferred":
        return time
    return replace(time, basis=basis or "inferred", inferred_from=reference.inferred_from)


def _range(
    start: TimeExpression,
    until: TimeExpression,
    reference: Time | None,
    direction: Direction | None,
    basis: Basis | None,
) -> Time | None:
    direction = start.direction or direction
    first = resolve(replace(start, until=None), reference, direction, basis)
    last = resolve(until, reference, direction, basis)
    if first is None or last is None:
        return None
    if civil(last)[1] < civil(first)[0]:
        last = resolve(until, first, "future", basis)
        if last is None or civil(last)[1] < civil(first)[0]:
            return None
    days = civil(first)[0], civil(last)[1]
    approximate = first.approximate or last.approximate
    if len(first.earliest) > 10 and len(last.latest) > 10:
        return replace(first, latest=last.latest, edtf=f"{first.earliest}/{last.latest}", approximate=approximate)
    return replace(
        first,
        earliest=days[0].isoformat(),
        latest=days[1].isoformat(),
        edtf=edtf(*days, approximate),
        approximate=approximate,
    )


def _seen_from(expression: TimeExpression, reference: Stretch, direction: Direction | None) -> Stretch | None:
    if expression.unit == "day" and expression.offset is not None and expression.weekday is not None:
        return _checked_day(expression.offset, expression.weekday, reference)
    ends = [_stretch(expression, day, direction) for day in dict.fromkeys(reference)]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def _checked_day(offset: int, weekday: int, reference: Stretch) -> Stretch:
    """ "today, Wednesday": the Wednesdays of the reference; where there is none, it and the nearest one."""
    first, last = (shift(day, offset) for day in reference)
    begin = shift(first, (weekday - first.weekday()) % 7)
    end = shift(last, -((last.weekday() - weekday) % 7))
    if begin <= end:
        return begin, end
    near = end if (first - end) <= (begin - last) else begin
    return min(first, near), max(last, near)


def _stretch(expression: TimeExpression, day: dt.date, direction: Direction | None) -> Stretch | None:
    if expression.nth == 0:
        return same_day(expression, day)
    if expression.nth is not None:
        whole = replace(expression, nth=None, nth_of=None, weekday=None, weekend=False)
        return nth_in(expression, _stretch(whole, day, direction))
    if expression.unit is not None and expression.offset is None:
        return _around(expression.unit, _stretch(replace(expression, unit=None), day, direction))
    if expression.unit is not None and expression.offset is not None:
        stretch: Stretch | None = shifted(day, expression.unit, expression.offset)
    elif is_absolute(expression):
        stretch = _named(expression)
    else:
        return _narrowed(expression, recurring(expression, day, direction), day)
    return _narrowed(expression, inside(expression, stretch), day)


def _around(unit: str, days: Stretch | None) -> Stretch | None:
    """The week of a day, or the quarter of the year that ended with it: the one that most of its days lie in."""
    if days is None:
        return None
    return shifted(shift(days[1], -HALF_A_QUARTER) if unit == "quarter" else days[0], unit, 0)


HALF_A_QUARTER = 45


def _named(expression: TimeExpression) -> Stretch | None:
    if expression.year is not None:
        first, last = expression.year, expression.year
    elif expression.decade is not None:
        first, last = expression.decade, expression.decade + 9
    else:
        first = 100 * (expression.century or 0)
        first, last = max(first, 1), first + 99
    if not 1 <= first <= last <= 9999:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _narrowed(expression: TimeExpression, whole: Stretch | None, day: dt.date) -> Stretch | None:
    if whole is None:
        return None
    if expression.weekend and expression.unit == "week":
        return shift(whole[0], 5), whole[1]
    if expression.weekend and expression.day is not None:
        sunday = shift(whole[0], 6 - whole[0].weekday())
        return shift(sunday, -1), sunday
    if expression.part is not None:
        return part_of(whole, expression.part, limit=expression.modifier in ("START", "END"))
    # "earlier this year" is over by the day it is written, "later this year" is not yet come.
    if expression.offset == 0 and whole[0] <= day <= whole[1]:
        if expression.modifier == "START":
            return whole[0], day
        if expression.modifier == "END":
            return day, whole[1]
    return whole


def _contradicted(expression: TimeExpression, days: Stretch) -> bool:
    if expression.weekday is None or expression.nth == 0:
        return False
    if days[0] == days[1]:
        return days[0].weekday() != expression.weekday
    return expression.unit == "day" and (days[1] - days[0]).days % 7 != 0


def _time(expression: TimeExpression, days: Stretch, basis: Basis) -> Time:
    contradicted = _contradicted(expression, days)
    approximate = contradicted or _is_loose(expression, days)
    offset = offset_of(expression.zone) if expression.clock and days[0] == days[1] else None
    if offset is not None and expression.clock is not None and expression.clock < "24":
        moment = f"{days[0]}T{expression.clock}{offset}"
        return Time(earliest=moment, latest=moment, edtf=_moment_edtf(moment), basis=basis, approximate=contradicted)
    return Time(
        earliest=days[0].isoformat(),
        latest=days[1].isoformat(),
        edtf=edtf(*days, approximate),
        basis=basis,
        approximate=approximate,
    )


def _moment_edtf(moment: str) -> str:
    return f"{moment[:16]}:00{moment[16:].replace('+00:00', 'Z')}"


LOOSE = ("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE")
SIZED: Sequence[str] = ("week", "month", "quarter", "year", "decade", "century")


def _is_loose(expression: TimeExpression, days: Stretch) -> bool:
    if expression.part is not None or (expression.nth and expression.nth_of == "week"):
        return days[1] > days[0]
    counted = expression.unit in SIZED and expression.offset not in (None, 0)
    return counted and expression.modifier in LOOSE
