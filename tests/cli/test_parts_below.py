"""Events as a table lists them: parts below their whole, and what an act is."""

from tests.factories import article, span

from communique.cli.listing import parts_below, what_of
from communique.records.events import Event, EventReport, Form, Plover


def event(name: str, *whole: str) -> Event:
    return Event(id=name, form="visit", status="held", level="head", part_of=whole)


def test_parts_stand_below_their_whole() -> None:
    rows = [event("dinner", "visit"), event("call"), event("visit"), event("toast", "dinner"), event("part", "gone")]
    assert [row.id for row in parts_below(rows)] == ["call", "visit", "dinner", "toast", "part"]


def test_what_is_a_part_of_its_own_part_is_listed_once() -> None:
    assert [row.id for row in parts_below([event("a", "b"), event("b", "a"), event("c")])] == ["c", "a", "b"]


def act(form: Form, plover: Plover | None) -> Event:
    page = article("a", "The old bridge over the river at Bergheim fell.")
    told = EventReport(
        id="m", article=page.id, span=span(page, "bridge over the river at Bergheim fell"), status="held"
    )
    return Event(id="act", form=form, status="held", level="other", mentions=(told,), plover=plover)


def test_an_act_is_called_by_its_type_or_by_its_words() -> None:
    accused = Plover(event="ACCUSE")
    rows = (act("statement", accused), act("other", accused), act("other", None), act("statement", None))
    assert [what_of(row) for row in rows] == [
        "statement (accusation)", "accusation", "“bridge over the river at…”", "statement",
    ]  # fmt: skip
    assert what_of(event("visit")) == "visit"
