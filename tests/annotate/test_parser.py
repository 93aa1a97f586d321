"""The parser behind our own form: offsets, paragraphs, and texts that are no sentences."""

import pytest
from msgspec.structs import replace
from tests.factories import article

from communique.annotate import parser
from communique.annotate.parser import LONGEST_SENTENCE, annotate, load_model
from communique.annotate.tree import Tree
from communique.errors import ModelError


def test_tokens_stand_where_they_say_and_no_sentence_crosses_a_paragraph() -> None:
    text = article("a", "Anna Berg met\u00a0Carl Dahl. They spoke.", "It rained in Oslo.")
    found = annotate(text)
    assert all(text.text[t.start : t.end].replace("\u00a0", " ") == t.text for t in found.tokens)
    assert [s.paragraph for s in found.sentences] == [0, 1, 1, 2]
    assert [(s.first, s.last) for s in found.sentences] == sorted((s.first, s.last) for s in found.sentences)


def test_dropped_paragraphs_are_not_parsed() -> None:
    whole = article("a", "Anna Berg spoke.")
    dropped = replace(whole, paragraphs=tuple(replace(p, role="related", start=None) for p in whole.paragraphs))
    assert annotate(dropped).tokens == ()


def test_a_text_without_full_stops_is_cut_and_every_head_lies_within_its_part() -> None:
    found = annotate(article("a", "he said that " * 300))
    assert max(s.last - s.first for s in found.sentences) <= LONGEST_SENTENCE
    tree = Tree(found)
    assert all(tree.sentence_number(i) == tree.sentence_number(t.head) for i, t in enumerate(found.tokens))


def test_a_very_long_paragraph_is_parsed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "LONGEST_TEXT", 40)
    text = article("a", "Anna Berg met Carl Dahl in Oslo. They spoke of trade and of grain. It rained.")
    found = annotate(text)
    assert "".join(t.text for t in found.tokens) == text.text.replace(" ", "").replace("\n", "")


def test_what_is_no_word_is_one_token_and_costs_no_more_than_its_length() -> None:
    text = "Norway met Spain. " + "([" * 20_000 + " They agreed."
    annotated = annotate(article("a", text))
    assert 8 < len(annotated.tokens) < 12
    assert all(annotated.article.text[t.start : t.end] == t.text for t in annotated.tokens if len(t.text) < 400)


def test_paragraphs_that_are_not_to_be_read_have_no_tokens() -> None:
    annotated = annotate(article("a", "They met.", "They left."), None, frozenset({0, 1}))
    assert [token.text for token in annotated.tokens] == ["They", "left", "."]
    assert [sentence.paragraph for sentence in annotated.sentences] == [2]


def test_a_missing_model_says_what_to_install() -> None:
    with pytest.raises(ModelError, match="pip install no_such_model"):
        load_model("no_such_model")
