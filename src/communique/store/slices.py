"""A slice: the part of the record that a page or a filtered report shows, as a `Record` of its own.

A slice is closed: every actor and every article that its rows name is in it, so that whatever shows a whole record
shows a slice as well. It is loaded by ids along indexes, so that it costs what it holds, not what the record holds.
Actors come without their mentions, of which there may be more than everything else together.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from communique.records.actors import Actor
from communique.records.record import Record
from communique.records.references import actors_of
from communique.store.heads import actor_heads, articles, column, gather, ids_json
from communique.store.references import articles_of, judgements_of

# Of the stretches that a relationship's sector or an actor's office rests on, so many are shown.
EVIDENCE = 8


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
