"""What is a part of an encounter is one with a part of another article's only if their encounters can be one: of two
meetings of the same people each has a press conference, and a page may say no more of it than that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.merge.events.constraints import shared
from communique.merge.events.nodes import Node

# Journeys to one meeting are to others too, and begin elsewhere.
PARTS = frozenset({"press_conference", "signing", "statement"})
ENCOUNTER = "encounter"
# So many characters of a text tell one thing, where no time says so.
BREATH = 1500


def with_wholes(found: Sequence[Node]) -> list[Node]:
    """The nodes (article by article), those of parts with the encounter that their article tells beside them."""
    facets: dict[tuple[int, int], int] = {}
    first = max((node.facet for node in found), default=0) + 1
    told: dict[str, list[Node]] = {}
    for node in found:
        if node.family == ENCOUNTER:
            told.setdefault(node.mention.article, []).append(node)
    placed = []
    for node in found:
        whole = _whole(node, told.get(node.mention.article, ())) if node.mention.form in PARTS else None
        if whole is not None:
            facet = facets.setdefault((node.facet, whole.facet), first + len(facets))
            placed.append(replace(node, whole=whole, facet=facet))
        else:
            placed.append(node)
    return placed


def _whole(part: Node, encounters: Sequence[Node]) -> Node | None:
    """The encounter with most of its people, told with it and as it is; the nearest."""
    return min(_fitting(part, encounters), default=None, key=lambda node: _rank(part, node))


def _fitting(part: Node, encounters: Sequence[Node]) -> Iterator[Node]:
    for node in encounters:
        alike = (node.told, node.ahead, node.recalled) == (part.told, part.ahead, part.recalled)
        if alike and _distance(part, node) <= BREATH and shared(part, node):
            yield node


def _rank(part: Node, node: Node) -> tuple[object, ...]:
    return -shared(part, node), _distance(part, node), node.id


def _distance(part: Node, node: Node) -> int:
    return abs(part.mention.span.start - node.mention.span.start)
