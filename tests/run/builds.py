"""Builds with small stages, and what they export."""

from pathlib import Path

import pytest
from tests.run import fakes

from communique import store
from communique.export import exporter
from communique.options import Options
from communique.run import Summary, build

OPTIONS = Options(jobs=1)


@pytest.fixture
def small_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.run.work.extract_one", fakes.extract_one)
    monkeypatch.setattr("communique.run.building.conclude", fakes.conclude)
    monkeypatch.setattr("communique.run.building.extraction_version", fakes.version)
    monkeypatch.setattr("communique.run.building.record_version", fakes.version)


def exported(record: Path) -> dict[str, bytes]:
    out = record.parent / f"{record.stem}-export"
    exporter("jsonl")(store.load(record), out)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def built(record: Path, *paths: Path, **how: bool) -> Summary:
    return build([str(path) for path in paths], record, OPTIONS, **how)
