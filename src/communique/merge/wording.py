"""Wordings compared: what two texts share, each word weighed by how rare it is in the collection."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set

from communique.knowledge.synonyms import load_synonyms
from communique.text.numbers import WORDS
from communique.text.stems import words_of

# Words that carry no content of their own, and the reporting frame.
STOP = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being am it its this that these "
    "those he she they we i you his her their our my your him them us me who which what whom whose there here not "
    "no nor so than then also will would shall should can could may might must do does did done has have had having "
    "s t re ve ll d very more most such some any all both each other another into over under up down out about "
    "after before during between against through if while when where how why because said say says saying told "
    "tells added adding stated noted just only even well too own".split()
)


_CLITIC = re.compile(r"n?['’](?:s|t|re|ve|ll|d|m)?$")


class Weights:
    """How much each meaning tells, from the texts of a collection: rare ones more."""

    def __init__(self, texts: Iterable[Set[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for meanings in texts:
            counts.update(meanings)
            total += 1
        self.total = total
        self._counts = counts
        self._known: dict[str, float] = {}

    @property
    def rare(self) -> float:
        """The weight of a meaning that stands in two texts only."""
        return max(1.0, 1.0 + math.log((1 + self.total) / 3))

    def of(self, meaning: str) -> float:
        """At least 1; a meaning that stands in every text weighs least."""
        if meaning not in self._known:
            self._known[meaning] = 1.0 + math.log((1 + self.total) / (1 + self._counts[meaning]))
        return self._known[meaning]

    def sum(self, meanings: Iterable[str]) -> float:
        """The weights of all of them together."""
        return sum(self.of(m) for m in sorted(meanings))


def meanings(text: str, drop: frozenset[str] = frozenset()) -> frozenset[str]:
    """The content words of `text` by meaning; `drop` are folded words to leave out (names counted apart)."""
    synonyms = load_synonyms()
    words = (_CLITIC.sub("", w.lower()) for w in words_of(text))
    return frozenset(
        synonyms.of(w) for w in words if w and w not in STOP and w not in WORDS and w not in drop and not w[0].isdigit()
    )


def figures(text: str) -> frozenset[str]:
    """The figures of a text as written, without thousands marks."""
    return frozenset(w.replace(",", "").rstrip("%") for w in words_of(text) if w[0].isdigit())


def containment(left: frozenset[str], right: frozenset[str], weights: Weights) -> float:
    """The weight of what both share over that of the shorter one; 0 where one is empty."""
    least = min(weights.sum(left), weights.sum(right))
    return weights.sum(left & right) / least if least else 0.0


def overlap(left: frozenset[str], right: frozenset[str], weights: Weights) -> float:
    """The weight of what both share over that of all."""
    every = weights.sum(left | right)
    return weights.sum(left & right) / every if every else 0.0


def scored(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum of the features."""
    return sum(features[name] * weight for name, weight in weights.items() if name in features)
