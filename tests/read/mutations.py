"""Files of every kind, and ways to damage them: for the property tests and for the fuzzer."""

import bz2
import gzip
import io
import json
import lzma
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import category

from tests.read import factories as make

from communique.options import Options
from communique.read import Source, captures
from communique.records.captures import Capture, Problem

OPTIONS = Options(max_bytes=300_000, max_line=100_000, max_members=200, max_seconds=10, max_memory=400_000_000)
# Bytes that mean something to one format or another.
WORDS = (
    b"\0", b"\xff", b"\r\n\r\n", b"\n\n", b"<", b"<!--", b"]]>", b"<!DOCTYPE x [", b"&amp;", b"--edge",
    b"=?utf-8?b?", b"PK\x05\x06", b"PK\x01\x02", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"Content-Length: 99999999\r\n",
    b"Content-Length: 0\r\n", b"Transfer-Encoding: chunked\r\n", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff",
    b"endobj", b"stream", b"1 0 R", b"<<", b">>", b"(", b"[", b"0", b"-1", b"99999999999", b"message/rfc822",
    b"multipart/mixed", b"text/html", b"charset=utf-16",
)  # fmt: skip
OPERATIONS = ("set", "insert", "delete", "repeat", "cut", "word", "flip", "swap")
Edit = tuple[str, float, float, bytes]


@dataclass(frozen=True)
class Sample:
    """A file in the making: `wrap` makes the file of its inner layer, at which it is damaged. `pages`: how many
    captures it holds undamaged."""

    name: str
    inner: bytes
    wrap: Callable[[bytes], bytes]
    pages: int


def same(data: bytes) -> bytes:
    return data


_CRAWL = [
    make.record("warcinfo", b"software: none\r\n", media="application/warc-fields"),
    make.record(block=make.answer()),
    make.record(block=make.answer(gzip.compress(make.PAGE.encode(), mtime=0), Content_Encoding="gzip")),
    make.record(block=make.answer(make.chunked(make.PAGE.encode()), Transfer_Encoding="chunked")),
    make.record("resource", b"The ministers met on Monday.", media="text/plain"),
]
_FILES = {"in/page.html": make.PAGE, "in/page.json": '{"published": "2019-05-06"}', "a.txt": "The ministers met."}
_LINES = b"\n".join(json.dumps({"title": "Talks", "maintext": f"The {i} ministers met."}).encode() for i in range(4))
_FULL = "<content:encoded>&lt;p&gt;They met.&lt;/p&gt;</content:encoded>"
_ENTRY = f"<item><title>Talks</title><guid>%d</guid><pubDate>Mon, 06 May 2019 10:20:30 GMT</pubDate>{_FULL}</item>"
_ATOM = "<entry><id>%d</id><title>Talks</title><author><name>Ann</name></author><content>They met.</content></entry>"
_HTML = f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{make.PAGE}"
_PLAIN = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThey met=2E"
_OLDER = f"Content-Type: message/rfc822\n\nSubject: =?utf-8?q?Older?=\nMIME-Version: 1.0\n{_PLAIN}"
_RELEASE = make.pdf(
    [(72, 700 - 14 * i, "The ministers of both states met in the capital") for i in range(4)], [(72, 700, "End.")]
)
_MAIL = make.mail(
    make.multipart("mixed", make.multipart("alternative", _PLAIN, _HTML).replace("edge", "inner"), _OLDER)
)
_SAVED = make.mail(
    make.multipart("related", _HTML, "Content-Type: text/css\n\np {}"), Snapshot_Content_Location=make.URL
)

