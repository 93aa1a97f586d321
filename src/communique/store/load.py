"""The record out of its file: whole, by kind, or one item."""

import sqlite3
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import UsageError
from communique.records.record import Record
from communique.store.files import reading
from communique.store.redirects import follow, moved
from communique.store.tables import BY_KIND, TABLES

PROBLEM_ORDER = "capture, stage, code, message"


def load(path: Path) -> Record:
    """The whole record in the file at `path`.

    Raises:
        StoreError: it is missing, or is no record.
    """
    with reading(path) as connection:
        return load_record(connection)


def load_record(connection: sqlite3.Connection) -> Record:
    """The whole record."""
    return Record(**{table.kind: tuple(load_kind(connection, table.kind)) for table in TABLES})


def load_kind(connection: sqlite3.Connection, kind: str) -> list[Any]:
    """The rows of one kind, sorted by id; problems, which have none, by what they say."""
    order = PROBLEM_ORDER if kind == "problems" else "id"
    decoder = msgspec.json.Decoder(BY_KIND[kind].row)
    cursor = connection.execute(f"SELECT data FROM {kind} ORDER BY {order}")  # noqa: S608
    return [decoder.decode(data) for (data,) in cursor]


def find(connection: sqlite3.Connection, kind: str, wanted: str) -> Any:
    """The item of `kind` whose id is `wanted` or begins with it, or was so before a later merge.

    Raises:
        UsageError: there is none, or more than one.
    """
    for candidate in (wanted, follow(connection, wanted), *moved(connection, kind, wanted)):
        found = _beginning(connection, kind, candidate)
        if len(found) > 1:
            raise UsageError(f"More than one of the {kind} begins with {wanted}; give more of its id")
        if found:
            return msgspec.json.decode(found[0], type=BY_KIND[kind].row)
    raise UsageError(f"None of the {kind} has the id {wanted}; list them with: communique show RECORD {kind}")


def _beginning(connection: sqlite3.Connection, kind: str, start: str) -> list[str]:
    """The first two rows whose id begins so, with its kind before it or without."""
    rows = connection.execute(
        f"SELECT data FROM {kind} WHERE substr(id, 1, :n) = :start"  # noqa: S608
        " OR substr(id, instr(id, '-') + 1, :n) = :start ORDER BY id LIMIT 2",
        {"n": len(start), "start": start},
    )
    return [data for (data,) in rows]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many items of each kind the record holds."""
    return {
        table.kind: int(connection.execute(f"SELECT count(*) FROM {table.kind}").fetchone()[0])  # noqa: S608
        for table in TABLES
    }
