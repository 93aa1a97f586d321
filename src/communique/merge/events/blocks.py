"""Where to look for the event of a mention: clusters by two of those who take part, and by days.

No cluster that could score enough is left out. Articles apart, what has fewer than two participants in common is one
event only in the same town; within an article, every cluster that has a mention of the article is looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node
from communique.merge.events.principals import Principal
from communique.records.times import Time
from communique.text.clusters import Groups
from communique.text.times.intervals import SLACK_DAYS, bounds

Key = tuple[str, ...]
Found = dict[int, Cluster]
DAYS = 16
# A longer time is looked up, and found, under no days.
LONG = 8


@dataclass(slots=True)
class Block:
    """Clusters with one key: by stretches of days, those of a long time or none, and all."""

    by_days: dict[int, Found] = field(default_factory=dict)
    open: Found = field(default_factory=dict)
    all: Found = field(default_factory=dict)

    def add(self, cluster: Cluster, stretches: range | None) -> None:
        """Enters the cluster under stretches of days."""
        self.all[cluster.number] = cluster
        for number in stretches or ():
            self.by_days.setdefault(number, {})[cluster.number] = cluster
        if stretches is None:
            self.open[cluster.number] = cluster

    def near(self, stretches: range | None) -> Iterator[Found]:
        """What is known under those stretches, and what has no days."""
        if stretches is None:
            yield self.all
            return
        yield self.open
        for number in stretches:
            if number in self.by_days:
                yield self.by_days[number]


class Blocks:
    """All clusters, by what a mention can find them by."""

    def __init__(self) -> None:
        self._pairs: dict[Key, Block] = {}
        self._alone: dict[Key, Block] = {}
        self._anybody: dict[Key, Block] = {}
        self._articles: dict[Key, Found] = {}
        self._times: dict[int, Time] = {}
        self._keys: dict[int, tuple[list[Key], list[Key]]] = {}

    def add(self, cluster: Cluster, node: Node, *, hidden: bool = False) -> None:
        """Makes the cluster known by its newest node; to its own article alone where it is `hidden`. Nodes without a
        time are found by the time of the others."""
        self._articles.setdefault((node.family, node.mention.article), {})[cluster.number] = cluster
        if hidden:
            return
        first_time = node.time is not None and cluster.number not in self._times
        if node.time is not None and first_time:
            self._times[cluster.number] = node.time
        for member in cluster.telling() if first_time else [node]:
            days = _stretches(member.time or self._times.get(cluster.number), 0)
            pairs, alone = self._keys_of(member)
            for key in pairs:
                self._pairs.setdefault(key, Block()).add(cluster, days)
            singles = self._alone if len(member.principals) == 1 else self._anybody
            for key in alone:
                singles.setdefault(key, Block()).add(cluster, days)

    def near(self, node: Node, *times: Time | None) -> list[Cluster]:
        """The clusters that the node may belong to, at its own time or at those given, in the order in which they were
        made."""
        if not node.principals and not (node.mention.antecedent or node.mention.main):
            return []
        found = dict(self._articles.get((node.family, node.mention.article), {}))
        # What is approximate is compatible with days around its own.
        ranges = [_stretches(time, SLACK_DAYS) for time in times or (node.time,)]
        for block in self._fitting(node):
            for days in ranges:
                for some in block.near(days):
                    found |= some
        return [found[number] for number in sorted(found) if found[number].nodes]

    def _fitting(self, node: Node) -> Iterator[Block]:
        pairs, alone = self._keys_of(node)
        for key in pairs:
            if key in self._pairs:
                yield self._pairs[key]
        for key in alone:
            if key in self._alone:
                yield self._alone[key]
            if len(node.principals) == 1 and key in self._anybody:
                yield self._anybody[key]

    def _keys_of(self, node: Node) -> tuple[list[Key], list[Key]]:
        """By two who take part, and by one in the town; the same for nodes of one facet."""
        if node.facet not in self._keys:
            self._keys[node.facet] = list(_pairs(node)), list(_singles(node))
        return self._keys[node.facet]


def apart(nodes: Sequence[Node]) -> list[list[Node]]:
    """The nodes in parts none of whose nodes can find a cluster of another part."""
    by_key: dict[Key, list[str]] = {}
    in_town: dict[Key, list[str]] = {}
    alone: set[Key] = set()
    for node in nodes:
        for key in (("article", node.mention.article), *_pairs(node)):
            by_key.setdefault(key, []).append(node.id)
        for key in _singles(node):
            in_town.setdefault(key, []).append(node.id)
            if len(node.principals) == 1:
                alone.add(key)
    groups = Groups(node.id for node in nodes)
    for members in (*by_key.values(), *(in_town[key] for key in sorted(alone))):
        for member in members[1:]:
            groups.join(members[0], member)
    parts: dict[str, list[Node]] = {}
    for node in sorted(nodes, key=lambda n: n.id):
        parts.setdefault(groups.find(node.id), []).append(node)
    return list(parts.values())


def _pairs(node: Node) -> Iterator[Key]:
    """Every two of those who take part, by every name that they may be known by."""
    listed = [_names(p) for p in node.principals]
    keys = ((a, b) if a <= b else (b, a) for p, q in combinations(listed, 2) for a in p for b in q)
    return ((node.family, *key) for key in dict.fromkeys(keys))


def _singles(node: Node) -> Iterator[Key]:
    """Everybody who takes part, in the town; whoever is abroad, in the country too."""
    place = node.mention.place
    if place is not None:
        for name in dict.fromkeys(name for p in node.principals for name in _names(p)):
            yield node.family, name, place.name
        abroad = (p for p in node.principals if place.country and p.country and p.country != place.country)
        for name in dict.fromkeys(name for p in abroad for name in _names(p)):
            yield node.family, name, place.country or ""


def _names(principal: Principal) -> list[str]:
    """Whatever two principals that match have one of in common."""
    bare = not principal.named and bool(principal.offices)
    names = [] if bare else sorted(principal.may_be) or [principal.actor]
    if principal.country:
        names.append(principal.country)
    others = {country or title for title, country in principal.offices} - {principal.country}
    return names + sorted(others)


def _stretches(time: Time | None, slack: int) -> range | None:
    """The stretches of days that `time` touches; none for a long time, and for no time."""
    if time is None:
        return None
    first, last = (day.toordinal() for day in bounds(time))
    stretches = range((first - slack) // DAYS, (last + slack) // DAYS + 1)
    return stretches if len(stretches) <= LONG else None
