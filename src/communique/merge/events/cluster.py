"""From mentions to events: blocks of shared actors, then the most certain mentions first, each to the best event
all of whose mentions it is compatible with. What is known least comes last, so that it cannot bridge two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.merge.events.constraints import kept_apart
from communique.merge.events.features import THRESHOLD, score
from communique.merge.events.nodes import Node
from communique.records.events import MergeStep
from communique.text.times.intervals import days

# Two events that fit almost equally well leave a mention alone.
MARGIN = 0.1


@dataclass(slots=True)
class Cluster:
    """An event in the making."""

    nodes: list[Node]
    steps: list[MergeStep] = field(default_factory=list)

    def dated(self) -> bool:
        """Whether some mention knows when it was."""
        return any(node.time is not None for node in self.nodes)


def certainty(node: Node) -> tuple[object, ...]:
    """Sorts the mentions that say most first: dated, with a place, with many participants, told rather than
    recalled."""
    vague = days(node.time) if node.time else 10**6
    told = node.mention.status in {"held", "ongoing"}
    place = node.mention.place
    return (
        node.time is None,
        node.time.approximate if node.time else True,
        vague,
        not told,
        place is None or place.lat is None,
        -len(node.principals),
        node.id,
    )


def cluster(nodes: Sequence[Node], clusters: list[Cluster] | None = None) -> list[Cluster]:
    """The nodes as clusters, added to `clusters` where some are given already."""
    found = list(clusters or [])
    blocks: dict[tuple[str, str], list[Cluster]] = {}
    for existing in found:
        for node in existing.nodes:
            _index(blocks, existing, node)
    for node in sorted(nodes, key=certainty):
        chosen = _best(node, _candidates(blocks, node))
        if chosen is None:
            fresh = Cluster([node], [MergeStep(mention=node.id, rule="first", score=1.0)])
            found.append(fresh)
            _index(blocks, fresh, node)
        else:
            target, points, features = chosen
            target.nodes.append(node)
            target.steps.append(MergeStep(mention=node.id, rule="joined", score=points, features=features))
            _index(blocks, target, node)
    return found


def _keys(node: Node) -> Iterable[tuple[str, str]]:
    for principal in node.principals:
        yield node.family, principal.actor
        if principal.country:
            yield node.family, principal.country


def _index(blocks: dict[tuple[str, str], list[Cluster]], where: Cluster, node: Node) -> None:
    for key in _keys(node):
        block = blocks.setdefault(key, [])
        if not any(c is where for c in block):
            block.append(where)


def _candidates(blocks: dict[tuple[str, str], list[Cluster]], node: Node) -> list[Cluster]:
    seen: dict[int, Cluster] = {}
    for key in _keys(node):
        for candidate in blocks.get(key, ()):
            seen.setdefault(id(candidate), candidate)
    return list(seen.values())


def _best(node: Node, candidates: list[Cluster]) -> tuple[Cluster, float, dict[str, float]] | None:
    rated = []
    for candidate in candidates:
        if any(kept_apart(node, other) for other in candidate.nodes):
            continue
        points, features = max((score(node, other) for other in candidate.nodes), key=lambda s: s[0])
        if points >= THRESHOLD:
            rated.append((points, features, candidate))
    if not rated:
        return None
    rated.sort(key=lambda row: (-row[0], min(n.id for n in row[2].nodes)))
    if (
        len(rated) > 1
        and node.time is None
        and rated[0][0] - rated[1][0] < MARGIN
        and _both_dated(rated[0][2], rated[1][2])
    ):
        return None
    points, features, candidate = rated[0]
    return candidate, points, features


def _both_dated(left: Cluster, right: Cluster) -> bool:
    return left.dated() and right.dated()
