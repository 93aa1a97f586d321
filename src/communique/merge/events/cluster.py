"""From mentions to events: blocks of shared actors, then the most certain mentions first, each to the best event
all of whose mentions it is compatible with. What is known least comes last, so that it cannot bridge two."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from communique.merge.events.blocks import Blocks
from communique.merge.events.features import ONLY_EVENT, THRESHOLD
from communique.merge.events.group import Cluster
from communique.merge.events.judge import Judge
from communique.merge.events.nodes import Node
from communique.records.events import MergeStep
from communique.text.times.intervals import days

# A mention that fits two events almost equally well belongs to neither.
MARGIN = 0.1
RIVALS = 3
JUDGED_APART = "a person says that it is another event"
# How many that fit almost equally well are compared with each other.
NEAR = 12


class Fit(NamedTuple):
    """How a mention fits a cluster: what it scores with the mention it is most like, or why it cannot belong."""

    cluster: Cluster
    points: float
    features: dict[str, float]
    beside: Node
    reason: str = ""


class Clusters:
    """All clusters so far, and what finds them."""

    def __init__(self) -> None:
        self.found: list[Cluster] = []
        self.judge = Judge()
        self.blocks = Blocks()
        self._number = 0
        self._left_open: set[int] = set()

    def place(self, nodes: Iterable[Node]) -> None:
        """Each node into the best cluster, or into one of its own, those that say most first."""
        for node in sorted(nodes, key=certainty):
            fits = [self._fit(node, cluster) for cluster in self.blocks.near(node)]
            rated = _rated(node, fits)
            if self._torn(rated):
                self._leave(node, rated)
                continue
            chosen = rated[0] if rated else None
            rivals = _kept_out(fit for fit in fits if chosen is None or fit.cluster is not chosen.cluster)
            if chosen is None:
                target, step = self._fresh(), MergeStep(mention=node.id, rule="first", score=1.0, rivals=rivals)
            else:
                target, points = chosen.cluster, min(1.0, chosen.points)
                step = MergeStep(mention=node.id, rule="joined", score=points, features=chosen.features, rivals=rivals)
            target.add(node, step)
            self.blocks.add(target, node)

    def _leave(self, node: Node, rated: Sequence[Fit]) -> None:
        """The node alone. One of those alike is enough for others to be compared with."""
        rivals = {fit.beside.id: "another event fits as well" for fit in rated[:RIVALS]}
        alone = self._fresh()
        alone.add(node, MergeStep(mention=node.id, rule="first", score=1.0, rivals=rivals))
        self.blocks.add(alone, node, hidden=node.facet in self._left_open)
        self._left_open.add(node.facet)

    def _fresh(self) -> Cluster:
        self._number += 1
        self.found.append(Cluster(self._number))
        return self.found[-1]

    def _fit(self, node: Node, cluster: Cluster) -> Fit:
        if cluster.opposed(node):
            points, features = self.judge.score(node, cluster.nodes[0])
            return Fit(cluster, points, features, cluster.nodes[0], JUDGED_APART)
        for other in cluster.faces():
            reason = self.judge.apart(node, other)
            if reason:
                points, features = self.judge.score(node, other)
                return Fit(cluster, points, features, other, reason)
        article = node.mention.article
        likest = [*cluster.told_in(article), *cluster.told_elsewhere(article)]
        scored = ((*self.judge.score(node, other), other) for other in likest)
        return Fit(cluster, *max(scored, key=lambda row: row[0]))

    def _torn(self, rated: Sequence[Fit]) -> bool:
        """Whether two that fit almost equally well cannot be one event."""
        near = [fit for fit in rated if fit.points > rated[0].points - MARGIN]
        near.sort(key=lambda fit: not fit.cluster.dated())
        return any(self._rivals(a.cluster, b.cluster) for a, b in combinations(near[:NEAR], 2))

    def _rivals(self, left: Cluster, right: Cluster) -> bool:
        """Whether the two cannot be one event; they can where a person says that they are."""
        return not left.bonds & right.bonds and any(self.judge.apart(a, b) for a in left.faces() for b in right.faces())


def certainty(node: Node) -> tuple[object, ...]:
    """Sorts the mentions that say most first: dated, with a place, with many participants, told rather than
    recalled."""
    vague = days(node.time) if node.time else 10**6
    place = node.mention.place
    return (
        node.time is None,
        node.time.approximate if node.time else True,
        vague,
        not node.told,
        place is None or place.lat is None,
        -len(node.principals),
        node.id,
    )


def _rated(node: Node, fits: Iterable[Fit]) -> list[Fit]:
    """Those that score enough, best first."""
    rated = [fit for fit in _with_only(node, [f for f in fits if not f.reason]) if fit.points >= THRESHOLD]
    # Of two that only a person keeps apart, the one that more is known of.
    return sorted(rated, key=lambda f: (-f.points, -len(f.cluster.nodes) if f.cluster.sides else 0, f.cluster.least))


def _with_only(node: Node, fits: list[Fit]) -> list[Fit]:
    """The fits; where among dated events of all who take part one alone fits best, and the mention is news of then,
    with that."""
    full = [fit for fit in fits if fit.features.get("same_participants") == 1.0 and fit.cluster.dated()]
    full.sort(key=lambda fit: -fit.points)
    if not node.told or not full or (len(full) > 1 and full[1].points > full[0].points - MARGIN):
        return fits
    only = full[0]
    if node.time is None and node.published is not None and "fresh" not in only.features:
        return fits
    better = only._replace(points=round(only.points + ONLY_EVENT, 4), features=only.features | {"only_event": 1.0})
    return [better if fit is only else fit for fit in fits]


def _kept_out(fits: Iterable[Fit]) -> dict[str, str]:
    nearest = sorted(fits, key=lambda fit: (-fit.points, fit.beside.id))[:RIVALS]
    return {fit.beside.id: fit.reason or "too little in common" for fit in nearest}
