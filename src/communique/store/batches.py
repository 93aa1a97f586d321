"""Many small writes, committed a few at a time."""

import sqlite3
from collections.abc import Sequence
from time import monotonic

from communique.store.files import begin

MOST_STEPS, MOST_SECONDS = 20, 2.0


class Batches:
    """Writes that are committed every few steps: what a killed build had done is kept, but for the last of them.

    A transaction begins with the first write, so that work that writes nothing leaves the file as it was.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._steps = 0
        self._since = monotonic()

    def write(self, sql: str, values: Sequence[str | int | bytes | None] = ()) -> None:
        """Executes a statement that changes something."""
        if not self.connection.in_transaction:
            begin(self.connection)
        self.connection.execute(sql, values)

    def step(self) -> None:
        """A point at which what was written is whole; commits when it is time to."""
        self._steps += 1
        if self._steps >= MOST_STEPS or monotonic() - self._since >= MOST_SECONDS:
            self.commit()

    def commit(self) -> None:
        """Makes what was written last."""
        if self.connection.in_transaction:
            self.connection.execute("COMMIT")
        self._steps, self._since = 0, monotonic()
