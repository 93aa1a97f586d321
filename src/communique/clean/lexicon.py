"""What each word is to the classifier, as bits: a page's words are looked up all at once, in one table."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from communique.clean.press import press
from communique.clean.vocabulary import all_function_words, function_words, page_vocabulary
from communique.clean.words import fold_words

Bits = NDArray[np.int64]
(SMALL, YOU, PHRASE, ALONE, FIRST, SECOND, NAME) = (1 << bit for bit in range(7))
LANGUAGES = 8  # the bit of the first language that has the word as a small one, and on from there
_YOU = frozenset(("you", "your", "we", "our", "us"))


def bits_of(words: Sequence[str]) -> Bits:
    """The bits of each of `words`, folded ones; 0 for those that stand in no table."""
    return np.fromiter(map(_listed().get, words, repeat(0)), np.int64, len(words))


@cache
def languages() -> tuple[str, ...]:
    """The languages whose small words are known, in the order of their bits."""
    return tuple(sorted(function_words()))


@cache
def _listed() -> dict[str, int]:
    """The bits of the words that stand in some table."""
    vocabulary = page_vocabulary()
    tables: list[tuple[int, Iterable[str]]] = [
        (SMALL, all_function_words()), (YOU, _YOU), (PHRASE, vocabulary.anywhere), (ALONE, vocabulary.alone),
        (FIRST, vocabulary.firsts), (SECOND, vocabulary.seconds), (NAME, _name_words()),
        *((1 << (LANGUAGES + n), function_words()[name]) for n, name in enumerate(languages())),
    ]  # fmt: skip
    found: dict[str, int] = {}
    for bit, words in tables:
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


@cache
def _name_words() -> frozenset[str]:
    """What a line that names an agency or a seller of pictures has: its first word, or what it calls itself."""
    names = press().agencies | press().pictures
    return frozenset(word for name in names for word in fold_words(name)[:1]) | {"agency", "service"}
