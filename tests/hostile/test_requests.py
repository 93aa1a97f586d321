"""Requests that no reader makes, on a real socket: paths that climb, foreign names, forms from elsewhere, bodies
without an end, words that are no words. The desk refuses them, says nothing of its disk, and goes on."""

import re
import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from tests.browser.served import served
from tests.web.desks import client, stored

TOKEN = "correct-horse-battery"
CLIMBING = (
    "/static/../../../../../../etc/passwd", "/static/..%2f..%2f..%2fetc%2fpasswd", "/static/%2e%2e/pyproject.toml",
    "/articles/../../etc/passwd", "/articles/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/static//etc/passwd", "/static/%00",
    "/static/style.css%00.txt", "/../etc/passwd", "//etc/passwd", "/events/..\\..\\etc\\passwd", "/api/../../x",
    "/static/file:///etc/passwd", "/articles/%ff%fe", "/articles/%c0%ae%c0%ae%c0%af", "/events/" + "%2e%2e%2f" * 300,
)  # fmt: skip
ODD_WORDS = (
    '"never closed', "NEAR(", "*", "a AND", "title:x", "^a", "{a b}", "a + b - c", "\x00", "\ud83d\ude00".encode(
    "utf-16", "surrogatepass").decode("utf-16"), '"' * 399, "(" * 399, "OR OR OR", "' OR 1=1 --", "a* b* c*", "\\", "%",
    "{{7*7}}", "\u202e",
)  # fmt: skip
SPAWNED = ("//evil.example", "/\\evil.example", "/\t/evil.example", "/\n/evil.example", "\\\\evil.example",
           "https://evil.example", "javascript:alert(1)", " //evil.example", "/%09/evil.example")  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(stored(tmp_path_factory.mktemp("desk"))) as address:
        yield address


def sent(home: str, request: bytes, wait: float = 5.0) -> bytes:
    """What comes back for these bytes; empty where the connection is closed without a word."""
    place = urlsplit(home)
    found = b""
    with socket.create_connection((place.hostname, place.port), timeout=wait) as line:
        try:
            line.sendall(request)
            while more := line.recv(65536):
                found += more
        except (TimeoutError, ConnectionError):
            pass
    return found


def alive(home: str) -> bool:
    connection = HTTPConnection(urlsplit(home).netloc, timeout=10)
    connection.request("GET", "/events")
    status = connection.getresponse().status
    connection.close()
    return status == 200


