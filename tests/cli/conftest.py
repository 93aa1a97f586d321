from pathlib import Path

import pytest
from tests.cli.calling import Run, caller, saved
from tests.run import fakes
from tests.store.records import RECORD


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return caller(monkeypatch, capsys)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return saved(tmp_path / "r.db", RECORD)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("communique.run.work.extract_one", fakes.extract_one)
    monkeypatch.setattr("communique.run.building.conclude", fakes.conclude)
    monkeypatch.setattr("communique.run.building.record_version", fakes.version)
    made = tmp_path / "captures"
    made.mkdir()
    (made / "a.txt").write_text("We met.\nWe agreed.\n")
    return made
