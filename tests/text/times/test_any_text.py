"""Any words of the grammar, any characters and lines of any length are read: nothing crashes, overlaps or hangs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records.times import Time
from communique.text.times import find, resolve, timex_value
from communique.text.times.grammar import RULES
from communique.text.times.lexicon import CLASSES
from communique.text.times.patterns import words_of
from communique.text.times.rules import MACROS

VOCABULARY = [
    *sorted(words_of([*MACROS.values(), *(rule.pattern for rule in RULES)])),
    *(word for table in CLASSES.values() for word in table),
    *"1 2 5 12 30 31 2019 1st 30th 10:30 24:00 2021-02-30 2020/02/29 9999-12-31 0001-01-01".split(),
    *"1990s '80s Q4 9/11 pm".split(),
]
ENDS = [None, *(Time(earliest=day, latest=day, basis="given") for day in ("0001-01-01", "2020-02-29", "9999-12-31"))]


@given(st.lists(st.sampled_from(VOCABULARY), max_size=8), st.sampled_from(ENDS), st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_words_of_the_grammar_are_read(words: list[str], reference: Time | None, capital: bool) -> None:
    text = " ".join(words).title() if capital else " ".join(words)
    for each in find(text):
        time = resolve(each.expression, reference)
        timex_value(each.expression, time)
        assert time is None or time.earliest <= time.latest


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-:/'’\"“(\n\u00a0Maypmonday the of last19July year٣²")))
@settings(max_examples=300)
def test_any_text_is_read_without_overlap(text: str) -> None:
    ends = [0]
    for start, end, _, _ in find(text):
        assert ends[-1] <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        ends.append(end)


@pytest.mark.parametrize("part", ["on May 3, ", "the last two ", "1,", "a ", "(“", "10:10:", "year's "])
def test_long_lines_take_linear_time(part: str) -> None:
    find(part * 3000)
