"""Dates that only other articles can give: an undated article that reports a dated event was written on that day or
within the week that its weekday spans. Never for an event that it only recalls or looks forward to."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from communique.merge.events.group import Cluster
from communique.records.events import TOOK_PLACE
from communique.records.mentions import Extraction
from communique.records.times import Time, TimeExpression, TimeMention
from communique.text.times import resolve
from communique.text.times.intervals import civil, edtf, intersect, shift

# A weekday without a date names the nearest one: within a week before the day of writing.
WEEK = 6


def inferred_dates(extractions: Sequence[Extraction], clusters: Sequence[Cluster]) -> dict[str, Time]:
    """Publication intervals of undated articles, by article, as wide as the evidence, naming the articles that it
    came from."""
    undated = {e.article.id for e in extractions if e.article.published is None}
    found: dict[str, Time] = {}
    for cluster in clusters:
        anchor = _anchor(cluster, undated)
        if anchor is None:
            continue
        day, sources = anchor
        for node in cluster.telling():
            article = node.mention.article
            if article in undated and node.mention.status in TOOK_PLACE and node.expression is not None:
                window = written(node.expression, day)
                if window is not None:
                    time = _time(*window, sources)
                    found[article] = intersect(found[article], time) or time if article in found else time
    return {e.article.id: _by_weekday(found[e.article.id], e.times) for e in extractions if e.article.id in found}


def _by_weekday(published: Time, times: Iterable[TimeMention]) -> Time:
    """The days of the interval on which the article can say "today, Wednesday", where it says so anywhere."""
    weekdays = {t.expression.weekday for t in times if t.expression.unit == "day" and t.expression.offset == 0}
    first, last = civil(published)
    window = [shift(first, n) for n in range((last - first).days + 1)]
    fitting = [day for day in window if all(w in (None, day.weekday()) for w in weekdays)]
    if not fitting:
        return published
    return _time(fitting[0], fitting[-1], published.inferred_from)


def _anchor(cluster: Cluster, undated: set[str]) -> tuple[dt.date, tuple[str, ...]] | None:
    """The one day that dated articles give the event, and the articles."""
    dated = [n for n in cluster.telling() if n.time and n.mention.article not in undated and not n.time.approximate]
    single = [n for n in dated if n.time and len({*civil(n.time)}) == 1]
    spans = {civil(n.time)[0] for n in single if n.time}
    if len(spans) != 1:
        return None
    return next(iter(spans)), tuple(sorted({n.mention.article for n in single}))


def written(expression: TimeExpression, day: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day on which somebody may have written the expression and meant `day`."""
    if expression.unit == "day" and expression.offset is not None:
        said = shift(day, -expression.offset)
        return said, said
    if expression.weekday is not None and expression.weekday != day.weekday():
        return None
    if expression.weekday is not None and expression.offset is None:
        return (day, shift(day, WEEK)) if expression.direction != "future" else (shift(day, -WEEK), day)
    return None


def _time(first: dt.date, last: dt.date, sources: Iterable[str]) -> Time:
    return Time(
        earliest=first.isoformat(),
        latest=last.isoformat(),
        edtf=edtf(first, last),
        basis="inferred",
        inferred_from=tuple(sources),
    )


def redated(extraction: Extraction, published: Time) -> Extraction:
    """The extraction with its article's inferred date, and its relative times counted from it."""
    article = replace(extraction.article, published=published)
    times = tuple(_redated(time, published) for time in extraction.times)
    return replace(extraction, article=article, reference=published, times=times)


def _redated(time: TimeMention, published: Time) -> TimeMention:
    if time.time is not None:
        return time
    resolved = resolve(time.expression, published)
    if resolved is None:
        return time
    return replace(time, time=replace(resolved, basis="inferred", inferred_from=published.inferred_from))


def times_of(extractions: Sequence[Extraction]) -> Mapping[str, Time | None]:
    """Resolved time by time mention."""
    return {time.id: time.time for e in extractions for time in e.times}
