"""What a denial denies: "not" changes what is said only where what it denies stands in both wordings."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from communique.records.spans import Span

_DENIES = frozenset(("not", "no", "never", "none", "cannot", "without", "nor", "no one", "nobody"))
# What may stand with the denial of a word that both sides have: "did not open", "opened".
HELPING = frozenset(
    "do does did will would can could shall should may might must is are was were be been being has have had any "
    "some ever again yet longer".split()
)
SMALL = frozenset("a an the of in on at to for from by with and or that this these those its their his our".split())
_PAUSE = re.compile(r"[,;:.!?–—]")
_NEW_CLAUSE = frozenset("but because although though while whereas unless until".split())


class Word(NamedTuple):
    """A word of a rendering at its place in the article."""

    start: int
    end: int
    text: str
    key: str


type Stretch = tuple[bool, Sequence[Word], Sequence[Word]]


class Denial(NamedTuple):
    """A word that denies, with the words of its clause that it denies; the number of each among the words that both
    sides have, None for one that stands on this side alone; and whether the other side denies one of these too."""

    word: Word
    denied: tuple[Word, ...]
    numbers: tuple[int | None, ...] = ()
    answered: bool = False

    @property
    def shared(self) -> frozenset[int]:
        """What it denies that both sides have."""
        return frozenset(number for number in self.numbers if number is not None)

    @property
    def differs(self) -> bool:
        """Whether one side denies what the other says."""
        return bool(self.shared) and not self.answered

    @property
    def added(self) -> bool:
        """Whether it denies the very next word that both sides have, and so changes it whatever stands with it."""
        return self.differs and self.numbers[0] is not None


def denies(word: str) -> bool:
    """Whether a word denies ("didn't" as well)."""
    return word.lower() in _DENIES or word.lower().endswith(("n't", "n’t"))


def denials(left: Span, right: Span, rows: Sequence[Stretch]) -> tuple[dict[int, Denial], dict[int, Denial]]:
    """The denials of each side by the place of the word. One makes no difference where what it denies stands on that
    side alone ("will not be a matter of weeks, it will last" beside "it will last"), or where the other side denies it
    too, in other words ("not aimed at any country", "aimed at no country")."""
    mine, theirs = _denials(left, rows, 0), _denials(right, rows, 1)
    for n, denial in enumerate(mine):
        for m, other in enumerate(theirs):
            if not other.answered and denial.shared & other.shared:
                mine[n], theirs[m] = denial._replace(answered=True), other._replace(answered=True)
                break
    return {d.word.start: d for d in mine}, {d.word.start: d for d in theirs}


def denied_before(span: Span, words: Sequence[Word], start: int, end: int) -> Denial | None:
    """The denial before `words[start:end]`, in the same clause, that takes in one of them."""
    for n, clause in _clauses(span, words):
        if n < start:
            whole = takewhile(lambda pair: pair[1].text.lower() != "and", clause)
            inside = tuple(w for i, w in whole if start <= i < end and _tells(w))
            if inside:
                return Denial(words[n], inside)
    return None


def _denials(within: Span, rows: Sequence[Stretch], side: int) -> list[Denial]:
    """Denials that deny something: one with no word of weight in its clause is left to the words around it."""
    words, numbers = list[Word](), list[int | None]()
    shared = 0
    for equal, *sides in rows:
        for word in sides[side]:
            words.append(word)
            numbers.append(shared if equal else None)
            shared += equal
    found = []
    for n, clause in _clauses(within, words):
        weighty = [(i, word) for i, word in clause if _tells(word)]
        if weighty:
            denied = tuple(word for _, word in weighty)
            found.append(Denial(words[n], denied, tuple(numbers[i] for i, _ in weighty)))
    return found


def _clauses(within: Span, words: Sequence[Word]) -> list[tuple[int, list[tuple[int, Word]]]]:
    """Each word that denies, by number, with what stands behind it in its clause."""
    pauses = {
        i
        for i, (one, other) in enumerate(pairwise(words), 1)
        if _PAUSE.search(within.exact, one.end - within.start, other.start - within.start)
        or other.text.lower() in _NEW_CLAUSE
    }
    found = []
    for n, word in enumerate(words):
        if denies(word.text):
            # "not, whatever comes, open": what stands between two pauses is skipped.
            first = next((i for i in range(n + 2, len(words)) if i in pauses), n + 1) if n + 1 in pauses else n + 1
            end = next((i for i in range(first + 1, len(words)) if i in pauses), len(words))
            found.append((n, [(i, words[i]) for i in range(first, end)]))
    return found


def _tells(word: Word) -> bool:
    """Whether a word says something by itself."""
    text = word.text.lower()
    return text not in SMALL and text not in HELPING and not denies(text)
