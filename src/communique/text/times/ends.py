"""An interval as the two expressions that tell it: "from May 3 to May 7" is one time of an event."""

from msgspec.structs import replace

from communique.records.ids import content_id
from communique.records.spans import Span
from communique.records.times import Time, TimeExpression, TimeMention
from communique.text.times.resolve import resolve
from communique.text.times.values import timex_value


def each_end(mention: TimeMention) -> tuple[TimeMention, ...]:
    """The mention itself, or of an interval one mention for each of its ends, each with its own words and time."""
    until = mention.expression.until
    if until is None or len(mention.ends) != 2:
        return (mention,)
    first, last = mention.ends
    start = replace(mention.expression, until=None)
    return _end(mention, first, start, "earliest"), _end(mention, last, until, "latest")


def _end(mention: TimeMention, span: Span, expression: TimeExpression, name: str) -> TimeMention:
    time = mention.time and _time(mention.time, expression, getattr(mention.time, name))
    return replace(
        mention,
        id=content_id("time", mention.article, span.start, span.end),
        span=span,
        expression=expression,
        time=time and replace(time, span=span),
        value=timex_value(expression, time),
        ends=(),
    )


def _time(whole: Time, expression: TimeExpression, at: str) -> Time | None:
    """What the expression means at that end of the interval: the month, the year, the day that `at` lies in."""
    here = Time(earliest=at, latest=at, basis=whole.basis, inferred_from=whole.inferred_from)
    named = replace(expression, offset=None, anaphoric=False)
    return resolve(named, here, "nearest", whole.basis)
