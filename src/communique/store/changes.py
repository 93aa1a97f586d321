"""What a build changed: which items are new, which say something else than before, which are gone."""

import sqlite3
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Literal, NamedTuple

import msgspec

from communique.records.record import Record
from communique.store.redirects import MERGED, vanished
from communique.store.tables import BY_KIND, row_id, rows

Change = Literal["new", "changed", "gone"]
# Statements and times stand and fall with their articles, actors with what names them.
KINDS = (
    "articles", "events", "utterances", "commitments", "agreements", "indicators", "findings", "relationships",
)  # fmt: skip
LABEL = 200


class Changed(NamedTuple):
    """One line of `changes`. `item` is the item's id now, or the last it had; `old` the id before, where it differs."""

    build: int
    kind: str
    change: Change
    item: str
    old: str | None
    label: str


def changes(connection: sqlite3.Connection, record: Record) -> Iterator[Changed]:
    """How `record` differs from the record in the file, which it is about to replace; of a first record, nothing."""
    if connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None:
        return
    build = int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM builds").fetchone()[0])
    moved: dict[str, dict[str, str]] = {}
    for old, new, kind in vanished(connection, record):
        moved.setdefault(kind, {})[old] = new
    for kind in KINDS:
        yield from _of_kind(connection, build, kind, record, moved.get(kind, {}) if kind in MERGED else {})


def _of_kind(
    connection: sqlite3.Connection, build: int, kind: str, record: Record, moved: dict[str, str]
) -> Iterator[Changed]:
    stored = connection.execute(f"SELECT id, data FROM {kind} ORDER BY id")  # noqa: S608
    before = {item: _mark(data.encode()) for item, data in stored}
    now = {row_id(row): row for row in rows(record, kind)}
    earlier = {new: old for old, new in sorted(moved.items(), reverse=True)}
    for item, row in sorted(now.items()):
        if item in before:
            if before[item] != _mark(msgspec.json.encode(row)):
                yield Changed(build, kind, "changed", item, None, label(kind, row))
        elif item in earlier:
            yield Changed(build, kind, "changed", item, earlier[item], label(kind, row))
        else:
            yield Changed(build, kind, "new", item, None, label(kind, row))
    gone = [item for item in before if item not in now and item not in moved]
    decoder = msgspec.json.Decoder(BY_KIND[kind].row)
    for item in gone:
        data = connection.execute(f"SELECT data FROM {kind} WHERE id = ?", (item,)).fetchone()[0]  # noqa: S608
        yield Changed(build, kind, "gone", item, None, label(kind, decoder.decode(data)))


def _mark(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def label(kind: str, row: Any) -> str:
    """Words to know an item by once it is gone; empty where it has none of its own."""
    match kind:
        case "articles":
            words = row.title.value if row.title else row.capture
        case "events":
            place, time = row.place.name if row.place else "", row.time.earliest[:10] if row.time else ""
            words = ", ".join(part for part in (row.form.replace("_", " "), place, time) if part)
        case "commitments":
            words = row.action.exact
        case "agreements":
            words = row.name
        case "indicators":
            words = row.measure
        case "findings":
            words = f"{row.field} of {row.about.kind}: {row.judgement}"
        case _:
            words = ""
    return " ".join(words.split())[:LABEL]


def save(connection: sqlite3.Connection, record: Record) -> None:
    """Keeps how `record` differs from the record in the file, under the number of the build at work."""
    lines = list(changes(connection, record))
    connection.executemany(
        "INSERT INTO changes (build, kind, change, item, old, label) VALUES (?, ?, ?, ?, ?, ?)", lines
    )
