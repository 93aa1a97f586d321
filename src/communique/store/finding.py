"""Full text with filters: statements and paragraphs that hold all of some words, page by page."""

import sqlite3
from dataclasses import dataclass
from typing import Literal, NamedTuple

from communique.store.queries import Filters
from communique.store.search import CLOSE, OPEN, query

Where = Literal["statement", "paragraph"]
# Of more matches than this, the best are looked at, and no more are counted.
MOST = 1000


class Place(NamedTuple):
    """A match: `item` is a statement's or an article's id, `at` a paragraph's position, `marked` the words with OPEN
    and CLOSE around those that match."""

    where: Where
    item: str
    article: str
    at: int
    marked: str


class Matches(NamedTuple):
    """One page of matches, and how many there are."""

    places: list[Place]
    total: int


@dataclass(frozen=True)
class _Index:
    """A full-text index: its table, the rows it is of, and what a filter sets on them."""

    name: str
    rows: str
    columns: str
    marked: str
    conditions: dict[str, str]


_STATEMENTS = _Index(
    "statement_search",
    "statements",
    "t.id, t.article, 0",
    "highlight(statement_search, 0, ?, ?)",
    {
        "actor": "t.id IN (SELECT statement FROM statement_speakers WHERE actor = :actor)",
        "place": "t.event IN (SELECT id FROM events WHERE place = :place)",
        "topic": "t.id IN (SELECT item FROM topics WHERE topic = :topic AND kind = 'statement')",
        "outlet": "t.article IN (SELECT id FROM articles WHERE coalesce(outlet, agency, '') = :outlet)",
        "mode": "t.mode = :mode",
        "first": "(t.event IN (SELECT id FROM events WHERE latest >= :first) OR t.event IS NULL AND t.article IN"
        " (SELECT id FROM articles WHERE published_latest >= :first))",
        "last": "(t.event IN (SELECT id FROM events WHERE earliest <= :last) OR t.event IS NULL AND t.article IN"
        " (SELECT id FROM articles WHERE published_earliest <= :last))",
    },
)
_PARAGRAPHS = _Index(
    "paragraph_search",
    "paragraphs",
    "t.article, t.article, t.position",
    "snippet(paragraph_search, 0, ?, ?, '…', 40)",
    {
        "actor": "t.article IN (SELECT article FROM spans WHERE item = :actor)",
        "place": "t.article IN (SELECT m.article FROM event_mentions m JOIN events e ON e.id = m.event"
        " WHERE e.place = :place)",
        "topic": "t.article IN (SELECT s.article FROM topics o JOIN statements s ON s.id = o.item"
        " WHERE o.topic = :topic AND o.kind = 'statement')",
        "outlet": "t.article IN (SELECT id FROM articles WHERE coalesce(outlet, agency, '') = :outlet)",
        "first": "t.article IN (SELECT id FROM articles WHERE published_latest >= :first)",
        "last": "t.article IN (SELECT id FROM articles WHERE published_earliest <= :last)",
    },
)


def find_statements(connection: sqlite3.Connection, words: str, filters: Filters, page: int, size: int) -> Matches:
    """Statements that hold all of `words`, best first; without words, those that the filters leave."""
    return _find(connection, "statement", _STATEMENTS, words, filters, page, size)


def find_paragraphs(connection: sqlite3.Connection, words: str, filters: Filters, page: int, size: int) -> Matches:
    """Kept paragraphs that hold all of `words`, best first."""
    if not query(words):
        return Matches([], 0)
    return _find(connection, "paragraph", _PARAGRAPHS, words, filters, page, size)


def _find(
    connection: sqlite3.Connection, where: Where, index: _Index, words: str, filters: Filters, page: int, size: int
) -> Matches:
    given = filters.given()
    asked = query(words)
    if not set(given) <= set(index.conditions) or not (asked or given):
        return Matches([], 0)
    values: dict[str, str | int] = dict(given)
    if "last" in given:
        values["last"] = given["last"] + "\uffff"
    conditions = [index.conditions[name] for name in given]
    if where == "paragraph":
        conditions.append("t.kept")
    found = f"SELECT {index.columns}, t.number FROM {index.rows} t"  # noqa: S608
    order = "t.number"
    if asked:
        values |= {"asked": asked, "most": MOST}
        found = (
            f"WITH hits AS (SELECT rowid AS hit, rank AS score FROM {index.name} WHERE {index.name} MATCH :asked"  # noqa: S608
            f" ORDER BY rank LIMIT :most) SELECT {index.columns}, t.number FROM hits JOIN {index.rows} t"
            " ON t.number = hits.hit"
        )
        order = "hits.score, t.number"
    clause = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = connection.execute(f"{found}{clause} ORDER BY {order}", values).fetchall()
    shown = rows[(page - 1) * size : page * size]
    marked = _marked(connection, index, asked, [row[3] for row in shown])
    return Matches([Place(where, item, article, at, marked[number]) for item, article, at, number in shown], len(rows))


def _marked(connection: sqlite3.Connection, index: _Index, asked: str, numbers: list[int]) -> dict[int, str]:
    """The words of each row, with marks around those that match."""
    at = str(numbers)
    if asked:
        sql = (
            f"SELECT rowid, {index.marked} FROM {index.name} WHERE {index.name} MATCH ?"  # noqa: S608
            " AND rowid IN (SELECT value FROM json_each(?))"
        )
        return dict(connection.execute(sql, (OPEN, CLOSE, asked, at)).fetchall())
    words = "content" if index.rows == "statements" else "text"
    sql = f"SELECT number, {words} FROM {index.rows} WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608
    return dict(connection.execute(sql, (at,)).fetchall())


def near(connection: sqlite3.Connection, words: list[str], most: int = 150) -> list[str]:
    """The ids of the statements that share most with `words`."""
    asked = " OR ".join('"{}"'.format(word.replace('"', "")) for word in words if any(c.isalnum() for c in word))
    if not asked:
        return []
    rows = connection.execute(
        "SELECT s.id FROM (SELECT rowid AS hit, rank AS score FROM statement_search WHERE statement_search MATCH ?"
        " ORDER BY rank LIMIT ?) JOIN statements s ON s.number = hit ORDER BY score, s.id",
        (asked, most),
    )
    return [row[0] for row in rows]
