"""From mentions to events: blocks of shared actors, then the most certain mentions first, each to the best event
all of whose mentions it is compatible with. What is known least comes last, so that it cannot bridge two."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from communique.merge.events.blocks import Blocks
from communique.merge.events.choice import (
    MARGIN,
    RIVALS,
    Fit,
    best_first,
    certainty,
    foremost,
    kept_out,
    nearest,
    vague_plan,
    written_elsewhere,
)
from communique.merge.events.constraints import envoys, recounted, same_actors, shared
from communique.merge.events.features import ONLY_EVENT, SAME_STORY, THRESHOLD
from communique.merge.events.group import Cluster
from communique.merge.events.judge import Judge
from communique.merge.events.nodes import Node
from communique.merge.stories import Stories
from communique.records.events import MergeStep

JUDGED_APART = "a person says that it is another event"
# How many that fit almost equally well are compared with each other.
NEAR = 12


class Clusters:
    """All clusters so far, and what finds them."""

    def __init__(self, stories: Stories | None = None, part: Sequence[Node] = ()) -> None:
        """`part`: all mentions that will be placed; `stories`: which undated articles report the same news."""
        self.found: list[Cluster] = []
        self._stories = stories
        self._told: dict[str, list[Node]] = {}
        for node in part:
            if node.told and node.published is None:
                self._told.setdefault(node.mention.article, []).append(node)
        self.judge = Judge()
        self.blocks = Blocks()
        self._number = 0
        self._left_open: set[int] = set()
        self._open: set[int] = set()

    def place(self, nodes: Iterable[Node]) -> None:
        """Each node into the best cluster, or into one of its own: first those that a person keeps apart, so
        that the others find both sides; then those that say most."""
        for node in sorted(nodes, key=lambda node: (-node.company, certainty(node))):
            fits = [self._fit(node, cluster) for cluster in self.blocks.near(node)]
            rated = best_first(self._with_only(node, [fit for fit in fits if not fit.reason]))
            near = nearest(node, rated)
            chosen, rule = (near[0] if near else None), "joined"
            if self._torn(near):
                chosen, rule = self._decided(node, near, rated)
                if chosen is None:
                    self._leave(node, rated)
                    continue
            rivals = kept_out(fit for fit in fits if chosen is None or fit.cluster is not chosen.cluster)
            if chosen is None:
                target, step = self._fresh(), MergeStep(mention=node.id, rule="first", score=1.0, rivals=rivals)
            else:
                target, points = chosen.cluster, min(1.0, chosen.points)
                step = MergeStep(mention=node.id, rule=rule, score=points, features=chosen.features, rivals=rivals)
            target.add(node, step)
            self.blocks.add(target, node)

    def _decided(self, node: Node, near: Sequence[Fit], rated: Sequence[Fit]) -> tuple[Fit | None, str]:
        """Where a mention belongs that fits several, and the rule: to one that stands out; or to what its own article
        left open between the same events."""
        if (found := foremost(node, near)) is not None:
            return found, "the foremost of several"
        return next((fit for fit in rated if self._was_left(fit, node)), None), "left open with it"

    def _leave(self, node: Node, rated: Sequence[Fit]) -> None:
        """The node alone. One of those alike is enough for others to be compared with."""
        rivals = {fit.beside.id: "another event fits as well" for fit in rated[:RIVALS]}
        alone = self._fresh()
        alone.add(node, MergeStep(mention=node.id, rule="first", score=1.0, rivals=rivals))
        self._open.add(alone.number)
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
        for other in cluster.told_in(article):
            reason = envoys(node, other) or recounted(node, other)
            if reason:
                return Fit(cluster, *self.judge.score(node, other), other, reason)
        likest = [*cluster.told_in(article), *(n for n in cluster.told_elsewhere(article) if not vague_plan(node, n))]
        if not likest:
            return Fit(cluster, 0.0, {}, cluster.nodes[0], "a plan for nobody knows when")
        scored = ((*self.judge.score(node, other), other) for other in likest)
        return self._with_story(node, Fit(cluster, *max(scored, key=lambda row: row[0])))

    def _with_story(self, node: Node, fit: Fit) -> Fit:
        """The fit, better where the mention's article has no date and reports the same news as one of the event's:
        unless it tells of an encounter of the same people in another place."""
        if node.published is not None or self._stories is None or fit.points + SAME_STORY < THRESHOLD:
            return fit
        beside = fit.beside
        if (node.told, node.ahead) != (beside.told, beside.ahead) or not (node.told or node.ahead):
            return fit
        if len(node.principals) < 2 or not same_actors(node, beside) or self._told_elsewhere(node, fit.cluster):
            return fit
        if written_elsewhere(node, fit):
            return fit
        own = node.mention.article
        alike = max((self._stories.alike(own, a) for a in fit.cluster.articles()[:NEAR] if a != own), default=0.0)
        points = round(fit.points + SAME_STORY * alike, 4)
        return fit._replace(points=points, features=fit.features | {"same_story": alike}) if alike else fit

    def _told_elsewhere(self, node: Node, cluster: Cluster) -> bool:
        """Whether the mention's own article, undated, tells as news of an encounter of the same people that is not
        this one."""
        others = [n for n in self._told.get(node.mention.article, ()) if n is not node and n.family == node.family]
        return any(
            shared(n, node) == len(node.principals) and self.judge.apart(n, other)
            for n in others
            for other in cluster.faces()
        )

    def _with_only(self, node: Node, fits: list[Fit]) -> list[Fit]:
        """The fits; where among dated events of all who take part one alone fits best, and the mention is news of then,
        with that."""
        full = [fit for fit in fits if fit.features.get("same_participants") == 1.0 and fit.cluster.dated()]
        full.sort(key=lambda fit: -fit.points)
        if not node.told or not full or (len(full) > 1 and full[1].points > full[0].points - MARGIN):
            return fits
        only = full[0]
        if node.time is None and node.published is not None and "fresh" not in only.features:
            return fits
        if node.published is None and (self._told_elsewhere(node, only.cluster) or written_elsewhere(node, only)):
            return fits
        better = only._replace(points=round(only.points + ONLY_EVENT, 4), features=only.features | {"only_event": 1.0})
        return [better if fit is only else fit for fit in fits]

    def _torn(self, near: Sequence[Fit]) -> bool:
        """Whether two that fit almost equally well cannot be one event."""
        first = sorted(near, key=lambda fit: not fit.cluster.dated())
        return any(self._rivals(a.cluster, b.cluster) for a, b in combinations(first[:NEAR], 2))

    def _was_left(self, fit: Fit, node: Node) -> bool:
        """Whether what the mention's own article left open between the same events is one of those that fit."""
        return fit.cluster.number in self._open and bool(fit.cluster.told_in(node.mention.article))

    def _rivals(self, left: Cluster, right: Cluster) -> bool:
        """Whether the two cannot be one event; they can where a person says that they are."""
        return not left.bonds & right.bonds and any(self.judge.apart(a, b) for a in left.faces() for b in right.faces())
