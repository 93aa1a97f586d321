"""Lists of items, page by page: their ids by filters along indexes, and how many there are."""

import sqlite3
from dataclasses import dataclass, fields
from typing import NamedTuple

from communique.store.heads import column

MOST_A_PAGE = 200


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed down to; empty says nothing. `actor` is an id; `first` and `last` are ISO dates, or the
    beginnings of some; `words` stand in a name or title. `part` of actors: "acting" or "all"."""

    actor: str = ""
    event: str = ""
    article: str = ""
    place: str = ""
    topic: str = ""
    outlet: str = ""
    form: str = ""
    status: str = ""
    level: str = ""
    kind: str = ""
    stage: str = ""
    measure: str = ""
    judgement: str = ""
    field: str = ""
    about: str = ""
    mode: str = ""
    words: str = ""
    part: str = ""
    first: str = ""
    last: str = ""

    def given(self) -> dict[str, str]:
        """Those that say something."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name))}


class Found(NamedTuple):
    """One page of a list: ids in order, and how many there are on all pages."""

    ids: list[str]
    total: int


@dataclass(frozen=True)
class Listing:
    """How one kind is listed: its order, and the condition each filter sets, over the table `t`."""

    order: str
    conditions: dict[str, str]
    source: str = ""


_TOPIC = "t.id IN (SELECT item FROM topics WHERE topic = :topic)"
_IN_ARTICLE = "t.id IN (SELECT item FROM spans WHERE article = :article)"
_LIKE = "LIKE '%' || :words || '%'"
# Who takes part in something, speaks, promises, agrees, is measured or stands in a relationship.
_ACTS = " OR ".join(
    (
        *(
            f"EXISTS (SELECT 1 FROM {table} WHERE actor = t.id)"  # noqa: S608
            for table in ("event_participants", "statement_speakers", "commitment_parties", "relationship_actors")
        ),
        *(
            f"t.id IN (SELECT j.value FROM {table} k, json_each(k.data, '$.{field}') j)"  # noqa: S608
            for table, field in (("agreements", "parties"), ("indicators", "subjects"))
        ),
    )
)
_MOST_TOLD = "(SELECT -w.articles FROM weights w WHERE w.item = t.id)"

LISTINGS: dict[str, Listing] = {
    "events": Listing(
        "t.earliest DESC, t.id",
        {
            "actor": "t.id IN (SELECT event FROM event_participants WHERE actor = :actor)",
            "article": "t.id IN (SELECT event FROM event_mentions WHERE article = :article)",
            "place": "t.place = :place",
            "topic": _TOPIC,
            "form": "t.form = :form",
            "status": "t.status = :status",
            "level": "t.level = :level",
            "outlet": "t.id IN (SELECT m.event FROM event_mentions m JOIN articles a ON a.id = m.article"
            " WHERE a.outlet = :outlet)",
            "first": "t.latest >= :first",
            "last": "t.earliest <= :last",
        },
    ),
    "actors": Listing(
        "w.articles DESC, w.item",
        {
            "kind": "t.kind = :kind",
            "article": _IN_ARTICLE,
            "event": "t.id IN (SELECT actor FROM event_participants WHERE event = :event)",
            "part": f"(:part = 'all' OR (:part = 'acting' AND ({_ACTS})))",
            "words": f"t.data {_LIKE} AND (t.name {_LIKE} OR json_extract(t.data, '$.names') {_LIKE})",
        },
        "weights w JOIN actors t ON t.id = w.item AND w.kind = 'actors'",
    ),
    "articles": Listing(
        "t.published_earliest DESC, t.capture",
        {
            "actor": "t.id IN (SELECT article FROM spans WHERE item = :actor)",
            "event": "t.id IN (SELECT article FROM event_mentions WHERE event = :event)",
            "outlet": "coalesce(t.outlet, t.agency, '') = :outlet",
            "words": f"t.title {_LIKE}",
            "first": "t.published_latest >= :first",
            "last": "t.published_earliest <= :last",
        },
    ),
    "statements": Listing(
        "t.number",
        {
            "actor": "t.id IN (SELECT statement FROM statement_speakers WHERE actor = :actor)",
            "event": "t.event = :event",
            "article": "t.article = :article",
            "topic": _TOPIC,
            "mode": "t.mode = :mode",
            "outlet": "t.article IN (SELECT id FROM articles WHERE outlet = :outlet)",
            "first": "t.event IN (SELECT id FROM events WHERE latest >= :first)",
            "last": "t.event IN (SELECT id FROM events WHERE earliest <= :last)",
        },
    ),
    "utterances": Listing(
        "t.renderings DESC, t.id",
        {
            "event": "t.event = :event",
            "article": "t.id IN (SELECT utterance FROM statements WHERE article = :article)",
            "actor": "t.id IN (SELECT s.utterance FROM statement_speakers p JOIN statements s ON s.id = p.statement"
            " WHERE p.actor = :actor)",
        },
    ),
    "commitments": Listing(
        f"t.kind, {_MOST_TOLD}, t.id",
        {
            "kind": "t.kind = :kind",
            "actor": "t.id IN (SELECT commitment FROM commitment_parties WHERE actor = :actor)",
            "event": "json_extract(t.data, '$.event') = :event",
            "article": _IN_ARTICLE,
            "topic": _TOPIC,
            "words": f"t.action {_LIKE}",
        },
    ),
    "agreements": Listing(
        "t.name COLLATE NOCASE, t.id",
        {
            "stage": "t.stage = :stage",
            "actor": "EXISTS (SELECT 1 FROM json_each(t.data, '$.parties') WHERE value = :actor)",
            "article": _IN_ARTICLE,
            "words": f"t.name {_LIKE}",
        },
    ),
    "indicators": Listing(
        "t.measure = '', t.measure, t.earliest, t.id",  # those whose measure no text names, last
        {
            "measure": "t.measure = :measure",
            "actor": "EXISTS (SELECT 1 FROM json_each(t.data, '$.subjects') WHERE value = :actor)",
            "article": _IN_ARTICLE,
            "words": f"t.measure {_LIKE}",
        },
    ),
    "findings": Listing(
        "t.judgement, t.about_kind, t.field, t.about",
        {
            "judgement": "t.judgement = :judgement",
            "kind": "t.about_kind = :kind",
            "field": "t.field = :field",
            "about": "t.about = :about",
        },
    ),
    "relationships": Listing(
        "json_array_length(t.data, '$.events') DESC, t.id",
        {"actor": "t.id IN (SELECT relationship FROM relationship_actors WHERE actor = :actor)"},
    ),
    "times": Listing("t.id", {"article": "t.article = :article", "first": "t.latest >= :first",
                              "last": "t.earliest <= :last"}),
    "problems": Listing("t.capture, t.id", {"stage": "t.stage = :stage", "words": f"t.capture {_LIKE}"}),
    "judgements": Listing("t.made DESC, t.id", {"kind": "t.kind = :kind", "status": "t.standing = :status"}),
}  # fmt: skip


