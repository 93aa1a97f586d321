"""Patterns over lexemes, compiled to regular expressions over one character for each lexeme.

A pattern is written as words and classes: `the? {edge} of {month} ,? {year}`. `{class}` matches one lexeme of that
class and keeps its meaning under the class's name (`{year:to}` under another), `<name>` stands for a macro, `_` for
any lexeme, `( | )` and `?` are as usual, `\\(` is a parenthesis, and `[ ]` mark the part that is the expression
where the pattern holds words around it. A pattern has no repetition, so that the search is linear.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from communique.text.times.lexemes import Lexeme
from communique.text.times.lexicon import CLASSES, SHAPES, Meaning
from communique.text.times.needed import needed

TERM = re.compile(
    r"\{(?P<name>\w+)(?::(?P<role>\w+))?\}|<(?P<macro>\w+)>|(?P<sign>[()|?\[\]])"
    r"|\\?(?P<word>(?<=\\)[()]|[^\s(){}<>|?\[\]\\]+)"
)
FIRST_CODE = 0xE000
Values = Mapping[str, Meaning]


class Found(NamedTuple):
    """A match: lexemes `first` to `last` (exclusive) and the meanings of its parts by role."""

    first: int
    last: int
    values: Values


class Pattern(NamedTuple):
    """A compiled pattern: `roles` names the meaning that each group holds, as (role, class); `needs` are sets of
    characters of which a text must have one each."""

    regex: re.Pattern[str]
    roles: tuple[tuple[str, str], ...]
    bracketed: bool
    needs: tuple[frozenset[str], ...] = ()

    def may_match(self, present: Set[str]) -> bool:
        """Whether a text of these characters has what every match needs."""
        return not any(need.isdisjoint(present) for need in self.needs)

    def search(self, codes: str, lexemes: Sequence[Lexeme]) -> Iterator[Found]:
        """Every match, leftmost first, none overlapping another."""
        for match in self.regex.finditer(codes):
            first, last = match.span("span") if self.bracketed else match.span()
            yield Found(first, last, dict(self._values(match, lexemes)))

    def _values(self, match: re.Match[str], lexemes: Sequence[Lexeme]) -> Iterator[tuple[str, Meaning]]:
        for number, (role, name) in enumerate(self.roles, start=1):
            at = match.start(f"g{number}")
            if at >= 0:
                yield role, meaning(name, lexemes[at])


def meaning(name: str, lexeme: Lexeme) -> Meaning:
    """What `lexeme` means as one of class `name`: its value as a number, or else its text."""
    if name in CLASSES:
        return CLASSES[name][lexeme.text]
    return lexeme.text if lexeme.value is None else lexeme.value


class Alphabet:
    """One character for each word that some pattern knows and for each size of number."""

    def __init__(self, words: Iterable[str]) -> None:
        known = dict.fromkeys([*words, *(word for table in CLASSES.values() for word in table)])
        self._codes = {word: chr(FIRST_CODE + n) for n, word in enumerate(known)}
        self._buckets: dict[tuple[str, ...], str] = {}
        for kind in "number decimal year ordinal fraction decade clock iso slashed quartered meridiem".split():
            for value in (0, 1, 2, 5, 6, 9 / 11, 11, 13, 25, 32, 1000, 2200, 1e9):
                self._bucket(_fits(kind, value))

    def encode(self, lexemes: Iterable[Lexeme]) -> str:
        """A character for each lexeme; "." where no pattern knows it."""
        return "".join(self._code(lexeme) for lexeme in lexemes)

    def charset(self, name: str) -> str:
        """The characters of a class, for use inside square brackets."""
        words = (self._codes[word] for word in CLASSES.get(name, ()))
        return "".join([*words, *(code for fits, code in self._buckets.items() if name in fits)])

    def word(self, word: str) -> str:
        """The character of a word."""
        return self._codes[word]

    def _code(self, lexeme: Lexeme) -> str:
        if lexeme.shape in ("word", "mark"):
            return self._codes.get(lexeme.text, ".")
        return self._buckets.get(_fits(lexeme.shape, lexeme.value or 0), ".")

    def _bucket(self, fits: tuple[str, ...]) -> None:
        if fits and fits not in self._buckets:
            self._buckets[fits] = chr(FIRST_CODE + len(self._codes) + len(self._buckets))


def _fits(shape: str, value: float) -> tuple[str, ...]:
    return tuple(
        name for name, (shapes, low, high) in SHAPES.items() if shape in shapes.split() and low <= value <= high
    )


def words_of(sources: Iterable[str]) -> Iterator[str]:
    """The words that stand in patterns as themselves."""
    for source in sources:
        yield from (term["word"] for term in TERM.finditer(source) if term["word"])


def compiler(macros: Mapping[str, str], sources: Iterable[str]) -> tuple[Alphabet, Callable[[str], Pattern]]:
    """The alphabet of all patterns, and what compiles one of them."""
    alphabet = Alphabet(words_of([*macros.values(), *sources]))

    def compiled(source: str) -> Pattern:
        roles: list[tuple[str, str]] = []
        regex = _regex(source, macros, alphabet, roles)
        return Pattern(re.compile(regex), tuple(roles), "[" in source, needed(regex))

    return alphabet, compiled


def _regex(source: str, macros: Mapping[str, str], alphabet: Alphabet, roles: list[tuple[str, str]]) -> str:
    parts = []
    for term in TERM.finditer(source):
        if term["macro"]:
            parts.append(f"(?:{_regex(macros[term['macro']], macros, alphabet, roles)})")
        elif term["name"]:
            roles.append((term["role"] or term["name"], term["name"]))
            parts.append(f"(?P<g{len(roles)}>[{alphabet.charset(term['name'])}])")
        elif term["word"]:
            parts.append("." if term["word"] == "_" else alphabet.word(term["word"]))
        else:
            parts.append({"(": "(?:", "[": "(?P<span>", "]": ")"}.get(term["sign"], term["sign"]))
    return "".join(parts)
