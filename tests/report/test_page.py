"""The dossier as a whole: what a reader finds in it, and what a capture cannot do to it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from tests.report.factory import HOSTILE, record

from communique.records.actors import Actor
from communique.records.record import Record
from communique.report import page, render, write

VOID = {"meta", "link", "img", "br", "input", "line", "rect", "circle"}


class Outline(HTMLParser):
    """Tags, attributes and text of a page; fails on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for _, attribute, value in self.attributes if attribute == name]


def outline(given: Record) -> Outline:
    parser = Outline()
    parser.feed(render(given))
    parser.close()
    assert parser.open == []
    return parser


def plain(given: Record) -> str:
    return " ".join("".join(outline(given).text).split())


@pytest.fixture(autouse=True)
def _made_up_countries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "country_name", {"RU": "Ruritania", "IR": "Graustark"}.get)


def test_the_account_tells_the_meeting_with_sources_and_words() -> None:
    text = plain(record())
    account = text[text.index("What happened 10 March") : text.index(" Composed from the record")]
    assert account == (
        "What happened 10 March 2021"
        " Rudolf Elphberg (President of Ruritania) and Mina Vance (Prime minister of Graustark) met in Strelsau"
        " (3 reports, 2 distinct texts, 1 of them looking back). [1][2][3] Part of it: a press conference. [1]"
        " Mina Vance said: “The bridge is something that we are going to build, both of us” [1][3]"
        " A pledge (Mina Vance): build the bridge [1][3]"
        " The reports agree on who; they differ in precision on when. [1][3]"
    )


def test_a_reader_finds_the_facts_in_words() -> None:
    text = plain(record())
    for words in (
        "Graustark and Ruritania",
        "3 articles in 2 distinct texts, published 10 March 2021 to 11 March 2021",
        "Rudolf Elphberg and Mina Vance: meeting in Strelsau",
        "10 March 2021 worked out from the page’s own date",
        "agree: 2 origins",
        "21 to 31 March 2021 1 origin, of another precision",
        "2 renderings in 2 distinct texts",
        "Verb: “will build” and “are going to build”",
        "open: Rudolf Elphberg or Mina Vance",
        "“the prime minister of Graustark” in the text; named by office, settled by the table of offices",
        "pledge, firm, for 20 years · transport",
        "same people place time: time 50%",
        "up 38 percent",
        "Bridge treaty",
        "2 events took place (2 of heads of state or government); the latest 10 March 2021",
        "President of Ruritania, from 7 May 2018 (from the table of offices)",
        "date not known",
        "Same text as[2]",
        "2 dropped stretches",
        "the whole input",
    ):
        assert words in text


def test_actors_that_take_part_come_first_and_the_others_are_folded_away() -> None:
    idle = [Actor(id=f"actor-{n}", kind="group", name="the bystanders") for n in (8, 9)]
    held = record()
    text = plain(msgspec.structs.replace(held, actors=(*idle, *held.actors)))
    section = text[text.rindex("Actors Name") : text.rindex("Sources")]
    assert section.index("Mina Vance") < section.index("1 more that the texts only mention the bystanders (group)")


def test_evidence_shows_the_exact_words_and_what_stands_around_them() -> None:
    html = render(record())
    assert '<mark class="exact">Wednesday</mark><span class="ctx">.</span>' in html
    assert 'href="#source-1-1">The Strelsau Courier, 10 March 2021 [1]</a>' in html


def test_words_that_only_one_rendering_has_are_marked() -> None:
    marked = re.findall(r'<mark class="own in-quote">([^<]*)</mark>', render(record()))
    assert marked == ["together", "something", "going", "both", "us"]


def test_nothing_from_a_capture_becomes_markup() -> None:
    found = outline(record())
    assert "script" not in found.tags
    assert "img" not in found.tags
    assert not [name for _, name, _ in found.attributes if name.startswith("on")]
    html = render(record())
    assert HOSTILE[:8] not in html
    assert "&lt;script&gt;alert" in html
    assert "\u202e" not in html


def test_only_web_addresses_become_links() -> None:
    outward = [value for value in outline(record()).values("href") if not value.startswith("#")]
    assert outward == ["https://courier.example/a?b=1&c=2"]
    assert 'rel="noreferrer noopener nofollow"' in render(record())


def test_every_inner_link_has_its_target() -> None:
    found = outline(record())
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in found.values("href") if value.startswith("#")} <= set(ids)


def test_the_page_allows_itself_no_network_and_no_script() -> None:
    found = outline(record())
    assert found.tags.count("link") == 0
    assert not found.values("src")
    policy = next(value for value in found.values("content") if "default-src" in value)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert not re.search(r"url\(|@import", render(record()))


def test_no_id_is_shown_to_the_reader() -> None:
    text = plain(record())
    ids = [row.id for kind in msgspec.structs.astuple(record()) for row in kind if hasattr(row, "id")]
    assert [name for name in ids if "-" in name and re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_an_empty_record_is_a_page_too() -> None:
    assert "No meeting, visit or call between two parties was found" in plain(Record())


def test_dangling_references_cost_only_themselves() -> None:
    text = plain(msgspec.structs.replace(record(), actors=(), articles=record().articles[:1]))
    assert "Meeting in Strelsau" in text


def test_equal_records_give_equal_files(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write(record(), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_odd_code_points_are_written(tmp_path: Path) -> None:
    first, *rest = record().articles
    odd = msgspec.structs.replace(first, capture="a\x00b\ud800\x0b.txt")
    write(msgspec.structs.replace(record(), articles=(odd, *rest)), tmp_path / "d.html")
    assert "a\ufffdb\ufffd\ufffd.txt" in (tmp_path / "d.html").read_text("utf-8")


def test_a_part_of_two_events_is_shown_once_and_a_circle_is_cut() -> None:
    meeting, conference, arrival = record().events
    circle = msgspec.structs.replace(meeting, part_of=(conference.id,))
    twice = msgspec.structs.replace(arrival, part_of=(meeting.id, conference.id))
    found = outline(msgspec.structs.replace(record(), events=(circle, conference, twice)))
    ids = found.values("id")
    assert [ids.count(event.id) for event in (meeting, conference, arrival)] == [1, 1, 1]
