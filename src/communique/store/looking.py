"""Reading a record that somebody may be building meanwhile: one whole state of it, for as long as a page takes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import StoreError
from communique.store.files import connect, named
from communique.store.schema import check

MAPPED = 256 * 1024 * 1024


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection in which nothing changes until it is closed. It is opened anew each time, so that a build
    which ends meanwhile can fold its log into the file, and so that a record put in this one's place is seen.

    Raises:
        StoreError: it is missing, cannot be opened, or is no record.
    """
    if not path.is_file():
        raise StoreError(f"No record at {path}; make one with: communique build PATH -o {path}")
    connection = connect(path, "ro")
    try:
        with named(path):
            check(connection, path, reading=True)
            connection.execute(f"PRAGMA mmap_size = {MAPPED}")
            connection.execute("BEGIN")
            yield connection
    finally:
        connection.close()
