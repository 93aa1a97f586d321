"""The example crawl, examples/crawl/pages.warc.gz, made of HTML pages of examples/captures.

A crawler would have fetched them so: requests, answers in the codings that servers use, a redirect, a picture, and a
page fetched again unchanged. Nothing in it is new, so that a record of both has each article twice and each origin
once.
"""

import gzip
import sys
import zlib
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TARGET = EXAMPLES / "crawl" / "pages.warc.gz"
DATE = "2026-11-01T09:00:00Z"
PAGES = {
    "https://northgate-times.example/rouhani-moscow": "moscow-2017/northgate.html",
    "https://meridian-agency.example/2022/01/19/iran-russia-treaty": "moscow-2022/meridian.html",
}


def main() -> int:
    """Writes the file."""
    TARGET.parent.mkdir(exist_ok=True)
    # One gzip member a record, without a time of its own: the same pages give the same file.
    TARGET.write_bytes(b"".join(gzip.compress(record, mtime=0) for record in records()))
    print(f"{TARGET.relative_to(EXAMPLES.parent)}: {TARGET.stat().st_size} bytes")
    return 0


def records() -> list[bytes]:
    """The records of the crawl, in order."""
    plain, packed = PAGES
    pages = {address: (EXAMPLES / "captures" / name).read_bytes() for address, name in PAGES.items()}
    picture = plain.rpartition("/")[0] + "/table.png"
    return [
        _record("warcinfo", "", b"software: scripts/make_example_warc.py\r\n", "application/warc-fields"),
        *_fetched("http" + plain[5:], b"", "301 Moved Permanently", Location=plain),
        *_fetched(plain, _chunked(pages[plain]), Transfer_Encoding="chunked"),
        *_fetched(picture, b"\x89PNG\r\n\x1a\n", media="image/png"),
        *_fetched(packed, _packed(pages[packed]), Content_Encoding="gzip"),
        _record("revisit", plain, _answer(b"", "200 OK", "text/html"), WARC_Payload_Digest=_digest(plain)),
    ]


def _fetched(
    address: str, body: bytes, status: str = "200 OK", media: str = "text/html", **headers: str
) -> list[bytes]:
    path = "/" + address.split("/", 3)[3]
    request = f"GET {path} HTTP/1.1\r\nHost: {address.split('/')[2]}\r\nConnection: close\r\n\r\n".encode()
    answer = _answer(body, status, media, **headers)
    return [
        _record("request", address, request, "application/http; msgtype=request"),
        _record("response", address, answer, WARC_Payload_Digest=_digest(address)),
    ]


def _answer(body: bytes, status: str, media: str, **headers: str) -> bytes:
    named = {"Content-Type": media} | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def _record(
    kind: str, address: str, block: bytes, media: str = "application/http; msgtype=response", **headers: str
) -> bytes:
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{kind} {address}')}>",
        "WARC-Date": DATE,
        **({"WARC-Target-URI": address} if address else {}),
        **{name.replace("_", "-"): value for name, value in headers.items()},
        "Content-Type": media,
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def _digest(address: str) -> str:
    """A name for a payload; the records need no more than that equal ones have equal names."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, address)}"


def _chunked(data: bytes, size: int = 1_000) -> bytes:
    parts = [data[i : i + size] for i in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return packer.compress(data) + packer.flush()


if __name__ == "__main__":
    sys.exit(main())
