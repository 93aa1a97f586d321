"""Whom and which articles the rows of a slice refer to."""

import re
from collections.abc import Iterable, Iterator

from communique.records.events import Event
from communique.records.findings import Finding
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Statement

ACTOR = re.compile(r"actor-\w+")


def actors_of(record: Record) -> set[str]:
    """The ids of all actors that rows of `record` name."""
    found: set[str] = set()
    for event in record.events:
        found.update(_of_event(event))
    for statement in record.statements:
        found.update(_of_statement(statement))
    for utterance in record.utterances:
        found.update(utterance.speakers)
    for commitment in record.commitments:
        found.update(commitment.parties, commitment.counterparties)
    for agreement in record.agreements:
        found.update(agreement.parties)
    for indicator in record.indicators:
        found.update(indicator.subjects)
    for finding in record.findings:
        found.update(_of_finding(finding))
    for relationship in record.relationships:
        found.update(relationship.actors, relationship.formats)
    return found


def _of_event(event: Event) -> Iterator[str]:
    yield from (one.actor for one in event.participants)
    for mention in event.mentions:
        yield from mention.participants


def _of_statement(statement: Statement) -> Iterator[str]:
    for speaker in statement.speakers:
        yield from (name for name in (speaker.actor, *speaker.candidates) if name)
    yield from statement.via
    yield from statement.addressees


def _of_finding(finding: Finding) -> Iterator[str]:
    if finding.about.kind == "actor":
        yield finding.about.id
    yield from ACTOR.findall(finding.note)
    for value in finding.values:
        yield from value.via
        yield from ACTOR.findall(value.value)


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
