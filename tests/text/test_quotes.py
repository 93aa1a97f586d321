"""Quotation marks of all kinds, in sentences of our own."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text.quotes import MARK, find, find_all, outermost


def inside(text: str) -> list[str]:
    return [text[q.inner : q.stop] for q in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “the boat is in” and left.", ["the boat is in"]),
        ('She said "yes" and "no."', ["yes", "no."]),
        ("Il dit « oui » puis «non».", [" oui ", "non"]),
        ("Er sagte „ja“ und »nein«.", ["ja", "nein"]),
        ("Powiedział „tak” i poszedł.", ["tak"]),
        ("他说「好」、又说『不』。", ["好", "不"]),
        ("''Never,'' he said. ``Ever,'' she said.", ["Never,", "Ever,"]),
        ("‘‘One’’ and “two’’", ["One", "two"]),
        ('"Opened straight,” she said, “closed straight,"', ["Opened straight,", "closed straight,"]),
        ("“Closed by its own kind.“ he said", ["Closed by its own kind."]),
        ("— We are ready, — said the mayor. — Go.", ["We are ready,"]),
    ],
)
def test_marks_of_any_kind(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crews' boats aren't the captain's.", []),
        ("‘It is the crews’ turn,’ he said.", ["It is the crews’ turn,"]),
        ("Back in the '90s, 'til the end, rock 'n' roll.", []),
        ("He's said 'yes' to the captain's plan.", ["yes"]),
        ("A 6\" pipe and a 4' board", []),
    ],
)
def test_apostrophes_are_told_from_single_marks(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_nested_quotations_have_a_depth() -> None:
    text = "“He told me ‘never’ twice,” she said."
    assert [(text[q.inner : q.stop], q.depth) for q in find(text)] == [("He told me ‘never’ twice,", 0), ("never", 1)]
    assert [q.depth for q in outermost(find(text))] == [0]


def test_an_unclosed_quotation_costs_that_stretch_only() -> None:
    text = "“We go on. It is late. “We stay,” she said."
    assert [(text[q.inner : q.stop], q.closed) for q in find(text)] == [
        ("We go on. It is late. ", False),
        ("We stay,", True),
    ]
    assert inside("He said: “It ends here.") == ["It ends here."]


def test_a_speech_goes_on_where_the_next_paragraph_opens_again() -> None:
    first, second, third = "“One day we go.", "“Then we rest,” he said.", "“Alone"
    text = "\n".join((first, second, third))
    bounds = [(0, len(first)), (len(first) + 1, len(first) + 1 + len(second)), (len(text) - len(third), len(text))]
    assert [(text[q.inner : q.stop], q.continues) for q in find_all(text, bounds)] == [
        ("One day we go.", True),
        ("Then we rest,", False),
        ("Alone", False),
    ]


@given(st.text(alphabet="ab .,’‘“”\"'«»„`—\n", max_size=60))
def test_any_text_gives_ordered_stretches_with_marks_at_their_edges(text: str) -> None:
    found = find(text)
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
    for quotation in found:
        assert 0 <= quotation.start < quotation.inner <= quotation.stop <= quotation.end <= len(text)
        assert MARK.match(text, quotation.start) or text[quotation.start] in "—–―"


@pytest.mark.parametrize("piece", ['"', "“", "'", "‘a ’", '"a ', "“a ‘b ", "''", "— A, — b ", "s’ "])
def test_time_grows_with_the_length(piece: str) -> None:
    began = time.perf_counter()
    find(piece * 20_000)
    assert time.perf_counter() - began < 2
