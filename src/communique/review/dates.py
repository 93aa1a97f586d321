"""A date that a person gives: as a time of the record, and what it changes in an article."""

import datetime as dt
from collections import deque

from msgspec.structs import replace

from communique.extract.times.anaphora import Earlier
from communique.records.articles import KEPT_ROLES
from communique.records.judgements import When
from communique.records.mentions import Extraction
from communique.records.times import Time, TimeMention
from communique.text.times import timex_value
from communique.text.times.intervals import edtf


def given(when: When) -> Time:
    """The days as a time that is given from outside the captures."""
    first, last = dt.date.fromisoformat(when.earliest), dt.date.fromisoformat(when.latest)
    return Time(
        earliest=when.earliest,
        latest=when.latest,
        edtf=edtf(first, last, when.approximate),
        basis="given",
        approximate=when.approximate,
    )


def published_on(extraction: Extraction, published: Time) -> Extraction:
    """The extraction as it is where its article appeared then: all its relative times are counted anew."""
    earlier = Earlier(published)
    article = replace(extraction.article, published=published)
    paragraphs = [(p.start, p.end) for p in article.paragraphs if p.role in KEPT_ROLES and p.start is not None]
    times: list[TimeMention] = []
    waiting = deque(sorted(extraction.times, key=lambda time: time.span.start))
    for start, end in sorted((start, end or 0) for start, end in paragraphs if start is not None):
        earlier.new_paragraph()
        while waiting and waiting[0].span.start < end:
            mention = waiting.popleft()
            times.append(_counted(mention, earlier) if mention.span.start >= start else mention)
    return replace(extraction, article=article, reference=published, times=(*times, *waiting))


def _counted(mention: TimeMention, earlier: Earlier) -> TimeMention:
    expression, time = earlier.read(mention.expression, mention.span.exact)
    return replace(
        mention,
        expression=expression,
        time=None if time is None else replace(time, span=mention.span),
        value=timex_value(expression, time),
    )
