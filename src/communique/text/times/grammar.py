"""Finding time expressions in a string."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from communique.records.times import TimeExpression
from communique.text.times.calendar_rules import DAYS, PERIODS
from communique.text.times.feast_rules import FEASTS
from communique.text.times.length_rules import DISTANCES, LENGTHS, SETS, VAGUE
from communique.text.times.lexemes import Lexeme, lex
from communique.text.times.nth_rules import NTH
from communique.text.times.patterns import Alphabet, Pattern, compiler
from communique.text.times.ranges import Candidate, ranges
from communique.text.times.rules import MACROS, Rule

RULES: tuple[Rule, ...] = (*FEASTS, *NTH, *DAYS, *PERIODS, *DISTANCES, *SETS, *LENGTHS, *VAGUE)


class Found(NamedTuple):
    """A time expression at `start` to `end` (exclusive). Of an interval that two expressions tell, `ends` are the
    stretches of its first and its last time."""

    start: int
    end: int
    expression: TimeExpression
    ends: tuple[tuple[int, int], ...] = ()


def find(text: str) -> list[Found]:
    """The time expressions of `text` in order, none overlapping another."""
    lexemes = lex(text)
    return [_found(each, lexemes) for each in ranges(longest(candidates(lexemes)), lexemes)]


def _found(chosen: Candidate, lexemes: Sequence[Lexeme]) -> Found:
    start, end = lexemes[chosen.first].start, lexemes[chosen.last - 1].end
    if chosen.cut is None:
        return Found(start, end, chosen.expression)
    first, last = chosen.cut
    ends = (start, lexemes[first - 1].end), (lexemes[last].start, end)
    return Found(start, end, chosen.expression, ends)


@cache
def _compiled() -> tuple[Alphabet, tuple[tuple[Rule, Pattern], ...]]:
    alphabet, compiled = compiler(MACROS, (rule.pattern for rule in RULES))
    return alphabet, tuple((rule, compiled(rule.pattern)) for rule in RULES)


def candidates(lexemes: Sequence[Lexeme]) -> Iterator[Candidate]:
    """Every reading of every rule."""
    alphabet, rules = _compiled()
    codes = alphabet.encode(lexemes)
    present = frozenset(codes)
    for rule, pattern in rules:
        if not pattern.may_match(present):
            continue
        for found in pattern.search(codes, lexemes):
            if _apart(lexemes, found.first) and rule.guard(lexemes, found.first, found.last):
                expression = rule.make({**found.values, **dict(rule.fixed)})
                if expression is not None:
                    yield Candidate(found.first, found.last, expression)


def _apart(lexemes: Sequence[Lexeme], first: int) -> bool:
    """Not the tail of a longer word or number: an address, a model, a file name."""
    return not first or lexemes[first].spaced or lexemes[first - 1].shape == "mark"


def longest(found: Iterator[Candidate]) -> list[Candidate]:
    """The longest readings that do not overlap, from the left; of equals the rule that stands first."""
    chosen: list[Candidate] = []
    for each in sorted(found, key=lambda c: (c.first, -c.last)):
        if not chosen or each.first >= chosen[-1].last:
            chosen.append(each)
    return chosen
