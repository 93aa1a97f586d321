"""The entries of an RSS or Atom file. Runs in a process of its own."""

import codecs
import io
import xml.sax
import xml.sax.handler
from html import escape
from typing import Any

import feedparser
import msgspec
from defusedxml import DefusedXmlException
from defusedxml.sax import parse as defused_parse

from communique.errors import InputError
from communique.read.charset import decode
from communique.read.feed import Entry, Feed

HEAD_BYTES = 65_536
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKUP = ("text/html", "application/xhtml+xml")


def work(data: bytes) -> bytes:
    """The entries of a feed in order, as a `Feed` in JSON.

    Raises:
        InputError: it declares entities, by which a small file may grow without bound or reach for others.
    """
    _refuse_entities(data)
    # As a stream: feedparser takes bytes for the name of a file first. It is not asked to clean the markup or to
    # complete addresses in it: the capture is kept as found.
    stream, headers = io.BytesIO(data), {}
    if data.startswith(_WIDE_MARKS):
        # By its mark alone feedparser does not know it.
        stream, headers = io.BytesIO(decode(data).text.encode()), {"content-type": "application/xml; charset=utf-8"}
    parsed = feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    rss = not str(parsed.get("version", "")).startswith("atom")
    sound = not isinstance(parsed.get("bozo_exception"), xml.sax.SAXException)
    return msgspec.json.encode(Feed([_entry(raw, rss) for raw in parsed.entries], sound))


def _refuse_entities(data: bytes) -> None:
    refusal = InputError("entities", "It declares XML entities, which are not expanded; save it without its DOCTYPE")
    if b"<!ENTITY" in data[:HEAD_BYTES].replace(b"\0", b""):
        raise refusal
    try:
        # A DOCTYPE that names a far DTD is allowed, as old feeds have one: Python's parser does not get it.
        handler = xml.sax.handler.ContentHandler()
        defused_parse(io.BytesIO(data), handler, forbid_dtd=False, forbid_external=False)
    except DefusedXmlException:
        raise refusal from None
    except (xml.sax.SAXException, ValueError, LookupError, UnicodeError):
        # Not well-formed: what comes behind is read by feedparser's lenient parser, which expands no entities.
        return


def _entry(raw: dict[str, Any], rss: bool) -> Entry:
    # In RSS the date of Dublin Core is that of publication; Atom's "updated" is not.
    dates = ("published", "updated") if rss else ("published",)
    return Entry(
        id=_text(raw.get("id")),
        title=_text(raw.get("title")),
        title_is_html=_detail(raw.get("title_detail")).get("type") in _MARKUP,
        link=_text(raw.get("link")),
        published=next(filter(None, (_text(raw[name]) for name in dates if name in raw)), ""),
        author=_text(raw.get("author")),
        content=max((_html(part) for part in raw.get("content") or ()), key=len, default=""),
        summary=_html(_detail(raw.get("summary_detail"))),
    )


def _detail(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value.encode("utf-8", "replace").decode().strip() if isinstance(value, str) else ""


def _html(part: dict[str, Any]) -> str:
    value = _text(part.get("value"))
    if part.get("type") in _MARKUP:
        return value
    return "\n".join(f"<p>{escape(block.strip(), quote=False)}</p>" for block in value.split("\n\n") if block.strip())
