"""Names that stand for table rows: exact look-up, and finding them in a text.

Case, diacritics, hyphens, a leading "the" and a possessive ending are folded. Acronyms of up to three letters
match in capitals only ("US", "U.S.", never "us"), longer ones also capitalised ("Nato"). An index of proper names
wants a capital wherever the name has one ("turkey" is a bird). Rows may mark further names that need a capital, or, of
acronyms, nothing but capitals ("Guam" is an island).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W_]+(?:\+[^\W_]+)*(?:\+(?!\w))?")
_GAP = re.compile(r"[ \u00a0'\u2019\u2018`.&/+\u2010\u2011\u2013-]{1,3}")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"})
_POSSESSIVE = ("'s", "\u2019s")


class Word(NamedTuple):
    """A word of a text: where it stands, as written, and folded."""

    start: int
    end: int
    raw: str
    folded: str


def fold(text: str) -> str:
    """`text` in lower case, without diacritics."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_LETTERS)


def words(text: str) -> list[Word]:
    """The words of a text; a dotted acronym ("U.S.") is one word without its dots."""
    found = []
    for match in _WORD.finditer(text):
        raw = match.group().replace(".", "")
        found.append(Word(match.start(), match.end(), raw, fold(raw)))
    return found


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """The folded words of a name, without a leading "the" and a possessive ending, joined by spaces."""
    return " ".join(key_words(text))


def key_words(text: str) -> list[str]:
    """The folded words of a name; see `key`."""
    found = [word.replace(".", "") for word in _WORD.findall(fold(text))]
    if len(found) > 1 and found[0] == "the":
        del found[0]
    if len(found) > 1 and text.rstrip().endswith(_POSSESSIVE):
        del found[-1]
    return found


def first_word(text: str) -> str:
    """The first word of a name as written, "the" passed over."""
    found = _WORD.findall(text)
    start = 1 if len(found) > 1 and found[0].lower() == "the" else 0
    return found[start].replace(".", "") if found else ""


def is_acronym(name: str) -> bool:
    """Whether a name is one word in capitals, short enough to be an acronym."""
    plain = name.replace(".", "")
    return plain.isalnum() and plain.isupper() and len(plain) <= 6


class _Entry[T](NamedTuple):
    """One name of one row, as words; `strict` says how its letters must be written."""

    words: tuple[str, ...]
    strict: str
    row: T


def _strictness(name: str, capital: Collection[str], proper: bool) -> str:
    if is_acronym(name):
        return "upper" if len(name.replace(".", "")) <= 3 or name in capital else "title"
    return "title" if name in capital or (proper and first_word(name)[:1].isupper()) else "any"


def _written(raw: str, strict: str) -> bool:
    if strict == "any":
        return True
    return raw.isupper() or (strict == "title" and raw[:1].isupper())


class NameIndex[T]:
    """Rows by their names. Built once, never changed after."""

    def __init__(self, pairs: Iterable[tuple[str, T]], capital: Collection[str] = (), *, proper: bool = False) -> None:
        """`pairs` are (name, row); `capital` are the names that count only when capitalised; `proper`: all that are
        written so are."""
        self._exact: dict[str, list[_Entry[T]]] = {}
        for name, row in pairs:
            self._add(_Entry(tuple(key_words(name)), _strictness(name, capital, proper), row))

    def _add(self, entry: _Entry[T]) -> None:
        same = self._exact.setdefault(" ".join(entry.words), [])
        if not any(other.strict == entry.strict and other.row == entry.row for other in same):
            same.append(entry)

    @cached_property
    def _firsts(self) -> dict[str, list[_Entry[T]]]:
        """The entries by their first word, longest first. Made when a text is first searched."""
        firsts: dict[str, list[_Entry[T]]] = {}
        for entries in self._exact.values():
            for entry in entries:
                if entry.words:
                    firsts.setdefault(entry.words[0], []).append(entry)
        for entries in firsts.values():
            entries.sort(key=lambda entry: -len(entry.words))
        return firsts

    def all(self, text: str) -> tuple[T, ...]:
        """Every row that `text` may name, in table order."""
        entries = self._exact.get(key(text))
        if not entries:
            return ()
        raw = first_word(text)
        return _unique(entry.row for entry in entries if _written(raw, entry.strict))

    def get(self, text: str) -> T | None:
        """The one row that `text` names; None where there is none, or more than one."""
        rows = self.all(text)
        return rows[0] if len(rows) == 1 else None

    def find(self, text: str) -> list[tuple[int, int, tuple[T, ...]]]:
        """(start, end, rows) of each name in a text, longest first, none inside another, in text order."""
        found, position, listed = [], 0, words(text)
        while position < len(listed):
            size, rows = self._longest(text, listed, position)
            if rows:
                found.append((listed[position].start, listed[position + size - 1].end, rows))
            position += size
        return found

    def _longest(self, text: str, listed: list[Word], position: int) -> tuple[int, tuple[T, ...]]:
        size, rows = 1, []
        for entry in self._firsts.get(listed[position].folded, ()):
            if len(entry.words) < size:
                break
            if _written(listed[position].raw, entry.strict) and _follows(text, listed, position, entry.words):
                size = len(entry.words)
                rows.append(entry.row)
        return size, _unique(rows)

    def names(self) -> Iterator[str]:
        """Every name, folded, in table order."""
        return iter(self._exact)


def _follows(text: str, listed: list[Word], position: int, name: tuple[str, ...]) -> bool:
    if len(listed) - position < len(name):
        return False
    for step, folded in enumerate(name):
        word = listed[position + step]
        if word.folded != folded:
            return False
        if step and not _GAP.fullmatch(text, listed[position + step - 1].end, word.start):
            return False
    return True


def _unique[T](rows: Iterable[T]) -> tuple[T, ...]:
    """Rows without repetition, in order. Rows are few: they need not be hashable."""
    kept: list[T] = []
    for row in rows:
        if row not in kept:
            kept.append(row)
    return tuple(kept)
