"""Whom the rows of a record refer to."""

import re
from collections.abc import Iterator

from communique.records.events import Event
from communique.records.findings import Finding
from communique.records.record import Record
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


def acting(record: Record) -> set[str]:
    """The ids of the actors that take part in something, speak, promise, agree, are measured or stand in a
    relationship; the others are only mentioned, addressed or cited."""
    found = {one.actor for event in record.events for one in event.participants}
    found |= {one.actor for statement in record.statements for one in statement.speakers if one.actor}
    found |= {actor for row in record.commitments for actor in (*row.parties, *row.counterparties)}
    found |= {actor for row in record.agreements for actor in row.parties}
    found |= {actor for row in record.indicators for actor in row.subjects}
    return found | {actor for row in record.relationships for actor in row.actors}


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
