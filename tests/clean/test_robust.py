"""What cannot be cleaned says so, and nothing takes longer than its size."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.pages import BODY, TITLE, capture

from communique.clean import clean
from communique.errors import InputError
from communique.options import Options
from communique.records.captures import MediaKind


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("", "text", "empty"),
        ("\ufeff \n\u00a0", "text", "empty"),
        ("\x00\x01\x02" * 99, "text", "binary"),
        ("...\n\n12 | 34", "text", "no-text"),
        ("", "html", "empty"),
        ("<html><body><script>var a = 1;</script></body></html>", "html", "no-text"),
    ],
)
def test_nothing_to_read_is_an_input_error_with_a_remedy(text: str, kind: MediaKind, code: str) -> None:
    with pytest.raises(InputError) as raised:
        clean(capture(text, kind))
    assert raised.value.code == code
    assert ";" in str(raised.value)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", ["word " * 1_000_000, "Ab. " * 250_000, "((((" * 250_000, "1." * 500_000, "x" * 3_000_000]
)
def test_one_enormous_line_does_not_hang(text: str) -> None:
    began = time.perf_counter()
    with suppress(InputError):
        clean(capture(text))
    assert time.perf_counter() - began < 15


def test_a_line_beyond_the_limit_is_dropped_and_the_rest_kept() -> None:
    article = clean(capture("\n\n".join((TITLE, *BODY, "z" * 5_000))), Options(max_line=4_000))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.paragraphs[-1].reason == "a line longer than 4000 characters"


@pytest.mark.parametrize(
    "nest", ["<div>" * 50_000, "<table><tr><td>" * 5_000, "<b><i>" * 20_000, "<a href='" + "x" * 500_000]
)
def test_hostile_html_costs_no_more_than_itself(nest: str) -> None:
    page = "<html><body>" + "".join(f"<p>{text}</p>" for text in BODY) + nest
    began = time.perf_counter()
    article = clean(capture(page, "html"))
    assert time.perf_counter() - began < 15
    assert BODY[0] in article.text


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8"), max_size=300), st.sampled_from(["text", "html", "article"]))
def test_any_text_is_an_article_or_an_input_error(text: str, kind: MediaKind) -> None:
    try:
        article = clean(capture(text, kind))
    except InputError:
        return
    for p in article.paragraphs:
        assert p.start is None or article.text[p.start : p.end] == p.text
        assert p.capture_start is None or text[p.capture_start : p.capture_end] == p.text
    assert article == clean(capture(text, kind))
