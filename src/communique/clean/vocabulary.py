"""The words by which pages mark what is not the article, and the small words of running text."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from communique.clean.words import KEPT, SHORT, fold_words
from communique.records.base import Row

How = Literal["is", "starts", "has", "parts", "announces"]
_KINDS: tuple[How, ...] = ("is", "starts", "has", "parts", "announces")
_WHOLE: frozenset[How] = frozenset(("is", "announces"))  # the line must be the phrase and nothing else

_Entry = tuple[tuple[str, ...], str, How]


class Hit(Row, frozen=True):
    """A phrase of the table found in a line: whose role it marks, how, at which words."""

    role: str
    how: How
    first: int
    count: int
    phrase: tuple[str, ...]


class Vocabulary:
    """The table, indexed by the first word or two of each phrase so that a line is read once."""

    def __init__(self, table: dict[str, dict[str, Any]]) -> None:
        self._single: dict[str, list[_Entry]] = {}
        self._longer: dict[tuple[str, str], list[_Entry]] = {}
        for role, rows in sorted(table.items()):
            for how in _KINDS:
                for phrase in rows.get(how, ()):
                    words = fold_words(str(phrase))
                    if len(words) == 1:
                        self._single.setdefault(words[0], []).append((words, role, how))
                    else:
                        self._longer.setdefault((words[0], words[1]), []).append((words, role, how))
        alone = frozenset(word for word, rows in self._single.items() if all(how in _WHOLE for *_, how in rows))
        self.alone, self.anywhere = alone, frozenset(self._single) - alone
        self.firsts, self.seconds = (frozenset(pair[part] for pair in self._longer) for part in (0, 1))

    def begins(self, first: str, second: str) -> bool:
        """Whether a phrase begins with these two words."""
        return (first, second) in self._longer

    def hits(self, words: Sequence[str], places: Iterable[int] | None = None) -> Sequence[Hit]:
        """Every phrase in `words` that stands as its kind asks: alone, first, or anywhere. `places`: where one
        may begin, in order, if that is known."""
        found = [
            (i, entry)
            for i in (range(len(words)) if places is None else places)
            for entry in self._entries(words, i)
            if tuple(words[i : i + len(entry[0])]) == entry[0]
        ]
        if not found:
            return ()
        letters = [i for i, word in enumerate(words) if not word.isdigit()]
        return [
            Hit(role, how, i, len(phrase), phrase)
            for i, (phrase, role, how) in found
            if letters and _stands(how, i, len(phrase), letters)
        ]

    def _entries(self, words: Sequence[str], i: int) -> Sequence[_Entry]:
        """The phrases that begin with the word at `i`, or with it and the next."""
        single = self._single.get(words[i], ())
        longer = self._longer.get((words[i], words[i + 1]), ()) if i + 1 < len(words) else ()
        return [*single, *longer] if single and longer else single or longer


def _stands(how: How, first: int, count: int, letters: list[int]) -> bool:
    if how in _WHOLE:
        return first == letters[0] and letters[-1] == first + count - 1 and len(letters) == count
    return how != "starts" or first == letters[0]


def _load(name: str) -> Any:
    return yaml.safe_load((files("communique.clean") / "data" / name).read_text("utf-8"))


@cache
def page_vocabulary() -> Vocabulary:
    """The reviewed table `data/page_words.yaml`."""
    return Vocabulary(_load("page_words.yaml"))


def hits_in(text: str) -> Sequence[Hit]:
    """The phrases of the page vocabulary in `text`."""
    return _short_hits(text) if len(text) <= SHORT else page_vocabulary().hits(fold_words(text))


@lru_cache(maxsize=KEPT)
def _short_hits(text: str) -> Sequence[Hit]:
    return page_vocabulary().hits(fold_words(text))


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Language to its commonest small words, from `data/function_words.yaml`."""
    return {str(code): frozenset(map(str, words)) for code, words in _load("function_words.yaml").items()}


@cache
def all_function_words() -> frozenset[str]:
    """The small words of every language of the table."""
    return frozenset().union(*function_words().values())


@cache
def month_numbers() -> dict[str, int]:
    """Every form of a month's name to its number, from `data/months.yaml`; forms two languages use for
    different months ("listopad") are left out."""
    found: dict[str, set[int]] = {}
    for rows in _load("months.yaml").values():
        for number, name in enumerate(rows["names"], start=1):
            found.setdefault(name, set()).add(number)
        for number, forms in rows["forms"].items():
            for form in forms:
                found.setdefault(form, set()).add(int(number))
    return {form: next(iter(numbers)) for form, numbers in found.items() if len(numbers) == 1}
