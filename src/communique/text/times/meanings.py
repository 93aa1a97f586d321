"""From the meanings of a pattern's parts to a time expression. Each takes the parts by role and says None where
they do not make sense together."""

from typing import Any

from msgspec.structs import replace

from communique.records.times import TimeExpression
from communique.text.times.patterns import Values
from communique.text.times.zones import FURTHEST


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
    fields = _of_year(values)
    if fields.get("half", 1) > 2:
        return None
    for role in ("season", "feast"):
        if role in values:
            fields[role] = values[role]
    if "at_weekend" in values:
        fields["weekend"] = True
    if "decade" in values:
        fields["decade"] = _decade(str(values["decade"]))
    if "century" in values:
        fields["century"] = int(values["century"]) - 1
    return fields


def _of_year(values: Values) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if "nth" in values:
        fields["quarter"] = int(values["nth"])
    if "half_number" in values:
        fields["half"] = int(values["half_number"])
    if "quartered" in values:
        text = str(values["quartered"])
        fields["quarter" if "q" in text else "half"] = int(text.strip("qh"))
    return fields


def _decade(text: str) -> int:
    """1990 of "1990s" and of "'90s", which can only be the latest nineties that are past or begun."""
    digits = "".join(character for character in text if character.isdigit())
    return int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)


# "The last minute" and "this hour" are figures of speech more than times; a fortnight is no unit of the calendar.
SHORT = ("minute", "hour", "fortnight")


def _shifted(values: Values) -> dict[str, Any] | None:
    fields: dict[str, Any] = {}
    if "deictic" in values:
        fields |= {"unit": "day", "offset": int(values["deictic"])}
    if values.get("unit") in SHORT:
        return None
    if values.get("unit") == "day" and values.get("shift") == -1 and "deictic" not in values:
        # "The last day" is the end of something, and none says so for yesterday.
        return None
    if "unit" in values:
        fields["unit"] = values["unit"]
    for role in ("shift", "other"):
        if role in values:
            fields["offset"] = int(values[role])
    if "other" in values:
        fields["anaphoric"] = True
    if "around" in values:
        fields["unit"] = values["around"]
    if "looks" in values:
        fields["direction"] = values["looks"]
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
    told = {"zone": _zone(values)} if "zone" in values else {}
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


def _zone(values: Values) -> str:
    for role, sign in (("east", "+"), ("west", "-")):
        if int(values.get(role, FURTHEST + 1)) <= FURTHEST:
            return f"{sign}{int(values[role]):02}:00"
    return str(values["zone"])


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


def days(values: Values) -> TimeExpression | None:
    """Days of one month, from `start` to `day` ("18-19 July")."""
    last = calendar(values)
    if last is None or int(values["start"]) >= int(values["day"]):
        return None
    return replace(last, day=int(values["start"]), until=last)


def years(values: Values) -> TimeExpression | None:
    """A year and a later one of its century, written short ("2021-22", "1980-88")."""
    year, short = int(values["year"]), int(values["short"])
    if not year % 100 < short < 100 and short != (year + 1) % 100:
        return None
    return TimeExpression(year=year, until=TimeExpression(year=year + (short - year) % 100))


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


def nth(values: Values) -> TimeExpression | None:
    """What is counted within a month or a year; "the month" and "the year" are those of the reference."""
    found = calendar(values)
    if found is None or found.unit not in (None, "month", "year"):
        return None
    if found.unit is not None and found.offset is None:
        found = replace(found, offset=0)
    return replace(found, nth=int(values["count"]), nth_of=values["nth_of"])


def iso(values: Values) -> TimeExpression | None:
    """2022-07-19, with or without a time of day."""
    text = str(values["iso"])
    year, month, day = (int(part) for part in text[:10].replace("/", "-").split("-"))
    if year < 1 or calendar({"month": month, "day": day}) is None or not 1 <= month <= 12 or day < 1:
        return None
    zone = text[16:].lstrip(":0123456789").upper()
    clock = text[11:16] if int(text[11:13] or 0) < 24 and int(text[14:16] or 0) < 60 else ""
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
    first, second, year = (int(part) for part in str(values["slashed"]).replace(".", "/").replace("-", "/").split("/"))
    readings = {(d, m) for d, m in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= DAYS_IN_MONTH[m]}
    dotted = "." in str(values["slashed"])
    if dotted and (first, second) in readings:
        readings = {(first, second)}
    if len(readings) != 1 or not 1000 <= year <= 2199:
        return None
    day, month = readings.pop()
    return TimeExpression(year=year, month=month, day=day)
