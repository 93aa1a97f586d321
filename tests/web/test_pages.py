"""Every page for reading: what a reader finds there, how it is built, and what a capture cannot do to it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from msgspec.structs import replace
from tests.report.factory import COURIER, HOSTILE, record, span
from tests.web.desks import Outline, client, stored

from communique.records.actors import Actor, MergedMention
from communique.records.judged import Judged
from communique.records.record import Record
from communique.records.times import Time

PAGES = {
    "/": "3 articles in 2 distinct texts",
    "/events": "3 events",
    "/events?form=arrival": "1 event",
    "/events?first=2021-03&last=2021": "1 event",
    "/events/event-1": "10 March 2021",
    "/events/event-2": "press conference",
    "/actors": "Rudolf Elphberg",
    "/actors?words=vance": "1 actor",
    "/actors/actor-2": "Prime minister",
    "/relationships": "Rudolf Elphberg and Mina Vance",
    "/relationships/r-1": "Bridge treaty",
    "/commitments": "Pledges 1",
    "/commitments?kind=pledge": "1 commitment",
    "/commitments/c-1": "build the bridge",
    "/agreements": "Bridge treaty",
    "/agreements/g-1": "drafted",
    "/indicators": "up 38 percent",
    "/indicators/i-1": "up 38 percent",
    "/findings": "0 findings",
    "/findings?judgement=refine": "21 to 31 March 2021",
    "/findings/f-1": "one is more precise",
    "/utterances/u-1": "2 renderings in 2 distinct texts",
    "/articles": "The Strelsau Courier",
    "/articles?outlet=Evening+Reprint": "1 article",
    "/articles/courier": "consent",
    "/articles/gazette?capture=1": "The record holds no capture",
    "/outlets": "Evening Reprint",
    "/outlets?name=The+Strelsau+Courier": "Gives alone",
    "/problems": "broken.txt",
    "/check": "Check a quotation",
    "/check?words=We+will+build+the+bridge+together+with+Graustark": "Mina Vance",
    "/search": "All of these words",
    "/search?words=bridge": "Said 2",
    "/search?words=bridge&actor=actor-2&outlet=The+Strelsau+Courier": "Said 1",
    "/search?actor=actor-2": "Said 2",
    "/changes": "built once",
    "/judgements": "Ask the editor",
    "/judgements?all=1": "Judgements",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client(stored(tmp_path_factory.mktemp("desk"))) as browser:
        yield browser


@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_with_what_it_is_for(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 200
    assert PAGES[address] in Outline(answer.text).text


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_built_for_everybody(desk: TestClient, address: str) -> None:
    page = Outline(desk.get(address).text)
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert [name for name, count in Counter(page.values("id")).items() if count > 1] == []
    named = {label["for"] for label in page.all("label") if "for" in label}
    fields = [row for tag in ("input", "select", "textarea") for row in page.all(tag)]
    unnamed = [row for row in fields if row.get("type") not in ("hidden", "checkbox") and row["id"] not in named]
    assert unnamed == []
    assert all(row.get("scope") for row in page.all("th"))
    targets = {f"#{name}" for name in page.values("id")}
    assert [href for href in page.values("href") if href.startswith("#") and href not in targets] == []


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_a_capture_is_alive(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    page = Outline(answer.text)
    assert page.all("script") == page.all("img") == page.all("style") == []
    assert [name for _, given in page.elements for name in given if name.startswith("on") or name == "style"] == []
    assert [link for link in page.values("href") if link.lower().startswith(("javascript", "data:text"))] == []
    assert "\u202e" not in answer.text
    outward = [row for row in page.all("a") if (row.get("href") or "").startswith("http")]
    assert all(row["rel"] == "noopener noreferrer nofollow" for row in outward)


@pytest.mark.parametrize("address", PAGES)
def test_every_link_leads_somewhere(desk: TestClient, address: str) -> None:
    links = {link.partition("#")[0] for link in Outline(desk.get(address).text).values("href")}
    local = sorted(link for link in links if link.startswith("/") and not link.startswith("//"))
    assert [link for link in local if desk.get(link).status_code != 200] == []


def test_a_fact_opens_its_sentence_and_leads_to_the_paragraph(desk: TestClient) -> None:
    page = Outline(desk.get("/events/event-1").text)
    assert (
        "President Rudolf Elphberg received Prime Minister Mina Vance of Graustark in Strelsau on Wednesday."
        in page.text
    )
    assert "/articles/courier#p1" in page.values("href")
    assert "p1" in Outline(desk.get("/articles/courier").text).values("id")


def test_what_is_hostile_is_shown_as_it_is(desk: TestClient) -> None:
    shown = HOSTILE.replace("\u202e", "\ufffd")
    for address in ("/articles/gazette", "/articles/courier", "/problems", "/judgements"):
        assert shown in Outline(desk.get(address).text).text


def test_the_timeline_is_a_picture_with_words(desk: TestClient) -> None:
    page = Outline(desk.get("/").text)
    [picture] = page.all("svg")
    assert picture["aria-label"] == (
        "The events along time, by the states that took part. Iran and Russia: 1. From 2021 to 2021."
    )
    assert "/events/event-1" in page.values("href")


def test_what_is_not_there_is_not_found(desk: TestClient) -> None:
    for address in (
        "/events/none",
        "/nowhere",
        "/articles/..%2f..%2fetc%2fpasswd",
        "/static/..%2fdesk.css",
        "/static/x",
    ):
        answer = desk.get(address)
        assert answer.status_code == 404
        assert "There is no such" in answer.text


def test_actors_that_are_only_mentioned_are_a_link_away(tmp_path: Path) -> None:
    seen = MergedMention(span=span(COURIER, "Strelsau"), how="nominal")
    idle = Actor(id="actor-9", kind="group", name="The Bystanders", mentions=(seen,))
    held = record()
    with client(stored(tmp_path, replace(held, actors=(*held.actors, idle)))) as desk:
        short = desk.get("/actors").text
        assert "The Bystanders" not in short
        assert 'href="/actors?part=all"' in short
        assert "The Bystanders" in desk.get("/actors?part=all").text
        assert "The Bystanders" in desk.get("/actors?words=bystanders").text


def test_filters_that_say_nothing_known_find_nothing(desk: TestClient) -> None:
    assert "0 events" in Outline(desk.get("/events?place=%27%20OR%201%3D1%20--").text).text
    assert "3 events" in Outline(desk.get("/events?page=99999999999&nonsense=1").text).text


def test_a_page_that_has_not_changed_is_not_sent_again(desk: TestClient) -> None:
    first = desk.get("/events/event-1")
    again = desk.get("/events/event-1", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get("/events/event-2", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_a_record_that_changes_is_seen_at_once(tmp_path: Path) -> None:
    from msgspec.structs import replace
    from tests.report.factory import record

    file = stored(tmp_path)
    with client(file) as browser:
        before = browser.get("/events")
        stored(tmp_path, replace(record(), events=record().events[:2]))
        after = browser.get("/events", headers={"if-none-match": before.headers["etag"]})
        assert after.status_code == 200
        assert "2 events" in Outline(after.text).text
        changes = Outline(browser.get("/changes?since=1").text).text
        assert "Gone arrival" in changes


def test_a_record_too_large_to_compare_its_outlets_counts_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.web.pages.outlets.MOST_COMPARED", 0)

    with client(stored(tmp_path)) as browser:
        page = browser.get("/outlets").text
        assert browser.get("/outlets?name=Evening+Reprint").status_code == 404

    assert "communique show RECORD outlets" in page
    assert 'href="/articles?outlet=Evening+Reprint"' in page


def test_an_outlet_that_is_not_there(desk: TestClient) -> None:
    assert desk.get("/outlets?name=Nobody").status_code == 404


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "Nothing was read yet."),
        ("/outlets", "The record holds no article."),
        ("/events", "0 events"),
        ("/judgements", "Nothing was judged."),
    ],
)
def test_an_empty_record_says_so(tmp_path: Path, address: str, words: str) -> None:
    with client(stored(tmp_path, Record())) as desk:
        page = Outline(desk.get(address).text).text
    assert words in page
    assert "All 0 that differ" not in page
    assert "so many articles" not in page


def test_a_date_that_a_person_gave_is_no_date_of_the_capture(tmp_path: Path) -> None:
    whole = record()
    day = Time(earliest="2021-03-12", latest="2021-03-12", basis="given")
    events = tuple(
        replace(row, time=day, judged=(Judged(judgement="judgement-1", field="time", found="10 March 2021"),))
        for row in whole.events
        if row.id == "event-1"
    )
    with client(stored(tmp_path, replace(whole, events=events))) as desk:
        page = Outline(desk.get("/events/event-1").text).text
    assert "12 March 2021 given by a person" in " ".join(page.split())
