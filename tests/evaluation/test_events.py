"""Which events of an export the gold bears out."""

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation.events import BorneOut, both_ways, precision
from evaluation.gold import Truth

ROW = ["d.e1", "main", "Anna Berg; Carl Dahl", "Bern", "2022-05-03", "meeting", "Berg met Dahl in Bern"]


def truth(*rows: list[str]) -> Truth:
    empty: dict[str, list[list[str]]] = {"d": []}
    return Truth(
        meta={}, quotes=empty, indirect=empty, events={"d": list(rows)}, commit=empty, indic=empty, time=empty,
        align_pairs=[],
    )  # fmt: skip


def export(folder: Path, **changed: Any) -> Path:
    event = {
        "id": "event-1",
        "status": "held",
        "participants": [{"actor": "a"}, {"actor": "b"}],
        "place": {"name": "Bern"},
        "time": {"earliest": "2022-05-03", "latest": "2022-05-03"},
        "mentions": [{"article": "x", "span": {"exact": "Berg met Dahl"}}],
    } | changed
    people = [
        {"id": "a", "kind": "person", "name": "Anna Berg", "names": []},
        {"id": "b", "kind": "person", "name": "Carl Dahl", "names": []},
        {"id": "c", "kind": "person", "name": "Eva Lund", "names": []},
    ]
    rows = {"events": [event], "actors": people, "articles": [{"id": "x", "capture": "d.txt"}]}
    for kind, some in rows.items():
        (folder / f"{kind}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in some), "utf-8")
    return folder


def test_an_event_that_agrees_in_all_is_borne_out(tmp_path: Path) -> None:
    assert precision(export(tmp_path), truth(ROW)) == BorneOut(1, 1)


@pytest.mark.parametrize(
    "changed",
    [
        {"status": "planned"},
        {"participants": [{"actor": "a"}]},
        {"participants": [{"actor": "a"}, {"actor": "b"}, {"actor": "c"}]},
        {"place": {"name": "Oslo"}},
        {"time": {"earliest": "2022-05-04", "latest": "2022-05-04"}},
        {"time": None},
        {"mentions": [{"article": "x", "span": {"exact": "the weather held"}}]},
    ],
)
def test_one_field_that_differs_is_enough_to_be_wrong(tmp_path: Path, changed: dict[str, Any]) -> None:
    held = [*ROW[:1], "prior", *ROW[2:]]
    assert precision(export(tmp_path, **changed), truth(held)) == BorneOut(0, 1, ("event-1",))


def test_precision_and_recall_make_f1() -> None:
    assert both_ways(0.5, [BorneOut(1, 1), BorneOut(0, 1)]) == {"events_precision": 0.5, "events_f1": 0.5}
