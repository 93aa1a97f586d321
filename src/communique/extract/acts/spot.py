"""Where the event of an article's head was: of all places that its sentences name, the one that speaks for itself most.

Each weight below stands for one thing that a reader would go by; a name without enough of them places nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from communique.extract.acts.attached import How, attached
from communique.extract.acts.head import Head
from communique.extract.acts.mention import Scene, near_of, near_spots
from communique.extract.acts.standing import TITLE, hanging, sentences
from communique.extract.events.where import place_named
from communique.records.annotated import Entity, Sentence
from communique.records.events import Place
from communique.records.mentions import EventMention, LocalParticipant
from communique.text.stems import stem

NAMED = frozenset({"GPE", "LOC", "FAC"})
IN = frozenset({"in", "at", "near", "from", "of"})
TOWNS = frozenset("city town village suburb district port capital resort borough".split())
HYPHENS = frozenset({"-", "–", "/"})
MODIFIES = frozenset({"compound", "nmod", "amod", "npadvmod"})
# What the words hang on.
HANGS: Mapping[How, float] = {
    "act": 4.0, "carrier": 3.5, "telling": 1.0, "verb": 0.5, "none": 1.0, "aside": -1.0, "noun": 0.0,
}  # fmt: skip
# How much less each sentence further on is worth.
STEP = 0.25
# Hangs on another clause, or on another noun.
LOOSE = frozenset({"verb", "noun"})
DONE_THERE = frozenset({"press_conference", "signing", "ceremony"})
# A town or a building; a part of a state; the state alone.
PRECISE, PART = 1.5, 0.5
# Each doubling of the times that the article names it, and that the report comes from there.
OFTEN, DATELINE = 0.5, 1.0
ENOUGH = 2.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, where it is named, and what speaks for it."""

    score: float
    first: int
    place: Place


def where(own: Scene, head: Head, acts: Collection[int], mention: EventMention) -> Place | None:
    """The place of the event that `mention` tells; none where no name says enough. `acts`: the words that tell it."""
    found = [c for c in _candidates(own, head, acts, mention) if c.score >= ENOUGH]
    if not found:
        return None
    best = max(found, key=_key)
    inside = [c for c in found if _exact(c.place) == PRECISE and c.place.country == best.place.country]
    # A town says more than the state around it.
    return best.place if _exact(best.place) == PRECISE or not inside else max(inside, key=_key).place


def _key(candidate: Candidate) -> tuple[float, int]:
    return candidate.score, -candidate.first


def same_or_inside(place: Place, stated: Place | None) -> bool:
    """Whether the place may lie in the state that is `stated`."""
    return stated is None or place.country == stated.country


def _candidates(own: Scene, head: Head, acts: Collection[int], mention: EventMention) -> Iterator[Candidate]:
    # Words need no place, and are seldom said where they speak of.
    spoken = mention.form == "statement"
    named = _named(own)
    told = {stem(own.tree.tokens[i].text) for i in acts}
    others = frozenset(noun for noun in own.acts.events if stem(noun) not in told)
    for sentence, worth in sentences(own.tree, head, head.near, acts, STEP):
        for first, last, place in _places(own, sentence, mention.participants):
            how = attached(own.tree, range(first, last), acts, passes=lambda _: True, others=others)
            if spoken and (how.how != "act" or how.aside or _exact(place) != PRECISE):
                continue
            if mention.form in DONE_THERE and how.how in LOOSE and worth < TITLE and not _exact(place):
                # It is where the talks were; a state that another clause names is what was spoken of.
                continue
            score = worth + hanging(own.tree, first, how, HANGS) + _exact(place) + _elsewhere(own, place, named)
            yield Candidate(round(score, 4), first, place)


def _elsewhere(own: Scene, place: Place, named: Counter[str]) -> float:
    """How much the rest of the article speaks of the place, and whether the report comes from there."""
    words, line = place.spans[-1].exact, own.tree.article.dateline
    here = line is not None and words.casefold() in line.value.casefold()
    return OFTEN * named[words].bit_length() + (DATELINE if here else 0.0)


def _places(own: Scene, s: Sentence, who: tuple[LocalParticipant, ...]) -> Iterator[tuple[int, int, Place]]:
    """Places behind a word of place; then towns that a name before a noun tells ("the Bergen ferry fire"), or one
    behind it ("the port city of Bergen")."""
    seen: set[int] = set()
    for spot in near_spots(own, s.first, s.last, who):
        seen.update(range(spot.first, spot.last))
        yield spot.first, spot.last, spot.place
    for entity in own.tree.entities:
        inside = s.first <= entity.first < s.last and entity.first not in seen
        called = inside and (_is_called(own, entity) or _says_which(own, entity.last - 1))
        if not called or not _is_place(own, entity):
            continue
        span = own.tree.span(entity.first, entity.last - 1)
        place = place_named(own.knowledge, span.exact, near_of(own, who))
        if place is not None and _exact(place) == PRECISE:
            yield entity.first, entity.last, replace(place, spans=(span,))


def _is_place(own: Scene, entity: Entity) -> bool:
    """Whether the name is a place's; what was taken for a body's is, where the article tells of something in it."""
    if entity.label != "ORG":
        return entity.label in NAMED
    words = [own.tree.tokens[i].text for i in range(entity.first, entity.last)]
    return len(words) == 1 and any(
        token.text == words[0] and token.dep == "pobj" and own.tree.tokens[token.head].text.lower() in IN
        for token in own.tree.tokens
    )


def _is_called(own: Scene, entity: Entity) -> bool:
    """ "in the port city of Bergen" """
    tree = own.tree
    of = tree.tokens[entity.last - 1].head
    above = tree.tokens[tree.tokens[of].head]
    return tree.tokens[of].text.lower() == "of" and above.lemma in TOWNS and above.dep == "pobj"


def _says_which(own: Scene, i: int) -> bool:
    """ "the Bergen ferry fire", not "the Bergen Symphony", nor "Oslo-Bergen cooperation", which says between whom."""
    tokens = own.tree.tokens
    beside = (tokens[n].text for n in (i - 1, i + 1) if 0 <= n < len(tokens))
    if tokens[i].dep not in MODIFIES or any(text in HYPHENS for text in beside):
        return False
    while tokens[i].dep in MODIFIES and tokens[i].head != i:
        i = tokens[i].head
    return tokens[i].pos == "NOUN"


def _exact(place: Place) -> float:
    if place.lat is not None or place.venue is not None:
        return PRECISE
    return PART if place.region else 0.0


def _named(own: Scene) -> Counter[str]:
    """How often the article names each place, by the words for it."""
    found: Counter[str] = Counter()
    for entity in own.tree.entities:
        if entity.label in NAMED:
            found[own.tree.span(entity.first, entity.last - 1).exact] += 1
    return found
