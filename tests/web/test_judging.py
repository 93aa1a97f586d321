"""Corrections on the pages: made, seen, kept, taken back, exchanged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Response
from litestar.testing import TestClient
from tests.run import fakes
from tests.web.desks import Outline, client

from communique import store
from communique.options import Options
from communique.run import build
from communique.store import judgements as log


@pytest.fixture(autouse=True)
def _small_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.run.work.extract_one", fakes.extract_one)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "a.txt").write_text("We met beside the old harbour bridge.\nWe agreed on fish.\n")
    (folder / "b.txt").write_text("We met beside the old harbour bridge.\nThey left.\n")
    build([folder], tmp_path / "r.db", Options(jobs=1))
    return tmp_path / "r.db"


@pytest.fixture
def desk(record: Path) -> Iterator[TestClient]:
    with client(record) as browser:
        browser.get("/")
        yield browser


def sent(desk: TestClient, **fields: str) -> Response:
    given = {"_csrf_token": desk.cookies["csrftoken"], "author": "Ann Berg", "back": "/events", **fields}
    return desk.post("/judge", data=given, follow_redirects=False)


def first(record: Path, words: str) -> str:
    return next(row.id for row in store.load(record).statements if row.content.exact == words)


def shown(desk: TestClient, address: str) -> str:
    answer = desk.get(address)
    assert answer.status_code == 200
    return Outline(answer.text).text


def test_a_speaker_is_corrected_on_the_page_kept_by_a_build_and_restored(desk: TestClient, record: Path) -> None:
    statement = first(record, "They left.")
    answer = sent(
        desk, kind="speaker", on="statement", item=statement, who="Anna Berg", who_kind="person", reason="it is signed",
        back=f"/statements/{statement}",
    )  # fmt: skip
    assert (answer.status_code, answer.headers["location"]) == (303, f"/statements/{statement}")
    page = shown(desk, f"/statements/{statement}")
    assert "What Anna Berg said" in page
    assert "Corrected by a person: speaker Anna Berg" in page
    assert "Ann Berg" in page
    assert "it is signed" in page

    (record.parent / "captures" / "c.txt").write_text("Nothing happened today.\n")
    build([record.parent / "captures"], record, Options(jobs=1))
    assert "What Anna Berg said" in shown(desk, f"/statements/{statement}")

    listed = Outline(desk.get("/judgements").text)
    assert "The speaker is Anna Berg applied" in listed.text
    judgement = next(row["value"] for row in listed.all("input") if row.get("name") == "item")
    assert sent(desk, kind="undo", item=judgement or "").status_code == 303
    assert "Anna Berg said" not in shown(desk, f"/statements/{statement}")
    assert "Nothing was judged." in shown(desk, "/judgements")
    assert "withdrawn" in shown(desk, "/judgements?all=1")


def test_an_article_gets_title_date_and_note_and_may_be_hidden(desk: TestClient, record: Path) -> None:
    article = store.load(record).articles[0].id
    for fields in (
        {"kind": "title", "words": "A <b>bold</b> title"},
        {"kind": "date", "when": "2024-05"},
        {"kind": "note", "words": "seen in print"},
    ):
        assert sent(desk, on="article", item=article, **fields).status_code == 303
    page = shown(desk, f"/articles/{article}")
    for words in ("A <b>bold</b> title", "May 2024", "Note: seen in print"):
        assert words in page
    hidden = sent(desk, kind="hide", on="article", item=article)
    assert hidden.headers["location"] == "/judgements"
    assert desk.get(f"/articles/{article}").status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "speaker", "on": "statement", "item": "statement-none", "who": "X"},
        {"kind": "date", "on": "article", "when": "yesterday"},
        {"kind": "date", "on": "article"},
        {"kind": "note", "on": "article", "words": ""},
        {"kind": "note", "on": "nothing", "words": "x"},
        {"kind": "note", "on": "article", "words": "x", "author": ""},
        {"kind": "title", "on": "event", "words": "x"},
        {"kind": "same", "on": "article", "other": "y"},
        {"kind": "same", "on": "actor"},
        {"kind": "undo", "item": "judgement-none"},
        {"kind": "drop table", "on": "article"},
        {},
    ],
)
def test_what_cannot_be_judged_is_said_and_changes_nothing(
    desk: TestClient, record: Path, fields: dict[str, str]
) -> None:
    given = {"item": store.load(record).articles[0].id, **fields}
    answer = sent(desk, **given)
    assert answer.status_code == 422
    assert "That could not be judged." in Outline(answer.text).text
    with store.reading(record) as connection:
        assert log.logged(connection) == []


def test_a_form_leads_back_to_this_desk_only(desk: TestClient, record: Path) -> None:
    article = store.load(record).articles[0].id
    for back in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""):
        answer = sent(desk, kind="note", on="article", item=article, words=f"x{back}", back=back)
        assert answer.headers["location"] == "/judgements"


def test_judgements_go_from_one_analyst_to_the_other(desk: TestClient, record: Path, tmp_path: Path) -> None:
    article = store.load(record).articles[0].id
    sent(desk, kind="note", on="article", item=article, words="seen")
    exported = desk.get("/judgements.jsonl")
    assert exported.headers["content-disposition"].startswith("attachment")

    other = tmp_path / "other.db"
    build([tmp_path / "captures"], other, Options(jobs=1))
    with client(other) as second:
        second.get("/")
        lines = exported.content + b'{"kind": "hide"}\n'
        token = {"_csrf_token": second.cookies["csrftoken"]}
        answer = second.post("/judgements/import", data=token, files={"file": ("j.jsonl", lines)})
        assert "1 judgement added, 0 known already, 1 refused Line 2:" in Outline(answer.text).text
        assert "Note: seen" in shown(second, f"/articles/{article}")
        again = second.post("/judgements/import", data=token, files={"file": ("j.jsonl", exported.content)})
        assert "no judgements added, 1 known already" in Outline(again.text).text
        empty = second.post("/judgements/import", data=token, files={"file": ("j.jsonl", b"")})
        assert empty.status_code == 200
