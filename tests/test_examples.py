"""The examples, end to end: what a fresh clone shows has to hold."""

import re
import shlex
from pathlib import Path

import pytest
from evaluation.export import Export, read, spans
from typer.testing import CliRunner

from communique.cli import app
from communique.records.record import Record
from communique.report import render
from communique.store import load

CAPTURES = Path(__file__).resolve().parents[1] / "examples" / "captures"
# Words that stand in the captures' menus, notices, teasers and footers, and in no story.
BOILERPLATE = (
    "cookie", "Cookie", "Impressum", "Datenschutz", "Subscribe", "SUBSCRIBE", "Te puede interesar", "Leggi anche",
    "Auch interessant", "Also Read", "Related stories", "guestbook", "visitor number", "reader_41",
    "Ferry line", "Metro fares", "Byblos", "Comentarios", "Visualizzazioni", "All rights reserved",
)  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    done = CliRunner().invoke(app, ["build", str(CAPTURES), "-o", str(folder / "r.db"), "--jobs", "1"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def record(built: Path) -> Record:
    return load(built / "r.db")


@pytest.fixture(scope="module")
def export(built: Path) -> Export:
    assert CliRunner().invoke(app, ["export", str(built / "r.db"), "-o", str(built / "jsonl")]).exit_code == 0
    return read(built / "jsonl")


def test_every_capture_is_an_article_and_the_reprint_no_origin_of_its_own(record: Record) -> None:
    origins: dict[str, set[str]] = {}
    for article in record.articles:
        origins.setdefault(article.origin, set()).add(Path(article.capture).name)
    assert (len(record.articles), len(origins), record.problems) == (15, 14, ())
    assert {"meridian.html", "harbour-post.txt"} in origins.values()


def test_no_boilerplate_is_in_an_article(record: Record) -> None:
    found = [(row.capture, word) for row in record.articles for word in BOILERPLATE if word in row.text]
    assert found == []


def test_dates_are_the_captures_own_or_the_sidecars_or_none(record: Record) -> None:
    dates = {Path(row.capture).name: row.published for row in record.articles}
    stated = {
        "caspian-courier.txt": "2022-01-19",
        "harbour-post.txt": "2022-01-20",
        "meridian.html": "2022-01-19",
        "levant-ledger.txt": "2022-07-19",
        "puerta-del-este.html": "2022-07-20",
        "adriatico.txt": "2017-03-28",
        "northgate.html": "2017-03-29",
        "hokushin.html": "2022-03-20",
    }
    found = {name: time.earliest[:10] for name, time in dates.items() if time and name in stated}
    assert found == stated
    given = dates["steppe-herald.txt"]
    assert given is not None
    assert (given.earliest, given.basis) == ("2022-06-29", "given")
    assert dates["undated.txt"] is None


def test_the_meetings_are_there_once(record: Record) -> None:
    people = {row.id: row.name.split()[-1] for row in record.actors if row.kind == "person"}
    held = [
        (event.time.earliest if event.time else None, {people.get(p.actor) for p in event.participants} - {None})
        for event in record.events
        if event.status == "held" and event.form in {"meeting", "talks", "summit", "visit"}
    ]
    for wanted in (
        ("2017-03-28", {"Rouhani", "Putin"}),
        ("2022-01-19", {"Raisi", "Putin"}),
        ("2022-07-19", {"Raisi", "Putin"}),
        ("2022-05-24", {"Kishida", "Modi"}),
    ):
        assert held.count(wanted) == 1, wanted


def printed_in_readme() -> list[tuple[list[str], list[str]]]:
    """Each command of the README with the lines below it that it is said to print."""
    text = (CAPTURES.parents[1] / "README.md").read_text("utf-8")
    pairs = re.findall(r"^```console\n\$ communique ([^\n]+)\n```\n(?:\n[^`]*)?\n```text\n(.*?)^```", text, re.M | re.S)
    return [(shlex.split(command), shown.splitlines()) for command, shown in pairs]


def told(lines: list[str]) -> list[str]:
    """What lines say, without ids and counts, which other captures and better rules change."""
    words = (" ".join(re.sub(r"\[?\b[0-9a-f]{8}\b\]?$", "", line.rstrip()).split()) for line in lines)
    return [re.sub(r" \d+$", "", line) for line in words if line.strip("─")]


@pytest.mark.parametrize(("command", "shown"), printed_in_readme(), ids=lambda part: part[0][:20])
def test_the_readme_shows_what_is_printed(
    built: Path, command: list[str], shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    place = {"examples/captures": str(CAPTURES), "record.db": str(built / "r.db")}
    if command[0] == "build":
        place["record.db"] = str(built / "again.db")
        command = [*command, "--jobs", "1"]
    done = CliRunner().invoke(app, [place.get(word, word) for word in command])
    assert done.exit_code == 0, done.output
    found = iter(told(done.output.splitlines()))
    assert [line for line in told(shown) if line != "…" and line not in found] == []


def test_every_span_is_exact(export: Export) -> None:
    texts = {row["id"]: row["text"] for row in export["articles"]}
    found = [span for rows in export.values() for row in rows for span in spans(row) if "article" in span]
    assert len(found) > 1000
    assert [span for span in found if texts[span["article"]][span["start"] : span["end"]] != span["exact"]] == []


def test_every_link_in_the_dossier_has_its_target(record: Record) -> None:
    page = render(record)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert len(page.encode()) < 1_500_000
