"""What makes two statements renderings of one utterance: hard conditions first, then named likenesses with weights."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from communique.merge.utterances.renderings import Rendering
from communique.merge.wording import Weights, containment, overlap, scored
from communique.records.events import Event
from communique.records.times import Time
from communique.text.times.intervals import compatible

# The model reads from top to bottom: what is shared speaks for one utterance, what excludes each other against it.
WEIGHTS: Mapping[str, float] = {
    "words": 0.78,  # content words of the shorter one that the longer one has, rare ones first
    "overlap": 0.70,  # and of all that both have
    "run": 0.05,  # the longest run of content words in the same order
    "verbatim": 0.45,  # the longest run of the very same words, where either is a quotation
    "entities": 0.02,  # the same actors named
    "numbers": 0.06,  # the same figures
    "mutual": 0.04,  # each is the other's best match in its article
    "occasion": 0.02,  # the very same event, not only the same day
    "occasion_open": -0.12,  # of one or both the event is not known
    "occasions_differ": -0.15,  # two events, as far as is known
    "few": -0.80,  # hardly a word shared that tells
    "numbers_differ": -0.12,
    "polarity_differs": -0.05,
    "speakers_differ": -0.05,  # one is the other's state or spokesman
    "same_article": -0.12,  # an outlet seldom renders one remark twice
}
LEAST = 0.5
# No two renderings of one utterance may be less alike than this.
FLOOR = 0.35
# So many words that only the two share tell enough; with less than so many they are not compared at all in a
# collection of more than `LARGE` statements.
TELLING = 2.9
BARELY = 1.2
# How much less the name of a party tells than another word that is as rare.
PARTIES = 0.75
LARGE = 500
# So many content words in one order are the same words, whoever a report gives them to.
VERBATIM = 6
_NEAR_DAYS = 3
_SAME_DAY = 1
_FEWEST_QUOTED = 3


class Occasions(NamedTuple):
    """The events by id, for whether two may be one occasion."""

    events: Mapping[str, Event]

    def together(self, a: Rendering, b: Rendering) -> bool:
        """Whether both may have been said on one occasion: one event, parts of one whole, one day; where one is not
        known, reports of the same days."""
        if self.one(a, b):
            return True
        left, right = self.events.get(a.event or ""), self.events.get(b.event or "")
        first = left.time if left and left.time else a.published
        second = right.time if right and right.time else b.published
        dated = bool(left and left.time and right and right.time)
        return _near(first, second, _SAME_DAY if dated else _NEAR_DAYS)

    def one(self, a: Rendering, b: Rendering) -> bool:
        """Whether both are known to have been said at one event or at parts of one whole."""
        left, right = self.events.get(a.event or ""), self.events.get(b.event or "")
        return left is not None and right is not None and bool({left.id, *left.part_of} & {right.id, *right.part_of})

    def apart(self, a: Rendering, b: Rendering) -> bool:
        """Whether they are known as two events, and not as two of one day."""
        left, right = self.events.get(a.event or ""), self.events.get(b.event or "")
        if left is None or right is None or self.one(a, b):
            return False
        return left.time is None or right.time is None


def _near(a: Time | None, b: Time | None, by: int = _NEAR_DAYS) -> bool:
    if a is None or b is None or compatible(a, b):
        return True
    first, second = (dt.date.fromisoformat(t.earliest[:10]) for t in (a, b))
    return abs((first - second).days) <= by


def features(a: Rendering, b: Rendering, weights: Weights, occasions: Occasions) -> dict[str, float] | None:
    """The likenesses of two renderings; None where they cannot be one utterance."""
    # Two persons of one country speak each for himself; a person may speak for the country.
    others = a.named and b.named and not a.speakers & b.speakers
    may_be = bool(a.bodies & b.bodies) and not others and occasions.together(a, b)
    if not may_be and {a.mention.mode, b.mention.mode} == {"indirect"}:
        return None
    if weights.total > LARGE and weights.sum(a.words & b.words) < BARELY * weights.rare:
        return None
    run = _longest_run(a.stems, b.stems)
    if not may_be and run < VERBATIM:
        return None
    both_numbers = bool(a.numbers and b.numbers)
    return {
        **_closest(a, b, weights),
        "run": min(1.0, max(0, run - 1) / (VERBATIM - 1)),
        "verbatim": _verbatim(a, b),
        "entities": _share(a.entities, b.entities),
        "numbers": float(bool(a.numbers & b.numbers)),
        "occasion": float(a.event is not None and a.event == b.event),
        "occasion_open": float(a.event is None or b.event is None),
        "occasions_differ": float(occasions.apart(a, b)),
        "numbers_differ": float(both_numbers and not a.numbers & b.numbers),
        "polarity_differs": float(a.negative != b.negative and _as_long(a, b)),
        "speakers_differ": float(not a.speakers & b.speakers),
        "same_article": float(a.mention.article == b.mention.article),
    }


def score(found: Mapping[str, float]) -> float:
    """The weighted sum, from 0 to 1."""
    return min(1.0, max(0.0, scored(found, WEIGHTS)))


def _likeness(
    mine: frozenset[str], theirs: frozenset[str], weights: Weights, parties: frozenset[str] = frozenset()
) -> dict[str, float]:
    """The likenesses by words. The names of the `parties` stand in all that they say to each other, and do not tell."""
    shared = weights.sum(mine & theirs) - PARTIES * weights.sum(mine & theirs & parties)
    return {
        "words": containment(mine, theirs, weights),
        "overlap": overlap(mine, theirs, weights),
        "few": max(0.0, 1 - shared / (TELLING * weights.rare)),
    }


def _closest(a: Rendering, b: Rendering, weights: Weights) -> dict[str, float]:
    """The likeness of those parts of either that are most alike."""
    parties = a.parties | b.parties
    found = [_likeness(mine, theirs, weights, parties) for mine in a.parts for theirs in b.parts]
    return max(found, key=lambda likeness: scored(likeness, WEIGHTS))


def _verbatim(a: Rendering, b: Rendering) -> float:
    """The longest run of quoted words that the other has too, of three to six or more: outside quotation marks
    outlets share phrases of their own making."""
    run = max(_longest_run(a.quoted, b.spoken), _longest_run(a.spoken, b.quoted))
    whole = any(_is_within(mine, theirs) for mine, theirs in ((a, b), (b, a)))
    return 1.0 if whole else min(1.0, max(0, run - 2) / 4)


def _is_within(mine: Rendering, theirs: Rendering) -> bool:
    """Whether all that the one has in quotation marks stands so in what the other has in them, three words at least."""
    size = len(mine.quoted)
    return _FEWEST_QUOTED <= size <= len(theirs.quoted) and _longest_run(mine.quoted, theirs.quoted) == size


def _as_long(a: Rendering, b: Rendering) -> bool:
    """Whether neither is more than twice as long: a negation elsewhere in a whole says nothing of its part."""
    short, long = sorted((len(a.stems), len(b.stems)))
    return long <= 2 * short


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@lru_cache(maxsize=65536)
def _couples(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words))


def _longest_run(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """How many words stand in the same order in both, without a break; 0 where it is less than two."""
    if _couples(left).isdisjoint(_couples(right)):
        return 0
    best = 0
    row = [0] * (len(right) + 1)
    for mine in left:
        before = 0
        for j, theirs in enumerate(right, 1):
            before, row[j] = row[j], (before + 1 if mine == theirs else 0)
            best = max(best, row[j])
    return best
