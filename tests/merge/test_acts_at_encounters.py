"""Acts that were done at an encounter, and those that were not."""

from msgspec.structs import replace
from tests.factories import Report, day

from communique.knowledge import load
from communique.merge import merge
from communique.records.events import Form, Plover
from communique.records.mentions import Extraction

PEOPLE = (("Anna Berg", "NO"), ("Erik Dahl", "DK"))
TEXT = "Anna Berg met Erik Dahl. Anna Berg and Erik Dahl vowed to share cod on {when}."


def page(
    name: str, who: int = 2, event: str | None = "AGREE", form: Form = "statement", when: str = "2021-05-03"
) -> Extraction:
    """An article on a meeting on 3 May, and on what `who` of the two did."""
    report = Report(name, TEXT.format(when=when), published="2021-05-04")
    people = [report.person(person, "president", code) for person, code in PEOPLE]
    report.event("met", tuple(people), time=report.time("met", day("2021-05-03")))
    done = report.event("vowed", tuple(people[:who]), form=form, time=report.time("vowed", day(when)))
    found = report.extraction()
    acts = tuple(
        replace(e, plover=Plover(event=event) if event else None, main=True) if e.id == done else e
        for e in found.events
    )
    return replace(found, events=acts)


def wholes(*extractions: Extraction) -> list[list[str]]:
    """The forms of what each act is a part of."""
    events = merge(extractions, load()).events
    forms = {e.id: e.form for e in events}
    return [[forms[whole] for whole in e.part_of] for e in events if e.form in {"statement", "other"}]


def test_what_those_who_met_vowed_is_a_part_of_their_meeting() -> None:
    assert wholes(page("a")) == [["meeting"]]
    assert wholes(page("b", who=1)) == [["meeting"]]
    assert wholes(page("c", event=None, form="other")) == [["meeting"]]


def test_a_quarrel_another_day_and_what_one_did_alone_are_events_of_their_own() -> None:
    assert wholes(page("a", event="SANCTION", form="other")) == [[]]
    assert wholes(page("b", when="2021-05-01")) == [[]]
    assert wholes(page("c", who=1, event=None, form="other")) == [[]]


def test_of_two_articles_of_one_story_the_meeting_stays_the_whole() -> None:
    pages = [page("a"), page("b", who=1)]
    events = merge(pages, load()).events
    meeting = next(e for e in events if e.form == "meeting")
    assert meeting.part_of == ()
    assert {e.part_of for e in events if e.form == "statement"} == {(meeting.id,)}
