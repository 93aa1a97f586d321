"""WARC files: each page that a crawler fetched is a capture."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial as bound
from io import BytesIO
from urllib.parse import urlsplit

from fastwarc.warc import HeaderMap, WarcRecord

from communique.errors import InputError
from communique.read.fields import Fields
from communique.read.http import Body, body
from communique.read.media import media_type, page_type
from communique.read.members import too_many
from communique.read.sniff import binary_kind
from communique.read.source import HEAD_BYTES, Item, Source, lost, partial
from communique.read.warcframes import Frame, frames
from communique.records.captures import Sidecar

_HEADERS = 65_536  # room for the HTTP headers before the body
_GOOD = (200, 203)
# Files that servers keep for machines (well-known URIs); as text they look like pages.
_MACHINES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt", "/llms.txt")


@dataclass
class _Tally:
    """What was left out, by kind, and the payloads that were read."""

    pages: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    payloads: set[str] = field(default_factory=set)
    repeats: int = 0


def read_warc(source: Source) -> Iterator[Item]:
    """The pages in a WARC file: answers with HTML, text or PDF. Requests, metadata, pictures, errors of servers and
    the like are no pages, and no problem as long as there is a page."""
    budget = source.allowance()
    tally = _Tally()
    number = 0
    for frame in frames(source, source.options.max_bytes + _HEADERS, budget):
        if frame.lost:
            yield _damage(source, number, frame)
        if not frame.header:
            continue
        number += 1
        if number > source.options.max_members:
            raise too_many(source.options.max_members)
        record = frame.record()
        if record is None:
            yield lost(source.member(number), "damaged", "A record that cannot be read; get the file again")
            continue
        member = source.inside(number, bytes_of(b""), budget)
        found = list(_page(member, frame, record, tally)) if _wanted(record, tally) else []
        yield from found
        if not frame.whole and not found:
            yield lost(member.path, "truncated", "The file ends in the middle of this record; get it again")
    if tally.repeats:
        note = f"Records that only repeat captures which are not in this file: {tally.repeats}; give that file too"
        yield partial(source.path, "revisit", note)
    if not tally.pages:
        raise _nothing(tally, number)


def bytes_of(data: bytes) -> "bound[BytesIO]":
    """Opens `data`."""
    return bound(BytesIO, data)


def _damage(source: Source, number: int, frame: Frame) -> Item:
    where = f"after record {number}" if number else "at its start"
    return lost(source.path, "damaged", f"Bytes {where} belong to no record, and are lost; get the file again")


def _nothing(tally: _Tally, number: int) -> InputError:
    if not number:
        return InputError("empty", "No record in it; get the file again")
    held = ", ".join(f"{count} {kind}" for kind, count in sorted(tally.skipped.items()))
    only = f", only {held}" if held else " that can be read"
    return InputError("no-text", f"No page in it{only}; give a file of the crawl that holds pages")


def _wanted(record: WarcRecord, tally: _Tally) -> bool:
    """Whether a record may hold a page. What does not is counted."""
    kind = (record.headers.get("WARC-Type") or "untyped").lower()[:40]
    answer = record.http_headers if record.is_http else None
    if kind == "revisit":
        digest = record.headers.get("WARC-Payload-Digest")
        known = digest is not None and digest in tally.payloads
        tally.repeats += not known and page_type(media_type(answer.get("Content-Type") if answer else None)) is not None
    status = answer.status_code if answer else None
    if kind == "response" and answer and status not in _GOOD:
        kind = f"response with status {status}"
    elif kind == "response" and answer is None:
        kind = "response that is no web page"
    elif kind in ("response", "resource", "conversion"):
        return True
    tally.skipped[kind] += 1
    return False


def _page(member: Source, frame: Frame, record: WarcRecord, tally: _Tally) -> Iterator[Item]:
    """The page in a record, as a source of its own; or the problem that it cannot be read; or, of no page, nothing."""
    headers = record.http_headers if record.is_http else None
    raw = record.reader.read(len(frame.block))
    given = headers.get("Content-Type") if headers else record.headers.get("Content-Type")
    media = page_type(media_type(given), raw)
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if media is None or not _of_the_web(address):
        tally.skipped[media_type(given) or "untyped"] += 1
        return
    found = _body(member, raw, headers)
    if not found.data.strip() or (media != "application/pdf" and binary_kind(found.data[:HEAD_BYTES])):
        tally.skipped["empty or binary"] += 1
        return
    tally.pages += 1
    tally.payloads.add(record.headers.get("WARC-Payload-Digest") or "")
    fields = Fields({"url": address, "fetched_at": record.headers.get("WARC-Date")})
    known = Sidecar(url=fields.url("url"), fetched_at=fields.date("fetched_at"))
    yield from (partial(member.path, "bad-field", wrong) for wrong in fields.wrong)
    if not (frame.whole and found.whole) or _cut(record.headers, headers, raw):
        yield partial(member.path, "truncated", "The crawler or the file cut it off; what is there is read")
    charset = record.http_charset if headers else None
    yield replace(member, open=bytes_of(found.data), media=media, charset=charset, known=known)


def _body(member: Source, raw: bytes, headers: HeaderMap | None) -> Body:
    if headers is None or member.budget is None:
        return Body(raw, True)
    transfer, codings = headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or ""
    return body(raw, transfer, codings, member.options.max_bytes, member.budget)


def _cut(headers: HeaderMap, answer: HeaderMap | None, raw: bytes) -> bool:
    if headers.get("WARC-Truncated") or headers.get("WARC-Segment-Number"):
        return True
    length = answer.get("Content-Length") if answer else None
    return length is not None and length.strip().isdecimal() and len(length) < 16 and len(raw) < int(length)


def _of_the_web(address: str) -> bool:
    """Whether a page may have this address, or none: crawlers keep their own notes under `metadata:` and `urn:`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return parts.scheme.lower() in ("", "http", "https", "ftp", "file") and not parts.path.lower().endswith(_MACHINES)
