"""The merged record, written whole."""

import sqlite3

from communique.records.record import Record
from communique.store import changes, redirects
from communique.store.links import LINKS, Known
from communique.store.tables import TABLES, row_id, rows

FINGERPRINT = "fingerprint"
# A row may name an item that is not in the record; its column then holds nothing, and the row itself keeps the name.
_DANGLING = (
    ("statements", "event", "events"),
    ("statements", "utterance", "utterances"),
    ("utterances", "event", "events"),
)


def write(connection: sqlite3.Connection, record: Record, fingerprint: str) -> None:
    """Replaces the record in the file by `record`, in the caller's transaction; `fingerprint` stands for what it
    was made of."""
    changes.save(connection, record)
    redirects.save(connection, record)
    _clear(connection)
    for table in TABLES:
        ordered = sorted(rows(record, table.kind), key=row_id)
        connection.executemany(table.insert, (table.line(row) for row in ordered))
    known = Known(*({row.id for row in rows(record, kind)} for kind in Known._fields))
    for target, link in LINKS.items():
        marks = ", ".join("?" * (target.count(",") + 1))
        connection.executemany(f"INSERT INTO {target} VALUES ({marks})", link(record, known))  # noqa: S608
    for table_name, column, other in _DANGLING:
        connection.execute(
            f"UPDATE {table_name} SET {column} = NULL WHERE {column} NOT IN (SELECT id FROM {other})"  # noqa: S608
        )
    for index in ("paragraph_search", "statement_search"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608
    set_meta(connection, FINGERPRINT, fingerprint)


def _clear(connection: sqlite3.Connection) -> None:
    for target in LINKS:
        connection.execute(f"DELETE FROM {target.split()[0]}")  # noqa: S608
    for table in reversed(TABLES):
        connection.execute(f"DELETE FROM {table.kind}")  # noqa: S608


def set_meta(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Notes a fact about the file itself."""
    connection.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))


def get_meta(connection: sqlite3.Connection, name: str) -> str | None:
    """A fact about the file itself, None where it was never noted."""
    found = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return found[0] if found else None
