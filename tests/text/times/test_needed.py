import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.text.times.grammar import _compiled
from communique.text.times.lexemes import lex
from communique.text.times.needed import needed


@pytest.mark.parametrize(
    ("regex", "sets"),
    [
        ("ab?[cd]", ("a", "cd")),
        ("(?:a|b)c", ("ab", "c")),
        ("(?:a?|b)c", ("c",)),
        ("(?P<span>ab)?c", ("c",)),
        ("(?P<g1>[ab])(?:c(?:d|e)f?)", ("ab", "c", "de")),
        (".a", ("a",)),
        ("(?:.|a)b", ("b",)),
        ("a|b", ("ab",)),
    ],
)
def test_what_every_match_has(regex: str, sets: tuple[str, ...]) -> None:
    assert needed(regex) == tuple(map(frozenset, sets))


WORDS = "the on last of May Monday 3 2019 week a quarter century ago every 5 p . m . , - to Christmas day first".split()


@given(st.lists(st.sampled_from(WORDS), max_size=8))
@settings(max_examples=100)
def test_a_rule_that_is_passed_over_would_have_found_nothing(words: list[str]) -> None:
    lexemes = lex(" ".join(words))
    alphabet, rules = _compiled()
    codes = alphabet.encode(lexemes)
    passed = [pattern for _, pattern in rules if not pattern.may_match(frozenset(codes))]
    assert not any(re.search(pattern.regex, codes) for pattern in passed)
