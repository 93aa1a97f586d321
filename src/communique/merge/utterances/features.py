"""What makes two statements renderings of one utterance: hard conditions first, then named likenesses with weights."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from communique.merge.utterances.renderings import Rendering
from communique.merge.wording import Weights, containment, overlap, scored
from communique.records.events import Event
from communique.records.times import Time
from communique.text.times.intervals import compatible

# The model reads from top to bottom: what is shared speaks for one utterance, what excludes each other against it.
WEIGHTS: Mapping[str, float] = {
    "words": 0.55,  # content words of the shorter one that the longer one has, rare ones first
    "overlap": 0.35,  # and of all that both have
    "run": 0.25,  # the longest run of content words in the same order
    "entities": 0.10,  # the same actors named
    "numbers": 0.15,  # the same figures
    "occasion": 0.05,  # the very same event, not only the same day
    "few": -0.35,  # hardly a word shared that tells
    "numbers_differ": -0.25,
    "polarity_differs": -0.15,
    "speakers_differ": -0.15,  # one is the other's state or spokesman
}
LEAST = 0.5
# The weight of shared words below which two wordings tell too little.
TELLING = 4.0
_NEAR_DAYS = 3
_SAME_DAY = 1


class Occasions(NamedTuple):
    """The events by id, for whether two may be one occasion."""

    events: Mapping[str, Event]

    def together(self, a: Rendering, b: Rendering) -> bool:
        """Whether both may have been said on one occasion: one event, parts of one whole, one day; where one is not
        known, reports of the same days."""
        if a.event is not None and a.event == b.event:
            return True
        left, right = self.events.get(a.event or ""), self.events.get(b.event or "")
        if left is None or right is None:
            return _near(a.published, b.published)
        if {left.id, *left.part_of} & {right.id, *right.part_of}:
            return True
        if left.time is None or right.time is None:
            return _near(a.published, b.published)
        return _near(left.time, right.time, _SAME_DAY)


def _near(a: Time | None, b: Time | None, by: int = _NEAR_DAYS) -> bool:
    if a is None or b is None or compatible(a, b):
        return True
    first, second = (dt.date.fromisoformat(t.earliest[:10]) for t in (a, b))
    return abs((first - second).days) <= by


def features(a: Rendering, b: Rendering, weights: Weights, occasions: Occasions) -> dict[str, float] | None:
    """The likenesses of two renderings; None where they cannot be one utterance."""
    if a.mention.article == b.mention.article and not a.mention.content.overlaps(b.mention.content):
        return None
    if not (a.bodies & b.bodies) or not occasions.together(a, b):
        return None
    shared = weights.sum(a.words & b.words)
    both_numbers = bool(a.numbers and b.numbers)
    return {
        "words": containment(a.words, b.words, weights),
        "overlap": overlap(a.words, b.words, weights),
        "run": _run(a.stems, b.stems),
        "entities": _share(a.entities, b.entities),
        "numbers": float(bool(a.numbers & b.numbers)),
        "occasion": float(a.event is not None and a.event == b.event),
        "few": max(0.0, 1 - shared / TELLING),
        "numbers_differ": float(both_numbers and not a.numbers & b.numbers),
        "polarity_differs": float(a.negative != b.negative),
        "speakers_differ": float(not a.speakers & b.speakers),
    }


def score(found: Mapping[str, float]) -> float:
    """The weighted sum, from 0 to 1."""
    return min(1.0, max(0.0, scored(found, WEIGHTS)))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _run(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The longest common run of stems: 1 for six or more."""
    best = 0
    row = [0] * (len(right) + 1)
    for mine in left:
        before = 0
        for j, theirs in enumerate(right, 1):
            before, row[j] = row[j], (before + 1 if mine == theirs else 0)
            best = max(best, row[j])
    return min(1.0, max(0, best - 1) / 5)