@pytest.mark.parametrize("path", CLIMBING)
def test_no_path_climbs_out(home: str, path: str) -> None:
    host = urlsplit(home).netloc
    answer = sent(home, f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert re.match(rb"HTTP/1.1 4\d\d", answer), answer[:200]
    assert b"root:" not in answer
    assert b"[project]" not in answer
    assert b"Traceback" not in answer


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example@127.0.0.1\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
    ],
)
def test_a_foreign_name_reads_nothing(home: str, head: bytes) -> None:
    answer = sent(home, head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    assert re.match(rb"HTTP/1.1 4\d\d", answer), answer[:200]
    assert b"Elphberg" not in answer


@pytest.mark.parametrize("known", [False, True])
def test_a_body_without_an_end_is_refused(home: str, known: bool) -> None:
    place = urlsplit(home)
    allowed = allowance(home) if known else ""
    head = (
        f"POST /judge HTTP/1.1\r\nHost: {place.netloc}\r\nTransfer-Encoding: chunked\r\n{allowed}"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    answer = b""
    with socket.create_connection((place.hostname, place.port), timeout=10) as line:
        try:
            line.sendall(head.encode())
            for _ in range(300):
                line.sendall(piece)
            answer = line.recv(65536)
        except (ConnectionError, TimeoutError):
            pass
    assert not answer or re.match(rb"HTTP/1.1 4\d\d", answer), answer[:200]
    assert alive(home)


def allowance(home: str) -> str:
    """The header lines by which a form of the desk's own is known."""
    connection = HTTPConnection(urlsplit(home).netloc, timeout=10)
    connection.request("GET", "/judgements")
    answer = connection.getresponse()
    answer.read()
    token = re.search("csrftoken=([^;]+)", answer.getheader("set-cookie", ""))
    connection.close()
    assert token is not None
    return f"Cookie: csrftoken={token[1]}\r\nX-CSRFToken: {token[1]}\r\n"


def test_a_head_without_an_end_is_cut(home: str) -> None:
    answer = sent(home, b"GET / HTTP/1.1\r\n" + b"X-Long: " + b"a" * 3_000_000, wait=3)
    assert not answer or re.match(rb"HTTP/1.1 4\d\d", answer)
    assert alive(home)


@pytest.mark.parametrize("words", ODD_WORDS)
def test_words_that_are_no_words_are_looked_for_all_the_same(home: str, words: str) -> None:
    connection = HTTPConnection(urlsplit(home).netloc, timeout=20)
    for path in ("/search", "/check", "/events", "/actors", "/api/search", "/api/check", "/api/events"):
        given = urlencode({"words": words, "actor": words, "first": words, "place": words, "speaker": words})
        connection.request("GET", f"{path}?{given}")
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status in (200, 400), (path, answer.status)
        assert b"Traceback" not in body
    connection.close()


def test_a_long_quotation_is_checked_in_time(home: str) -> None:
    connection = HTTPConnection(urlsplit(home).netloc, timeout=20)
    for words in ("bridge " * 285, "a" * 1990, "\u201c" * 600, "the the " * 245):
        began = time.monotonic()
        connection.request("GET", f"/check?{urlencode({'words': words})}")
        answer = connection.getresponse()
        answer.read()
        assert answer.status in (200, 414)
        assert time.monotonic() - began < 10
    connection.close()


def test_a_form_leads_back_to_the_desk_alone(tmp_path: Path) -> None:
    with client(stored(tmp_path)) as browser:
        page = browser.get("/judgements").text
        found = re.search(r'name="_csrf_token" value="([^"]+)"', page)
        assert found is not None
        given = {"_csrf_token": found[1], "kind": "note", "on": "article", "item": "courier", "author": "ann"}
        for n, back in enumerate(SPAWNED):
            answer = browser.post("/judge", data={**given, "words": f"note {n}", "back": back}, follow_redirects=False)
            where = answer.headers.get("location", "/")
            assert where.startswith("/"), (back, where)
            assert not re.match(r"/[\s\\/]", where), (back, where)


@pytest.mark.parametrize("media", ["text/plain", "application/json", "application/x-www-form-urlencoded", "text/html"])
def test_a_form_from_elsewhere_does_nothing(tmp_path: Path, media: str) -> None:
    with client(stored(tmp_path)) as browser:
        browser.get("/")
        body = urlencode({"kind": "note", "on": "article", "item": "courier", "words": "x", "author": "mallory"})
        headers = {"content-type": media, "origin": "http://evil.example"}
        for address in ("/judge", "/judgements/import"):
            assert browser.post(address, content=body, headers=headers).status_code == 403
        assert "mallory" not in browser.get("/judgements?all=1").text


@pytest.mark.parametrize("path", ["//evil.example/", "/%5Cevil.example", "/%09/evil.example", "/%0d%0aSet-Cookie:a=b"])
def test_the_token_leads_to_the_desk_alone(tmp_path: Path, path: str) -> None:
    with client(stored(tmp_path), "http://desk.example", host="0.0.0.0", token=TOKEN) as browser:
        answer = browser.get(f"http://desk.example{path}?token={TOKEN}", follow_redirects=False)
        assert answer.status_code == 303
        where = answer.headers["location"]
        assert re.match(r"/(?![\s\\/])", where), where
        assert "a=b" not in answer.headers["set-cookie"]


def test_elsewhere_without_its_token_the_desk_is_silent(tmp_path: Path) -> None:
    with served(stored(tmp_path), host="0.0.0.0", token=TOKEN) as home:
        for head in ("", "Cookie: communique-token=\r\n", f"Cookie: communique-token={TOKEN}x\r\n",
                     "Authorization: Bearer\r\n", f"Authorization: Basic {TOKEN}\r\n"):  # fmt: skip
            answer = sent(home, f"GET / HTTP/1.1\r\nHost: x\r\n{head}Connection: close\r\n\r\n".encode())
            assert answer.startswith(b"HTTP/1.1 401"), answer[:100]
            assert b"Elphberg" not in answer
        right = f"GET / HTTP/1.1\r\nHost: x\r\nCookie: communique-token={quote(TOKEN)}\r\nConnection: close\r\n\r\n"
        assert sent(home, right.encode()).startswith(b"HTTP/1.1 200")
