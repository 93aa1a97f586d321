"""Well-known instruments by name and acronym, in several languages (`data/agreements.yaml`)."""

from collections.abc import Iterator

from communique.knowledge.names import NameIndex
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row


class KnownAgreement(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A treaty, accord or plan. `parties` are ISO codes or organization keys, given where they are few;
    `signed` is an ISO date, month or year."""

    key: str
    name: str
    names: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    signed: str | None = None
    capital: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and all others."""
        return (self.name, *self.names)


class Agreements:
    """All known instruments, with look-up by any of their names."""

    def __init__(self, table: tuple[KnownAgreement, ...]) -> None:
        """`table`: later rows of one key replace earlier ones."""
        self._rows = {row.key: row for row in table}
        kept = self._rows.values()
        capital = {name for row in kept for name in row.capital}
        self.name_index = NameIndex(((name, row) for row in kept for name in row.all_names), capital, proper=True)

    def __iter__(self) -> Iterator[KnownAgreement]:
        """The instruments in table order."""
        return iter(self._rows.values())

    def get(self, key: str) -> KnownAgreement | None:
        """The instrument with this key."""
        return self._rows.get(key)

    def by_name(self, text: str) -> KnownAgreement | None:
        """The one instrument of this name ("the Iran nuclear deal", "JCPOA"); None if none or several."""
        return self.name_index.get(text)

    def find(self, text: str) -> list[tuple[int, int, KnownAgreement]]:
        """(start, end, instrument) of each unambiguous name in a text."""
        return [(start, end, found[0]) for start, end, found in self.name_index.find(text) if len(found) == 1]


def build(*sources: tuple[str, Tables]) -> Agreements:
    """The instruments of every source (file name, tables), later ones over earlier ones."""
    return Agreements(
        tuple(row for name, tables in sources for row in rows(tables, "agreements", KnownAgreement, name))
    )
