"""Organizations, blocs, formats, media and agencies (`data/organizations.yaml`, `data/media.yaml`)."""

from typing import Literal

from communique.knowledge.keyed import KeyedTable
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row

OrganizationKind = Literal["organization", "bloc", "format", "media", "government"]


class Organization(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body that acts or in which states act together.

    `key` is its stable id; `country` the state it belongs to (of an outlet: where it appears); `leader_title`
    the normal form of its head's title; `members` ISO codes, given for small formats and blocs; `agency` marks
    news agencies; `capital` the names that count only when capitalised ("the Quad").
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
    capital: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and all others."""
        return (self.name, *self.names)


class Organizations(KeyedTable[Organization]):
    """All bodies."""

    @property
    def agencies(self) -> tuple[Organization, ...]:
        """The news agencies."""
        return tuple(row for row in self if row.agency)


def build(*sources: tuple[str, Tables]) -> Organizations:
    """The bodies of every source (file name, tables), later ones over earlier ones."""
    return Organizations(
        tuple(row for name, tables in sources for row in rows(tables, "organizations", Organization, name))
    )
