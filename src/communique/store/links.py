"""The link tables: who took part, who spoke, what is a part of what. Each is derived from the rows.

A reference to an item that is not in the record (what a judgement took away, say) has no line here; the row
itself keeps it.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from communique.records.record import Record
from communique.store import traces
from communique.store.tables import Cells


class Known(NamedTuple):
    """The ids that links may point at."""

    actors: Collection[str]
    articles: Collection[str]
    events: Collection[str]


type Link = Callable[[Record, Known], Iterator[Cells]]


def _paragraphs(record: Record, known: Known) -> Iterator[Cells]:
    for article in record.articles:
        for position, paragraph in enumerate(article.paragraphs):
            kept = int(paragraph.start is not None)
            yield (article.id, position, paragraph.role, paragraph.reason, kept, paragraph.text)


def _participants(record: Record, known: Known) -> Iterator[Cells]:
    for event in record.events:
        yield from ((event.id, one.actor, one.role) for one in event.participants if one.actor in known.actors)


def _mentions(record: Record, known: Known) -> Iterator[Cells]:
    for event in record.events:
        for mention in event.mentions:
            if mention.article in known.articles:
                yield (event.id, mention.id, mention.article, mention.status, mention.span.exact)


def _parts(record: Record, known: Known) -> Iterator[Cells]:
    for event in record.events:
        yield from ((event.id, whole) for whole in event.part_of if whole in known.events)


def _speakers(record: Record, known: Known) -> Iterator[Cells]:
    for statement in record.statements:
        for speaker in statement.speakers:
            actor = speaker.actor if speaker.actor in known.actors else None
            yield (statement.id, actor, speaker.text, speaker.how, speaker.basis)


def _parties(record: Record, known: Known) -> Iterator[Cells]:
    for commitment in record.commitments:
        sides = (("party", commitment.parties), ("counterparty", commitment.counterparties))
        yield from ((commitment.id, a, role) for role, actors in sides for a in actors if a in known.actors)


def _relationship_actors(record: Record, known: Known) -> Iterator[Cells]:
    for relationship in record.relationships:
        yield from ((relationship.id, actor) for actor in relationship.actors if actor in known.actors)


def _topics(record: Record, known: Known) -> Iterator[Cells]:
    for kind, items in (
        ("event", record.events),
        ("statement", record.statements),
        ("commitment", record.commitments),
    ):
        yield from ((item.id, kind, topic) for item in items for topic in item.topics)


def _judged(record: Record, known: Known) -> Iterator[Cells]:
    for judgement in record.judgements:
        yield from ((judgement.id, item) for item in judgement.items)


LINKS: dict[str, Link] = {
    "paragraphs (article, position, role, reason, kept, text)": _paragraphs,
    "event_participants (event, actor, role)": _participants,
    "event_mentions (event, mention, article, status, words)": _mentions,
    "event_parts (event, whole)": _parts,
    "statement_speakers (statement, actor, text, how, basis)": _speakers,
    "commitment_parties (commitment, actor, role)": _parties,
    "relationship_actors (relationship, actor)": _relationship_actors,
    "topics (item, kind, topic)": _topics,
    "judged_items (judgement, item)": _judged,
    "spans (article, start, stop, layer, kind, item)": lambda record, known: traces.spans(record),
    "weights (item, kind, articles, origins, spans)": lambda record, known: traces.weights(record),
}
