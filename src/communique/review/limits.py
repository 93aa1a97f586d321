"""What the merge is told of judgements: it takes this, and knows nothing of authors, times or conflicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.records.events import Place
from communique.records.times import Time
from communique.review.bonds import Bonds


@dataclass(frozen=True, slots=True)
class Ruled[V]:
    """A value that a judgement gives. Of several for one item that of the highest `rank`, the latest, counts."""

    rank: int
    judgement: str
    value: V


def ruled[V](values: Mapping[str, Ruled[V]], members: Iterable[str]) -> Ruled[V] | None:
    """The value for the item with these members."""
    if not values:
        return None
    return max((values[m] for m in members if m in values), key=lambda one: one.rank, default=None)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bonds among local actors, event mentions and statements; times of single event mentions; times and places of
    whole events, by each of their mentions."""

    actors: Bonds = field(default_factory=Bonds)
    events: Bonds = field(default_factory=Bonds)
    utterances: Bonds = field(default_factory=Bonds)
    mention_times: Mapping[str, Time] = field(default_factory=dict)
    event_times: Mapping[str, Ruled[Time]] = field(default_factory=dict)
    event_places: Mapping[str, Ruled[Place]] = field(default_factory=dict)


FREE = Limits()
