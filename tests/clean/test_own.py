import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.clean.lines import Line
from communique.clean.own import own_columns
from communique.clean.sheet import sheet_of
from communique.clean.words import cased

TEXT = st.text(st.sampled_from("aZé9٣½ǅß.。!?…\"”»)'’-|/ \u00a0漢İ") | st.characters(), min_size=1, max_size=40)


def own(*texts: str) -> list[dict[str, float]]:
    columns = own_columns(sheet_of([Line(text, 0, len(text)) for text in texts]))
    return [{name: values[i] for name, values in columns.items()} for i in range(len(texts))]


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=6))
def test_lines_end_to_end_are_measured_as_one_by_one(texts: list[str]) -> None:
    assert own(*texts) == [own(text)[0] for text in texts]


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_a_line_is_measured_as_patterns_would(text: str) -> None:
    (found,) = own(text)
    words = cased(text)
    sentences = re.findall(r"[.!?…。！？؟۔।][\"'”’»)]*(?:\s|$)|[。！？]", text)
    assert found["capitals"] == (sum(word[0].isupper() for word in words) / len(words) if words else 0.0)
    assert found["sentences"] == min(6, len(sentences))
    assert found["digits"] == len(re.findall(r"\d", text)) / len(text)
    assert found["upper"] == (found["words"] > 1 and text.isupper())
    assert (found["lower"], found["number_first"]) == (text[0].islower(), text[0].isdigit())


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Home | News | Sport", "separated", 1),
        ("a/b", "separated", 0),
        ("Write to desk@news.example", "address", 1),
        ("At 9:30", "dated", 1),
        ("In 1834 the old harbour of the town was built by hand, in nine years, of stone", "dated", 0),
        ("12 34", "no_letters", 1),
        ("your harbour", "you", 0.5),
        ("港 is", "cjk", 0.5),
        ("Read on […]", "ellipsis", 1),
    ],
)
def test_what_is_said_of_a_line(text: str, name: str, value: float) -> None:
    assert own(text)[0][name] == value
