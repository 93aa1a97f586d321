import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.store.records import ACTOR, ARTICLE, EVENT, RECORD

from communique.export import exporter
from communique.export.followthemoney import entities
from communique.records.actors import Actor, Office
from communique.records.events import Participant
from communique.records.record import Record
from communique.records.times import Time

HOST = replace(
    ACTOR,
    names=("A. Minister", "Minister A."),
    identifiers={"wikidata": "Q42"},
    offices=(
        Office(title="foreign minister", country="NO", start="2017-10", end="2021-10-14", basis="reference"),
        Office(title="minister", basis="text"),
    ),
)
GUEST = Actor(id="actor-2", kind="state", name="Finland", country="FI")
GROUP = Actor(id="actor-3", kind="group", name="ministers")
MET = replace(EVENT, participants=tuple(Participant(actor=f"actor-{n}", role=r) for n, r in enumerate(
    ("host", "guest", "participant"), 1)))  # fmt: skip
SMALL = replace(
    RECORD, articles=(replace(ARTICLE, url="https://example.org/a"),), actors=(HOST, GUEST, GROUP), events=(MET,)
)


def test_a_record_is_entities_that_refer_to_each_other(tmp_path: Path) -> None:
    exporter("ftm")(SMALL, tmp_path)

    found = [json.loads(line) for line in (tmp_path / "entities.ftm.json").read_text("utf-8").splitlines()]
    post, held = (next(e["id"] for e in found if e["schema"] == name) for name in ("Position", "Occupancy"))
    assert found == sorted(found, key=lambda entity: entity["id"])
    assert {entity["id"]: (entity["schema"], entity["properties"]) for entity in found} == {
        "actor-1": (
            "Person",
            {
                "name": ["A. Minister"],
                "alias": ["Minister A."],
                "country": ["no"],
                "wikidataId": ["Q42"],
                "position": ["minister"],
            },
        ),
        "actor-2": ("PublicBody", {"name": ["Finland"], "country": ["fi"]}),
        "article-1": (
            "Article",
            {
                "fileName": ["a.txt"],
                "name": ["Talks in Oslo"],
                "title": ["Talks in Oslo"],
                "sourceUrl": ["https://example.org/a"],
                "publishedAt": ["2019-05-06"],
            },
        ),
        "event-1": (
            "Event",
            {
                "name": ["talks of A. Minister and Finland, Oslo, 2019-05-06"],
                "summary": ["Talks"],
                "keywords": ["held", "talks"],
                "location": ["Oslo"],
                "country": ["no"],
                "organizer": ["actor-1"],
                "involved": ["actor-1", "actor-2"],
                "proof": ["article-1"],
                "sourceUrl": ["https://example.org/a"],
                "date": ["2019-05-06"],
            },
        ),
        post: ("Position", {"name": ["foreign minister of Norway"], "country": ["no"]}),
        held: (
            "Occupancy",
            {
                "holder": ["actor-1"],
                "post": [post],
                "startDate": ["2017-10"],
                "endDate": ["2021-10-14"],
                "summary": ["table of offices"],
            },
        ),
    }


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2019-05-06T09:00+02:00", "2019-05-06T09:00+02:00", {"date": ["2019-05-06"]}),
        ("2019-02-01", "2019-02-28", {"date": ["2019-02"]}),
        ("2019-01-01", "2019-12-31", {"date": ["2019"]}),
        ("2019-05-06", "2019-05-09", {"startDate": ["2019-05-06"], "endDate": ["2019-05-09"]}),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(first: str, last: str, shown: dict[str, Any]) -> None:
    event = replace(MET, time=Time(earliest=first, latest=last, basis="stated"))

    (found,) = (e for e in entities(Record(events=(event,))))

    assert {name: found.properties[name] for name in ("date", "startDate", "endDate") if name in found.properties} == (
        shown
    )


def test_what_is_only_planned_says_so_in_its_name() -> None:
    (found,) = entities(Record(events=(replace(MET, status="planned", time=None, place=None),)))

    assert found.properties["name"] == ["talks (planned)"]
