"""Where to look for somebody of a name among the many people of an article."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract_iter

from communique.text.names import words

# `text.names.spelt_alike` holds no two words alike that are further apart, or shorter.
FURTHEST, SHORTEST = 2, 5


class Called:
    """People, as numbers, by the first and the last word of each name that they were given."""

    def __init__(self) -> None:
        self._by_word: dict[str, set[int]] = {}
        self._lasts: dict[int, dict[str, None]] = {}

    def add(self, number: int, name: str) -> None:
        """Makes somebody known by one more name."""
        own = words(name)
        for word in own[:1] + own[-1:]:
            self._by_word.setdefault(word, set()).add(number)
        if own and len(own[-1]) >= SHORTEST:
            self._lasts.setdefault(len(own[-1]), {})[own[-1]] = None

    def near(self, name: str) -> list[int]:
        """In the order of their numbers, all whom the name may be of: those with its first or its
        last word, and those whose last word is spelt nearly so."""
        own = words(name)
        if not own:
            return []
        wanted = {own[0], own[-1], *self._alike(own[-1])}
        return sorted(set().union(*(self._by_word.get(word, ()) for word in wanted)))

    def _alike(self, word: str) -> Iterator[str]:
        if len(word) < SHORTEST:
            return
        for length in range(len(word) - FURTHEST, len(word) + FURTHEST + 1):
            choices = self._lasts.get(length, {}).keys()
            for other, _, _ in extract_iter(word, choices, scorer=Levenshtein.distance, score_cutoff=FURTHEST):
                yield other
