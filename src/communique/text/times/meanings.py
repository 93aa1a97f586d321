"""From the meanings of a pattern's parts to a time expression. Each takes the parts by role and says None where
they do not make sense together."""

from typing import Any

from msgspec.structs import replace

from communique.records.times import TimeExpression
from communique.text.times.patterns import Values

LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
           "year": "Y", "decade": "DE", "century": "CE"}  # fmt: skip
# Lengths are told in the units of ISO 8601: a decade is ten years.
FOLDED = {"decade": (10, "year"), "century": (100, "year")}


def calendar(values: Values) -> TimeExpression | None:
    """Days, months, years and what qualifies them."""
    fields: dict[str, Any] = {}
    for make in (_date, _periods, _shifted, _qualified, _clock):
        part = make(values)
        if part is None:
            return None
        fields |= part
    return TimeExpression(**fields)


def _date(values: Values) -> dict[str, Any] | None:
    fields = {name: int(values[name]) for name in ("year", "month", "day") if name in values}
    day = next((values[name] for name in ("weekday", "shortday") if name in values), None)
    if day is not None:
        fields["weekday"] = int(day)
    if not 1 <= fields.get("month", 1) <= 12 or fields.get("day", 1) > DAYS_IN_MONTH[fields.get("month", 1)]:
        return None
    return fields


DAYS_IN_MONTH = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _periods(values: Values) -> dict[str, Any] | None:
    fields: dict[str, Any] = {}
    for role, name, most in (("nth", "quarter", 4), ("half_number", "half", 2)):
        if role in values:
            if not 1 <= int(values[role]) <= most:
                return None
            fields[name] = int(values[role])
    if "season" in values:
        fields["season"] = values["season"]
    if "decade" in values:
        fields["decade"] = _decade(str(values["decade"]))
    if "century" in values:
        fields["century"] = int(values["century"]) - 1
    return fields


def _decade(text: str) -> int:
    """1990 of "1990s" and of "'90s", which can only be the latest nineties that are past or begun."""
    digits = "".join(character for character in text if character.isdigit())
    return int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)


# "The last minute" and "this hour" are figures of speech more than times.
SHORT = ("minute", "hour")


def _shifted(values: Values) -> dict[str, Any] | None:
    fields: dict[str, Any] = {}
    if "deictic" in values:
        fields |= {"unit": "day", "offset": int(values["deictic"])}
    if values.get("unit") in SHORT:
        return None
    if "unit" in values:
        fields["unit"] = values["unit"]
    for role in ("shift", "other"):
        if role in values:
            fields["offset"] = int(values[role])
    if "other" in values:
        fields["anaphoric"] = True
    return fields


def _qualified(values: Values) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if "edge" in values:
        fields["part"] = values["edge"]
    if "limit" in values:
        fields["part"] = LIMITS[str(values["limit"])]
    for role in ("vaguely", "nearly", "limit"):
        if role in values:
            fields["modifier"] = values[role]
    if "daypart" in values:
        fields["daypart"] = values["daypart"]
    return fields


LIMITS = {"START": "early", "MID": "mid", "END": "late"}


def _clock(values: Values) -> dict[str, Any] | None:
    told = {"zone": str(values["zone"])} if "zone" in values else {}
    if "exact" in values:
        told["clock"] = _told_clock(str(values["exact"])).zfill(5)
    elif "noon" in values:
        told["clock"] = str(values["noon"])
    elif "clock" in values or "hour" in values:
        text = _told_clock(str(values["clock"])) if "clock" in values else f"{int(values['hour'])}:00"
        clock = _twenty_four(text, str(values.get("meridiem", "")), str(values.get("daypart", "")))
        if clock is None:
            return None
        told["clock"] = clock
    return told


def _told_clock(text: str) -> str:
    return text.replace(".", ":") if not text.isdigit() else f"{text[:2]}:{text[2:]}"


def _twenty_four(text: str, meridiem: str, daypart: str) -> str | None:
    hour, minute = (int(part) for part in text.split(":")[:2])
    late = meridiem.startswith("p") or daypart in ("AF", "EV") or (daypart == "NI" and hour >= 6)
    if late and hour < 12:
        hour += 12
    elif (meridiem.startswith("a") or daypart == "NI") and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 else None


