"""Rows that have a key and several names: looked up by either, and found in a text."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from communique.knowledge.names import NameIndex


class Named(Protocol):
    """A row with a stable id and names."""

    @property
    def key(self) -> str:
        """The stable id."""
        ...

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and all others."""
        ...

    @property
    def capital(self) -> tuple[str, ...]:
        """The names that count only when capitalised."""
        ...


class KeyedTable[Row: Named]:
    """All rows of one kind, with look-up by any of their names."""

    def __init__(self, table: Iterable[Row]) -> None:
        """`table`: later rows of one key replace earlier ones."""
        self._rows = {row.key: row for row in table}
        kept = self._rows.values()
        capital = {name for row in kept for name in row.capital}
        self.name_index = NameIndex(((name, row) for row in kept for name in row.all_names), capital, proper=True)

    def __iter__(self) -> Iterator[Row]:
        """The rows in table order."""
        return iter(self._rows.values())

    def get(self, key: str) -> Row | None:
        """The row with this key."""
        return self._rows.get(key)

    def by_name(self, text: str) -> Row | None:
        """The one row of this name ("JCPOA", "the Shanghai Cooperation Organization"); None if none or several."""
        return self.name_index.get(text)

    def find(self, text: str) -> list[tuple[int, int, Row]]:
        """(start, end, row) of each unambiguous name in a text."""
        return [(start, end, found[0]) for start, end, found in self.name_index.find(text) if len(found) == 1]
