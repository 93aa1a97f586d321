"""The two golds of events and commitments: halves apart, items of the half `held` never told."""

from pathlib import Path

import pytest
from evaluation.broad import HALVES, Part
from evaluation.events import BorneOut
from evaluation.export import Export
from evaluation.gold import Truth
from evaluation.joined import Counts

from evaluation import broad, fresh


def part(half: str, missed: frozenset[str] = frozenset()) -> Part:
    rows = [[f"{half}.e{n}", "main", "Berg", "", "", "visit", "Berg came"] for n in (1, 2)]
    empty: dict[str, list[list[str]]] = {half: []}
    truth = Truth(
        meta={}, quotes=empty, indirect=empty, events={half: rows}, commit=empty, indic=empty, time=empty,
        align_pairs=[],
    )  # fmt: skip
    export = Export({"articles": [], "actors": [], "events": [], "commitments": []})
    return Part(half, truth, export, missed, BorneOut(1, 2), Counts(1, 1, 1, 2), 0, f"told of {half}\n")


def stub(monkeypatch: pytest.MonkeyPatch, **parts: tuple[Part, ...]) -> None:
    monkeypatch.setattr(broad, "_parts", lambda shared, gold: parts[gold])


def test_each_half_has_its_own_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, fresh=(part("development"), part("held", frozenset({"held.e1", "held.e2"}))))
    figures = fresh.scores(Path())
    names = [name for name in figures if name.endswith("events_recall")]
    assert {name: figures[name] for name in names} == {"development_events_recall": 1.0, "held_events_recall": 0.0}


def test_a_half_that_is_not_there_has_no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, fresh=(part("held"),))
    assert {name.split("_")[0] for name in fresh.scores(Path())} == {"held"}


def test_a_report_counts_and_names_no_item(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stub(monkeypatch, fresh=(part("held", frozenset({"held.e2"})),))
    fresh.report(Path())
    assert capsys.readouterr().out.splitlines() == ["  development: ", "  held: main 1/2, visit 1/2"]


def test_only_items_of_development_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stub(monkeypatch, broad=tuple(part(half) for half in HALVES), fresh=(part("held"),))
    for gold in ("broad", "fresh"):
        broad._show(Path(), gold)
    assert capsys.readouterr().out == "told of development\n"
