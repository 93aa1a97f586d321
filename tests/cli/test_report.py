"""`communique report` of a part of the record, and `communique serve` before it serves."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.report.factory import record
from typer.testing import CliRunner

from communique.cli import app
from communique.errors import StoreError, UsageError
from communique.store import transaction, writing
from communique.store.write import write
from communique.web import app as web
from communique.web.settings import Settings


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    file = tmp_path / "r.db"
    with writing(file) as connection, transaction(connection):
        write(connection, record(), "fingerprint-1")
    return file


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ([], ["Press conference", "arrival", "Evening Reprint"], []),
        (["--event", "event-1"], ["press conference", "Evening Reprint"], ["Arrival"]),
        (["--actor", "actor-2"], ["Arrival", "build the bridge"], []),
        (["--from", "2021-03", "--to", "2021"], ["Strelsau", "10 March 2021"], ["Arrival"]),
        (["--search", "bridge"], ["Graustark Gazette", "will build"], ["Arrival"]),
    ],
)
def test_a_dossier_of_a_part(stored: Path, asked: list[str], there: list[str], not_there: list[str]) -> None:
    out = stored.parent / "dossier.html"
    assert CliRunner().invoke(app, ["report", str(stored), "-o", str(out), *asked]).exit_code == 0
    page = out.read_text("utf-8")
    assert [words for words in there if words.lower() not in page.lower()] == []
    assert [words for words in not_there if f"<bdi>{words}" in page] == []


def test_a_heavy_page_is_written_and_said_to_be_heavy(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = stored.parent / "dossier.html"
    light = CliRunner().invoke(app, ["report", str(stored), "-o", str(out)])
    monkeypatch.setattr("communique.cli.report.HEAVY", 1000)
    heavy = CliRunner().invoke(app, ["report", str(stored), "-o", str(out)])
    assert (light.exit_code, light.stderr, heavy.exit_code) == (0, "", 0)
    assert "communique serve" in heavy.stderr
    assert "--from" in heavy.stderr


@pytest.mark.parametrize(
    "asked",
    [["--event", "event-1", "--search", "bridge"], ["--search", "nowhere"], ["--from", "soon"], ["--event", "none"]],
)
def test_what_cannot_be_told_is_said(stored: Path, asked: list[str]) -> None:
    done = CliRunner().invoke(app, ["report", str(stored), "-o", str(stored.parent / "d.html"), *asked])
    assert isinstance(done.exception, UsageError)
    assert not (stored.parent / "d.html").exists()


def served(monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[list[Settings], str, BaseException | None]:
    given: list[Settings] = []

    def serve(settings: Settings, started: Callable[[int], None]) -> None:
        given.append(settings)
        started(settings.port)

    monkeypatch.setattr(web, "serve", serve)
    done = CliRunner().invoke(app, ["serve", *words])
    return given, done.output, done.exception


def test_at_home_no_token_is_asked_for(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [settings], told, _ = served(monkeypatch, str(stored), "--port", "9000")
    assert (settings.host, settings.port, settings.token, settings.read_only) == ("127.0.0.1", 9000, "", False)
    assert "http://127.0.0.1:9000/ " in told


def test_elsewhere_a_token_is_made_and_printed(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [settings], told, _ = served(monkeypatch, str(stored), "--host", "0.0.0.0", "--read-only")
    assert settings.read_only
    assert len(settings.token) > 20
    assert f"http://0.0.0.0:8765/?token={settings.token}" in told


def test_a_short_token_and_no_record_are_refused(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(served(monkeypatch, str(stored), "--token", "short")[2], UsageError)
    assert isinstance(served(monkeypatch, str(stored.parent / "none.db"))[2], StoreError)


def test_a_port_that_is_taken_is_named_before_anything_is_promised(stored: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(app, ["serve", str(stored), "--port", port])
    assert isinstance(done.exception, UsageError)
    assert f"port {port} (Address already in use); stop what runs there or give another --port" in str(done.exception)
    assert "The desk" not in done.output


def test_an_actor_is_named_as_people_name_it(stored: Path) -> None:
    out = stored.parent / "dossier.html"
    assert CliRunner().invoke(app, ["report", str(stored), "-o", str(out), "--actor", "vance"]).exit_code == 0
    assert "Arrival" in out.read_text("utf-8")
    done = CliRunner().invoke(app, ["report", str(stored), "-o", str(out), "--actor", "Nobody"])
    assert str(done.exception).startswith("The record has no actor of the name or id 'Nobody'")


@pytest.mark.parametrize("name", ["dossier.pdf", "dossier.docx"])
def test_a_dossier_is_not_written_under_the_name_of_something_else(stored: Path, name: str) -> None:
    done = CliRunner().invoke(app, ["report", str(stored), "-o", str(stored.parent / name)])
    assert isinstance(done.exception, UsageError)
    assert not (stored.parent / name).exists()


def test_a_dossier_is_written_whole_or_not_at_all(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = stored.parent / "dossier.html"
    out.write_text("an older one")

    def full(path: Path, made: bytes) -> int:
        with path.open("wb") as file:
            file.write(made[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        done = CliRunner().invoke(app, ["report", str(stored), "-o", str(out)])
    assert "No space left on device" in str(done.exception)
    assert out.read_text() == "an older one"
    assert sorted(path.name for path in stored.parent.iterdir()) == ["dossier.html", "r.db"]
