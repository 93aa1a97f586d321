"""RSS and Atom files: each entry with its full text is a capture."""

import html
import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from communique.errors import InputError
from communique.read.apart import apart
from communique.read.fields import Fields
from communique.read.html import read_html
from communique.read.members import shown, too_many
from communique.read.sniff import is_feed, is_html
from communique.read.source import Item, Source, digest, partial
from communique.records.captures import Capture, Sidecar

# A description is the whole text where it is as long as a short report, or has paragraphs.
FULL_CHARS, FULL_BLOCKS = 1_000, 2
_BLOCK = re.compile(r"<p[\s>]|<br\s?/?>\s{0,20}<br", re.I)
_NO_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], " ")
_TAG = re.compile(r"<[^<>]*>")


class Entry(msgspec.Struct, frozen=True):
    """An entry as its feed gives it, nothing checked. `content` is its full text, `summary` another, both as HTML.
    `published` is as written."""

    id: str = ""
    title: str = ""
    title_is_html: bool = False
    link: str = ""
    published: str = ""
    author: str = ""
    content: str = ""
    summary: str = ""


class Feed(msgspec.Struct, frozen=True):
    """The entries of a feed in order, and whether its XML holds together."""

    entries: list[Entry]
    sound: bool


def read_feed(source: Source) -> Iterator[Item]:
    """The entries of a feed that have their full text; a summary alone is no article, and is counted."""
    feed = msgspec.json.decode(apart("feed", source.data(), source.options), type=Feed)
    entries = feed.entries
    if not feed.sound:
        yield partial(source.path, "damaged", "Not well-formed: some of it may be missing; save it again")
    if len(entries) > source.options.max_members:
        raise too_many(source.options.max_members)
    seen: Counter[str] = Counter()
    short = 0
    for number, entry in enumerate(entries, 1):
        content = full_text(entry)
        if content is None:
            short += 1
            continue
        # By the entry's own id: in the next version of the feed the same entry has another number.
        name = shown(entry.id or entry.link or str(number))
        seen[name] += 1
        path = source.member(name if seen[name] == 1 else f"{name}#{seen[name]}")
        yield from _capture(entry, content, path)
    if not seen:
        why = "gives summaries only; save the pages they link to" if short else "has no entries; save it again"
        raise InputError("no-text", f"The feed {why}")
    if short:
        note = f"Entries with no more than a summary, left out: {short}; save the pages they link to"
        yield partial(source.path, "summary-only", note)


def read_xml(source: Source) -> Iterator[Item]:
    """An XML file: a feed, a page, or something that is no capture."""
    head = source.head()
    if is_feed(head):
        yield from read_feed(source)
    elif is_html(head):
        yield from read_html(source)
    elif not head.strip():
        raise InputError("empty", "Nothing in it; save it again")
    else:
        yield partial(source.path, "no-text", "XML that is neither a feed nor a page")


def full_text(entry: Entry) -> str | None:
    """The whole text of an entry as HTML, if the feed gives it."""
    if _plain(entry.content):
        return entry.content
    blocks = sum(1 for _ in _BLOCK.finditer(entry.summary))
    text = _plain(entry.summary)
    return entry.summary if len(text) >= FULL_CHARS or (text and blocks >= FULL_BLOCKS) else None


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _capture(entry: Entry, content: str, path: str) -> Iterator[Item]:
    # An id may stand in for the link, and need be no address then.
    link = entry.link if entry.link != entry.id or "://" in entry.link else ""
    given = {"url": link, "published": entry.published, "author": entry.author}
    fields = Fields({name: value for name, value in given.items() if value})
    title = " ".join((_plain(entry.title) if entry.title_is_html else entry.title).translate(_NO_CONTROLS).split())
    text = _page(title, content)
    capture = Capture(
        path=path,
        sha256=digest(text.encode()),
        kind="html",
        text=text,
        charset="utf-8",
        sidecar=Sidecar(url=fields.url("url"), published=fields.date("published")),
        title=title or None,
        byline=fields.label("author"),
    )
    yield from (partial(path, "bad-field", wrong) for wrong in fields.wrong)
    yield capture


def _page(title: str, content: str) -> str:
    """The entry as a page of its own, so that its title has a place in it."""
    name = html.escape(title, quote=False)
    heading = f"<h1>{name}</h1>\n" if name else ""
    return f"<!DOCTYPE html>\n<title>{name}</title>\n<article>\n{heading}{content}\n</article>\n"
