"""Times that count from another time of the text: "later in the day", "the following year", "a year earlier"."""

from msgspec.structs import replace

from communique.records.times import Time, TimeExpression
from communique.text.times import granularity, resolve


class Earlier:
    """What the text has named so far, and how the next expression reads in its light."""

    def __init__(self, reference: Time | None) -> None:
        self._reference = reference
        self._day: tuple[TimeExpression, Time | None] | None = None
        self._last: tuple[TimeExpression, Time | None] | None = None
        self._quarter: tuple[TimeExpression, Time | None] | None = None

    def read(self, expression: TimeExpression) -> tuple[TimeExpression, Time | None]:
        """`expression` as far as the text settles it, and its time."""
        found = self._anaphoric(expression) if expression.anaphoric else self._plain(expression)
        self._remember(*found)
        return found

    def _plain(self, expression: TimeExpression) -> tuple[TimeExpression, Time | None]:
        return expression, resolve(expression, self._reference)

    def _anaphoric(self, expression: TimeExpression) -> tuple[TimeExpression, Time | None]:
        if expression.unit == "day" and expression.offset == 0:
            return self._same_day(expression)
        named = self._quarter if expression.unit == "year" else None
        antecedent = named or self._last
        if antecedent is None or antecedent[1] is None:
            return expression, None
        merged = replace(expression, quarter=antecedent[0].quarter) if named else expression
        return merged, resolve(replace(merged, anaphoric=False), antecedent[1])

    def _same_day(self, expression: TimeExpression) -> tuple[TimeExpression, Time | None]:
        if self._day is None:
            return expression, None
        day, _ = self._day
        merged = replace(
            day, daypart=expression.daypart, clock=expression.clock, modifier=expression.modifier, bound=None
        )
        return merged, resolve(merged, self._reference)

    def _remember(self, expression: TimeExpression, time: Time | None) -> None:
        grain = granularity(expression)
        if grain is None or expression.duration or expression.repeated or expression.vague:
            return
        self._last = expression, time
        if grain == "day" and expression.until is None and not expression.anaphoric:
            self._day = expression, time
        if expression.quarter is not None:
            self._quarter = expression, time
