"""Offices as words: "Premier" is a prime minister, "oil minister" an energy minister (`data/titles.yaml`)."""

from collections.abc import Iterator
from typing import Literal

from communique.knowledge.names import NameIndex
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row

Rank = Literal["head", "royal", "minister", "official", "military", "religious", "other"]


class Title(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office in normal form, with the words for it in the singular.

    `rank` is the level its holder meets at: "head" for heads of state, of government and of organizations.
    `generic` words refer to an office without naming it ("leader", "counterpart"). A row with `countries` is
    read only where the country is known ("foreign secretary" is an official in India, a minister in Britain).
    `capital` are words that count only when capitalised ("general" is an adjective as well).
    """

    name: str
    rank: Rank
    names: tuple[str, ...] = ()
    generic: bool = False
    countries: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The normal form and all other words for it."""
        return (self.name, *self.names)


class Portfolio(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ministry's field: `forms` fill "X minister", "minister of X", "minister for X" and, where `secretary`
    says so, "X secretary" and "secretary of X"."""

    name: str
    forms: tuple[str, ...]
    secretary: bool = False


class Titles:
    """All titles, with look-up by any of their words."""

    def __init__(self, table: tuple[Title, ...]) -> None:
        """`table`: the rows, portfolios already spelt out."""
        self._table = table
        capital = {name for row in table for name in row.capital}
        self._general = NameIndex(
            ((name, row) for row in table if not row.countries for name in row.all_names), capital
        )
        self._special = NameIndex(((name, row) for row in table if row.countries for name in row.all_names), capital)
        self._normal = {row.name: row for row in reversed(table)}

    def __iter__(self) -> Iterator[Title]:
        """The titles in table order."""
        return iter(self._table)

    def get(self, name: str) -> Title | None:
        """The title with this normal form."""
        return self._normal.get(name)

    def normal(self, text: str, country: str | None = None) -> Title | None:
        """The title that `text` ("Prime Minister", "premier", "the top diplomat") names, in `country` where known."""
        for index in (self._special, self._general):
            for row in index.all(text):
                if not row.countries or country in row.countries:
                    return row
        return None


def spell_out(portfolio: Portfolio) -> Iterator[Title]:
    """The minister and the deputy minister of a portfolio, with every wording."""
    forms = ["{} minister", "minister of {}", "minister for {}"]
    if portfolio.secretary:
        forms += ["{} secretary", "secretary of {}", "secretary of state for {}"]
    name = f"{portfolio.name} minister"
    wordings = [pattern.format(form) for form in portfolio.forms for pattern in forms]
    yield Title(name=name, rank="minister", names=tuple(word for word in wordings if word != name))
    deputies = [
        f"{prefix} {pattern.format(form)}"
        for form in portfolio.forms
        for pattern in ("{} minister", "minister of {}")
        for prefix in ("deputy", "vice")
    ]
    yield Title(name=f"deputy {name}", rank="official", names=tuple(deputies))


def build(*sources: tuple[str, Tables]) -> Titles:
    """The titles of every source (file name, tables), the user's before ours."""
    table: list[Title] = []
    for name, tables in reversed(sources):
        table += rows(tables, "titles", Title, name)
        for portfolio in rows(tables, "portfolios", Portfolio, name):
            table += spell_out(portfolio)
    return Titles(tuple(table))
