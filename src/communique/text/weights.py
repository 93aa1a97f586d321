"""How much two texts have in common: TF-IDF over the stems of their words, those that few texts use first."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from communique.text.stems import stem, words_of

Vector = dict[str, float]
SHORTEST = 3
# As if so many more texts were there, none of which uses the word: else a word of all texts of a small collection
# would say nothing, and one of a single text everything.
BACKGROUND = 20
STOP = frozenset(
    "the and for with from was were been being has have had its his her hers him she they them their theirs that this "
    "these those which who whom whose will would shall should could can may might must said say says saying not but "
    "about after before more most than then also one two three new you your our ours out into onto over under what "
    "when where why how there here while during other others some such any all each both many much very own same only "
    "just now are did does done doing too because until against between through off again once few nor yet per via "
    "told tell tells according made make makes".split()
)


def counts(text: str, weight: int = 1) -> Counter[str]:
    """How often each stem stands in the text, `weight` times over; numbers, short and common words left out."""
    found = Counter(filter(None, map(_told, words_of(text))))
    for word in found if weight != 1 else ():
        found[word] *= weight
    return found


@lru_cache(maxsize=65536)
def _told(word: str) -> str:
    """The stem of a word that counts, else nothing."""
    return stem(word) if len(word) >= SHORTEST and word[0].isalpha() and word.lower() not in STOP else ""


def vectors(texts: Sequence[Mapping[str, int]]) -> list[Vector]:
    """A vector of length one for each text's counts."""
    used = Counter(word for text in texts for word in text)
    total = len(texts) + BACKGROUND
    return [_unit({w: (1 + math.log(n)) * math.log(total / (used[w] + 1)) for w, n in text.items()}) for text in texts]


def _unit(weights: Vector) -> Vector:
    length = math.sqrt(math.fsum(x * x for x in weights.values())) or 1.0
    return {word: x / length for word, x in sorted(weights.items())}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """What two vectors of length one have in common, from 0 to 1."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return math.fsum(x * large[word] for word, x in small.items() if word in large)
