"""What another library takes for the article, as a vote on each line.

resiliparse costs a tenth of trafilatura's time. A vote of trafilatura beside it adds less than .001 to the body's F1 in
cross-validation, and takes more time than all the rest of the cleaner.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count, islice

import numpy as np
from numpy.typing import NDArray
from resiliparse.extract.html2text import extract_plain_text

from communique.clean.dom import Blocks
from communique.clean.lines import Line
from communique.clean.table import Column, Columns, column, shifted
from communique.clean.words import fold_words

RUN = 4
# Beyond these it takes too long: its time grows with the square of the nesting.
MAX_CHARS, MAX_LEVELS = 3_000_000, 120
_BITS = 16  # of a word's number, so that a run's four stand in one: of more different words the others are none
_Numbers = NDArray[np.uint64]


def votes(source: str, blocks: Blocks) -> Columns:
    """The share of each line's words that resiliparse keeps, and of its neighbours', as marks `vote_NAME`."""
    lines = blocks.lines
    if not lines or len(source) > MAX_CHARS or blocks.deepest > MAX_LEVELS:
        return {}
    valid = source.encode("utf-8", "replace").decode()  # half a surrogate pair is refused
    kept = extract_plain_text(valid, main_content=True, alt_texts=False, links=False, form_fields=False)
    return marks_of({"resiliparse": kept}, lines)


def marks_of(kept: Mapping[str, str], lines: Sequence[Line]) -> Columns:
    """The votes of libraries (name -> the text it keeps)."""
    marks: Columns = {}
    for name, text in kept.items():
        shares = _shares(text, lines)
        marks[f"vote_{name}"] = shares
        marks[f"vote_{name}_before"] = shifted(shares, -1, -1.0)
        marks[f"vote_{name}_next"] = shifted(shares, 1, -1.0)
    return marks


def _shares(kept: str, lines: Sequence[Line]) -> Column:
    """The share of each line's words that stand in a run of the kept text: all where it is a kept line, none where it
    is shorter than a run."""
    words_of = {line.text: line.words for line in lines}
    found = [words_of.get(line) or fold_words(line) for line in map(str.strip, kept.splitlines())]
    whole = set(found)
    shares = column(line.words in whole for line in lines)
    partly = [i for i in np.flatnonzero(shares == 0).tolist() if len(lines[i].words) >= RUN]
    if partly:
        shares[partly] = _covered([lines[i].words for i in partly], list(chain.from_iterable(found)))
    return shares


def _covered(some: Sequence[Sequence[str]], kept: Sequence[str]) -> Column:
    """The share of the words of each that stand in a run of the kept words. None is shorter than a run."""
    numbers: dict[str, int] = dict(zip(islice(dict.fromkeys(kept), (1 << _BITS) - 1), count(1), strict=False))
    # Words that are not kept, and the end of each of `some`, are 0, which no run has.
    ours = _numbered(numbers, chain.from_iterable((*words, "") for words in some))
    known = _runs(_numbered(numbers, kept))
    runs = _runs(ours)
    held = np.isin(runs, known) & _full(ours)
    covered = np.zeros(len(ours), np.bool_)
    for k in range(RUN):
        covered[k : k + len(held)] |= held
    ends = np.cumsum([len(words) + 1 for words in some])
    before = np.concatenate(([0], np.cumsum(covered)))
    return np.diff(before[np.concatenate(([0], ends))]) / [len(words) for words in some]


def _numbered(numbers: Mapping[str, int], words: Iterable[str]) -> _Numbers:
    return np.fromiter((numbers.get(word, 0) for word in words), np.uint64)


def _runs(words: _Numbers) -> _Numbers:
    """Each run of words as one number."""
    if len(words) < RUN:
        return words[:0]
    found = words[RUN - 1 :].copy()
    for k in range(RUN - 1):
        found |= words[k : len(words) - RUN + 1 + k] << np.uint64(_BITS * (RUN - 1 - k))
    return found


def _full(words: _Numbers) -> NDArray[np.bool_]:
    """Where a run begins that has no 0 in it."""
    found = words[RUN - 1 :] > 0
    for k in range(RUN - 1):
        found &= words[k : len(words) - RUN + 1 + k] > 0
    return found
