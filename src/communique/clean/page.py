"""A page with what the weights made of its lines: what the rules ask."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from communique.clean.characters import MARK
from communique.clean.features import reads_as_prose
from communique.clean.lexicon import NAME
from communique.clean.lines import Line
from communique.clean.pieces import credit
from communique.clean.press import is_picture_source
from communique.clean.sheet import Sheet
from communique.clean.table import Column, Columns, Mask, around, masked, rows_of, running, which
from communique.clean.table import Row as Values
from communique.clean.vocabulary import Hit

BEGINNING = 6
EDGE, MARGIN = 3, 25  # lines at either end of a printed page, and the words of the longest that is no paragraph
HEADING = 25  # words of the longest heading


@dataclass(frozen=True)
class Page:
    """A page's lines with their features, their probabilities, and which is the title. `threshold` is the
    probability from which a line without a rule of its own is kept."""

    sheet: Sheet
    columns: Columns
    chances: Column
    threshold: float
    title: int | None
    title_words: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Column:
        """A feature of all lines; one that the page lacks is 0."""
        found = self.columns.get(name)
        return np.zeros(len(self.lines)) if found is None else found

    @property
    def lines(self) -> Sequence[Line]:
        """Its lines."""
        return self.sheet.lines

    @cached_property
    def rows(self) -> Sequence[Values]:
        """Each line's features."""
        return rows_of(self.columns)

    @cached_property
    def scores(self) -> Sequence[float]:
        """Each line's probability."""
        scores: list[float] = self.chances.tolist()
        return scores

    @cached_property
    def beginnings(self) -> dict[tuple[str, ...], list[int]]:
        """Which lines begin with the same `BEGINNING` words, in order."""
        found: dict[tuple[str, ...], list[int]] = {}
        for i in which(self.sheet.counts >= BEGINNING):
            found.setdefault(self.lines[i].words[:BEGINNING], []).append(i)
        return found

    @cached_property
    def margins(self) -> frozenset[int]:
        """The lines at the top or the foot of a printed page that stand, numbers aside, at another page's as well."""
        if not self.lines or self.lines[0].page == self.lines[-1].page:
            return frozenset()
        pages: dict[int, list[int]] = {}
        for i, line in enumerate(self.lines):
            pages.setdefault(line.page, []).append(i)
        edges = [i for on in pages.values() for i in (on if len(on) <= 2 * EDGE else on[:EDGE] + on[-EDGE:])]
        alike: dict[tuple[str, ...], list[int]] = {}
        for i in edges:
            if len(self.lines[i].words) <= MARGIN:
                alike.setdefault(tuple(word for word in self.lines[i].words if not word.isdigit()), []).append(i)
        return frozenset(i for same in alike.values() for i in same if len({self.lines[j].page for j in same}) > 1)

    @cached_property
    def kept(self) -> Mask:
        """The lines that are more likely than not part of the article."""
        found: Mask = self.chances >= self.threshold
        return found

    @cached_property
    def prose(self) -> Mask:
        """The lines that read as running text."""
        return reads_as_prose(self.columns)

    @cached_property
    def headings(self) -> Mask:
        """The lines with the shape of a heading: short, no sentence, no list item."""
        words = self["words"]
        plain = (self["end"] == 0) & (self["bullet"] == 0) & (self["no_letters"] == 0)
        found: Mask = plain & (words > 0) & (words <= HEADING)
        return found

    def hits(self, i: int) -> Sequence[Hit]:
        """The phrases of the page vocabulary in line `i`."""
        return self.sheet.hits.get(i, ())

    def with_hit(self, holds: Callable[[Hit], bool]) -> Mask:
        """The lines that have such a phrase."""
        places = (i for i, hits in self.sheet.hits.items() if any(map(holds, hits)))
        return masked(places, len(self.lines))

    @cached_property
    def sources(self) -> Mask:
        """The lines that are a picture's source and nothing else."""
        return self._checked(self.sheet.count_words(NAME) > 0, is_picture_source)

    @cached_property
    def credited(self) -> Mask:
        """The lines that end with a picture's credit."""
        return self._checked(self.sheet.with_kind(MARK), lambda text: credit(text) is not None)

    @cached_property
    def between(self) -> Mask:
        """The lines that paragraphs of the article stand before and behind, not far away."""
        return self.amid(8, 3)

    @cached_property
    def near(self) -> Mask:
        """The same, right beside them."""
        return self.amid(3, 3)

    @cached_property
    def prose_words(self) -> Counter[str]:
        """How often each word stands in running text."""
        return Counter(chain.from_iterable(self.lines[i].words for i in which(self.prose)))

    def amid(self, before: int, after: int) -> Mask:
        """The lines with a paragraph of the article at most so many lines before and so many behind them."""
        sums = running((self.kept & self.prose).astype(np.float64))
        found: Mask = (around(sums, before, -1) > 0) & (around(sums, -1, after) > 0)
        return found

    def likely(self, i: int) -> bool:
        """Whether line `i` is more likely than not part of the article."""
        return self.scores[i] >= self.threshold

    def text(self, i: int) -> str:
        """The words of line `i`, or nothing outside the page."""
        return self.lines[i].text if 0 <= i < len(self.lines) else ""

    def _checked(self, may: Mask, holds: Callable[[str], bool]) -> Mask:
        found = np.zeros(len(self.lines), np.bool_)
        for i in which(may):
            found[i] = holds(self.lines[i].text)
        return found
