"""The documents and the commands say the same: every option is described, every example runs."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner
from uvicorn import Server

from communique.cli import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = typer.main.get_command(app).commands
# What the examples take for granted, in the order in which a reader would get there.
FIRST = [["build", "examples/captures", "-o", "record.db"]]


def examples() -> list[list[str]]:
    """The words of every `$ communique …` line of the documents."""
    lines = [line for page in PAGES for line in page.read_text("utf-8").splitlines()]
    return [shlex.split(line.removeprefix("$ communique ")) for line in lines if line.startswith("$ communique ")]


def programs() -> list[tuple[str, str]]:
    """Every Python example of the documents, with its page."""
    return [
        (page.name, code)
        for page in PAGES
        for code in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)
    ]


def section(command: str) -> str:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    return text.partition(f"## communique {command}\n")[2].partition("\n## ")[0]


def options(command: str) -> list[str]:
    """The options of a command, and of those within it."""
    within = [COMMANDS[command], *getattr(COMMANDS[command], "commands", {}).values()]
    return [option for one in within for parameter in one.params for option in parameter.opts if option[:2] == "--"]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_of_every_command_is_described(command: str) -> None:
    assert [option for option in options(command) if option not in section(command) and option != "--help"] == []


def test_every_option_described_exists() -> None:
    for command in COMMANDS:
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", section(command))) <= {*options(command), "--help"}


def test_every_make_target_described_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    pages = [*PAGES, ROOT / "CONTRIBUTING.md"]
    named = {name for page in pages for name in re.findall(r"`make ([a-z]+)`", page.read_text("utf-8"))}
    assert {"setup", "demo", "test", "check"} <= named <= targets


def test_every_file_linked_exists() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("docs")
    # A few of the captures do: what the commands find in all of them is no matter of the documents.
    shutil.copytree(ROOT / "examples" / "captures" / "moscow-2017", place / "examples" / "captures")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        for words in FIRST:
            done = CliRunner().invoke(app, words)
            assert done.exit_code == 0, done.output
        yield place


def ready(server: Server, sockets: object = None) -> None:
    server.config.load()
    server.started = True


@pytest.mark.timeout(60)
@pytest.mark.parametrize("words", examples(), ids=" ".join)
def test_every_example_runs(folder: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    # The desk is made ready, and stops where it would begin to wait for readers.
    monkeypatch.setattr("uvicorn.Server.run", ready)
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output


@pytest.mark.timeout(60)
def test_every_program_runs_on_what_the_examples_wrote(folder: Path) -> None:
    for words in examples():
        if words[0] == "export":
            assert CliRunner().invoke(app, words).exit_code == 0

    assert [page for page, _ in programs()] != []
    for page, code in programs():
        exec(compile(code, page, "exec"), {})
