"""What a line is judged to be, and why: the shared shape of all rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.clean.lines import Line
from communique.clean.table import Row as Values
from communique.records.articles import Role
from communique.records.base import Row

BEGINNING = 6
EDGE, MARGIN = 3, 25  # lines at either end of a printed page, and the words of the longest that is no paragraph


class Verdict(Row, frozen=True):
    """A role with its reason, in words for a person."""

    role: Role
    reason: str


@dataclass(frozen=True)
class Page:
    """A page's lines with their features, their probabilities, and which is the title. `threshold` is the
    probability from which a line without a rule of its own is kept."""

    lines: Sequence[Line]
    rows: Sequence[Values]
    scores: Sequence[float]
    threshold: float
    title: int | None
    title_words: tuple[str, ...] = ()

    @cached_property
    def beginnings(self) -> dict[tuple[str, ...], list[int]]:
        """Which lines begin with the same `BEGINNING` words, in order."""
        found: dict[tuple[str, ...], list[int]] = {}
        for i, line in enumerate(self.lines):
            if len(line.words) >= BEGINNING:
                found.setdefault(line.words[:BEGINNING], []).append(i)
        return found

    @cached_property
    def margins(self) -> frozenset[int]:
        """The lines at the top or the foot of a printed page that stand, numbers aside, at another page's as well."""
        pages: dict[int, list[int]] = {}
        for i, line in enumerate(self.lines):
            pages.setdefault(line.page, []).append(i)
        if len(pages) < 2:
            return frozenset()
        edges = [i for on in pages.values() for i in on if i in on[:EDGE] + on[-EDGE:]]
        alike: dict[tuple[str, ...], list[int]] = {}
        for i in edges:
            if len(self.lines[i].words) <= MARGIN:
                alike.setdefault(tuple(word for word in self.lines[i].words if not word.isdigit()), []).append(i)
        return frozenset(i for same in alike.values() for i in same if len({self.lines[j].page for j in same}) > 1)

    def likely(self, i: int) -> bool:
        """Whether line `i` is more likely than not part of the article."""
        return self.scores[i] >= self.threshold

    def text(self, i: int) -> str:
        """The words of line `i`, or nothing outside the page."""
        return self.lines[i].text if 0 <= i < len(self.lines) else ""
