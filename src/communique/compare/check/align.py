"""Laying the words of a quotation beside those of a recorded remark, which may hold more before, between and after."""

from collections.abc import Sequence
from typing import NamedTuple

from communique.merge.utterances.denials import Stretch, Word
from communique.merge.wording import STOP

# What a step of the alignment is worth: the same word, one of the same meaning, one in another's place, a word that
# only the quotation has, a word that only the remark has. Small words tell little.
SAME, MEANT, INSTEAD, ADDED, LEFT_OUT = 2.0, 1.4, -0.5, -0.6, -0.2
SMALL = 0.25
# Longer texts are laid beside each other up to here.
MOST_WORDS = 600


class Alignment(NamedTuple):
    """`pairs` of places in the quotation and in the remark, -1 where only one has a word; from the first to the last
    word of the remark that the quotation has."""

    pairs: tuple[tuple[int, int], ...]

    @property
    def window(self) -> tuple[int, int]:
        """The first place in the remark and the one behind the last; (0, 0) where nothing stands in both."""
        theirs = [j for _, j in self.pairs if j >= 0]
        return (theirs[0], theirs[-1] + 1) if theirs else (0, 0)


def align(asked: Sequence[Word], told: Sequence[Word]) -> Alignment:
    """The best way to find the words of `asked`, in order, in a stretch of `told`."""
    asked, told = asked[:MOST_WORDS], told[:MOST_WORDS]
    rows, steps = _scores(asked, told)
    last = rows[-1]
    j = max(range(len(last)), key=lambda n: (last[n], -n))
    return Alignment(_trimmed(_path(steps, len(asked), j), asked, told))


def _worth(mine: Word, theirs: Word) -> float:
    if mine.key != theirs.key:
        return INSTEAD
    weight = SMALL if mine.text.lower() in STOP else 1.0
    return weight * (SAME if same(mine, theirs) else MEANT)


def _scores(asked: Sequence[Word], told: Sequence[Word]) -> tuple[list[list[float]], list[str]]:
    """The best score for each beginning of both; and for each row the step taken: "=" both, "a" only the quotation,
    "t" only the remark. What stands in the remark before and behind costs nothing."""
    rows, steps = [[0.0] * (len(told) + 1)], ["t" * (len(told) + 1)]
    for i, mine in enumerate(asked, 1):
        above, row, taken = rows[-1], [i * ADDED], ["a"]
        for j, theirs in enumerate(told, 1):
            both = above[j - 1] + _worth(mine, theirs)
            mine_only, theirs_only = above[j] + ADDED, row[j - 1] + (LEFT_OUT if i < len(asked) else ADDED)
            best = max(both, mine_only, theirs_only)
            row.append(best)
            taken.append("=" if best == both else "a" if best == mine_only else "t")
        rows.append(row)
        steps.append("".join(taken))
    return rows, steps


def _path(steps: Sequence[str], i: int, j: int) -> list[tuple[int, int]]:
    found = []
    while i:
        step = steps[i][j]
        found.append((i - 1 if step != "t" else -1, j - 1 if step != "a" else -1))
        i, j = i - (step != "t"), j - (step != "a")
    return found[::-1]


def _trimmed(
    path: Sequence[tuple[int, int]], asked: Sequence[Word], told: Sequence[Word]
) -> tuple[tuple[int, int], ...]:
    """The path without words of the remark before the first and behind the last that stand in both."""
    met = [n for n, (i, j) in enumerate(path) if i >= 0 and j >= 0 and asked[i].key == told[j].key]
    if not met:
        return tuple((i, -1) for i, _ in path if i >= 0)
    kept = []
    for n, (i, j) in enumerate(path):
        outside = n < met[0] or n > met[-1]
        if i >= 0 or not outside:
            kept.append((i, j if not outside or _beside(n, met) else -1))
    return tuple(kept)


def _beside(n: int, met: Sequence[int]) -> bool:
    """Words in another's place right before the first or behind the last belong to what is compared."""
    return n == met[0] - 1 or n == met[-1] + 1


def same(mine: Word, theirs: Word) -> bool:
    """Whether two words are one, whatever their case and the form of their apostrophe."""
    return mine.text.lower().replace("’", "'") == theirs.text.lower().replace("’", "'")


def stretches(alignment: Alignment, asked: Sequence[Word], told: Sequence[Word]) -> list[Stretch]:
    """Words of one meaning on both sides, and what stands on either side between them, in order."""
    found: list[tuple[bool, list[Word], list[Word]]] = []
    for i, j in alignment.pairs:
        equal = i >= 0 and j >= 0 and asked[i].key == told[j].key
        if not found or found[-1][0] != equal:
            found.append((equal, [], []))
        if i >= 0:
            found[-1][1].append(asked[i])
        if j >= 0:
            found[-1][2].append(told[j])
    return [(equal, a, b) for equal, a, b in found]
