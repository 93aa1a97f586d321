"""A slice: the part of the record that a page or a filtered report shows, as a `Record` of its own.

A slice is closed: every actor and every article that its rows name is in it, so that whatever shows a whole record
shows a slice as well. It is loaded by ids along indexes, so that it costs what it holds, not what the record holds.
Actors come without their mentions, of which there may be more than everything else together.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec

from communique.records.actors import Actor
from communique.records.record import Record
from communique.records.references import actors_of
from communique.store.finding import find_paragraphs, find_statements
from communique.store.heads import actor_heads, articles, column, gather, ids_json
from communique.store.queries import Filters
from communique.store.references import articles_of, judgements_of

# Of the stretches that a relationship's sector or an actor's office rests on, so many are shown.
EVIDENCE = 8
MOST_EVENTS = 60
MOST_SAID = 80
MOST_FOUND = 500
DEPTH = 5

_LATEST = "ORDER BY earliest IS NULL, earliest DESC, id LIMIT ?"


@dataclass(frozen=True)
class Chosen:
    """Ids by kind."""

    articles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    utterances: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    relationships: tuple[str, ...] = ()


def around(connection: sqlite3.Connection, chosen: Chosen) -> Record:
    """The rows chosen, the renderings of the utterances and the utterances of the statements among them, the occasions
    of what was said and promised, and whom and what all of these name."""
    utterances = gather(connection, "utterances", chosen.utterances)
    renderings = [name for row in utterances for name in row.renderings]
    statements = gather(connection, "statements", (*chosen.statements, *renderings))
    commitments = gather(connection, "commitments", chosen.commitments)
    occasions = [row.event for row in (*utterances, *statements, *commitments) if row.event]
    part = Record(
        events=tuple(gather(connection, "events", (*chosen.events, *occasions))),
        statements=tuple(statements),
        utterances=tuple(utterances),
        commitments=tuple(commitments),
        agreements=tuple(gather(connection, "agreements", chosen.agreements)),
        indicators=tuple(gather(connection, "indicators", chosen.indicators)),
        findings=tuple(gather(connection, "findings", chosen.findings)),
        relationships=tuple(gather(connection, "relationships", chosen.relationships)),
    )
    return closed(connection, part, chosen.actors, chosen.articles)


def closed(
    connection: sqlite3.Connection, part: Record, actors: Iterable[str] = (), sources: Iterable[str] = ()
) -> Record:
    """`part` with every actor and article that its rows name, and those named here."""
    heads: list[Actor] = actor_heads(connection, {*actors, *actors_of(part)})
    wanted = {*sources, *articles_of(part, EVIDENCE)}
    # What an actor's offices rest on is shown on its own page alone.
    wanted |= articles_of(Record(actors=tuple(_asked(heads, actors))), EVIDENCE)
    whole = msgspec.structs.replace(part, actors=tuple(heads), articles=tuple(articles(connection, wanted)))
    judged = gather(connection, "judgements", sorted(judgements_of(whole)))
    return msgspec.structs.replace(whole, judgements=tuple(judged))


def _asked(heads: Iterable[Actor], actors: Iterable[str]) -> Iterable[Actor]:
    asked = set(actors)
    return (head for head in heads if head.id in asked)


def told_at(connection: sqlite3.Connection, events: Iterable[str], most: int = 400) -> Chosen:
    """The events with all that was said, promised, measured and found there."""
    named = tuple(dict.fromkeys(events))
    at = ids_json(named)
    statements = column(
        connection, "SELECT id FROM statements WHERE event IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?",
        (at, most),
    )  # fmt: skip
    utterances = column(
        connection,
        "SELECT id FROM utterances WHERE event IN (SELECT value FROM json_each(:at))"
        " UNION SELECT utterance FROM statements"
        " WHERE id IN (SELECT value FROM json_each(:said)) AND utterance IS NOT NULL",
        {"at": at, "said": ids_json(statements)},
    )
    commitments = column(
        connection,
        "SELECT id FROM commitments WHERE json_extract(data, '$.event') IN (SELECT value FROM json_each(:at))"
        " UNION SELECT id FROM commitments"
        " WHERE json_extract(data, '$.statement') IN (SELECT value FROM json_each(:said)) ORDER BY id",
        {"at": at, "said": ids_json(statements)},
    )
    indicators = column(
        connection,
        "SELECT id FROM indicators WHERE json_extract(data, '$.statement') IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (ids_json(statements),),
    )
    about = (*named, *utterances, *commitments, *indicators)
    return Chosen(
        events=named,
        statements=tuple(statements),
        utterances=tuple(utterances),
        commitments=tuple(commitments),
        indicators=tuple(indicators),
        findings=tuple(findings_on(connection, about)),
    )


def findings_on(connection: sqlite3.Connection, about: Iterable[str]) -> list[str]:
    """The ids of the findings about these items."""
    return column(
        connection, "SELECT id FROM findings WHERE about IN (SELECT value FROM json_each(?)) ORDER BY id",
        (ids_json(about),),
    )  # fmt: skip


def family(connection: sqlite3.Connection, event: str) -> list[str]:
    """The event and its parts, with their parts."""
    return column(
        connection,
        "WITH RECURSIVE tree (id, depth) AS (SELECT :event, 0 UNION"
        " SELECT p.event, tree.depth + 1 FROM event_parts p JOIN tree ON p.whole = tree.id WHERE tree.depth < :depth)"
        " SELECT DISTINCT id FROM tree ORDER BY depth, id",
        {"event": event, "depth": DEPTH},
    )


def of_event(connection: sqlite3.Connection, event: str) -> Record:
    """The event with its parts, what it is a part of, and all that was said, promised, measured and found there."""
    chosen = told_at(connection, family(connection, event))
    wholes = column(connection, "SELECT whole FROM event_parts WHERE event = ? ORDER BY whole", (event,))
    held = gather(connection, "commitments", chosen.commitments)
    agreements = tuple(dict.fromkeys(row.agreement for row in held if row.agreement))
    return around(connection, replace(chosen, events=(*chosen.events, *wholes), agreements=agreements))


def of_actor(connection: sqlite3.Connection, actor: str, most: int = MOST_SAID) -> Record:
    """The actor with the latest events it took part in, what it said last, what it promised, and who it meets."""
    events = column(
        connection,
        f"SELECT id FROM events WHERE id IN (SELECT event FROM event_participants WHERE actor = ?) {_LATEST}",  # noqa: S608
        (actor, MOST_EVENTS),
    )
    statements = column(
        connection,
        "SELECT s.id FROM statement_speakers p JOIN statements s ON s.id = p.statement"
        " LEFT JOIN events e ON e.id = s.event WHERE p.actor = ?"
        " ORDER BY e.earliest IS NULL, e.earliest DESC, s.id LIMIT ?",
        (actor, most),
    )
    utterances = column(
        connection,
        "SELECT DISTINCT utterance FROM statements WHERE id IN (SELECT value FROM json_each(?))"
        " AND utterance IS NOT NULL ORDER BY utterance",
        (ids_json(statements),),
    )
    commitments = column(
        connection,
        "SELECT DISTINCT commitment FROM commitment_parties WHERE actor = ? AND role = 'party'"
        " ORDER BY commitment LIMIT ?",
        (actor, most),
    )
    relationships = column(
        connection, "SELECT relationship FROM relationship_actors WHERE actor = ? ORDER BY relationship LIMIT ?",
        (actor, most),
    )  # fmt: skip
    return around(
        connection,
        Chosen(
            actors=(actor,),
            events=tuple(events),
            utterances=tuple(utterances),
            commitments=tuple(commitments),
            relationships=tuple(relationships),
            findings=tuple(findings_on(connection, (actor,))),
        ),
    )


def of_relationship(connection: sqlite3.Connection, relationship: str) -> Record:
    """The relationship with its latest events, its commitments, agreements and figures, and what was last said."""
    found = gather(connection, "relationships", (relationship,))
    if not found:
        return Record()
    row = found[0]
    latest = column(
        connection, f"SELECT id FROM events WHERE id IN (SELECT value FROM json_each(?)) {_LATEST}",  # noqa: S608
        (ids_json(row.events), MOST_EVENTS),
    )  # fmt: skip
    said = column(
        connection, "SELECT id FROM utterances WHERE event IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?",
        (ids_json(latest[:DEPTH]), MOST_SAID),
    )  # fmt: skip
    promised = [name for sector in row.sectors for name in sector.commitments[:EVIDENCE]]
    measured = [name for sector in row.sectors for name in sector.indicators[:EVIDENCE]]
    return around(
        connection,
        Chosen(
            relationships=(row.id,),
            events=tuple(latest),
            utterances=tuple(said),
            commitments=tuple(promised),
            indicators=tuple(measured),
            agreements=row.agreements[:MOST_SAID],
            findings=tuple(findings_on(connection, latest)),
        ),
    )


def of_article(connection: sqlite3.Connection, article: str) -> Record:
    """The article with every item that rests on it, and the times it names."""
    rows = connection.execute("SELECT DISTINCT kind, item FROM spans WHERE article = ? ORDER BY kind, item", (article,))
    by_kind: dict[str, list[str]] = {}
    for kind, item in rows:
        by_kind.setdefault(kind, []).append(item)
    statements = gather(connection, "statements", by_kind.get("statements", ()))
    part = Record(
        times=tuple(gather(connection, "times", by_kind.get("times", ()))),
        events=tuple(gather(connection, "events", by_kind.get("events", ()))),
        statements=tuple(statements),
        utterances=tuple(gather(connection, "utterances", (row.utterance for row in statements))),
        commitments=tuple(gather(connection, "commitments", by_kind.get("commitments", ()))),
        agreements=tuple(gather(connection, "agreements", by_kind.get("agreements", ()))),
        indicators=tuple(gather(connection, "indicators", by_kind.get("indicators", ()))),
        findings=tuple(gather(connection, "findings", findings_on(connection, (article,)))),
    )
    copies = column(
        connection,
        "SELECT b.id FROM articles a JOIN articles b ON b.origin = a.origin WHERE a.id = ? ORDER BY b.id LIMIT ?",
        (article, MOST_SAID),
    )
    return closed(connection, part, by_kind.get("actors", ()), (article, *copies))


def of_period(connection: sqlite3.Connection, first: str, last: str, most: int = 2000) -> Record:
    """The events that may have happened between two days (ISO), with all that was said there."""
    events = column(
        connection,
        "SELECT id FROM events WHERE earliest <= ? AND latest >= ? ORDER BY earliest, id LIMIT ?",
        (f"{last}T99" if len(last) == 10 else last, first, most),
    )
    return around(connection, told_at(connection, events, most))


def of_search(connection: sqlite3.Connection, words: str, most: int = MOST_FOUND) -> Record:
    """What was said that holds all of some words, with the occasions, and the articles that print them."""
    said = find_statements(connection, words, Filters(), 1, most)
    printed = find_paragraphs(connection, words, Filters(), 1, most)
    statements = [place.item for place in said.places]
    at = ids_json(statements)
    utterances = column(
        connection,
        "SELECT DISTINCT utterance FROM statements WHERE id IN (SELECT value FROM json_each(?))"
        " AND utterance IS NOT NULL ORDER BY utterance",
        (at,),
    )
    commitments = column(
        connection,
        "SELECT id FROM commitments WHERE json_extract(data, '$.statement') IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (at,),
    )
    indicators = column(
        connection,
        "SELECT id FROM indicators WHERE json_extract(data, '$.statement') IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (at,),
    )
    return around(
        connection,
        Chosen(
            articles=tuple(place.article for place in printed.places),
            statements=tuple(statements),
            utterances=tuple(utterances),
            commitments=tuple(commitments),
            indicators=tuple(indicators),
            findings=tuple(findings_on(connection, (*utterances, *commitments, *indicators))),
        ),
    )


def complete(connection: sqlite3.Connection, part: Record) -> Record:
    """A slice for a page that also shows its articles' texts with everything marked in them: with its actors' mentions
    in these articles, and the times they name."""
    here = {article.id for article in part.articles}
    actors = [
        msgspec.structs.replace(row, mentions=tuple(one for one in row.mentions if one.span.article in here))
        for row in gather(connection, "actors", (actor.id for actor in part.actors))
    ]
    times = column(
        connection, "SELECT id FROM times WHERE article IN (SELECT value FROM json_each(?)) ORDER BY id",
        (ids_json(sorted(here)),),
    )  # fmt: skip
    return msgspec.structs.replace(part, actors=tuple(actors), times=tuple(gather(connection, "times", times)))
