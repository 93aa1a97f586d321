"""The record as tables: what stands in the cells, that the tables fit together, and that no cell is a formula."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.report.factory import record
from tests.store.records import ACTOR, EVENT, RECORD, STATEMENT, TEXT

from communique.export import exporter
from communique.export.tables.cells import LONGEST, cell
from communique.export.tables.column import Column, precision
from communique.export.tables.files import TABLES
from communique.records.actors import Actor
from communique.records.events import Participant, Plover
from communique.records.record import Record
from communique.records.times import Time

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def exported(made: Record, folder: Path) -> dict[str, list[dict[str, str]]]:
    exporter("csv")(made, folder)
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file, strict=True))
    return found


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def test_an_event_and_its_people(tmp_path: Path) -> None:
    tables = exported(RECORD, tmp_path)
    dated = {"date_from": "2019-05-06", "date_to": "2019-05-06", "date_precision": "day", "date_approximate": "no"}

    assert [filled(row) for row in tables["events"]] == [
        {"event": "event-1"}
        | dated
        | {
            "date_basis": "stated",
            "form": "talks",
            "status": "held",
            "level": "minister",
            "participants": "A. Minister; ?",
            "participant_ids": "actor-1; actor-gone",
            "countries": "NO",
            "hosts": "A. Minister",
            "guests": "?",
            "place": "Oslo",
            "country": "NO",
            "country_name": "Norway",
            "articles": "1",
            "origins": "1",
            "sources_on_place": "alone",
            "words": "Talks",
            "sources": "a.txt",
        }
    ]
    assert [(r["actor"], r["name"], r["kind"], r["role"]) for r in tables["participants"]] == [
        ("actor-1", "A. Minister", "person", "host"),
        ("actor-gone", "?", "", "guest"),
    ]
    assert [(r["event"], r["published"], r["certain"], r["words"]) for r in tables["reports"]] == [
        ("event-1", "2019-05-06", "yes", "Talks")
    ]


def test_two_countries_in_a_year(tmp_path: Path) -> None:
    people = tuple(
        replace(ACTOR, id=f"actor-{code}", name=f"Of {code}", country=code, members=()) for code in ("NO", "SE", "DK")
    )
    both, three = (
        tuple(Participant(actor=f"actor-{c}", role="participant") for c in cs)
        for cs in ("NO SE".split(), "NO SE DK".split())
    )
    whole = replace(EVENT, participants=both, level="head", plover=Plover(event="CONSULT", quad="verbal cooperation"))
    undated = Time(earliest="2019-12-01", latest="2020-01-31", basis="stated")
    events = (
        whole,
        replace(whole, id="event-2", form="talks", part_of=("event-1",)),
        replace(whole, id="event-3", form="summit", participants=three, mentions=()),
        replace(whole, id="event-4", form="signing", plover=None),
        replace(whole, id="event-5", form="meeting", status="planned", time=undated),
    )
    rows = exported(replace(RECORD, actors=people, events=events), tmp_path)["dyads"]
    shown = [(r["country_1"], r["country_2"], r["name_1"], r["year"], r["met"], r["met_alone"]) for r in rows]
    assert shown == [
        ("DK", "NO", "Denmark", "2019", "1", "0"),
        ("DK", "SE", "Denmark", "2019", "1", "0"),
        ("NO", "SE", "Norway", "2019", "2", "1"),
        ("NO", "SE", "Norway", "", "0", "0"),
    ]
    pair = rows[2]
    assert (pair["met_heads"], pair["signings"], pair["planned"], pair["verbal_cooperation"]) == ("2", "1", "0", "3")
    assert (pair["articles"], pair["origins"], rows[3]["planned"]) == ("1", "1", "1")


def test_every_kind_has_its_rows(tmp_path: Path) -> None:
    tables = exported(RECORD, tmp_path)
    assert {name: len(rows) for name, rows in tables.items() if name != "columns"} == {
        "actors": 1, "agreements": 1, "articles": 1, "commitments": 1, "dyads": 0, "events": 1, "findings": 1,
        "indicators": 1, "judgements": 1, "offices": 0, "participants": 2, "problems": 1, "relationships": 1,
        "reports": 1, "stages": 1, "statements": 1, "times": 1, "utterances": 1,
    }  # fmt: skip
    said = tables["statements"][0]
    assert TEXT[int(said["start"]) : int(said["end"])] == said["words"] == "trade grew by 7 percent"
    assert (said["speakers"], said["occasion"]) == ("A. Minister", "talks, Oslo, 2019-05-06")
    assert tables["problems"][0]["lost"] == "yes"
    assert tables["findings"][0]["item"] == "talks, Oslo, 2019-05-06"


def test_the_tables_fit_together(tmp_path: Path) -> None:
    tables = exported(record(), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    resources = {one["name"]: one for one in package["resources"]}

    assert sorted(resources) == sorted(tables.keys() - {"columns"})
    for name, resource in resources.items():
        schema, rows = resource["schema"], tables[name]
        with (tmp_path / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in schema["fields"]]
        if key := schema.get("primaryKey"):
            assert len({row[key] for row in rows}) == len(rows)
        for foreign in schema.get("foreignKeys", ()):
            there = {row[foreign["reference"]["fields"]] for row in tables[foreign["reference"]["resource"]]}
            assert {row[foreign["fields"]] for row in rows} - {""} <= there, (name, foreign)
        for field in schema["fields"]:
            values = {row[field["name"]] for row in rows} - {""}
            assert all(FITS[field["type"]](value) for value in values), (name, field["name"], values)


FITS: dict[str, Any] = {
    "string": lambda value: value[0] not in "=+-@",
    "integer": str.isdigit,
    "number": float,
    "boolean": {"yes", "no"}.__contains__,
    "date": ISO_DAY.fullmatch,
}


def test_every_column_is_explained_once(tmp_path: Path) -> None:
    said = exported(Record(), tmp_path)["columns"]
    assert [row["column"] for row in said if not row["meaning"]] == []
    assert [row["table"] for row in said if not row["column"]] == [table.name for table in TABLES]
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in names)


def test_the_same_record_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exporter("csv")(record(), tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_who_is_not_named_keeps_its_place_among_the_names(tmp_path: Path) -> None:
    nobody = Actor(id="actor-0", kind="group", name="")
    event = replace(
        EVENT, participants=(Participant(actor="actor-0", role="guest"), Participant(actor="actor-1", role="host"))
    )
    row = exported(replace(RECORD, actors=(nobody, ACTOR), events=(event,)), tmp_path)["events"][0]
    assert (row["participants"], row["participant_ids"]) == ("?; A. Minister", "actor-0; actor-1")


HOSTILE = ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "＝1", "\t=1", " =1")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_a_formula(words: str, tmp_path: Path) -> None:
    span = replace(STATEMENT.content, exact=words)
    shown = exported(replace(RECORD, statements=(replace(STATEMENT, content=span),)), tmp_path)["statements"][0]
    assert shown["words"] == "'" + " ".join(words.split())


TEXT_COLUMN = Column("words", "string", "exact", lambda row, look: row)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        ("", ""),
        ((), ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (5e12, "5000000000000"),
        (0.1, "0.1"),
        (-2.5, "-2.5"),
        (("a", "b"), "a; b"),
        ("two\nlines\x00 and \u202emore", "two lines\ufffd and \ufffdmore"),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
    ],
)
def test_a_cell_is_one_line_of_plain_text(value: object, shown: str) -> None:
    assert cell(TEXT_COLUMN, value) == shown


@pytest.mark.parametrize(
    ("first", "last", "what"),
    [
        ("2022-01-19", "2022-01-19", "day"),
        ("2022-01-19T10:00+03:00", "2022-01-19T10:00+03:00", "day"),
        ("2024-02-01", "2024-02-29", "month"),
        ("2022-02-01", "2022-02-27", "interval"),
        ("2022-01-01", "2022-12-31", "year"),
        ("2021-01-01", "2022-12-31", "interval"),
    ],
)
def test_precision(first: str, last: str, what: str) -> None:
    assert precision(Time(earliest=first, latest=last, basis="stated")) == what
