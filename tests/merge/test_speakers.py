"""Speakers that one article leaves open and the others settle."""

import pytest
from tests.factories import article, span

from communique.merge.speakers import settled
from communique.records.statements import Link, Speaker, Statement, Utterance

WORDS = "The bridge will be open before the first snow falls."


def statement(name: str, *speakers: Speaker) -> Statement:
    of = article(name, WORDS)
    return Statement(
        id=name,
        article=of.id,
        mode="direct",
        speakers=speakers,
        stance="say",
        polarity="positive",
        content=span(of, WORDS),
        utterance="u",
    )


def who(actor: str | None, *candidates: str) -> Speaker:
    return Speaker(actor=actor, text="she", how="pronoun", candidates=candidates)


def utterance(verbatim: float, *names: str) -> Utterance:
    links = tuple(Link(left=names[0], right=n, score=0.9, features={"verbatim": verbatim}) for n in names[1:])
    return Utterance(id="u", renderings=names, links=links)


@pytest.mark.parametrize(
    ("mine", "others", "verbatim", "expected"),
    [
        (who(None), [who("ruiz")], 1.0, ("ruiz", "other articles")),
        (who(None), [who("ruiz")], 0.5, (None, "article")),
        (who(None, "berg", "ruiz"), [who("ruiz")], 0.0, ("ruiz", "other articles")),
        (who(None, "berg", "lund"), [who("ruiz")], 1.0, (None, "article")),
        (who(None), [who("ruiz"), who("berg")], 1.0, (None, "article")),
        (who(None), [who("somebody")], 1.0, (None, "article")),
        (who(None), [who(None)], 1.0, (None, "article")),
        (who("lund"), [who("ruiz")], 1.0, ("lund", "article")),
    ],
)
def test_the_others_settle_what_the_article_allows(
    mine: Speaker, others: list[Speaker], verbatim: float, expected: tuple[str | None, str]
) -> None:
    rows = [statement("mine", mine), *(statement(f"other{n}", other) for n, other in enumerate(others))]
    found = settled(rows, [utterance(verbatim, *(row.id for row in rows))], frozenset({"somebody"}))
    assert (found[0].speakers[0].actor, found[0].speakers[0].basis) == expected
    assert found[0].speakers[0].candidates == mine.candidates
    assert found[1:] == rows[1:]


def test_a_quotation_without_any_speaker_takes_that_of_the_same_words() -> None:
    rows = [statement("mine"), statement("other", who("ruiz"))]
    found = settled(rows, [utterance(1.0, "mine", "other")], frozenset())
    assert found[0].speakers == (Speaker(actor="ruiz", text="", how="carried", basis="other articles"),)


def test_joint_speakers_are_left_alone() -> None:
    rows = [statement("mine", who(None), who("berg")), statement("other", who("ruiz"))]
    assert settled(rows, [utterance(1.0, "mine", "other")], frozenset()) == rows
