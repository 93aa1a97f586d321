"""The lines of a page laid end to end, so that what is to be known of each is counted for all at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from communique.clean.characters import DIGIT, FIGURE, Kinds, kinds_of
from communique.clean.lexicon import ALONE, FIRST, PHRASE, SECOND, Bits, bits_of
from communique.clean.lines import Line
from communique.clean.table import Column, Mask, which
from communique.clean.vocabulary import Hit, page_vocabulary

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Sheet:
    """Lines, none of them empty. Characters: `text`, a line feed behind each line, and `starts` of the lines
    in it. Words: `words`, and the `bounds` of each line's, one more than there are lines."""

    lines: Sequence[Line]
    text: str
    starts: Places
    words: list[str]
    bounds: Places

    @cached_property
    def sizes(self) -> Column:
        """Characters of each line."""
        return np.diff(self.starts, append=len(self.text)).astype(np.float64) - 1

    @cached_property
    def counts(self) -> Column:
        """Words of each line."""
        return np.diff(self.bounds).astype(np.float64)

    @cached_property
    def kinds(self) -> Kinds:
        """What each character is."""
        return kinds_of(self.text)

    @cached_property
    def held(self) -> Kinds:
        """What some character of each line is: their bits together."""
        return np.bitwise_or.reduceat(self.kinds, self.starts)

    @cached_property
    def bits(self) -> Bits:
        """What each word is."""
        return bits_of(self.words)

    @cached_property
    def line_of(self) -> Places:
        """The line that each word stands in."""
        return np.repeat(np.arange(len(self.lines)), np.diff(self.bounds))

    def with_kind(self, bit: int) -> Mask:
        """The lines that hold a character of this kind."""
        found: Mask = (self.held & bit) != 0
        return found

    def count_at(self, places: Places) -> Column:
        """How many of these characters stand in each line."""
        return np.bincount(self._lines_at(places), minlength=len(self.lines)).astype(np.float64)

    def count_words(self, bit: int) -> Column:
        """How many words of each line are of this kind."""
        return np.bincount(self.line_of[(self.bits & bit) != 0], minlength=len(self.lines)).astype(np.float64)

    def lines_at(self, places: Places) -> Mask:
        """The lines in which at least one of these characters stands."""
        found = np.zeros(len(self.lines), dtype=np.bool_)
        found[self._lines_at(places)] = True
        return found

    def _lines_at(self, places: Places) -> Places:
        return np.searchsorted(self.starts, places, side="right") - 1

    def holding(self, *needles: str) -> Mask:
        """The lines in which one of these stands, in whatever case. `needles`: in small letters."""
        return self.lines_at(np.fromiter(chain.from_iterable(_places(self._lowered, n) for n in needles), np.intp))

    @cached_property
    def _lowered(self) -> str:
        lowered = self.text.lower()
        # A few capitals become two characters: then every place would be off.
        return lowered if len(lowered) == len(self.text) else "".join(c.lower()[:1] for c in self.text)

    def beginning_with(self, word: str) -> Mask:
        """The lines whose first word is this one."""
        found = np.zeros(len(self.lines), dtype=np.bool_)
        some = self.counts.nonzero()[0]
        words = map(self.words.__getitem__, self.bounds[some].tolist())
        found[some] = np.fromiter(map(word.__eq__, words), np.bool_, some.size)
        return found

    @cached_property
    def years(self) -> Mask:
        """The lines that hold four figures in a row, as all dates do that are looked for."""
        digit = (self.kinds & DIGIT) != 0
        return self.lines_at((digit[3:] & digit[2:-1] & digit[1:-2] & digit[:-3]).nonzero()[0])

    @cached_property
    def hits(self) -> dict[int, Sequence[Hit]]:
        """The phrases of the page vocabulary, by the lines that have some."""
        places = self._beginnings.nonzero()[0]
        of = self.line_of[places]
        begun: dict[int, list[int]] = {}
        for line, place in zip(of.tolist(), (places - self.bounds[of]).tolist(), strict=True):
            begun.setdefault(line, []).append(place)
        found = {line: page_vocabulary().hits(self.lines[line].words, places) for line, places in begun.items()}
        return {line: hits for line, hits in found.items() if hits}

    @cached_property
    def _beginnings(self) -> Mask:
        """The words with which a phrase may begin."""
        bits = self.bits
        alone = self.counts[self.line_of] == 1
        alone |= self.with_kind(FIGURE)[self.line_of]
        found: Mask = ((bits & PHRASE) != 0) | (((bits & ALONE) != 0) & alone)
        pairs = ((bits[:-1] & FIRST) != 0) & ((bits[1:] & SECOND) != 0) & (self.line_of[:-1] == self.line_of[1:])
        for i in which(pairs):
            if page_vocabulary().begins(self.words[i], self.words[i + 1]):
                found[i] = True
        return found


def sheet_of(lines: Sequence[Line]) -> Sheet:
    """`lines`, none of them empty, end to end."""
    texts, words = [line.text for line in lines], [line.words for line in lines]
    sizes = np.fromiter(map(len, texts), np.intp, len(texts)) + 1
    counts = np.fromiter(map(len, words), np.intp, len(words))
    starts, bounds = (np.concatenate(([0], np.cumsum(found, dtype=np.intp))) for found in (sizes, counts))
    return Sheet(lines, "".join(text + "\n" for text in texts), starts[:-1], list(chain.from_iterable(words)), bounds)


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)