def listed(connection: sqlite3.Connection, kind: str, filters: Filters, page: int = 1, size: int = 50) -> Found:
    """The ids of one page of the items of `kind`, from 1, and how many there are on all pages."""
    return Found(page_ids(connection, kind, filters, page, size), total(connection, kind, filters))


def total(connection: sqlite3.Connection, kind: str, filters: Filters) -> int:
    """How many items of `kind` the filters leave; filters that the kind does not know leave none."""
    source, clause, values = _selected(kind, filters)
    return int(connection.execute(f"SELECT count(*) FROM {source}{clause}", values).fetchone()[0])  # noqa: S608


def page_ids(connection: sqlite3.Connection, kind: str, filters: Filters, page: int, size: int) -> list[str]:
    """The ids of one page, in order."""
    source, clause, values = _selected(kind, filters)
    size = min(size, MOST_A_PAGE)
    sql = f"SELECT t.id FROM {source}{clause} ORDER BY {LISTINGS[kind].order} LIMIT :size OFFSET :skip"  # noqa: S608
    return [row[0] for row in connection.execute(sql, values | {"size": size, "skip": max(0, page - 1) * size})]


def _selected(kind: str, filters: Filters) -> tuple[str, str, dict[str, str | int]]:
    """What is selected from, the condition, and its values."""
    listing, given = LISTINGS[kind], filters.given()
    known = [listing.conditions.get(name, "0") for name in given]
    values: dict[str, str | int] = dict(given)
    if "last" in given:
        values["last"] = given["last"] + "\uffff"  # a month, or a year, up to its end
    return listing.source or f"{kind} t", f" WHERE {' AND '.join(known)}" if known else "", values


def acting(connection: sqlite3.Connection) -> set[str]:
    """The ids of the actors that take part in something, speak, promise, agree, are measured or stand in a
    relationship; the others are only mentioned."""
    return set(column(connection, f"SELECT t.id FROM actors t WHERE {_ACTS}"))  # noqa: S608


def tally(connection: sqlite3.Connection, sql: str, values: tuple[str, ...] = ()) -> dict[str, int]:
    """What `sql` counts, by its first column."""
    return {name: int(count) for name, count in connection.execute(sql, values)}


def counted_by(connection: sqlite3.Connection, kind: str, name: str, most: int = 200) -> dict[str, int]:
    """The values of a column of a kind's table with how many items have each, the most frequent first."""
    return tally(
        connection,
        f"SELECT {name}, count(*) AS n FROM {kind} WHERE {name} IS NOT NULL AND {name} <> ''"  # noqa: S608
        f" GROUP BY {name} ORDER BY n DESC, {name} LIMIT {most:d}",
    )


def topics(connection: sqlite3.Connection, kind: str) -> dict[str, int]:
    """The topics of the items of a kind ("event", "statement", "commitment")."""
    return tally(
        connection, "SELECT topic, count(*) AS n FROM topics WHERE kind = ? GROUP BY topic ORDER BY n DESC, topic",
        (kind,),
    )  # fmt: skip


def reading_order(connection: sqlite3.Connection) -> list[str]:
    """The articles' ids in the order in which they are numbered: by date, the undated last."""
    return column(
        connection, "SELECT id FROM articles ORDER BY published_earliest IS NULL, published_earliest, capture"
    )


def years(connection: sqlite3.Connection) -> dict[str, str]:
    """The year of each article whose date is known to the year."""
    rows = connection.execute(
        "SELECT id, substr(published_earliest, 1, 4) FROM articles"
        " WHERE substr(published_earliest, 1, 4) = substr(published_latest, 1, 4)"
    )
    return dict(rows.fetchall())


def weights(connection: sqlite3.Connection, ids: str) -> dict[str, tuple[int, int, int]]:
    """Item -> articles, origins, stretches, of the items in the JSON array `ids`."""
    rows = connection.execute(
        "SELECT item, articles, origins, spans FROM weights WHERE item IN (SELECT value FROM json_each(?))", (ids,)
    )
    return {item: (articles, origins, spans) for item, articles, origins, spans in rows}


def statement_counts(connection: sqlite3.Connection, ids: str) -> dict[str, int]:
    """How many statements each of the actors in the JSON array `ids` makes."""
    return tally(
        connection,
        "SELECT actor, count(DISTINCT statement) FROM statement_speakers"
        " WHERE actor IN (SELECT value FROM json_each(?)) GROUP BY actor",
        (ids,),
    )
