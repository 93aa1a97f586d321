"""Where the items behind old ids are now: what a later merge did away with points at what has most of its members."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from communique.records.record import Record
from communique.review.members import place
from communique.store.tables import BY_KIND, rows

MERGED = ("actors", "events", "utterances", "commitments", "agreements", "indicators", "relationships")
MAX_STEPS = 100


def members(kind: str, row: Any) -> tuple[str, ...]:
    """What a merged item is made of: ids that outlive a merge, or the places of its words."""
    match kind:
        case "actors" | "commitments" if row.members:
            found: Iterable[str] = row.members
        case "actors":
            found = (place(mention.span) for mention in row.mentions)
        case "events":
            found = (mention.id for mention in row.mentions)
        case "utterances":
            found = row.renderings
        case "agreements":
            found = (place(stage.span) for stage in row.stages)
        case "relationships":
            found = row.actors
        case _:
            found = (place(span) for span in row.mentions)
    return tuple(found)


def vanished(connection: sqlite3.Connection, record: Record) -> Iterator[tuple[str, str, str]]:
    """`(old id, new id, kind)` for each merged item of the stored record that the new one no longer has."""
    for kind in MERGED:
        current = {row.id for row in rows(record, kind)}
        old = [row for row in _stored(connection, kind) if row[0] not in current]
        holders = _holders(kind, record) if old else {}
        for old_id, data in old:
            row = msgspec.json.decode(data, type=BY_KIND[kind].row)
            votes = Counter(item for member in members(kind, row) for item in holders.get(member, ()))
            if votes:
                yield old_id, min(votes, key=lambda item: (-votes[item], item)), kind


def _stored(connection: sqlite3.Connection, kind: str) -> list[tuple[str, str]]:
    return connection.execute(f"SELECT id, data FROM {kind} ORDER BY id").fetchall()  # noqa: S608


def _holders(kind: str, record: Record) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(record, kind):
        for member in members(kind, row):
            found[member].append(row.id)
    return found


def save(connection: sqlite3.Connection, record: Record) -> None:
    """Adds redirects for what `record` no longer has, and forgets those of ids that are back."""
    moved = list(vanished(connection, record))
    connection.executemany("INSERT OR REPLACE INTO redirects (old_id, new_id, kind) VALUES (?, ?, ?)", moved)
    back = [(row.id,) for kind in MERGED for row in rows(record, kind)]
    connection.executemany("DELETE FROM redirects WHERE old_id = ?", back)


def moved(connection: sqlite3.Connection, kind: str, start: str) -> list[str]:
    """Where the items of a kind are now whose former ids begin so, with their kind before it or without; nothing where
    they are not all one item."""
    rows = connection.execute(
        "SELECT old_id FROM redirects WHERE kind = :kind AND (substr(old_id, 1, :n) = :start"
        " OR substr(old_id, instr(old_id, '-') + 1, :n) = :start)",
        {"kind": kind, "n": len(start), "start": start},
    )
    now = {follow(connection, old) for (old,) in rows}
    return sorted(now) if start and len(now) == 1 else []


def follow(connection: sqlite3.Connection, item: str) -> str:
    """The id that `item` has now: itself, or where its redirects lead."""
    for _ in range(MAX_STEPS):
        found = connection.execute("SELECT new_id FROM redirects WHERE old_id = ?", (item,)).fetchone()
        if found is None:
            return item
        item = found[0]
    return item
