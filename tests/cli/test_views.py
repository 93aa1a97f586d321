"""Outlets, series and the standing of a relationship on the command line."""

import json
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tests.compare.test_views import A, B, C, figure, met, told

from communique import store
from communique.cli import main
from communique.records.record import Record
from communique.store.write import write


@pytest.fixture
def record(tmp_path: Path) -> Path:
    held = told(met(A, B, C))
    fields = {name: getattr(held, name) for name in held.__struct_fields__}
    whole = Record(**{**fields, "indicators": (figure("i1", 5, "2019"), figure("i2", 7, "2020", bound="about"))})
    path = tmp_path / "r.db"
    with store.writing(path) as connection, store.transaction(connection):
        write(connection, whole, "mark")
    return path


def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[str, str]:
    monkeypatch.setattr(sys, "argv", ["communique", "show", *map(str, words)])
    with suppress(SystemExit):
        main()
    out = capsys.readouterr()
    return out.out, out.err


def test_outlets(record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = shown(monkeypatch, capsys, record, "outlets")
    assert "Wire leaves out what others report of the same events:" in text
    assert "  utterance, in 2 other texts: Berg: The herring is back" in text
    rows, _ = shown(monkeypatch, capsys, record, "outlets", "--json")
    assert [row["name"] for row in json.loads(rows)] == ["Herald", "Ledger", "Wire"]


def test_series(record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = shown(monkeypatch, capsys, record, "series")
    assert text.splitlines()[0] == "trade, percent"
    assert "2020     about 7" in text
    rows, _ = shown(monkeypatch, capsys, record, "series", "--json")
    assert [point["value"] for point in json.loads(rows)[0]["points"]] == [5, 7]


def test_a_relationship(record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for names in (("NO", "SE"), ("Norway", "Sweden"), ("no", "Dahl")):
        text, _ = shown(monkeypatch, capsys, record, "relationship", *names)
        assert "    2021: 1 held of heads of state or government, the date stated on the page" in text
    rows, _ = shown(monkeypatch, capsys, record, "relationship", "NO", "SE", "--json")
    assert json.loads(rows)["relationship"]["actors"] == ["no", "se"]


def test_wrong_use_names_the_remedy(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "communique show RECORD actors" in shown(monkeypatch, capsys, record, "relationship", "NO", "Atlantis")[1]
    assert "One id at a time" in shown(monkeypatch, capsys, record, "events", "event-1", "event-2")[1]
