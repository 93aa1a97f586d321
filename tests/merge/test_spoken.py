"""Who "I" and "we" are in quotations."""

import pytest

from communique.merge.actors.spoken import with_first_persons
from communique.records.actors import Actor, ActorKind
from communique.records.spans import Span
from communique.records.statements import Speaker, Statement


def said(quote: str, kind: ActorKind = "person", *, speakers: int = 1) -> list[tuple[str, int, str]]:
    """The mentions that one quotation, from character 100 on, adds to its speaker."""
    stretch = Span(article="a", start=100, end=100 + len(quote), exact=quote)
    voices = tuple(Speaker(actor=f"actor-{n}", text="", how="named", basis="article") for n in range(speakers))
    statement = Statement(
        id="s",
        article="a",
        mode="direct",
        speakers=voices,
        stance="say",
        polarity="positive",
        content=stretch,
        quotes=(stretch,),
        utterance="u",
    )
    (actor,) = with_first_persons([Actor(id="actor-0", kind=kind, name="Anna Berg")], [statement])
    return [(m.span.exact, m.span.start, m.how) for m in actor.mentions]


def test_a_person_says_i_of_herself() -> None:
    assert said("I left when they told me so, as I’ve said") == [
        ("I", 100, "pronoun"), ("me", 122, "pronoun"), ("I", 132, "pronoun"),
    ]  # fmt: skip


def test_a_body_says_we_of_itself_and_a_person_of_nobody_knows_whom() -> None:
    assert said("We will help those who asked us", "government") == [("We", 100, "pronoun"), ("us", 129, "pronoun")]
    assert said("We will help those who asked us") == []


@pytest.mark.parametrize("quote", ["It was World War I again", "He said: “I will not”", "The U.S. helped", "Iran won"])
def test_what_is_no_word_of_the_speakers_own_is_left(quote: str) -> None:
    assert said(quote) == []


def test_of_two_speakers_neither_is_i() -> None:
    assert said("I agree", speakers=2) == []
