"""Stems and words."""

import pytest

from communique.text.stems import stem, word_spans


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("strengthening", "strengthened"),
        ("expanding", "expand"),
        ("countries", "country"),
        ("establishes", "established"),
        ("government's", "governments"),
        ("Reductions", "reduction"),
    ],
)
def test_forms_of_one_word(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize(("left", "right"), [("gas", "gate"), ("minister", "ministry"), ("40", "400")])
def test_two_words(left: str, right: str) -> None:
    assert stem(left) != stem(right)


def test_words_with_their_places() -> None:
    assert word_spans("It’s 4.5% of “A-B”.") == [
        (0, 4, "It’s"),
        (5, 9, "4.5%"),
        (10, 12, "of"),
        (14, 15, "A"),
        (16, 17, "B"),
    ]
