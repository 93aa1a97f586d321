"""Buildings, streets and ministries that stand for a body: "the Kremlin" (`data/metonyms.yaml`)."""

from collections.abc import Iterator
from typing import Literal

from communique.knowledge.names import NameIndex
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row

StandsFor = Literal[
    "presidency", "government", "monarchy", "foreign ministry", "defence ministry", "finance ministry", "ministry",
    "parliament", "intelligence", "central bank", "military", "judiciary", "organization",
]  # fmt: skip


class Metonym(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names that stand for a body of a `country`, or for an `organization` (a key). `place` is the city where
    it stands, None where the name is of no building ("the Porte"). `capital`: see `Organization`."""

    names: tuple[str, ...]
    country: str | None = None
    organization: str | None = None
    stands_for: StandsFor
    place: str | None = None
    capital: tuple[str, ...] = ()


class Metonyms:
    """All metonyms, with look-up by name."""

    def __init__(self, table: tuple[Metonym, ...]) -> None:
        """`table`: the rows, all kept."""
        self._table = table
        capital = {name for row in table for name in row.capital}
        self.name_index = NameIndex(((name, row) for row in table for name in row.names), capital, proper=True)

    def __iter__(self) -> Iterator[Metonym]:
        """The metonyms in table order."""
        return iter(self._table)

    def by_name(self, text: str) -> Metonym | None:
        """What `text` ("the Kremlin") stands for; None if nothing, or several things."""
        return self.name_index.get(text)


def build(*sources: tuple[str, Tables]) -> Metonyms:
    """The metonyms of every source (file name, tables)."""
    return Metonyms(tuple(row for name, tables in sources for row in rows(tables, "metonyms", Metonym, name)))
