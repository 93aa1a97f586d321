"""Organizations, blocs, formats, media and agencies (`data/organizations.yaml`, `data/media.yaml`)."""

from collections.abc import Iterator
from typing import Literal

from communique.knowledge.names import NameIndex
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row

OrganizationKind = Literal["organization", "bloc", "format", "media", "government"]


class Organization(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body that acts or in which states act together.

    `key` is its stable id; `country` the state it belongs to (of an outlet: where it appears); `leader_title`
    the normal form of its head's title; `members` ISO codes, given for small formats and blocs; `agency` marks
    news agencies; `capital` the names that count only when capitalised ("the Quad"); `state_media` outlets
    that speak for a government.
    """

    key: str
    kind: OrganizationKind
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    seat: str | None = None
    leader_title: str | None = None
    members: tuple[str, ...] = ()
    agency: bool = False
    state_media: bool = False
    capital: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and all others."""
        return (self.name, *self.names)


class Organizations:
    """All bodies, with look-up by any of their names."""

    def __init__(self, table: tuple[Organization, ...]) -> None:
        """`table`: later rows of one key replace earlier ones."""
        self._rows = {row.key: row for row in table}
        kept = self._rows.values()
        capital = {name for row in kept for name in row.capital}
        self.name_index = NameIndex(((name, row) for row in kept for name in row.all_names), capital, proper=True)

    def __iter__(self) -> Iterator[Organization]:
        """The bodies in table order."""
        return iter(self._rows.values())

    def get(self, key: str) -> Organization | None:
        """The body with this key."""
        return self._rows.get(key)

    def by_name(self, text: str) -> Organization | None:
        """The one body of this name ("the Shanghai Cooperation Organization", "SCO"); None if none or several."""
        return self.name_index.get(text)

    def find(self, text: str) -> list[tuple[int, int, Organization]]:
        """(start, end, body) of each unambiguous name in a text."""
        return [(start, end, found[0]) for start, end, found in self.name_index.find(text) if len(found) == 1]

    @property
    def agencies(self) -> tuple[Organization, ...]:
        """The news agencies."""
        return tuple(row for row in self if row.agency)

    @property
    def outlets(self) -> tuple[Organization, ...]:
        """All media, agencies included."""
        return tuple(row for row in self if row.kind == "media")


def build(*sources: tuple[str, Tables]) -> Organizations:
    """The bodies of every source (file name, tables), later ones over earlier ones."""
    return Organizations(
        tuple(row for name, tables in sources for row in rows(tables, "organizations", Organization, name))
    )
