"""Measured quantities."""

from typing import Literal

from communique.records.base import Row
from communique.records.judged import Judged
from communique.records.spans import Span
from communique.records.times import Time

Bound = Literal["exact", "at_least", "at_most", "about"]
Change = Literal["up", "down", "none"]


class Indicator(Row, frozen=True, kw_only=True):
    """A quantity with subject, measure, value, unit, period, direction and bound. `value_to` is the upper end of
    a range; `duration` (ISO 8601) is set where the quantity is one."""

    id: str
    measure: str
    subjects: tuple[str, ...] = ()
    value: float
    value_to: float | None = None
    unit: str = ""
    bound: Bound = "exact"
    change: Change = "none"
    period: Time | None = None
    duration: str | None = None
    mentions: tuple[Span, ...] = ()
    statement: str | None = None
    judged: tuple[Judged, ...] = ()
