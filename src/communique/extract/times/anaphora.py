"""Times that count from another time of the text: "later in the day", "the following year", "a year earlier"."""

from msgspec.structs import replace

from communique.records.times import Time, TimeExpression
from communique.text.times import granularity, is_clock, resolve

# Where the figures of half a year or of nine months were told last, a year earlier is that year, no quarter.
MONTHS_COMPARED = ("P6M", "P9M")
# Paragraphs that may lie between a time and what counts from it.
NEAR = 1
Read = tuple[TimeExpression, Time | None]


class Earlier:
    """What the text has named so far, and how the next expression reads in its light."""

    def __init__(self, reference: Time | None) -> None:
        self._reference = reference
        self._day: Read | None = None
        self._day_is_here = False
        self._age = 0
        self._years: dict[tuple[int | None, int | None], int] = {}
        self._last: Read | None = None
        self._quarter: Read | None = None

    def new_paragraph(self) -> None:
        """A clock without a day belongs to the day that its own paragraph has named; "two days later" counts from
        what stands in it or in the one before."""
        self._day_is_here = False
        self._age += 1

    def read(self, expression: TimeExpression, words: str) -> Read:
        """`expression` as far as the text settles it, and its time. `words` are those it stands in."""
        if expression.unit == "quarter" and expression.anaphoric:
            return self._quarter or (expression, None)
        if expression.anaphoric and expression.unit == "day" and expression.offset == 0:
            return self._on_day(expression, self._day)
        if granularity(expression) == "day" and is_clock(expression):
            return self._on_day(expression, self._day if self._day_is_here else None)
        if expression.unit == "year" and expression.offset == -1 and self._compares(expression, words):
            return self._year_before(expression)
        expression = self._dated(expression)
        found = (
            self._counted(expression) if expression.anaphoric else (expression, resolve(expression, self._reference))
        )
        self._remember(*found)
        return found

    def _dated(self, expression: TimeExpression) -> TimeExpression:
        # "July 19" in a text that has said "July 19, 2022" is the same day.
        year = self._years.get((expression.month, expression.day))
        if year is None or expression.year is not None or expression.day is None or expression.offset is not None:
            return expression
        return replace(expression, year=year)

    def _counted(self, expression: TimeExpression) -> Read:
        antecedent = self._last[1] if self._last is not None and self._age <= NEAR else None
        if antecedent is None:
            return expression, None
        time = resolve(replace(expression, anaphoric=False), antecedent)
        return expression, time and replace(time, approximate=time.approximate or antecedent.approximate)

    def _compares(self, expression: TimeExpression, words: str) -> bool:
        # A quarter's figures are compared with those of the same quarter "a year earlier" or "a year ago".
        return self._quarter is not None and (expression.anaphoric or words.endswith("ago"))

    def _year_before(self, expression: TimeExpression) -> Read:
        assert self._quarter is not None
        quarter, time = self._quarter
        merged = replace(expression, quarter=expression.quarter or quarter.quarter)
        return merged, None if time is None else resolve(replace(merged, anaphoric=False), time)

    def _on_day(self, expression: TimeExpression, day: Read | None) -> Read:
        if day is None:
            return expression, None
        merged = replace(
            day[0],
            daypart=expression.daypart,
            clock=expression.clock,
            zone=expression.zone,
            modifier=expression.modifier,
            bound=expression.bound,
        )
        return merged, resolve(merged, self._reference)

    def _remember(self, expression: TimeExpression, time: Time | None) -> None:
        if expression.duration in MONTHS_COMPARED:
            self._quarter = None
        grain = granularity(expression)
        if grain is None or expression.duration or expression.repeated or expression.vague:
            return
        self._last, self._age = (expression, time), 0
        if expression.year is not None and expression.day is not None:
            self._years[expression.month, expression.day] = expression.year
        if grain == "day" and expression.until is None and not expression.anaphoric:
            self._day, self._day_is_here = (expression, time), True
        if expression.quarter is not None and (self._quarter is None or self._is_over(time)):
            self._quarter = expression, time

    def _is_over(self, time: Time | None) -> bool:
        # Figures are of a quarter that has ended; what is said of the present one is outlook.
        return time is None or self._reference is None or time.latest < self._reference.earliest
