"""A desk on a port of its own, and where its links lead."""

import re
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import uvicorn

from communique.web.app import create_app
from communique.web.settings import Settings

STARTS = 20.0
LINK = re.compile(r'\shref="([^"]*)"')
ELEMENT = re.compile(r'<(\w+)(?: class="([^"]*)")?')


@contextmanager
def served(record: Path, **settings: object) -> Iterator[str]:
    """The address of a desk over `record`, served by a thread until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        free.listen(128)
        port = free.getsockname()[1]
        config = uvicorn.Config(create_app(Settings(record=record, port=port, **settings)), log_level="warning")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [free]}, daemon=True)
        thread.start()
        until = time.monotonic() + STARTS
        while not server.started:
            assert thread.is_alive(), "the desk did not start"
            assert time.monotonic() < until, "the desk did not start in time"
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(STARTS)


@dataclass(frozen=True)
class Answer:
    """What an address of the desk answers."""

    address: str
    status: int
    media: str
    body: str


@dataclass(frozen=True)
class Visited:
    """A page as answered: its local address, status and length, and how many kinds of elements it is made of."""

    address: str
    status: int
    length: int
    shapes: int


def answers(home: str, starts: Sequence[str] = ("/",), most: int = 2000) -> Iterator[Answer]:
    """Every page that links lead to from where it starts, in the order in which they are found; of a list's pages and
    filters only those that links name."""
    connection = HTTPConnection(urlsplit(home).netloc, timeout=60)
    waiting, known = deque(starts), set(starts)
    while waiting and len(known) <= most:
        address = waiting.popleft()
        connection.request("GET", address)
        answer = connection.getresponse()
        media = answer.getheader("content-type", "").partition(";")[0]
        body = answer.read().decode()
        yield Answer(address, answer.status, media, body)
        if media == "text/html":
            links = (urldefrag(urljoin(address, unescape(link))).url for link in LINK.findall(body))
            fresh = [link for link in dict.fromkeys(links) if link.startswith("/") and not link.startswith("//")]
            fresh = [link for link in fresh if link not in known]
            known.update(fresh)
            waiting.extend(fresh)
    connection.close()


def walk(home: str) -> list[Visited]:
    """All pages, without their words."""
    return [
        Visited(row.address, row.status, len(row.body), len(set(ELEMENT.findall(row.body)))) for row in answers(home)
    ]


def pattern(address: str) -> str:
    """What kind of page an address is of: its ids and the values of its filters taken out."""
    parts = urlsplit(address)
    kind, _, item = parts.path.strip("/").partition("/")
    names = sorted(pair.partition("=")[0] for pair in parts.query.split("&") if pair)
    return f"/{kind}{'/…' if item else ''}{'?' + '&'.join(names) if names else ''}"


def longest(visited: list[Visited], kind: str) -> str:
    """The longest page of a kind, where most can be too wide."""
    return max((page for page in visited if pattern(page.address) == kind), key=lambda page: page.length).address


def richest(visited: list[Visited], kind: str) -> str:
    """The page of a kind that is made of most kinds of elements, and of these the shortest."""
    pages = (page for page in visited if pattern(page.address) == kind)
    return max(pages, key=lambda page: (page.shapes, -page.length)).address
