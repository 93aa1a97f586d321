"""What a later correction does to a finding."""

import pytest
from tests.factories import article, span

from communique.compare.corrections import corrections
from communique.compare.events import event_findings
from communique.compare.ledger import Claim, Sources, equal, finding
from communique.records.actors import Actor
from communique.records.events import Event, EventReport, Participant
from communique.records.findings import About
from communique.records.record import Record

ABOUT = About(kind="event", id="event-1")
NOTE = "An earlier version of this article said that they met in Bergen."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"They met in Oslo. {NOTE}", NOTE),
        ("Correction: they met in Oslo. It rained.", "Correction: they met in Oslo."),
        ("This story has been corrected to say Oslo.", "This story has been corrected to say Oslo."),
        ("They met in Oslo (corrects the spelling of Berg).", "corrects the spelling of Berg)."),
    ],
)
def test_articles_that_correct(text: str, words: str) -> None:
    (found,) = corrections([article("a", text)]).values()
    assert found.words.exact == words


@pytest.mark.parametrize(
    "text",
    [
        "The prison is called a correction facility.",
        "Berg said the minister was corrected twice.",
        "They spoke of the article and its version of history.",
        "The market saw a correction of 3 percent.",
    ],
)
def test_articles_that_do_not(text: str) -> None:
    assert corrections([article("a", text)]) == {}


def notes(first: str | None, second: str | None) -> str:
    """The note of a finding whose second article corrects the first."""
    old = article("a", "They met in Bergen.", published=first)
    new = article("b", "They met in Oslo.", NOTE, published=second)
    claims = [
        Claim(value="Bergen", key="bergen", article=old.id, spans=(span(old, "Bergen"),)),
        Claim(value="Oslo", key="oslo", article=new.id, spans=(span(new, "Oslo"),)),
        Claim(value="Bergen", key="bergen", article=new.id, spans=(span(new, "Bergen"),)),
    ]
    found = finding(ABOUT, "place", claims, equal, Sources(Record(articles=(old, new))))
    assert found is not None
    assert found.judgement == "differ"
    assert sorted((v.value, v.origins) for v in found.values) == [("Bergen", 1), ("Oslo", 1)]
    return found.note


def test_who_was_there_by_an_earlier_version_only_is_no_claim_of_the_correction() -> None:
    text = "They signed in Oslo. An earlier version of this article said that Dahl was there."
    old, new = article("a", "Berg and Lie signed in Oslo.", published="2021-03-01"), article("b", text)
    people = tuple(Actor(id=f"actor-{n}", kind="person", name=n) for n in ("Berg", "Dahl", "Lie"))
    event = Event(
        id="event-1",
        form="signing",
        status="held",
        level="other",
        participants=(
            Participant(actor="actor-Berg", role="signatory", spans=(span(old, "Berg"),)),
            Participant(actor="actor-Lie", role="signatory", spans=(span(old, "Lie"),)),
            Participant(actor="actor-Dahl", role="participant", spans=(span(new, "Dahl"),)),
        ),
        mentions=(
            EventReport(
                id="m-1",
                article=old.id,
                span=span(old, "signed"),
                status="held",
                participants=("actor-Berg", "actor-Lie"),
            ),
            EventReport(
                id="m-2", article=new.id, span=span(new, "signed"), status="held", participants=("actor-Dahl",)
            ),
        ),
    )
    record = Record(articles=(old, new), actors=people, events=(event,))
    (found,) = (row for row in event_findings(record) if row.field == "participants")
    assert [(value.value, value.articles) for value in found.values] == [("Berg, Lie", (old.id,))]
    assert (found.judgement, found.note) == ("alone", "")


def test_a_later_correction_supersedes_and_says_so() -> None:
    note = f"withdrawn by its outlet: Bergen; superseded by a later correction: Oslo (“{NOTE}”)"
    assert notes("2021-03-01", "2021-03-02") == note
    assert notes("2021-03-01", "2021-03-01") == note


def test_what_is_not_known_to_be_later_does_not() -> None:
    assert notes("2021-03-02", "2021-03-01") == "withdrawn by its outlet: Bergen"
    assert notes(None, "2021-03-01") == "withdrawn by its outlet: Bergen"
