"""How alike two articles are as a whole: whether undated pages report the same news."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from communique.merge.wording import STOP, Weights
from communique.records.articles import Article
from communique.text.names import folded

_WORD = re.compile(r"[^\W\d_]{3,}")
# Cosines of articles on one story lie above, of articles on two stories of the same people below.
APART, ALIKE = 0.15, 0.25


class Stories:
    """The articles' words, weighed when they are first asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {a.id: a for a in articles}
        self._known: dict[tuple[str, str], float] = {}
        self._vectors: dict[str, tuple[dict[str, float], float]] = {}

    def alike(self, left: str, right: str) -> float:
        """From 0, other news, to 1, the same; 0 for an article that is not here."""
        key = (left, right) if left < right else (right, left)
        if key not in self._known:
            cosine = self._cosine(*key) if left in self._articles and right in self._articles else 0.0
            self._known[key] = round(min(1.0, max(0.0, (cosine - APART) / (ALIKE - APART))), 4)
        return self._known[key]

    def _cosine(self, left: str, right: str) -> float:
        (few, short), (many, long) = sorted((self._vector(left), self._vector(right)), key=lambda row: len(row[0]))
        shared = sum(weight * many[word] for word, weight in few.items() if word in many)
        return shared / (short * long) if short and long else 0.0

    def _vector(self, article: str) -> tuple[dict[str, float], float]:
        if article not in self._vectors:
            weighed = {w: n * self._weights.of(w) for w, n in _counts(self._articles[article]).items()}
            self._vectors[article] = weighed, math.sqrt(sum(v * v for v in weighed.values()))
        return self._vectors[article]

    @cached_property
    def _weights(self) -> Weights:
        # Counted once more for those that are compared: all kept would be the texts once more in memory.
        return Weights(_distinct(a) for _, a in sorted(self._articles.items()))


def _counts(article: Article) -> Mapping[str, float]:
    counted = Counter(w for w in _WORD.findall(folded(article.text)) if w not in STOP)
    return {word: 1 + math.log(n) for word, n in counted.items()}


def _distinct(article: Article) -> set[str]:
    return set(_WORD.findall(folded(article.text))) - STOP
