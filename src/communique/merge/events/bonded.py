"""Events that a person says are one, whatever keeps their mentions apart."""

from collections.abc import Sequence

from msgspec.structs import replace

from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node
from communique.records.events import MergeStep
from communique.review.bonds import Bonds, bound

JUDGED = "a person's judgement"


def bonded(clusters: Sequence[Cluster], bonds: Bonds) -> list[Cluster]:
    """The clusters, those of one bond in one. A mention that a person keeps apart from it stays behind, alone."""
    if not bonds.bond:
        return list(clusters)
    touched = [c for c in clusters if c.bonds]
    rest = [c for c in clusters if not c.bonds]
    rows = {n.id: (n, step, n.id in c.slips) for c in touched for n, step in zip(c.nodes, c.steps, strict=True)}
    whole = {frozenset(n.id for n in c.nodes): c for c in touched}
    groups = bound([[n.id for n in c.nodes] for c in touched], bonds)
    for number, members in enumerate(groups, max(c.number for c in clusters) + 1):
        untouched = whole.get(frozenset(members))
        rest.append(untouched or _joined(number, [rows[member] for member in members]))
    return rest


def _joined(number: int, rows: Sequence[tuple[Node, MergeStep, bool]]) -> Cluster:
    """One event of the mentions; what had been the first of another event is here because a person says so."""
    cluster = Cluster(number)
    told = [row for row in rows if not row[2]] or list(rows)
    first = next((node.id for node, step, _ in told if step.rule == "first"), told[0][0].id)
    for node, step, slip in rows:
        begins = step.rule == "first" and node.id != first
        cluster.add(node, replace(step, rule=JUDGED) if begins else step, slip=slip and len(rows) > 1)
    return cluster
