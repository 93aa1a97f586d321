"""The slice about one item, a period, or what was said in some words."""

import sqlite3
from dataclasses import replace

from communique.records.record import Record
from communique.store.finding import find_paragraphs, find_statements
from communique.store.heads import column, gather, ids_json
from communique.store.queries import Filters
from communique.store.slices import EVIDENCE, Chosen, around, closed, findings_on, told_at

MOST_EVENTS = 60
MOST_SAID = 80
MOST_FOUND = 500
DEPTH = 5

_LATEST = "ORDER BY earliest IS NULL, earliest DESC, id LIMIT ?"


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
