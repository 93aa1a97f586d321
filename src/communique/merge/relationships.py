"""How two states stand to each other: their meetings, the sectors named, the instruments, the formats they share."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from communique.knowledge import Knowledge
from communique.records.actors import Actor
from communique.records.articles import Article
from communique.records.commitments import Agreement, Commitment
from communique.records.events import Event
from communique.records.findings import Relationship, Sector
from communique.records.ids import members_id
from communique.records.indicators import Indicator
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Statement

SHARED_KINDS = frozenset({"format", "bloc"})


def relationships(
    knowledge: Knowledge,
    actors: Sequence[Actor],
    articles: Sequence[Article],
    events: Sequence[Event],
    statements: Sequence[Statement],
    commitments: Sequence[Commitment],
    agreements: Sequence[Agreement],
    indicators: Sequence[Indicator],
) -> list[Relationship]:
    """One row for each pair of states whose people meet in the record."""
    states = {a.country: a.id for a in actors if a.kind == "state" and a.country}
    by_id = {a.id: a for a in actors}
    pairs: set[tuple[str, str]] = set()
    for event in events:
        countries = {c for p in event.participants if (c := by_id[p.actor].country) in states}
        pairs.update(combinations(sorted(countries), 2))
    record = Record(
        actors=tuple(actors),
        articles=tuple(articles),
        events=tuple(events),
        statements=tuple(statements),
        commitments=tuple(commitments),
        agreements=tuple(agreements),
        indicators=tuple(indicators),
    )
    rows = [between(record, knowledge, sorted(states[c] for c in pair)) for pair in sorted(pairs)]
    return sorted(rows, key=lambda r: r.id)


def side(actors: Mapping[str, Actor], actor: str) -> frozenset[str]:
    """Who stands on an actor's side: of a state all that are of its country, of anybody else only he."""
    own = actors.get(actor)
    if own is None or own.kind != "state" or not own.country:
        return frozenset({actor})
    return frozenset(a.id for a in actors.values() if a.country == own.country)


def between(record: Record, knowledge: Knowledge, actors: Sequence[str]) -> Relationship:
    """How two or more actors stand to each other: the events in which all sides take part, and what is said, promised,
    measured and agreed there."""
    by_id = {a.id: a for a in record.actors}
    sides = [side(by_id, a) for a in actors]
    theirs = [e for e in record.events if all(s & {p.actor for p in e.participants} for s in sides)]
    where = {m.article for e in theirs for m in e.mentions}
    own = frozenset().union(*sides)
    return Relationship(
        id=members_id("relationship", actors),
        actors=tuple(actors),
        events=tuple(sorted(e.id for e in theirs)),
        sectors=_sectors(
            knowledge, own, {e.id for e in theirs}, record.statements, record.commitments, record.indicators
        ),
        agreements=tuple(sorted(a.id for a in record.agreements if _is_theirs(a, own, where))),
        formats=tuple(sorted(_formats(knowledge, record.actors, where))),
    )


def _is_theirs(agreement: Agreement, own: frozenset[str], where: set[str]) -> bool:
    """An instrument of either, spoken of where they meet."""
    return not own.isdisjoint(agreement.parties) and any(s.span.article in where for s in agreement.stages)


def _formats(knowledge: Knowledge, actors: Sequence[Actor], where: set[str]) -> Iterator[str]:
    """Negotiating formats, blocs and international organizations that are named where the two meet."""
    for actor in actors:
        if _is_shared(knowledge, actor) and any(m.span.article in where for m in actor.mentions):
            yield actor.id


def _is_shared(knowledge: Knowledge, actor: Actor) -> bool:
    if actor.kind == "organization":
        known = knowledge.organizations.by_name(actor.name)
        # An international organization has a seat or a head; a militia has neither.
        return known is not None and known.country is None and bool(known.leader_title)
    return actor.kind in SHARED_KINDS


def _sectors(
    knowledge: Knowledge,
    own: frozenset[str],
    events: set[str],
    statements: Sequence[Statement],
    commitments: Sequence[Commitment],
    indicators: Sequence[Indicator],
) -> tuple[Sector, ...]:
    """Sectors that the two name in what they say and promise on occasions of theirs, with the words."""
    said = [s for s in statements if s.event in events and any(x.actor in own for x in s.speakers)]
    ids = {s.id for s in said}
    promised = [c for c in commitments if own & {*c.parties} and (c.statement in ids or c.event in events)]
    measured = [i for i in indicators if i.statement in ids]
    spans: dict[str, set[tuple[str, int, int, str]]] = {}
    for content in (*(s.content for s in said), *(m for c in promised for m in c.mentions)):
        for start, end, topic in knowledge.topics.find(content.exact):
            at = content.start
            spans.setdefault(topic, set()).add((content.article, at + start, at + end, content.exact[start:end]))
    return tuple(
        Sector(
            sector=topic,
            spans=tuple(Span(article=a, start=s, end=e, exact=x) for a, s, e, x in sorted(found)),
            commitments=tuple(sorted(c.id for c in promised if topic in c.topics)),
            indicators=tuple(sorted(i.id for i in measured if topic in knowledge.topics.of(i.measure))),
        )
        for topic, found in sorted(spans.items())
    )
