"""Rows by their ids, in the order of the ids; actors also without what makes them large."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from communique.records.actors import Actor
from communique.records.articles import Article
from communique.store.tables import BY_KIND

# An actor's mentions and members may be a hundred thousand.
_LARGE = frozenset({"mentions", "members"})


def _field(one: msgspec.structs.FieldInfo) -> tuple[str, Any, Any]:
    if one.default_factory is not msgspec.NODEFAULT:
        return one.name, one.type, msgspec.field(default_factory=one.default_factory)
    return one.name, one.type, msgspec.field(default=one.default)


_HEAD = msgspec.defstruct(
    "ActorHead",
    [_field(one) for one in msgspec.structs.fields(Actor) if one.name not in _LARGE],
    frozen=True,
    kw_only=True,
)
_ACTOR_HEAD = msgspec.json.Decoder(_HEAD)
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
    heads = (_ACTOR_HEAD.decode(data) for _, data in _data(connection, "actors", wanted)) if wanted else ()
    return [Actor(**msgspec.structs.asdict(head)) for head in heads]


def articles(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Article]:
    """The articles with these ids, in the order of the ids."""
    return gather(connection, "articles", sorted(set(ids)))


def _data(connection: sqlite3.Connection, kind: str, ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    rows: Iterable[tuple[str, str]] = connection.execute(
        f"SELECT id, data FROM {kind} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",  # noqa: S608
        (ids_json(ids),),
    )
    return rows


def column(
    connection: sqlite3.Connection, sql: str, values: Sequence[str | int | None] | Mapping[str, str | int] = ()
) -> list[str]:
    """The first column of what `sql` selects."""
    return [row[0] for row in connection.execute(sql, values)]
