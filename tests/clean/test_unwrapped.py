"""Captures whose lines somebody broke at a column."""

import textwrap

import pytest
from tests.clean.pages import BODY, TITLE, capture

from communique.clean import clean
from communique.clean.unwrapped import unwrapped

TOP, FOOT = ("Volta Post", "3 March 2021"), ("Related articles", "Harbour strike enters its second week")
PAGE = "\n\n".join((*TOP, TITLE, *BODY, *FOOT))


def wrapped(text: str, column: int, newline: str = "\n") -> str:
    return text and newline.join(newline.join(textwrap.wrap(line, column)) for line in text.split("\n"))


@pytest.mark.parametrize("column", [55, 72, 90])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_article_is_the_same_and_stands_where_it_says(column: int, newline: str) -> None:
    text = wrapped(PAGE, column, newline)
    article, plain = clean(capture(text)), clean(capture(PAGE))
    shown = [(p.role, " ".join(p.text.split())) for p in article.paragraphs]
    assert shown == [(p.role, p.text) for p in plain.paragraphs]
    assert all(text[p.capture_start : p.capture_end] == p.text for p in article.paragraphs)
    assert all(article.text[p.start : p.end] == p.text for p in article.paragraphs if p.start is not None)
    assert article.origin == plain.origin
    assert article.title is not None
    assert article.title.value == TITLE


def test_every_character_keeps_its_place() -> None:
    text = wrapped(PAGE, 60, "\r\n")
    assert len(unwrapped(text)) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, unwrapped(text), strict=True))


def test_paragraphs_without_a_blank_line_between_end_where_there_is_room() -> None:
    text = "\n".join(line for one in BODY for line in textwrap.wrap(one, 60))
    assert [" ".join(line.split()) for line in unwrapped(text).split("\n")] == list(BODY)


ITEMS = [f"o service for lorries and their drivers at the border {n} of many" for n in range(12)]


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "\n".join(BODY),
        "\n".join(ITEMS),
        "\n".join(f"Sentences of much the same width stand on lines, one of {n}." for n in range(10, 30)),
        "\n".join("abc" for _ in range(30)),
        "a\n" * 4,
        "",
        "\n\n\n",
        wrapped(LONG := " ".join(BODY), 200),
    ],
)
def test_what_is_broken_at_no_column_stays(text: str) -> None:
    assert unwrapped(text) == text


def test_items_and_names_alone_are_no_part_of_the_paragraph_above() -> None:
    lines = textwrap.wrap(" ".join(BODY[:3]), 60)
    full = next(line for line in lines[3:] if len(line) > 55)
    text = "\n".join(
        [*lines, "", full[:-1] + ".", "Xinhua", "", full, "* an item of a list that is long enough to be one"]
    )
    assert "\nXinhua\n" in unwrapped(text)
    assert "\n* an item" in unwrapped(text)


def test_it_takes_time_in_proportion() -> None:
    for text in ("\n" * 200_000, "a\n" * 100_000, " \n" * 100_000, ("word " * 12 + "\nword ") * 5_000):
        assert len(unwrapped(text)) == len(text)
