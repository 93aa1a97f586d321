"""PLOVER's rows, whole: what an event of two visitors, of a phone call and of a body without a country becomes."""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.store.records import ARTICLE, RECORD, span

from communique.export import exporter
from communique.export.offices import office_on
from communique.export.plover.entities import entity
from communique.export.plover.rows import dates, lacks, location, sides
from communique.knowledge import load
from communique.records.actors import Actor, Office
from communique.records.events import Event, EventReport, Participant, Place, Plover
from communique.records.record import Record
from communique.records.spans import Sourced, Span
from communique.records.times import Time

MINISTER = Actor(
    id="actor-1",
    kind="person",
    name="Kari Nordmann",
    country="NO",
    offices=(
        Office(title="foreign minister", country="NO", start="2017-10", end="2021-10-14", basis="reference"),
        Office(title="prime minister", country="NO", start="2021-10-14", basis="reference"),
        Office(title="leader", country="NO", basis="text"),
        Office(title="finance minister", basis="text"),
    ),
)
GUEST = Actor(id="actor-2", kind="state", name="Kosovo", country="XK", identifiers={"wikidata": "Q1246"})
VISIT = Event(
    id="event-1",
    form="visit",
    status="held",
    level="minister",
    participants=(Participant(actor="actor-1", role="host", spans=(span("The minister"),)),
                  Participant(actor="actor-2", role="guest")),
    place=Place(name="Oslo", city="Oslo", country="NO", lat=59.9, lon=10.7, spans=(span("Oslo"),)),
    time=Time(earliest="2019-05-06", latest="2019-05-06", basis="stated"),
    mentions=(
        EventReport(id="mention-1", article="article-1", span=span("Talks"), status="held"),
        EventReport(id="mention-2", article="article-1", span=span("promised"), status="held", certainty="possible"),
    ),
    plover=Plover(event="CONSULT", mode="visit", contexts=("diplomatic",), quad="verbal cooperation", cameo=None),
)  # fmt: skip


def exported(tmp_path: Path, *events: Event) -> dict[str, list[dict[str, Any]]]:
    article = replace(ARTICLE, url="https://example.org/a", outlet=Sourced(value="The Fjord Post"))
    exporter("plover")(replace(RECORD, articles=(article,), actors=(MINISTER, GUEST), events=events), tmp_path)
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in tmp_path.iterdir()
    }


def test_a_visit_is_one_row_with_the_visitor_as_actor(tmp_path: Path) -> None:
    report = {
        "text_info": {"start": 0, "end": 5},
        "cite_info": {
            "corpus": "article-1",
            "url": "https://example.org/a",
            "title": "Talks in Oslo",
            "publication": "The Fjord Post",
            "language": "en",
        },
    }
    assert exported(tmp_path, VISIT) == {
        "plover": [
            {
                "id": "event-1",
                "date": "2019-05-06",
                "date_basis": "stated",
                "date_precision": "day",
                "actor": [
                    {
                        "code": "KOS",
                        "sector": "GOV",
                        "entity_text": "Kosovo",
                        "identifier_id": "Q1246",
                        "identifier_text": "Kosovo",
                    }
                ],
                "recipient": [
                    {
                        "code": "NOR",
                        "sector": "GOV",
                        "entity_text": "The minister",
                        "identifier_text": "Kari Nordmann",
                        "office": "foreign minister",
                    }
                ],
                "event": ["CONSULT"],
                "mode": ["visit"],
                "context": ["diplomatic"],
                "event_loc": {
                    "extracted_place": "Oslo",
                    "resolved_place": "Oslo",
                    "lat": 59.9,
                    "lon": 10.7,
                    "city": "Oslo",
                    "country_code": "NOR",
                    "resolution": 4,
                },
                "event_text": ["Talks"],
                "quad_code": 1,
                **report,
                "coder": "communique",
                "form": "visit",
                "status": "held",
                "reports": [report],
            }
        ],
        "plover_incomplete": [],
    }


def test_what_plover_requires_and_the_texts_do_not_say_is_told_and_not_made_up(tmp_path: Path) -> None:
    aid = replace(VISIT, id="event-2", time=None, participants=VISIT.participants[1:], plover=Plover(event="AID"))
    other = replace(VISIT, id="event-3", plover=None)

    found = exported(tmp_path, aid, other)

    assert found["plover"] == []
    assert [(row["id"], row["lacks"]) for row in found["plover_incomplete"]] == [("event-2", ["date", "recipient"])]


