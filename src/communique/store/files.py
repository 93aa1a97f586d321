"""Opening and closing a record file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from communique.errors import StoreError
from communique.store.schema import check, migrate

BUSY_SECONDS = 30.0


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The record at `path` for writing, created where there is none. Closed, it is one file; and where nothing
    was written, the same bytes as before.

    Raises:
        StoreError: it cannot be opened, or is no record.
    """
    connection = connect(path, "rwc")
    try:
        with named(path):
            migrate(connection, path)
    except BaseException:  # an interrupt too must leave no file open behind it; it goes on up
        connection.close()
        raise
    try:
        # A killed build loses nothing committed; a power cut may lose the last batches, which are done again.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        with named(path):
            yield connection
    finally:
        _close(connection)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The record at `path` for reading, which changes nothing and leaves nothing beside it.

    Raises:
        StoreError: it is missing, cannot be opened, or is no record.
    """
    no_folder(path)
    if not path.is_file():
        raise StoreError(f"No record at {path}; make one with: communique build PATH -o {path}")
    # Where a build is at work or was killed, its log stands beside the file and is part of the record.
    log = path.with_name(path.name + "-wal")
    connection = connect(path, "ro" if log.exists() else "ro&immutable=1")
    try:
        with named(path):
            check(connection, path, reading=True)
            yield connection
    finally:
        connection.close()


def no_folder(path: Path) -> None:
    """Raises StoreError where `path` is a folder."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder; a record is a file: name one in it, such as {path / 'record.db'}")


@contextmanager
def named(path: Path) -> Iterator[None]:
    """What the disk or a damaged file does to us, as an error that names the file."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise StoreError(
                f"{path} is being written by somebody else; wait until that is done, then try again"
            ) from error
        raise StoreError(f"{path}: {error}; check the disk, or build the record anew") from error


def begin(connection: sqlite3.Connection) -> None:
    """Starts a transaction, with a write-ahead log, so that readers see the last whole state meanwhile."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    begin(connection)
    try:
        yield
    except BaseException:  # an interrupt too must leave nothing half written; it goes on up
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to the file in SQLite's `mode`; raises StoreError where it cannot be opened."""
    no_folder(path)
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    try:
        return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise StoreError(f"{path} cannot be opened ({error}); check the folder and its permissions") from error


def _close(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    # Another process that has the record open keeps the log; whoever closes last folds it in.
    with suppress(sqlite3.OperationalError):
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