SAMPLES: dict[str, list[Sample]] = {
    "plain": [Sample("a.txt", "Talks\n\nThe ministers met in Zürich.".encode(), same, 1)],
    "html": [Sample("a.html", make.PAGE.encode(), same, 1)],
    "jsonl": [Sample("a.jsonl", _LINES, same, 4), Sample("a.json", _LINES.splitlines()[0], same, 1)],
    "warc": [
        Sample("a.warc", b"".join(_CRAWL), same, 4),
        Sample("a.warc.gz", make.gzipped(_CRAWL), same, 4),
        Sample("a.warc.gz", b"".join(_CRAWL), lambda data: gzip.compress(data, mtime=0), 4),
        Sample("a.warc", make.answer(), lambda data: make.record(block=data), 1),
        Sample("a.wacz", make.gzipped(_CRAWL), lambda data: make.zipped({"archive/a.warc.gz": data}, 0), 4),
    ],
    "feed": [
        Sample("a.rss", make.rss(*(_ENTRY % i for i in range(3))), same, 3),
        Sample("a.xml", make.atom(*(_ATOM % i for i in range(3))), same, 3),
    ],
    "zip": [
        Sample("a.zip", make.zipped(_FILES), same, 2),
        Sample("a.zip", make.zipped(_FILES, 0), same, 2),
        Sample("a.zip", make.zipped(_FILES), lambda data: make.zipped({"b.zip": data, "c.txt": "Words."}), 3),
    ],
    "tar": [
        Sample("a.tar", make.tarred(_FILES), same, 2),
        Sample("a.tar.gz", make.tarred(_FILES), lambda data: gzip.compress(data, mtime=0), 2),
        Sample("a.tar.bz2", make.tarred(_FILES, "w:bz2"), same, 2),
        Sample("a.tar.xz", make.tarred(_FILES, "w:xz"), same, 2),
        Sample("a.tar", make.tarred({"n" * 150 + ".txt": "Words."}, kind=1), same, 1),
    ],
    "packed": [
        Sample("a.jsonl.gz", gzip.compress(_LINES, mtime=0), same, 4),
        Sample("a.html.bz2", bz2.compress(make.PAGE.encode()), same, 1),
        Sample("a.txt.xz", lzma.compress(b"The ministers met."), same, 1),
    ],
    "mail": [Sample("a.eml", _MAIL, same, 2)],
    "mhtml": [Sample("a.mhtml", _SAVED, same, 1)],
    "pdf": [Sample("a.pdf", _RELEASE, same, 1)],
}


def damaged(data: bytes, edits: Sequence[Edit]) -> bytes:
    """`data` with each edit made in turn: what, where and how far (as shares of the length), with which bytes."""
    for what, where, far, given in edits:
        at = int(where * len(data))
        end = min(len(data), at + 1 + int(far * far * min(len(data) - at, 4_000)))
        piece = data[at:end]
        middle = {
            "set": given[: len(piece)].ljust(len(piece), b"\0"),
            "insert": given + piece,
            "delete": b"",
            "repeat": piece * (2 + len(given)),
            "word": WORDS[sum(given) % len(WORDS)] + piece,
            "flip": bytes([piece[0] ^ (1 << len(given) % 8)]) + piece[1:] if piece else b"",
            "swap": piece[::-1],
            "cut": b"",
        }[what]
        data = (data[:at] + middle + (b"" if what == "cut" else data[end:]))[:200_000]
    return data


def read_bytes(name: str, data: bytes) -> list[Capture | Problem]:
    """What is read of a file of that name with these bytes."""
    return list(captures(Source(path=name, location=f"/{name}", open=lambda: io.BytesIO(data), options=OPTIONS)))


def check(found: Sequence[Capture | Problem]) -> None:
    """What holds of whatever is read: something is said, and all of it can be written down."""
    assert found, "neither a capture nor a problem"
    for item in found:
        if isinstance(item, Capture):
            assert item.text.strip()
            item.text.encode()
            written = (item.path, item.title, item.byline, *(getattr(item.sidecar, name) for name in ("url", "outlet")))
        else:
            assert item.code != "failed", item
            written = (item.capture, item.message, item.code)
        assert not any(category(char) in ("Cc", "Cs") for value in written if value for char in value), written