def test_a_record_without_events_gives_empty_files(tmp_path: Path) -> None:
    exporter("plover")(Record(), tmp_path / "new")

    assert sorted((p.name, p.read_bytes()) for p in (tmp_path / "new").iterdir()) == [
        ("plover.jsonl", b""),
        ("plover_incomplete.jsonl", b""),
    ]


@pytest.mark.parametrize(
    ("roles", "acting", "receiving"),
    [
        (("host", "guest"), ["guest"], ["host"]),
        (("host", "participant"), ["host", "participant"], []),
        (("participant", "addressee"), ["participant"], ["addressee"]),
    ],
)
def test_who_acts_and_to_whom(roles: Any, acting: list[str], receiving: list[str]) -> None:
    event = replace(VISIT, participants=tuple(Participant(actor=f"actor-{r}", role=r) for r in roles))

    found = sides(event)

    assert [[p.role for p in side] for side in found] == [acting, receiving]


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (
            Time(earliest="2022-07-20T08:34+08:00", latest="2022-07-20T08:34+08:00", basis="stated"),
            {"date": "2022-07-20", "date_basis": "stated", "date_precision": "day", "time": "08:34+08:00"},
        ),
        (
            Time(earliest="2022-01-19", latest="2022-01-25", basis="inferred"),
            {
                "date": "2022-01-19",
                "enddate": "2022-01-25",
                "date_basis": "inferred",
                "date_precision": "interval",
            },
        ),
    ],
)
def test_dates(time: Time, shown: dict[str, str]) -> None:
    assert dates(time) == shown


@pytest.mark.parametrize(
    ("day", "title"), [("2019-05-06", "foreign minister"), ("2023-01-01", "prime minister"), (None, "finance minister")]
)
def test_the_office_is_that_of_the_day(day: str | None, title: str) -> None:
    office = office_on(MINISTER, day, load())

    assert office is not None
    assert office.title == title


@pytest.mark.parametrize(
    ("kind", "name", "country", "shown"),
    [
        ("bloc", "European Union", None, {"code": "EUR"}),
        ("organization", "World Health Organization", None, {"code": "UNO"}),
        ("organization", "NATO", None, {"code": "IGO"}),
        ("organization", "Amnesty International", None, {"code": "NGO"}),
        ("organization", "Blue Anvil", None, {}),
        ("organization", "Blue Anvil Company", "NO", {"code": "NOR", "sector": "BUS"}),
        ("government", "Norwegian police", "NO", {"code": "NOR", "sector": "COP"}),
        ("state", "Soviet Union", "SU", {"code": "SUN", "sector": "GOV"}),
        ("media", "The Fjord Post", "NO", {"code": "NOR", "sector": "JRN"}),
        ("group", "protesters", "NO", {"code": "NOR", "sector": "CVL"}),
    ],
)
def test_codes_and_sectors(kind: Any, name: str, country: str | None, shown: dict[str, str]) -> None:
    actor = Actor(id="actor-9", kind=kind, name=name, country=country)

    found = entity(actor, Participant(actor="actor-9", role="participant"), None, load())

    assert found == {**shown, "entity_text": name, "identifier_text": name}


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("former prime minister", "ELI"),
        ("judge", "JUD"),
        ("lawmaker", "LEG"),
        ("general", "MIL"),
        ("chairman", None),
        ("juggler", None),
    ],
)
def test_the_sector_of_an_office(title: str, sector: str | None) -> None:
    actor = Actor(id="actor-9", kind="person", name="Ola", offices=(Office(title=title, basis="text"),))

    found = entity(actor, Participant(actor="actor-9", role="participant"), None, load())

    assert found.get("sector") == sector


def test_a_country_is_less_precise_than_a_province() -> None:
    assert [location(place)["resolution"] for place in (
        Place(name="Norway", country="NO"),
        Place(name="Texas", country="US", region="Texas"),
    )] == [1, 2]  # fmt: skip


def test_the_words_are_those_that_hold_the_name() -> None:
    spans = tuple(Span(article="a", start=i, end=i + 5, exact=w) for i, w in enumerate(("the minister", "Nordmann")))

    assert entity(MINISTER, Participant(actor="actor-1", role="host", spans=spans), None, load())["entity_text"] == (
        "Nordmann"
    )


def test_a_row_lacks_nothing_with_date_and_actor() -> None:
    assert lacks({"date": "2019-05-06", "actor": [{}], "event": ["CONSULT"]}) == []
