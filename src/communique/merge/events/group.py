"""An event in the making."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.merge.events.nodes import Node
from communique.records.events import MergeStep
from communique.review.bonds import opposed


@dataclass(slots=True)
class Cluster:
    """Mentions of one event. `slips` are the mentions that state a wrong day: nothing is compared with them.
    `sides`, `bonds` and `company`: what persons have judged of the mentions."""

    number: int
    nodes: list[Node] = field(default_factory=list)
    steps: list[MergeStep] = field(default_factory=list)
    slips: set[str] = field(default_factory=set)
    least: str = ""
    sides: set[tuple[int, int]] = field(default_factory=set)
    bonds: set[str] = field(default_factory=set)
    company: int = 0
    _faces: dict[int, list[Node]] = field(default_factory=dict)
    _by_article: dict[str, list[Node]] = field(default_factory=dict)

    def add(self, node: Node, step: MergeStep, *, slip: bool = False) -> None:
        """One more mention, and why."""
        self.nodes.append(node)
        self.steps.append(step)
        self.least = min(self.least or node.id, node.id)
        self.sides |= node.sides
        self.company = max(self.company, node.company)
        self.bonds |= {node.bond} if node.bond else set()
        if slip:
            self.slips.add(node.id)
            return
        self._by_article.setdefault(node.mention.article, []).append(node)
        face = self._faces.setdefault(node.facet, [])
        # Two of different articles are enough to have one that is not of a given article.
        if not face or (len(face) == 1 and face[0].mention.article != node.mention.article):
            face.append(node)

    def opposed(self, other: "Node | Cluster") -> bool:
        """Whether a person says that the two are not one event."""
        return opposed(frozenset(other.sides), frozenset(self.sides)) if self.sides else False

    def faces(self) -> Iterator[Node]:
        """A mention for each way in which the event is told."""
        return (face[0] for face in self._faces.values())

    def told_elsewhere(self, article: str) -> Iterator[Node]:
        """A mention for each way in which other articles tell it."""
        for face in self._faces.values():
            other = next((n for n in face if n.mention.article != article), None)
            if other is not None:
                yield other

    def told_in(self, article: str) -> list[Node]:
        """The mentions of one article."""
        return self._by_article.get(article, [])

    def articles(self) -> list[str]:
        """The articles that tell it, slips aside, in the order in which they came."""
        return list(self._by_article)

    def telling(self) -> list[Node]:
        """The mentions whose words are taken for true."""
        return [n for n in self.nodes if n.id not in self.slips]

    def dated(self) -> bool:
        """Whether some mention knows when it was."""
        return any(node.time is not None for node in self.faces())
