"""Whom and which articles the rows of a slice refer to."""

from collections.abc import Iterable, Iterator

from communique.records.record import Record
from communique.records.spans import Span


def judgements_of(record: Record) -> set[str]:
    """The ids of the judgements that rows of `record` bear the mark of."""
    kinds = (
        record.articles, record.actors, record.events, record.statements, record.utterances, record.commitments,
        record.agreements, record.indicators,
    )  # fmt: skip
    return {mark.judgement for rows in kinds for row in rows for mark in row.judged}


def articles_of(record: Record, most: int) -> set[str]:
    """The ids of the articles that rows of `record` rest on; of relationships' sectors and actors' offices those that
    their first `most` stretches stand in."""
    found: set[str] = set()
    for event in record.events:
        found.update(mention.article for mention in event.mentions)
        found.update(event.time.inferred_from if event.time else ())
        found.update(_where(event.place.spans if event.place else ()))
        found.update(_where(span for one in event.participants for span in one.spans))
        found.update(_where((event.time.span,) if event.time and event.time.span else ()))
    found.update(statement.article for statement in record.statements)
    for commitment in record.commitments:
        later = (followup.span for followup in commitment.followups)
        found.update(_where((commitment.action, *commitment.mentions, *later)))
    found.update(_where(stage.span for agreement in record.agreements for stage in agreement.stages))
    found.update(_where(span for indicator in record.indicators for span in indicator.mentions))
    for finding in record.findings:
        for value in finding.values:
            found.update(value.articles, _where(value.spans))
    for relationship in record.relationships:
        found.update(_where(span for sector in relationship.sectors for span in sector.spans[:most]))
    for actor in record.actors:
        found.update(_where(span for office in actor.offices for span in office.spans[:most]))
    return found


def _where(spans: Iterable[Span]) -> Iterator[str]:
    yield from (span.article or span.capture for span in spans)
