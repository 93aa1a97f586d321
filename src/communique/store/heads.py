"""Rows by their ids, in the order of the ids; actors and articles also without what makes them large."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from communique.records.actors import Actor, ActorKind, Office
from communique.records.articles import Article
from communique.records.base import Row
from communique.store.tables import BY_KIND


class _ActorHead(Row, frozen=True, kw_only=True):
    """An actor less its mentions and members, which may be a hundred thousand."""

    id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()
    identifiers: dict[str, str] = msgspec.field(default_factory=dict)


_ACTOR_HEAD = msgspec.json.Decoder(_ActorHead)
_DECODERS = {kind: msgspec.json.Decoder(table.row) for kind, table in BY_KIND.items()}


def ids_json(ids: Iterable[str]) -> str:
    """`ids` as the JSON that `json_each` takes apart: one parameter, however many there are."""
    return msgspec.json.encode(list(ids)).decode()


def gather(connection: sqlite3.Connection, kind: str, ids: Iterable[str]) -> list[Any]:
    """The rows of `kind` that have these ids, each once, in this order; what is not in the record is left out."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    decoder = _DECODERS[kind]
    found = {item: decoder.decode(data) for item, data in _data(connection, kind, wanted)}
    return [found[item] for item in wanted if item in found]


def actor_heads(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Actor]:
    """The actors with these ids, without mentions and members."""
    wanted = sorted(set(ids))
    heads = (_ACTOR_HEAD.decode(data) for _, data in _data(connection, "actors", wanted))
    return [Actor(**{name: getattr(head, name) for name in _ActorHead.__struct_fields__}) for head in heads]


def article_heads(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Article]:
    """The articles with these ids, without their paragraphs' words that were dropped."""
    return gather(connection, "articles", sorted(set(ids)))


def _data(connection: sqlite3.Connection, kind: str, ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    rows: Iterable[tuple[str, str]] = connection.execute(
        f"SELECT id, data FROM {kind} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",  # noqa: S608
        (ids_json(ids),),
    )
    return rows


def column(connection: sqlite3.Connection, sql: str, values: Sequence[str | int | None] = ()) -> list[str]:
    """The first column of what `sql` selects."""
    return [row[0] for row in connection.execute(sql, values)]
