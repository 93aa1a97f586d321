"""Well-known instruments by name and acronym, in several languages (`data/agreements.yaml`)."""

from communique.knowledge.keyed import KeyedTable
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


class Agreements(KeyedTable[KnownAgreement]):
    """All known instruments."""


def build(*sources: tuple[str, Tables]) -> Agreements:
    """The instruments of every source (file name, tables), later ones over earlier ones."""
    return Agreements(
        tuple(row for name, tables in sources for row in rows(tables, "agreements", KnownAgreement, name))
    )
