"""Who comes in, what every answer forbids the browser, and what a desk for reading refuses."""

from pathlib import Path

import pytest
from tests.web.desks import client, stored

from communique.web.gate import POLICY
from communique.web.settings import is_loopback

TOKEN = "correct-horse-battery"


@pytest.mark.parametrize("address", ["/", "/events/none", "/api/events", "/static/style.css", "/schema/openapi.json"])
def test_every_answer_forbids_the_browser_what_it_need_not_do(tmp_path: Path, address: str) -> None:
    with client(stored(tmp_path)) as browser:
        headers = browser.get(address).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert "script" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "169.254.0.1", "", "[::2]:80"])
def test_another_name_for_this_machine_is_refused(tmp_path: Path, host: str) -> None:
    with client(stored(tmp_path)) as browser:
        assert browser.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765", "LOCALHOST:1"])
def test_this_machines_own_names_are_known(tmp_path: Path, host: str) -> None:
    with client(stored(tmp_path)) as browser:
        assert browser.get("/", headers={"host": host}).status_code == 200


def test_elsewhere_nobody_comes_in_without_the_token(tmp_path: Path) -> None:
    given = {"host": "0.0.0.0", "token": TOKEN}
    with client(stored(tmp_path), "http://desk.example", **given) as browser:
        for address in ("/", "/api/events", "/static/style.css", "/schema/openapi.json", "/?token=wrong"):
            assert browser.get(address).status_code == 401
        assert browser.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert browser.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401


def test_the_token_in_the_address_becomes_a_cookie(tmp_path: Path) -> None:
    with client(stored(tmp_path), "http://desk.example", host="0.0.0.0", token=TOKEN) as browser:
        first = browser.get(f"/events?form=meeting&token={TOKEN}", follow_redirects=False)
        assert (first.status_code, first.headers["location"]) == (303, "/events?form=meeting")
        assert "HttpOnly; SameSite=Strict" in first.headers["set-cookie"]
        assert browser.get("/events").status_code == 200


def test_a_token_leads_nowhere_else(tmp_path: Path) -> None:
    with client(stored(tmp_path), "http://desk.example", host="0.0.0.0", token=TOKEN) as browser:
        answer = browser.get(f"//evil.example/?token={TOKEN}", follow_redirects=False)
        assert not answer.headers["location"].startswith(("//", "http"))


def test_a_form_needs_the_token_of_its_page(tmp_path: Path) -> None:
    with client(stored(tmp_path)) as browser:
        given = {"kind": "note", "on": "article", "item": "courier", "words": "x", "author": "ann"}
        assert browser.post("/judge", data=given).status_code == 403
        browser.get("/")
        assert browser.post("/judge", data={**given, "_csrf_token": "guessed"}).status_code == 403
        cookies = browser.get("/events").headers.get("set-cookie", "") + str(browser.cookies)
        assert "csrftoken" in cookies


def test_a_desk_for_reading_takes_nothing(tmp_path: Path) -> None:
    with client(stored(tmp_path), read_only=True) as browser:
        assert "<form method" not in browser.get("/events/event-1").text
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert browser.request(method, "/judge").status_code == 405
        assert "csrftoken" not in browser.cookies


def test_too_much_is_refused(tmp_path: Path) -> None:
    with client(stored(tmp_path)) as browser:
        assert browser.get("/search?words=" + "x" * 9000).status_code == 414
        assert browser.post("/judge", content=b"", headers={"content-length": "999999999"}).status_code == 413


def test_a_record_that_goes_away_is_said_so(tmp_path: Path) -> None:
    file = stored(tmp_path)
    with client(file) as browser:
        file.unlink()
        answer = browser.get("/events")
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("0.0.0.0", False), ("desk", False)]
)
def test_what_is_this_machine(host: str, own: bool) -> None:
    assert is_loopback(host) is own
