"""Names of persons as strings: folding, and whether two may be the same person's."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_NOT_LETTERS = re.compile(r"[^\w\s]+")
PARTICLES = frozenset("al el bin ibn bint abu van von der den de da di du la le dos of the".split())
SUFFIXES = frozenset("jr sr ii iii iv".split())


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` without case, diacritics and marks, words one space apart."""
    return folded(name)


def folded(name: str) -> str:
    """The same of what is long, or asked once: it is not kept."""
    plain = name if name.isascii() else _plain(unicodedata.normalize("NFKD", name))
    return " ".join(_NOT_LETTERS.sub(" ", plain.replace("'s", "").replace("’s", "")).casefold().split())


def _plain(name: str) -> str:
    """Without combining characters."""
    marks = [char for char in set(name) if unicodedata.combining(char)]
    return name.translate(dict.fromkeys(map(ord, marks))) if marks else name


def words(name: str) -> list[str]:
    """The folded words of a name that tell persons apart: no particles, no "Jr"."""
    return list(_words(name))


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    all_words = fold(name).split()
    telling = [w for w in all_words if w not in PARTICLES and w not in SUFFIXES]
    return tuple(telling or all_words)


def same_person(full: str, other: str) -> bool:
    """Whether `other` may name the person called `full` in one text: equal, its last words, its first word
    where that is no other's ("Xi" of "Xi Jinping"), or a full name that differs in spelling alone."""
    left, right = words(full), words(other)
    if not left or not right:
        return False
    if len(right) > len(left):
        left, right = right, left
    if len(right) == 1:
        return right[0] in (left[-1], left[0])
    if right == left[-len(right) :]:
        return True
    if not spelt_alike(left[-1], right[-1]) or middles_differ(left, right):
        return False
    return spelt_alike(left[0], right[0]) or initial(left[0], right[0])


def middles_differ(left: list[str], right: list[str]) -> bool:
    """Whether the middle names of two full names, in words, contradict by an initial: "Robert W." and "Robert A."."""
    if len(left) != 3 or len(right) != 3 or min(len(left[1]), len(right[1])) > 1:
        return False
    return left[1][:1] != right[1][:1]


def initial(left: str, right: str) -> bool:
    """Whether one is the other's initial."""
    return min(len(left), len(right)) == 1 and left[:1] == right[:1]


def spelt_alike(left: str, right: str) -> bool:
    """Equal, or a transliteration apart: "Ebrahim" and "Ibrahim", "Erdogan" and "Erdoğan"; never short words."""
    if left == right:
        return True
    shorter = min(len(left), len(right))
    return shorter >= 5 and Levenshtein.distance(left, right, score_cutoff=2) <= (1 if shorter < 7 else 2)
