"""Where an event took place, as its own words say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.knowledge import City, Knowledge
from communique.knowledge.regions import Region
from communique.knowledge.states import State
from communique.records.articles import Article
from communique.records.events import Place

PLACE_PREPOSITIONS = frozenset({"in", "at", "to", "into", "from", "near", "outside"})
# Countries in play, the nearest first: of those who take part, then of all whom the article speaks of.
Near = tuple[tuple[str, ...], ...]
LINKS = frozenset(
    {"the", "and", ",", "nearby", "neighbouring", "neighboring", "capital", "his", "her", "their", "its", "beachside",
     "seaside", "private", "official", "northern", "southern", "eastern", "western", "central"}
)  # fmt: skip
# "his Florida resort", "the Moscow headquarters": the building is in the place that tells which.
BUILDINGS = frozenset(
    "resort estate residence palace club mansion villa ranch dacha compound home house office headquarters hotel hall "
    "airport base embassy studio golf hospital university campus villa castle stadium complex suburb outskirts".split()
)
MONTHS = frozenset("january february march april may june july august september october november december".split())
LONGEST = 7
# What ends the town of a dateline.
ENDS = re.compile(r"[,(–—―:_]|\s-")


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens `first` to `last` (exclusive) that name a place, and the word that leads to it ("in", "to"), which is
    token `by`."""

    first: int
    last: int
    place: Place
    lead: str
    by: int | None = None


def spots(tree: Tree, knowledge: Knowledge, first: int, last: int, near: Near, dated: frozenset[int]) -> Iterator[Spot]:
    """Places that tokens `first` to `last` (exclusive) name behind a preposition of place, in text order. A place
    coordinated with one counts too ("in Moscow in January and Ashgabat in June"): the tokens of time expressions,
    `dated`, do not end a list."""
    i = first
    lead, by = "", first
    while i < last:
        word = tree.tokens[i].text
        low = word.lower()
        if low in PLACE_PREPOSITIONS:
            lead, by = low, i
            i += 1
            continue
        if lead and low in LINKS:
            i += 1
            continue
        spot = _longest(tree, knowledge, i, last, near, (lead, by)) if lead and word[:1].isupper() else None
        if spot:
            yield spot
            i = spot.last
            continue
        if i not in dated:
            lead = ""
        i += 1


def _longest(tree: Tree, knowledge: Knowledge, i: int, last: int, near: Near, lead: tuple[str, int]) -> Spot | None:
    for n in range(min(LONGEST, last - i), 0, -1):
        if n > 1 and tree.tokens[i + n - 1].pos in {"PUNCT", "PART"}:
            continue
        if _goes_on(tree, i + n) or _says_what_kind(tree, i + n - 1):
            continue
        span = tree.span(i, i + n - 1)
        if place := place_named(knowledge, span.exact, near):
            return Spot(i, i + n, replace(place, spans=(span,)), *lead)
    return None


def _says_what_kind(tree: Tree, i: int) -> bool:
    """ "the Astana format": the name only says which; nobody need be there. They are in "the Astana residence"."""
    token = tree.tokens[i]
    after = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else token
    return (
        token.dep in {"compound", "nmod", "amod", "npadvmod"}
        and token.head == i + 1
        and after.pos == "NOUN"
        and after.lemma not in BUILDINGS
    )


def _goes_on(tree: Tree, after: int) -> bool:
    """Whether the word goes on behind a hyphen: "Mar-a-Lago" is no "Mar"."""
    if after >= len(tree.tokens) or tree.tokens[after].text not in {"-", "–"}:
        return False
    return tree.tokens[after].start == tree.tokens[after - 1].end


def _city(knowledge: Knowledge, text: str, near: Near) -> City | None:
    found = (knowledge.places.city(text, codes) for codes in (*near, ()))
    return next((city for city in found if city is not None), None)


def _capital(knowledge: Knowledge, nation: str, near: Near) -> Place | None:
    """ "the Russian capital" is the city."""
    state = knowledge.states.by_demonym(nation) or knowledge.states.by_name(nation)
    return place_named(knowledge, state.capital, near) if state and state.capital else None


def place_named(knowledge: Knowledge, text: str, near: Near) -> Place | None:
    """The place called `text`: a venue, a capital, a state, then a city; homonyms by the countries `near`. A month is
    none ("a March meeting")."""
    if text.lower() in MONTHS:
        return None
    if venue := knowledge.places.venue(text):
        city = knowledge.places.city(venue[0], (venue[1],))
        located = _in_city(city) if city else Place(name=venue[0], country=venue[1])
        return replace(located, name=venue[0], venue=text)
    if text.lower().endswith(" capital"):
        return _capital(knowledge, text[: -len(" capital")].removesuffix("'s").removesuffix("’s"), near)
    region = knowledge.places.region(text)
    if state := knowledge.states.by_name(text):
        return _state_or_region(state, region, near) if region else Place(name=state.name, country=state.code)
    if region:
        return _region(region)
    capital = knowledge.states.by_capital(text)
    city = _city(knowledge, text, ((capital.code,),) if capital else near)
    if city:
        return _in_city(city)
    return Place(name=text, country=capital.code) if capital else None


def _in_city(city: City) -> Place:
    return Place(name=city.name, country=city.country, region=city.region, lat=city.lat, lon=city.lon)


def _region(region: Region) -> Place:
    return Place(name=region.name, country=region.country, region=region.name)


def _state_or_region(state: State, region: Region, near: Near) -> Place | None:
    """Of a state and a part of another that share a name, the one whose country is in play, nearest first; none where
    that says nothing, or too much."""
    for codes in near:
        if (state.code in codes) != (region.country in codes):
            return Place(name=state.name, country=state.code) if state.code in codes else _region(region)
    return None


def dateline_of(article: Article, knowledge: Knowledge) -> Place | None:
    """The place before the first words of the text ("OSLO, Norway –")."""
    line = next((p.text for p in article.paragraphs if p.role == "dateline"), "")
    name = ENDS.split(line.strip(), maxsplit=1)[0].strip()
    return place_named(knowledge, name.title() if name.isupper() else name, ()) if name else None
