"""The builds of a record, and what changed since one of them."""

import sqlite3
from typing import NamedTuple


class Build(NamedTuple):
    """One build: its number, when it ended (ISO 8601, UTC), what it read."""

    number: int
    finished: str
    captures: int
    extracted: int
    problems: int


class Change(NamedTuple):
    """How an item differs: `item` is its id now, or the last it had; `label` words to know it by."""

    kind: str
    change: str
    item: str
    label: str


def builds(connection: sqlite3.Connection, most: int = 50) -> list[Build]:
    """The latest builds first."""
    rows = connection.execute(
        "SELECT id, finished, captures, extracted, problems FROM builds ORDER BY id DESC LIMIT ?", (most,)
    )
    return [Build(*row) for row in rows]


def last_build(connection: sqlite3.Connection) -> int:
    """The number of the latest build, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM builds").fetchone()[0])


def counts_since(connection: sqlite3.Connection, build: int) -> dict[tuple[str, str], int]:
    """`(kind, change)` -> how many items, over all builds after `build`."""
    rows = connection.execute(
        "SELECT kind, change, count(DISTINCT item) FROM changes WHERE build > ? GROUP BY kind, change", (build,)
    )
    return {(kind, change): int(count) for kind, change, count in rows}


def changes_since(connection: sqlite3.Connection, build: int, kind: str, most: int = 50) -> list[Change]:
    """The items of `kind` that builds after `build` added, changed or dropped; the new first.

    An item that came and went meanwhile is told as gone; one that came and was changed as new.
    """
    rows = connection.execute(
        "SELECT kind, change, item, label, build FROM changes WHERE build > ? AND kind = ? ORDER BY build",
        (build, kind),
    )
    latest: dict[str, Change] = {}
    for kind_, change, item, label, _ in rows:
        before = latest.get(item)
        kept = "new" if before and before.change == "new" and change == "changed" else change
        latest[item] = Change(kind_, kept, item, label)
    ranks = {"new": 0, "changed": 1, "gone": 2}
    return sorted(latest.values(), key=lambda row: (ranks[row.change], row.label, row.item))[:most]
