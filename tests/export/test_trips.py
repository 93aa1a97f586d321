"""Journeys: who went where and when, what is known of it, and what stays blank."""

import csv
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.store.records import ARTICLE, RECORD, span

from communique.export import exporter
from communique.export.trips.leaders import leader
from communique.export.trips.rows import COLUMNS
from communique.knowledge import load
from communique.records.actors import Actor, Office
from communique.records.events import Event, EventReport, Form, Participant, Place
from communique.records.record import Record
from communique.records.times import Time


def person(number: int, name: str, title: str, country: str | None) -> Actor:
    return Actor(
        id=f"actor-{number}",
        kind="person",
        name=name,
        country=country,
        offices=(Office(title=title, country=country, basis="text"),),
    )


GUEST = person(1, "Kari Nordmann", "prime minister", "NO")
HOST = person(2, "Matti Suomalainen", "president", "FI")
THIRD = person(3, "Anna Svensson", "prime minister", "SE")
MINISTER = person(4, "Ola Hansen", "foreign minister", "NO")
FORUM = Actor(id="actor-5", kind="format", name="Northern Forum")
WORKER = person(6, "Per Olsen", "journalist", "NO")
ACTORS = (GUEST, HOST, THIRD, MINISTER, FORUM, WORKER)


def event(number: int, day: str | None, *actors: Actor, form: Form = "meeting", **changes: Any) -> Event:
    last = changes.pop("last", day)
    made = Event(
        id=f"event-{number}",
        form=form,
        status="held",
        level="head",
        participants=tuple(Participant(actor=actor.id, role="participant") for actor in actors),
        place=Place(name="Helsinki", country="FI"),
        time=Time(earliest=day, latest=last, basis="stated") if day else None,
        mentions=(EventReport(id=f"mention-{number}", article="article-1", span=span("Talks"), status="held"),),
    )
    return replace(made, **changes)


def trips(tmp_path: Path, *events: Event) -> list[dict[str, str]]:
    """The rows, without the columns that are blank."""
    exporter("trips")(replace(RECORD, articles=(ARTICLE,), actors=ACTORS, events=events), tmp_path)
    with (tmp_path / "trips.csv").open(encoding="utf-8", newline="") as source:
        return [{name: value for name, value in row.items() if value} for row in csv.DictReader(source)]


def test_a_journey_is_a_row_of_all_that_is_known(tmp_path: Path) -> None:
    rows = trips(
        tmp_path,
        event(1, "2019-05-06", GUEST, form="arrival"),
        event(2, "2019-05-07", GUEST, HOST, THIRD, FORUM, form="summit"),
        event(3, "2019-05-07", GUEST, HOST, form="signing"),
        event(4, "2019-05-08", GUEST, form="departure"),
    )

    (row,) = [row for row in rows if row["LeaderFullName"] == "Kari Nordmann"]
    assert row.pop("TripID").startswith("trip-")
    assert row == {
        "LeaderID": "actor-1",
        "LeaderCountryOrIGO": "Norway",
        "LeaderCountryISO": "NOR",
        "LeaderRole": "G",
        "LeaderTitle": "prime minister",
        "LeaderSurname": "Nordmann",
        "LeaderFullName": "Kari Nordmann",
        "CountryVisited": "Finland",
        "CountryVisitedISO": "FIN",
        "TripYear": "2019",
        "TripStartDate": "2019-05-06",
        "TripEndDate": "2019-05-08",
        "TripDuration": "3",
        "MetHostHoGS": "Yes",
        "HostHOGSName": "Matti Suomalainen",
        "AttendedMultilatEvent": "Yes",
        "NameMultilatEvent": "Northern Forum",
        "MetNonhostHOGS": "Yes",
        "NonhostHOGSNames": "Anna Svensson",
        "SignedAgreement": "Yes",
        "Notes": "event-1 event-2 event-3 event-4",
        "SourceLink1": "a.txt",
    }


def test_hosts_and_those_who_lead_nothing_travel_nowhere(tmp_path: Path) -> None:
    rows = trips(tmp_path, event(1, "2019-05-06", HOST, WORKER))

    assert rows == []


@pytest.mark.parametrize(
    "changes", [{"status": "planned"}, {"status": "cancelled"}, {"place": None}, {"place": Place(name="Hall")}]
)
def test_what_did_not_happen_or_nowhere_known_is_no_journey(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert trips(tmp_path, event(1, "2019-05-06", GUEST, **changes)) == []


def test_days_apart_are_two_journeys_and_no_day_is_one_of_its_own(tmp_path: Path) -> None:
    rows = trips(
        tmp_path,
        event(1, "2019-05-06", GUEST),
        event(2, "2019-05-07", GUEST),
        event(3, "2019-05-17", GUEST),
        event(4, None, GUEST),
    )

    assert [(row.get("TripStartDate"), row["Notes"]) for row in rows] == [
        (None, "event-4"),
        ("2019-05-06", "event-1 event-2"),
        ("2019-05-17", "event-3"),
    ]


def test_a_month_is_no_journey_of_a_month(tmp_path: Path) -> None:
    (row,) = trips(tmp_path, event(1, "2019-06-01", GUEST, last="2019-06-30"))

    assert (row["TripYear"], "TripStartDate" in row, "TripEndDate" in row) == ("2019", False, False)


def test_a_minister_travels_with_the_head_and_meets_ministers(tmp_path: Path) -> None:
    rows = trips(tmp_path, event(1, "2019-05-06", GUEST, MINISTER))

    assert [(row["LeaderRole"], row.get("SubHOGSTravelWithHOGS")) for row in rows] == [("G", "Yes"), ("F", None)]


def test_an_empty_record_is_a_header(tmp_path: Path) -> None:
    exporter("trips")(Record(), tmp_path / "new")

    assert (tmp_path / "new" / "trips.csv").read_text("utf-8") == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("title", "country", "role"),
    [
        ("president", "US", "GS"),
        ("president", "FR", "S"),
        ("prime minister", "FR", "G"),
        ("foreign minister", "FR", "F"),
        ("crown prince", "SA", "CP"),
        ("journalist", "FR", None),
        ("former president", "FR", None),
    ],
)
def test_roles(title: str, country: str, role: str | None) -> None:
    found = leader(person(9, "Somebody", title, country), "2019-05-06", load())

    assert (found.role if found else None) == role


def test_a_head_of_no_known_country_is_left_out() -> None:
    assert leader(person(9, "Somebody", "president", None), "2019-05-06", load()) is None
