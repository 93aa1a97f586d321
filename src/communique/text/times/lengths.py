"""Durations, distances, sets and vague times from the meanings of a pattern's parts."""

from msgspec.structs import replace

from communique.records.times import TimeExpression
from communique.text.times.patterns import Values

LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
           "year": "Y", "decade": "DE", "century": "CE"}  # fmt: skip
# Lengths are told in the units of ISO 8601: a decade is ten years.
# An unknown number of them is told in TIMEX3's own letters.
VAGUE_TENS = {10: "E", 100: "C"}
FOLDED = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}


def length(values: Values) -> TimeExpression | None:
    """A duration: "for 20 years", "over four decades", "a few days"."""
    duration = duration_of(values)
    return TimeExpression(duration=duration, modifier=_modifier(values)) if duration else None


def latest(values: Values) -> TimeExpression | None:
    """ "Over the last year": the twelve months up to now, as "the past year"."""
    return length(values) if _unit(values) in ("week", "month", "year") else None


def ago(values: Values) -> TimeExpression | None:
    """A unit so many before the reference, or after it with `sign` 1; vague where the number is."""
    count, unit = _count(values), _unit(values)
    sign = int(values.get("sign", -1))
    if count is not None and unit in FOLDED:
        count, unit = count * FOLDED[unit][0], FOLDED[unit][1]
    if count is None:
        return TimeExpression(vague="PAST_REF" if sign < 0 else "FUTURE_REF")
    modifier = _modifier(values)
    if unit == "year" and count != int(count):
        count, unit, modifier = count * 12, "month", modifier or "APPROX"
    if count != int(count) or count > 9999:
        return None
    return TimeExpression(unit=unit, offset=sign * int(count), modifier=modifier)  # type: ignore[arg-type]


def same_day(values: Values) -> TimeExpression | None:
    """ "Ten years ago today", "two weeks from Friday": so many units from a day, a week or a month."""
    found = ago(values)
    if found is None or found.modifier or found.unit not in ("week", "month", "year"):
        return None
    weekday = int(values["weekday"]) if "weekday" in values else None
    return replace(found, nth=0, nth_of=values["nth_of"], weekday=weekday)


def apart(values: Values) -> TimeExpression | None:
    """The same, counted from another time of the text ("two days later")."""
    loose = "several" in values or _unit(values) in ("minute", "hour")
    found = length(values) if loose else ago(values)
    if found is None or found.vague or found.duration:
        return found
    quarter = int(values["nth"]) if "nth" in values else None
    return replace(found, anaphoric=True, quarter=quarter)


def beside(values: Values) -> TimeExpression | None:
    """ "The day before", "the night after": next to another time of the text."""
    unit = _unit(values) or "day"
    if unit not in ("day", "week", "month", "year"):
        return None
    part = values.get("daypart")
    return TimeExpression(unit=unit, offset=int(values.get("sign", -1)), daypart=part, anaphoric=True)  # type: ignore[arg-type]


def repeated(values: Values) -> TimeExpression | None:
    """A set: every so often, or on a weekday, in a month or season of each."""
    if "often" in values:
        return TimeExpression(repeated=str(values["often"]))
    if "weekdays" in values or "weekday" in values:
        day = int(values.get("weekdays", values.get("weekday", 0))) + 1
        part = f"T{values['daypart']}" if "daypart" in values else ""
        return TimeExpression(repeated=f"XXXX-WXX-{day}{part}")
    if "month" in values:
        return TimeExpression(repeated=f"XXXX-{int(values['month']):02}")
    if "season" in values:
        return TimeExpression(repeated=f"XXXX-{values['season']}")
    if "daypart" in values:
        return TimeExpression(repeated=f"XXXX-XX-XXT{values['daypart']}")
    duration = duration_of(values)
    return TimeExpression(repeated=duration) if duration else None


def duration_of(values: Values) -> str | None:
    """The ISO 8601 duration of a number of units, with X for a vague number."""
    count, unit = _count(values), _unit(values)
    if unit is None:
        return None
    factor, unit = FOLDED.get(unit, (1, unit))
    letter = LETTERS[unit]
    if count is None:
        return f"P{letter[0]}X{letter[1]}" if len(letter) == 2 else f"PX{VAGUE_TENS.get(factor, letter)}"
    return _iso_length(count * factor, letter)


def _iso_length(count: float, letter: str) -> str:
    whole = int(count)
    if count != whole and letter == "Y" and (count * 12) == int(count * 12):
        return "P" + (f"{whole}Y" if whole else "") + f"{int(count * 12) - whole * 12}M"
    number = f"{whole}" if count == whole else f"{count:.6g}"
    return f"PT{number}{letter[1]}" if letter.startswith("T") else f"P{number}{letter}"


def _count(values: Values) -> float | None:
    if "several" in values:
        return None
    extra = float(values.get("fraction", values.get("half", 0)))
    if "number" in values:
        return float(values["number"]) + extra
    return float(values.get("article", 0 if extra else values.get("count", 1))) + extra


def _unit(values: Values) -> str | None:
    found = values.get("units", values.get("unit"))
    return None if found is None else str(found)


def _modifier(values: Values) -> str | None:
    return str(values["nearly"]) if "nearly" in values else None


def vague(values: Values) -> TimeExpression | None:
    """Present, past or future, and no more."""
    return TimeExpression(vague=values["vague"])  # type: ignore[arg-type]
