"""Checking a quotation against a small record of our own."""

from communique.compare.check import check
from communique.records.actors import Actor
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.statements import Speaker, Statement, Utterance

SAID = "We have guarded the northern ports with our allies for 30 years and will build three more."


def record() -> Record:
    span = Span(article="article-1", start=10, end=10 + len(SAID), exact=SAID)
    statement = Statement(
        id="statement-1",
        article="article-1",
        mode="direct",
        speakers=(Speaker(actor="actor-berg", text="Berg", how="named"),),
        stance="say",
        polarity="positive",
        content=span,
        utterance="utterance-1",
    )
    return Record(
        actors=(
            Actor(id="actor-berg", kind="person", name="Anna Berg", names=("Berg",)),
            Actor(id="actor-dahl", kind="person", name="Carl Dahl"),
        ),
        statements=(statement,),
        utterances=(Utterance(id="utterance-1", speakers=("actor-berg",), renderings=("statement-1",)),),
    )


def verdicts(words: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(m.verdict, m.misattributed) for m in check(record(), words)]


def test_the_words_themselves_are_verbatim() -> None:
    assert verdicts("we have guarded the northern ports with our allies") == [("verbatim", ())]


def test_words_left_out_are_a_shortened_form() -> None:
    assert verdicts("We have guarded the ports for 30 years and will build three more.") == [("shortened", ())]


def test_another_figure_is_an_alteration_that_is_shown() -> None:
    (match,) = check(record(), "We have guarded the northern ports for 40 years")
    shown = [(d.kind, d.left and d.left.exact, d.right and d.right.exact) for d in match.differences]
    assert match.verdict == "altered"
    assert ("number", "40", "30") in shown


def test_words_ascribed_to_another_are_misattributed() -> None:
    assert verdicts('"We have guarded the northern ports with our allies," Dahl said.') == [
        ("verbatim", ("actor-dahl",))
    ]


def test_the_right_speaker_is_no_misattribution() -> None:
    assert verdicts('Berg: "We have guarded the northern ports with our allies"') == [("verbatim", ())]


def test_what_nobody_said_is_not_found() -> None:
    assert check(record(), "The harvest of apples was poor in the south this summer") == ()
    assert check(record(), "yes") == ()
