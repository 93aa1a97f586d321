"""Which of the events that fit a mention is its: the best; of those almost as good, one that speaks for itself."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.merge.events.constraints import shared
from communique.merge.events.features import PLANNED, THRESHOLD
from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node
from communique.text.times.intervals import civil, days

# Events that score so close to each other fit almost equally well.
MARGIN = 0.1
RIVALS = 3
# How many times as much is far more.
MORE = 4
PAIR = 2


class Fit(NamedTuple):
    """How a mention fits a cluster: what it scores with the mention it is most like, or why it cannot belong."""

    cluster: Cluster
    points: float
    features: dict[str, float]
    beside: Node
    reason: str = ""


def best_first(fits: Iterable[Fit]) -> list[Fit]:
    """Those that score enough. Of two that only a person keeps apart, the one on whose side more reports are."""
    rated = (fit for fit in fits if fit.points >= THRESHOLD)
    return sorted(rated, key=lambda fit: (-fit.points, -fit.cluster.company, fit.cluster.least))


def nearest(node: Node, rated: Sequence[Fit]) -> list[Fit]:
    """Those that fit almost as well as the best; of those, the ones of just the same people, if there are any."""
    near = [fit for fit in rated if fit.points > rated[0].points - MARGIN]
    return near if len(near) < PAIR else [fit for fit in near if of_the_same(node, fit.cluster)] or near


def of_the_same(node: Node, cluster: Cluster) -> bool:
    """Whether some mention of the event names neither more nor fewer people."""
    count = len(node.principals)
    return any(len(other.principals) == count == shared(node, other) for other in cluster.faces())


def foremost(node: Node, near: Sequence[Fit]) -> Fit | None:
    """Of events that fit almost equally well, the one that the mention's article speaks of far more than of the others;
    where it tells of none of them, the one far better known."""
    told = [len(fit.cluster.told_in(node.mention.article)) for fit in near]
    if any(told):
        return _outstanding(near, told, 0)
    return _outstanding(near, [support(fit.cluster) for fit in near], 1)


def _outstanding(near: Sequence[Fit], counts: Sequence[int], least: int) -> Fit | None:
    """The one that counts for far more than the next, which counts for `least` at least."""
    most, after = sorted(counts, reverse=True)[:2]
    return near[counts.index(most)] if most > after and most >= MORE * max(least, after) else None


def support(cluster: Cluster) -> int:
    """How many texts state the day."""
    return len({n.origin for n in cluster.telling() if n.day is not None})


def kept_out(fits: Iterable[Fit]) -> dict[str, str]:
    """What kept a mention out of the nearest events, by a mention of each."""
    nearest = sorted(fits, key=lambda fit: (-fit.points, fit.beside.id))[:RIVALS]
    return {fit.beside.id: fit.reason or "too little in common" for fit in nearest}


def vague_plan(left: Node, right: Node) -> bool:
    """Whether one article only plans what the other tells, and nothing says that both mean one time."""
    if left.time or right.time or not ((left.ahead and right.told) or (right.ahead and left.told)):
        return False
    plan, news = (left, right) if left.ahead else (right, left)
    if plan.expression is not None and plan.expression == news.expression:
        return False
    if plan.published is None or news.published is None:
        return True
    return not 0 <= (civil(news.published)[0] - civil(plan.published)[1]).days <= PLANNED


def written_elsewhere(node: Node, fit: Fit) -> bool:
    """Whether a mention without a place stands in an article that was written in another country, or another part of
    it, than the event was."""
    line = node.dateline
    if line is None or node.mention.place is not None:
        return False
    places = [n.mention.place for n in fit.cluster.faces() if n.mention.place]
    return any(
        p.country != line.country or (p.region and line.region and p.region != line.region) for p in places if p.country
    )


def certainty(node: Node) -> tuple[object, ...]:
    """Sorts the mentions that say most first: dated, with a place, with many participants, told rather than
    recalled."""
    vague = days(node.time) if node.time else 10**6
    place = node.mention.place
    return (
        node.time is None,
        node.expression is None,
        node.time.approximate if node.time else True,
        vague,
        not node.told,
        place is None or place.lat is None,
        -len(node.principals),
        node.id,
    )
