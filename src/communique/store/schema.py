"""The schema of a record file: created, recognised and brought up to date."""

import sqlite3
from importlib.resources import files
from pathlib import Path

from communique.errors import StoreError

APPLICATION_ID = 0x434D4E51  # "CMNQ"
_SCRIPTS = files("communique.store") / "migrations"
VERSION = 3


def scripts() -> tuple[str, ...]:
    """The migrations in order: the n-th leads from version n-1 to version n."""
    ordered = sorted((script for script in _SCRIPTS.iterdir() if script.name.endswith(".sql")), key=lambda s: s.name)
    return tuple(script.read_text("utf-8") for script in ordered)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Creates the schema, or brings an older one up to date; each step is one transaction.

    Raises:
        StoreError: the file is something else, or was written by a newer version.
    """
    for number, script in enumerate(scripts()[check(connection, path) :], check(connection, path) + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {script}\n"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number}; COMMIT;"
        )


def check(connection: sqlite3.Connection, path: Path, *, reading: bool = False) -> int:
    """The version of the schema in the file, 0 where it is new and empty.

    Raises:
        StoreError: the file is something else, or of a version that cannot be used.
    """
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    except sqlite3.DatabaseError as error:
        # A lock or the disk says nothing about what the file is.
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_NOTADB:
            raise
        raise StoreError(
            f"{path} is not a record ({error}); make one with: communique build PATH -o FILE.db"
        ) from error
    if tables and application != APPLICATION_ID:
        raise StoreError(f"{path} is another program's database; choose another name for the record")
    if version > VERSION:
        raise StoreError(f"{path} was written by a newer version (schema {version}); upgrade communique to read it")
    if reading and version < VERSION:
        raise StoreError(f"{path} is empty or of an older version; run: communique build PATH -o {path.name}")
    return version
