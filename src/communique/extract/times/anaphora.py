"""Times that count from another time of the text: "later in the day", "the following year", "a year earlier"."""

from typing import NamedTuple

from msgspec.structs import replace

from communique.records.times import Time, TimeExpression
from communique.text.times import granularity, is_clock, resolve
from communique.text.times.intervals import gap

# Where the figures of half a year or of nine months were told last, a year earlier is that year, no quarter.
MONTHS_COMPARED = ("P6M", "P9M")
# Paragraphs that a time may lie back for another to count from it; a day of news is kept in mind for longer.
NEAR = 1
NEAR_DAY = 3
THESE_DAYS = 3
# Paragraphs at the beginning that tell the news.
LEAD = 5
Read = tuple[TimeExpression, Time | None]


JUST_NOW = TimeExpression(unit="day", offset=-1, until=TimeExpression(unit="day", offset=0))
THIS_YEAR = TimeExpression(unit="year", offset=0)


class Antecedent(NamedTuple):
    """A time that the text has named, and the number of its paragraph."""

    expression: TimeExpression
    time: Time | None
    paragraph: int


class Earlier:
    """What the text has named so far, and how the next expression reads in its light."""

    def __init__(self, reference: Time | None) -> None:
        self._reference = reference
        self._paragraph = 0
        self._day: Antecedent | None = None
        self._last: Antecedent | None = None
        self._quarter: Antecedent | None = None
        self._years: dict[tuple[int | None, int | None], int] = {}

    def new_paragraph(self) -> None:
        """To be called before the first expression of each paragraph: only what stands near is counted from."""
        self._paragraph += 1

    def read(self, expression: TimeExpression, words: str) -> Read:
        """`expression` as far as the text settles it, and its time. `words` are those it stands in."""
        if expression.anaphoric and expression.unit == "quarter":
            return self._reported(expression, words)
        if expression.anaphoric and expression.unit == "day" and expression.offset == 0:
            return self._on_day(expression, NEAR_DAY)
        if is_clock(expression):
            return self._on_day(expression, 0)
        if expression.unit == "year" and expression.offset == -1 and self._compares(expression, words):
            return self._year_before(expression)
        if _is_compared_period(expression, words):
            return self._plain(self._same_period(expression))
        found = self._counted(expression) if expression.anaphoric else self._plain(expression)
        if expression.anaphoric and expression.unit == "year" and expression.offset == -1:
            # "A year earlier" and, in the next sentence, "year-earlier" are one year.
            return found
        self._remember(*found)
        return found

    def _reported(self, expression: TimeExpression, words: str) -> Read:
        """The quarter that is spoken of; "the latest quarter", where none was named, is the one that ended last."""
        if self._quarter is not None:
            return self._quarter[:2]
        if "latest" not in words.lower():
            return expression, None
        ended = replace(expression, anaphoric=False, offset=-1)
        return ended, resolve(ended, self._reference)

    def _same_period(self, expression: TimeExpression) -> TimeExpression:
        # Of "the 1988 period" and "the same period last year": the quarter whose figures were told last.
        return expression if self._quarter is None else replace(expression, quarter=self._quarter.expression.quarter)

    def _plain(self, expression: TimeExpression) -> Read:
        dated = self._dated(expression)
        return dated, resolve(dated, self._reference)

    def _dated(self, expression: TimeExpression) -> TimeExpression:
        # "July 19" in a text that has said "July 19, 2022" is the same day.
        year = self._years.get((expression.month, expression.day))
        if year is None or expression.year is not None or expression.offset is not None:
            return expression
        return expression if self._is_of_these_days(expression) else replace(expression, year=year)

    def _is_of_these_days(self, expression: TimeExpression) -> bool:
        # At an anniversary the day is in the news itself: "at Sunday's May 3 memorial".
        time = resolve(expression, self._reference, "nearest")
        return time is not None and self._reference is not None and gap(time, self._reference) <= THESE_DAYS

    def _counted(self, expression: TimeExpression) -> Read:
        last = self._last if self._is_near(self._last, NEAR) else None
        if last is None or last.time is None or _is_coarser(last.expression, expression):
            return expression, None
        time = resolve(replace(expression, anaphoric=False), last.time)
        return expression, None if self._is_astray(expression, time) else time

    def _on_day(self, expression: TimeExpression, near: int) -> Read:
        if self._day is None and expression.clock and expression.direction == "past":
            # What news tells by the clock alone, before it has named any day, was that day or the one before.
            return expression, resolve(JUST_NOW, self._reference) if self._paragraph <= LEAD else None
        if self._day is None or not self._is_near(self._day, near):
            return expression, None
        same = {name: getattr(expression, name) for name in ("daypart", "clock", "zone", "modifier", "bound")}
        merged = replace(self._day.expression, **same)
        time = resolve(merged, self._reference)
        return (expression, None) if self._is_astray(expression, time) else (merged, time)

    def _is_astray(self, expression: TimeExpression, time: Time | None) -> bool:
        """Whether what is told as past, or at least not as to come, would lie ahead of the article."""
        if time is None or self._reference is None or expression.direction == "future":
            return False
        counted = expression.direction == "past" or (expression.anaphoric and (expression.offset or 0) > 0)
        return counted and time.earliest[:10] > self._reference.latest[:10]

    def _compares(self, expression: TimeExpression, words: str) -> bool:
        # A quarter's figures are compared with those of the same quarter "a year earlier" or "a year ago".
        return self._quarter is not None and (expression.anaphoric or words.endswith("ago"))

    def _year_before(self, expression: TimeExpression) -> Read:
        assert self._quarter is not None
        merged = replace(expression, quarter=expression.quarter or self._quarter.expression.quarter)
        return merged, self._quarter.time and resolve(replace(merged, anaphoric=False), self._quarter.time)

    def _is_near(self, antecedent: Antecedent | None, paragraphs: int) -> bool:
        return antecedent is not None and self._paragraph - antecedent.paragraph <= paragraphs

    def _remember(self, expression: TimeExpression, time: Time | None) -> None:
        if expression.duration in MONTHS_COMPARED:
            self._quarter = None
            # "The nine months" whose figures are told are of this year.
            self._last = Antecedent(THIS_YEAR, resolve(THIS_YEAR, self._reference), self._paragraph)
        grain = granularity(expression)
        if grain is None or expression.duration or expression.repeated or expression.vague:
            return
        here = Antecedent(expression, time, self._paragraph)
        self._last = here
        self._keep_year(expression, time)
        if grain == "day" and expression.until is None and not expression.anaphoric:
            self._day = here
        quarter = _quarter_of(expression, time)
        if quarter is not None and (self._quarter is None or self._is_over(time)):
            self._quarter = here._replace(expression=quarter)

    def _keep_year(self, expression: TimeExpression, time: Time | None) -> None:
        if expression.day is None or expression.until is not None:
            return
        if expression.year is not None:
            self._years[expression.month, expression.day] = expression.year
        elif expression.month is not None and expression.direction != "past" and time is not None:
            # A day that was told of as near or as to come is no other where its words come back.
            self._years.setdefault((expression.month, expression.day), int(time.earliest[:4]))

    def _is_over(self, time: Time | None) -> bool:
        # Figures are of a quarter that has ended; what is said of the present one is outlook.
        return time is None or self._reference is None or time.latest < self._reference.earliest


FINENESS = ("day", "weekend", "week", "fortnight", "month", "season", "quarter", "half", "year", "decade", "century")


def _is_coarser(antecedent: TimeExpression, expression: TimeExpression) -> bool:
    """Whether days are counted from a month, months from a year: then the text has left out what they count from."""
    grains = granularity(antecedent), granularity(expression)
    if expression.month is not None or expression.weekday is not None or any(grain not in FINENESS for grain in grains):
        return False
    return FINENESS.index(str(grains[0])) > FINENESS.index(str(grains[1]))


def _is_compared_period(expression: TimeExpression, words: str) -> bool:
    """ "The 1988 period", "the same quarter last year": a year's words with a period's."""
    if granularity(expression) != "year" or expression.anaphoric:
        return False
    return any(word in ("period", "quarter") for word in words.lower().split())


def _quarter_of(expression: TimeExpression, time: Time | None) -> TimeExpression | None:
    """The expression where it names a quarter; "the quarter ended March 31" by its number."""
    if expression.quarter is not None:
        return expression
    if expression.unit != "quarter" or expression.offset is not None or time is None:
        return None
    return replace(expression, unit=None, month=None, day=None, quarter=(int(time.earliest[5:7]) + 2) // 3)
