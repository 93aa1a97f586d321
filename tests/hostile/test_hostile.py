"""Nothing that a capture, its sidecar or another analyst's file holds is alive in a page, an answer, the dossier, on a
terminal or in an export."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.browser.served import Answer, answers, served
from tests.hostile.captures import ATTACKS, EXECUTED
from typer.testing import CliRunner

from communique.cli import app
from communique.cli.show import KINDS
from communique.store.tables import TABLES

# A busy machine takes its time to build the records and to start a browser.
pytestmark = pytest.mark.timeout(600)

ALIVE = frozenset(
    ("script", "iframe", "object", "embed", "img", "image", "base", "math", "audio", "video", "template", "frame",
     "animate", "set", "foreignobject", "use")
)  # fmt: skip
ADDRESSES = frozenset(("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "background"))
# Control characters but tab and line end, what turns the direction of letters, and halves of characters.
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# The words by which an attack is known again once it lies there as text.
KNOWN = sorted(set(re.findall(r"attack-\w+", " ".join(ATTACKS.values()))))


class Watch(HTMLParser):
    """What in a page could be alive, and the page's words."""

    def __init__(self, page: str, *, own_style: bool = False) -> None:
        super().__init__()
        self.amiss: list[str] = []
        self.words: list[str] = []
        self.styles = 0
        self.own_style = own_style
        self.feed(page)
        self.close()
        if self.styles > own_style:
            self.amiss.append(f"{self.styles} style elements")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.styles += tag == "style"
        if tag in ALIVE:
            self.amiss.append(f"<{tag}>")
        for name, value in attrs:
            target = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            scheme = target.partition(":")[0] if re.match(r"[a-z][a-z0-9+.-]*:", target) else ""
            outward = scheme in ("http", "https") and (tag, name) == ("a", "href")
            icon = (tag, target) == ("link", "data:,")
            policy = (name, target) == ("http-equiv", "content-security-policy") and self.own_style
            if name.startswith("on") or (name in ("style", "srcdoc", "http-equiv") and not policy):
                self.amiss.append(f"{name}={value!r}")
            if name in ADDRESSES and (scheme or target.startswith("//")) and not outward and not icon:
                self.amiss.append(f"{name}={value!r}")

    def handle_comment(self, data: str) -> None:
        self.amiss.append(f"<!--{data[:40]}")

    def unknown_decl(self, data: str) -> None:
        self.amiss.append(f"<![{data[:40]}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def kinds() -> list[str]:
    return [table.kind for table in TABLES]


@pytest.fixture(scope="module")
def pages(hostile_record: Path) -> list[Answer]:
    starts = ["/", "/problems", "/judgements?all=1", *(f"/search?words={name}" for name in KNOWN)]
    with served(hostile_record) as home:
        return [*answers(home, starts), *interface(home)]


def interface(home: str) -> Iterator[Answer]:
    """The answers of the REST interface, every kind with all that it holds."""
    starts = [
        "/api",
        *(f"/api/{kind}?size=200" for kind in kinds()),
        "/api/search?words=attack",
        "/schema/openapi.json",
    ]
    starts += [f"/api/check?words={name}" for name in KNOWN]
    for start in starts:
        yield from answers(home, [start])


def test_no_page_is_alive(pages: list[Answer]) -> None:
    shown = [row for row in pages if row.media == "text/html"]
    assert {row.status for row in shown} == {200}
    assert len(shown) > 100
    amiss = {row.address: found for row in shown if (found := Watch(row.body).amiss)}
    assert amiss == {}
    assert [row.address for row in shown if STEERS.search(row.body)] == []


def test_every_attack_is_shown_as_words(pages: list[Answer]) -> None:
    words = "".join(part for row in pages if row.media == "text/html" for part in Watch(row.body).words)
    assert [name for name in KNOWN if name not in words] == []
    assert "{{1234*1234}} {% for x in (1,2) %}" in words
    assert "<script>alert('attack-script')</script>" in words
    assert EXECUTED not in words


def test_answers_for_programs_are_json_and_nothing_else(pages: list[Answer]) -> None:
    rows = [row for row in pages if row.address.startswith(("/api", "/schema"))]
    assert len(rows) > len(kinds())
    for row in rows:
        assert row.status in (200, 404), row.address
        assert row.media in ("application/json", "application/vnd.oai.openapi+json"), row.address
        json.loads(row.body)
        assert not re.search("[\x00-\x1f]", row.body), row.address


def test_the_dossier_is_inert_and_asks_nobody(hostile_record: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["report", str(hostile_record), "-o", str(tmp_path / "d.html")])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "d.html").read_text("utf-8")
    watch = Watch(page, own_style=True)
    assert watch.amiss == []
    assert not STEERS.search(page)
    assert "<script>alert('attack-script')</script>" in "".join(watch.words)
    assert EXECUTED not in page


def test_a_terminal_is_not_steered(hostile_record: Path) -> None:
    given = [["show", str(hostile_record)], ["search", str(hostile_record), "attack"]]
    given += [["check", str(hostile_record), f"We will build 3 bridges together {name}"] for name in KNOWN]
    given += [["show", str(hostile_record), kind] for kind in KINDS if kind != "relationship"]
    given += [["judge", str(hostile_record), "list"], ["show", str(hostile_record), "outlets"]]
    given += [["show", str(hostile_record), *item] for item in items(hostile_record)]
    shown = ""
    for words in given:
        done = CliRunner().invoke(app, words)
        assert done.exit_code in (0, 1), (words, done.output, done.exception)
        found = STEERS.search(done.output)
        assert found is None, (words, repr(done.output[max(0, found.start() - 80) :][:160]))
        shown += done.output
    assert "attack-terminal" in shown
    assert EXECUTED not in shown


def items(record: Path) -> Iterator[tuple[str, str]]:
    """Some items of each kind, to be shown one by one."""
    from communique import store

    with store.reading(record) as connection:
        for kind in ("articles", "statements", "utterances", "events", "actors", "judgements", "commitments"):
            yield from ((kind, row.id) for row in store.load_kind(connection, kind)[:14])


def test_the_export_is_lines_of_json(hostile_record: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", str(hostile_record), "-o", str(tmp_path)])
    assert done.exit_code == 0, done.output
    files = sorted(tmp_path.iterdir())
    assert len(files) > 5
    for file in files:
        for line in file.read_bytes().splitlines():
            assert isinstance(json.loads(line), dict)
            assert not re.search(rb"[\x00-\x1f]", line)


def test_a_judgement_that_steers_is_refused_and_the_refusal_is_inert(hostile_record: Path, tmp_path: Path) -> None:
    attacks = tmp_path / "attacks.jsonl"
    row = {"id": "judgement-x", "kind": "note", "author": "eve", "made": "2024-05-06T07:08:09.000Z"}
    lines = [json.dumps({**row, "words": attack, "author": attack, "kind": kind})
             for attack in ATTACKS.values() for kind in ("note", "<script>", "title")]  # fmt: skip
    attacks.write_text("\n".join([*lines, "{" * 5000, "<script>", "null", "[]"]))
    done = CliRunner().invoke(app, ["judge", str(hostile_record), "import", str(attacks)])
    assert not STEERS.search(done.output)
    assert done.exit_code != 0
