"""The parser behind our own form: offsets, paragraphs, and texts that are no sentences."""

import pytest
from msgspec.structs import replace
from tests.factories import article

from communique.annotate import parser
from communique.annotate.parser import LONGEST_SENTENCE, annotate, load_model
from communique.annotate.tree import Tree
from communique.errors import ModelError
from communique.records.annotated import Annotated, Sentence


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


def test_an_articles_paragraphs_are_parsed_together_up_to_so_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "LONGEST_TEXT", 40)
    nlp, batches = load_model(None), []

    class Watched:
        def pipe(self, texts: list[str], batch_size: int) -> object:
            batches.append((texts, batch_size))
            return nlp.pipe(texts, batch_size=batch_size)

    monkeypatch.setattr(parser, "load_model", lambda _: Watched())
    annotate(article("a", "Anna Berg met Carl Dahl.", "They spoke.", "It rained in Oslo and in Bergen."))
    assert batches == [
        (["A title", "Anna Berg met Carl Dahl."], 2),
        (["They spoke."], 1),
        (["It rained in Oslo and in Bergen."], 1),
    ]


def test_a_paragraph_is_parsed_as_it_is_alone() -> None:
    paragraphs = ("Anna Berg met Carl Dahl in Oslo.", "“We agreed on grain,” she told reporters on Monday.", "No.")
    together = annotate(article("a", *paragraphs))
    for number, text in enumerate(paragraphs, 1):
        alone = annotate(article("a", text))
        assert [_parse(s, together) for s in together.sentences if s.paragraph == number] == [
            _parse(s, alone) for s in alone.sentences if s.paragraph == 1
        ]


def _parse(sentence: Sentence, annotated: Annotated) -> list[tuple[str, str, str, int]]:
    tokens = annotated.tokens[sentence.first : sentence.last]
    return [(t.text, t.tag, t.dep, t.head - sentence.first) for t in tokens]


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
