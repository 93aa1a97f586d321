"""What an article mentions inside a statement, looked up by where it stands."""

import pytest
from msgspec.structs import replace
from tests.factories import article

from communique.merge.utterances.renderings import Told
from communique.records.mentions import ActorMention, Extraction, LocalActor
from communique.records.spans import Span


def mentioned(count: int) -> Extraction:
    """One actor, named once in every ten characters."""
    text = article("a", "Anna Berg " * count)
    spans = [Span(article=text.id, start=10 * n, end=10 * n + 9, exact="Anna Berg") for n in range(count)]
    mentions = tuple(ActorMention(span=span, how="name") for span in spans)
    actor = LocalActor(id="x", article=text.id, kind="person", name="Anna Berg", mentions=mentions)
    return Extraction(article=text, actors=(actor,))


def piece(told: Told, start: int, end: int) -> Span:
    return Span(article=told.extraction.article.id, start=start, end=end, exact="")


def test_what_lies_wholly_in_a_piece_is_inside_once() -> None:
    told = Told(mentioned(10))
    first, same, half = piece(told, 20, 39), piece(told, 30, 39), piece(told, 55, 72)
    assert told.inside([first, same, half]) == [("Anna Berg", "x", "name")] * 3
    assert told.inside([replace(first, article="another")]) == []


@pytest.mark.parametrize("length", [50, 500])
def test_a_statement_of_a_long_article_asks_no_more_mentions(monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    told, asked = Told(mentioned(length)), []
    contains = Span.contains
    monkeypatch.setattr(Span, "contains", lambda self, other: asked.append(other) or contains(self, other))
    assert len(told.inside([piece(told, 200, 229)])) == 3
    assert len(asked) == 3
