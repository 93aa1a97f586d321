"""Values side by side: agree, refine, differ, alone, counted in origins."""

import pytest
from msgspec.structs import replace

from communique.compare.events import event_findings
from communique.compare.ledger import Claim, Sources, equal, finding
from communique.compare.names import name_findings
from communique.records.actors import Actor, MergedMention
from communique.records.articles import Article
from communique.records.events import Event, EventReport, Participant, Place
from communique.records.findings import About
from communique.records.record import Record
from communique.records.spans import Span
from communique.records.times import Time

ABOUT = About(kind="event", id="event-1")


def article(name: str, origin: str) -> Article:
    return Article(id=name, capture=f"{name}.txt", sha256=name, origin=origin, text="")


def sources() -> Sources:
    """Three articles of two texts: b reprints a."""
    return Sources(Record(articles=(article("a", "o1"), article("b", "o1"), article("c", "o2"))))


def claims(**values: str) -> list[Claim]:
    return [Claim(value=v, key=v, article=k) for k, v in values.items()]


def judged(**values: str) -> tuple[str, list[tuple[str, str, int]]]:
    found = finding(ABOUT, "field", claims(**values), equal, sources())
    assert found is not None
    return found.judgement, [(v.value, v.relation, v.origins) for v in found.values]


def test_two_texts_agree() -> None:
    assert judged(a="x", c="x") == ("agree", [("x", "same", 2)])


def test_a_reprint_alone_is_one_origin() -> None:
    assert judged(a="x", b="x") == ("alone", [("x", "same", 1)])


def test_the_value_of_most_origins_leads() -> None:
    assert judged(a="x", b="x", c="y") == ("differ", [("x", "same", 1), ("y", "differs", 1)])


def test_nobody_gives_the_field() -> None:
    assert finding(ABOUT, "field", [], equal, sources()) is None


def time(earliest: str, latest: str | None = None, approximate: bool = False) -> Time:
    return Time(earliest=earliest, latest=latest or earliest, edtf=earliest, basis="stated", approximate=approximate)


def report(name: str, when: Time | None, where: Place | None) -> EventReport:
    span = Span(article=name, start=0, end=3, exact="met")
    return EventReport(
        id=f"mention-{name}", article=name, span=span, status="held", form="meeting", time=when, place=where,
        participants=("actor-1",),
    )  # fmt: skip


def judgements(*reports: EventReport) -> dict[str, str]:
    event = Event(
        id="event-1", form="meeting", status="held", level="head", mentions=reports,
        participants=(Participant(actor="actor-1", role="participant"),),
    )  # fmt: skip
    record = Record(
        articles=(article("a", "o1"), article("c", "o2")),
        actors=(Actor(id="actor-1", kind="person", name="Anna Berg"),),
        events=(event,),
    )
    return {f.field: f.judgement for f in event_findings(record)}


CITY = Place(name="Bern", country="CH", lat=46.9, lon=7.4)
COUNTRY = Place(name="Switzerland", country="CH")


def test_a_city_refines_its_country_and_a_day_its_month() -> None:
    found = judgements(report("a", time("2021-05-03"), CITY), report("c", time("2021-05-01", "2021-05-31"), COUNTRY))
    assert (found["place"], found["time"], found["participants"]) == ("refine", "refine", "agree")


@pytest.mark.parametrize(
    ("venue", "judgement"), [("", "refine"), ("Gurten", "agree"), ("Gurten house", "refine"), ("Town Hall", "differ")]
)
def test_a_venue_refines_its_city_and_a_shorter_name_of_itself(venue: str, judgement: str) -> None:
    here, there = (replace(CITY, name="Bern", city="Bern", venue=name or None) for name in ("Gurten", venue))
    assert judgements(report("a", None, here), report("c", None, there))["place"] == judgement


def test_a_room_refines_its_house() -> None:
    house = Place(name="White House, Washington", city="Washington", venue="White House", country="US")
    room = replace(house, name="Oval Office, Washington", venue="Oval Office")
    assert judgements(report("a", None, house), report("c", None, room))["place"] == "refine"


@pytest.mark.parametrize(
    ("other", "judgement"),
    [
        ("Robert W. Berg", "agree"),
        ("Robert Berg", "refine"),
        ("R. W. Berg", "refine"),
        ("Bob Berg", "refine"),
        ("Robert W. Berg III", "refine"),
        ("Robert Bergh", "differ"),
        ("Robert A. Berg", "differ"),
    ],
)
def test_a_fuller_name_refines_a_shorter_one(other: str, judgement: str) -> None:
    mentions = tuple(
        MergedMention(span=Span(article=name, start=0, end=len(words), exact=words), how="name")
        for name, words in (("a", "Robert W. Berg"), ("c", other))
    )
    actor = Actor(id="actor-1", kind="person", name="Robert W. Berg", mentions=mentions)
    record = Record(articles=(article("a", "o1"), article("c", "o2")), actors=(actor,))
    assert [f.judgement for f in name_findings(record)] == [judgement]


def test_dates_joined_by_slack_differ_and_the_slack_is_noted() -> None:
    reports = (report("a", time("2021-05-03"), CITY), report("c", time("2021-05-08", "2021-05-10", True), CITY))
    event = Event(id="event-1", form="meeting", status="held", level="head", mentions=reports)
    record = Record(articles=(article("a", "o1"), article("c", "o2")), events=(event,))
    found = next(f for f in event_findings(record) if f.field == "time")
    assert found.judgement == "differ"
    assert "ten days of slack" in found.note
