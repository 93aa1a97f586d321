"""Days that news is dated by and no month names: Easter and what is counted from it, holidays on a weekday."""

import datetime as dt
from collections.abc import Callable

from communique.text.times.intervals import shift


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return dt.date(year, month, (h - m + r + month + 19) % 32)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar, as a date of the Gregorian one (Meeus)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return shift(dt.date(year, month, day + 1), year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The first, second, … Monday (0), Tuesday, … of a month."""
    first = dt.date(year, month, 1)
    return shift(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))


FEASTS: dict[str, Callable[[int], dt.date]] = {
    "easter": easter,
    "shrove_tuesday": lambda year: shift(easter(year), -47),
    "ash_wednesday": lambda year: shift(easter(year), -46),
    "maundy_thursday": lambda year: shift(easter(year), -3),
    "good_friday": lambda year: shift(easter(year), -2),
    "palm_sunday": lambda year: shift(easter(year), -7),
    "easter_monday": lambda year: shift(easter(year), 1),
    "orthodox_easter": orthodox_easter,
    "pentecost": lambda year: shift(easter(year), 49),
    "fathers_day": lambda year: nth_weekday(year, 6, 6, 3),
    # Of Britain.
    "remembrance_sunday": lambda year: nth_weekday(year, 11, 6, 2),
    # Of the United States.
    "king_day": lambda year: nth_weekday(year, 1, 0, 3),
    "presidents_day": lambda year: nth_weekday(year, 2, 0, 3),
    "memorial_day": lambda year: shift(nth_weekday(year, 6, 0, 1), -7),
    "columbus_day": lambda year: nth_weekday(year, 10, 0, 2),
    "black_friday": lambda year: shift(nth_weekday(year, 11, 3, 4), 1),
    "cyber_monday": lambda year: shift(nth_weekday(year, 11, 3, 4), 4),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "election_day": lambda year: shift(nth_weekday(year, 11, 0, 1), 1),
    "labor_day": lambda year: nth_weekday(year, 9, 0, 1),
}


def feast_days(name: str, year: int, *, weekend: bool = False) -> tuple[dt.date, dt.date] | None:
    """The day of the feast in that year, or the Saturday and Sunday of its week that end with it or follow it; None
    for a name that is not known, and for years without the Gregorian calendar."""
    if name not in FEASTS or not 1600 <= year <= 9000:
        return None
    day = FEASTS[name](year)
    if not weekend:
        return day, day
    sunday = shift(day, 6 - day.weekday())
    return shift(sunday, -1), sunday
