"""Times as intervals with a basis, and time expressions as they stand in a text."""

from typing import Literal

from communique.records.base import Row
from communique.records.spans import Span

Basis = Literal["given", "stated", "relative", "inferred"]
Direction = Literal["past", "future", "nearest"]
Unit = Literal["second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century"]


class Time(Row, frozen=True, kw_only=True):
    """When: both ends inclusive, ISO 8601, as precise as the sources and no more.

    A date is the civil date at the place; a date-time carries its offset. `basis` says how it was reached:
    given from outside, stated in the capture, worked out relative to the article's own date, or inferred
    through the articles named in `inferred_from`.
    """

    earliest: str
    latest: str
    edtf: str | None = None
    basis: Basis
    approximate: bool = False
    span: Span | None = None
    inferred_from: tuple[str, ...] = ()


class TimeExpression(Row, frozen=True, kw_only=True):
    """What a time expression says before anything outside it is known.

    A calendar date leaves out what is not said (`month=7, day=19`: some 19 July). `offset` counts `unit`s
    from the reference ("two days ago" is -2 days, "last year" -1 year); a `unit` without `offset` is the week of the
    day that is named, or the quarter that ended with it. `weekday` is 0 for Monday. `part` is
    early, mid or late of the smallest unit named; `daypart` MO, MI, AF, EV, NI or DT. `feast` is a day
    that moves ("easter"); with `weekend`, the weekend at it. `clock` is HH:MM. `nth` counts days, weeks, weekends or
    the `weekday` within what else is named: "the first Monday of June" is 1, the last -1;
    0 is the same day, week or month, `offset` units away ("ten years ago today").
    `direction` is where the reader should look: set from the expression, else from the verb's tense.
    `duration` (ISO 8601) and `repeated` (TIMEX3 value of a set) exclude the rest. `vague` is PRESENT_REF,
    PAST_REF or FUTURE_REF. `bound` is before or after ("before July"), `modifier` a TIMEX3 mod. `anaphoric`
    counts from another time of the text ("the following day"), never from the article's own date.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: Literal["SP", "SU", "FA", "WI"] | None = None
    decade: int | None = None
    century: int | None = None
    unit: Unit | None = None
    offset: int | None = None
    part: Literal["early", "mid", "late"] | None = None
    daypart: Literal["MO", "MI", "AF", "EV", "NI", "DT"] | None = None
    weekend: bool = False
    feast: str | None = None
    nth: int | None = None
    nth_of: Literal["day", "week", "weekend", "weekday", "month"] | None = None
    clock: str | None = None
    zone: str | None = None
    direction: Direction | None = None
    duration: str | None = None
    repeated: str | None = None
    vague: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"] | None = None
    bound: Literal["before", "after"] | None = None
    modifier: str | None = None
    anaphoric: bool = False
    until: "TimeExpression | None" = None


class TimeMention(Row, frozen=True, kw_only=True):
    """One time expression of the kept text; exported as it is, less `expression`, `ends` and `time.span`.

    Within the pipeline an interval is one mention, whose `ends` are the words for its first and its last time; the
    record holds one for each of the two.
    """

    id: str
    article: str
    span: Span
    expression: TimeExpression
    time: Time | None = None
    duration: str | None = None
    value: str | None = None
    ends: tuple[Span, ...] = ()
