"""What the grammar finds is what a record may hold: every unit, every field, through the record and back."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records.spans import Span
from communique.records.times import Time, TimeExpression, TimeMention
from communique.text.times import find, resolve, timex_value
from communique.text.times.calendar_rules import DAYS, PERIODS
from communique.text.times.feast_rules import FEASTS
from communique.text.times.intervals import civil
from communique.text.times.length_rules import DISTANCES, LENGTHS, SETS, VAGUE
from communique.text.times.lexicon import CLASSES
from communique.text.times.patterns import words_of

RULES = (*FEASTS, *DAYS, *PERIODS, *DISTANCES, *LENGTHS, *SETS, *VAGUE)
# Every word that some rule knows, months and weekdays with their capital, and numbers of every shape.
KNOWN = sorted({*words_of(rule.pattern for rule in RULES), *(word for table in CLASSES.values() for word in table)})
CAPITALS = [word.capitalize() for name in ("month", "weekday", "shortday") for word in CLASSES[name]]
NUMBERS = (
    "1 2 4 12 25 31 99 1789 1999 2022 2150 3rd 1st 22nd 1990s '80s 10:30 p.m. 1/2 Q3 2022-07-19 19/07/2022 1.5".split()
)
WORDS = st.lists(st.sampled_from([*KNOWN, *CAPITALS, *NUMBERS, *CAPITALS, *NUMBERS]), min_size=1, max_size=9)


def kept(mention: TimeMention) -> TimeMention:
    return msgspec.json.decode(msgspec.json.encode(mention), type=TimeMention)


@pytest.mark.parametrize(
    "words", ["seconds later", "30 seconds later", "two minutes later", "a fortnight ago", "three hours ago"]
)
def test_what_is_found_can_be_kept(words: str) -> None:
    for _, _, expression, _ in find(f"It was over {words}, they said."):
        assert msgspec.json.decode(msgspec.json.encode(expression), type=TimeExpression) == expression


@given(WORDS, st.dates(min_value=dt.date(1000, 1, 1)))
@settings(max_examples=600, deadline=None)
def test_whatever_is_found_goes_through_a_record_and_back(words: list[str], day: dt.date) -> None:
    text, written = " ".join(words), Time(earliest=str(day), latest=str(day), basis="given")
    for start, end, expression, _ in find(text):
        time = resolve(expression, written)
        span = Span(article="a", start=start, end=end, exact=text[start:end])
        mention = TimeMention(
            id="t", article="a", span=span, expression=expression, time=time, value=timex_value(expression, time)
        )
        assert kept(mention) == mention
        if time is not None:
            first, last = civil(time)
            assert first <= last