def tonight(values: Values) -> TimeExpression | None:
    """The night of this day, or with `shift` of the one before."""
    found = calendar(values)
    return found and replace(found, unit="day", offset=int(values.get("shift", 0)), daypart="NI")


def today(values: Values) -> TimeExpression | None:
    """A day counted from another, by its part ("this morning")."""
    found = calendar(values)
    return found and replace(found, unit="day", offset=int(values.get("shift", 0)))


def anaphoric(values: Values) -> TimeExpression | None:
    """A calendar expression that counts from another time of the text."""
    found = calendar(values)
    return found and replace(found, anaphoric=True, offset=found.offset or 0)


def whole(values: Values) -> TimeExpression | None:
    """The unit that the reference lies in ("the year"); days and shorter ones are not told so."""
    found = calendar(values)
    return replace(found, offset=0) if found and found.unit in WHOLE else None


WHOLE = ("week", "month", "year")


def weekend(values: Values) -> TimeExpression | None:
    """A weekend: Saturday and Sunday."""
    found = calendar(values)
    return found and replace(found, weekend=True)


def iso(values: Values) -> TimeExpression | None:
    """2022-07-19, with or without a time of day."""
    text = str(values["iso"])
    year, month, day = (int(part) for part in text[:10].split("-"))
    if year < 1 or calendar({"month": month, "day": day}) is None or not 1 <= month <= 12 or day < 1:
        return None
    zone = text[16:].lstrip(":0123456789").upper()
    clock = text[11:16] if int(text[11:13] or 0) < 24 else ""
    return TimeExpression(
        year=year, month=month, day=day, clock=clock or None, zone=_iso_zone(text) if zone or clock else None
    )


def _iso_zone(text: str) -> str | None:
    if text.endswith("z"):
        return "UTC"
    sign = max(text.rfind("+"), text.rfind("-", 10))
    if sign < 10:
        return None
    digits = text[sign + 1 :].replace(":", "")
    return f"{text[sign]}{digits[:2]}:{digits[2:]}"


def slashed(values: Values) -> TimeExpression | None:
    """19/07/2022 or 07/19/2022, where only one reading gives a date; 5/6/2022 stays unknown."""
    first, second, year = (int(part) for part in str(values["slashed"]).replace(".", "/").split("/"))
    readings = {(d, m) for d, m in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= DAYS_IN_MONTH[m]}
    dotted = "." in str(values["slashed"])
    if dotted and (first, second) in readings:
        readings = {(first, second)}
    if len(readings) != 1 or not 1000 <= year <= 2199:
        return None
    day, month = readings.pop()
    return TimeExpression(year=year, month=month, day=day)


def length(values: Values) -> TimeExpression | None:
    """A duration: "for 20 years", "over four decades", "a few days"."""
    duration = duration_of(values)
    return TimeExpression(duration=duration, modifier=_modifier(values)) if duration else None


def ago(values: Values) -> TimeExpression | None:
    """A unit so many before the reference, or after it with `sign` 1; vague where the number is."""
    count, unit = _count(values), _unit(values)
    sign = int(values.get("sign", -1))
    if count is not None and unit in FOLDED:
        count, unit = count * FOLDED[unit][0], FOLDED[unit][1]
    if count is None:
        return TimeExpression(vague="PAST_REF" if sign < 0 else "FUTURE_REF")
    if count != int(count) or count > 9999:
        return None
    return TimeExpression(unit=unit, offset=sign * int(count), modifier=_modifier(values))  # type: ignore[arg-type]


def apart(values: Values) -> TimeExpression | None:
    """The same, counted from another time of the text ("two days later")."""
    loose = "several" in values or _unit(values) in ("minute", "hour")
    found = length(values) if loose else ago(values)
    if found is None or found.vague or found.duration:
        return found
    quarter = int(values["nth"]) if "nth" in values else None
    return replace(found, anaphoric=True, quarter=quarter)


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
        return f"P{letter[0]}X{letter[1]}" if len(letter) == 2 else f"PX{'E' if factor == 10 else letter}"
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
