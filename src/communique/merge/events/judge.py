"""Constraints and features of two nodes, each asked once for nodes that are alike."""

from communique.merge.events.constraints import CONSTRAINTS, kept_apart, time
from communique.merge.events.features import score
from communique.merge.events.nodes import Node

Scored = tuple[float, dict[str, float]]
BUT_TIME = tuple(constraint for constraint in CONSTRAINTS if constraint is not time)


class Judge:
    """Remembers by facet; nodes of one article are scored anew each time."""

    def __init__(self) -> None:
        self._apart: dict[tuple[int, int], str | None] = {}
        self._apart_but_time: dict[tuple[int, int], str | None] = {}
        self._scores: dict[tuple[int, int], Scored] = {}

    def apart(self, left: Node, right: Node) -> str | None:
        """Why the two cannot be one event."""
        key = _key(left, right)
        if key not in self._apart:
            self._apart[key] = kept_apart(left, right)
        return self._apart[key]

    def apart_but_time(self, left: Node, right: Node) -> str | None:
        """Why the two cannot be one event, whatever their times."""
        key = _key(left, right)
        if key not in self._apart_but_time:
            self._apart_but_time[key] = kept_apart(left, right, BUT_TIME)
        return self._apart_but_time[key]

    def score(self, left: Node, right: Node) -> Scored:
        """What speaks for the two being one event."""
        if left.mention.article == right.mention.article:
            return score(left, right)
        key = _key(left, right)
        if key not in self._scores:
            self._scores[key] = score(left, right)
        return self._scores[key]


def _key(left: Node, right: Node) -> tuple[int, int]:
    return (left.facet, right.facet) if left.facet <= right.facet else (right.facet, left.facet)
