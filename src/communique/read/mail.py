"""Newsletters (EML) and pages saved as MHTML, which has the form of a mail."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial as bound
from io import BytesIO

import msgspec

from communique.read.apart import apart
from communique.read.charset import Decoded
from communique.read.fields import Fields
from communique.read.mailparts import Letter
from communique.read.members import shown, too_many
from communique.read.plain import check_lines, page
from communique.read.source import Item, Source, partial
from communique.read.wrapped import Line, joined
from communique.records.captures import Sidecar

_TITLE = re.compile(r"<title[^<>]{0,200}>\s{0,200}[^<\s]", re.I)
# Narrower lines than these are verse, lists and menus rather than broken paragraphs.
MIN_WIDTH, MAX_WIDTH = 50, 100


def read_mail(source: Source) -> Iterator[Item]:
    """A mail as one capture, its HTML part preferred; what is attached is read like a file."""
    data = source.data()
    letter = _letter(source, data)
    fields = Fields(
        {"published": letter.date, "outlet": letter.sender, "url": letter.location, "title": letter.subject}
    )
    known = Sidecar(url=fields.url("url"), published=fields.date("published"), outlet=fields.label("outlet"))
    yield from (partial(source.path, "bad-field", wrong) for wrong in fields.wrong)
    yield from _cut(source, letter)
    if letter.text.strip():
        yield from _page(replace(source, known=known), data, letter, fields.label("title") or "")
    if len(letter.attachments) > source.options.max_members:
        raise too_many(source.options.max_members)
    budget = source.allowance()
    for number, attached in enumerate(letter.attachments, 1):
        name = f"{number}/{shown(attached.name)}"
        yield source.inside(name, bound(BytesIO, attached.data), budget)


def read_mhtml(source: Source) -> Iterator[Item]:
    """The page itself; its pictures and styles are left aside."""
    data = source.data()
    letter = _letter(source, data)
    fields = Fields({"url": letter.location, "fetched_at": letter.date})
    known = Sidecar(url=fields.url("url"), fetched_at=fields.date("fetched_at"))
    yield from _cut(source, letter)
    yield from _page(replace(source, known=known), data, letter, "")


def _letter(source: Source, data: bytes) -> Letter:
    return msgspec.msgpack.decode(apart("mail", data, source.options), type=Letter)


def _cut(source: Source, letter: Letter) -> Iterator[Item]:
    if not letter.whole:
        yield partial(source.path, "truncated", "It ends before its last part does; what is there is read")


def _page(source: Source, data: bytes, letter: Letter, subject: str) -> Iterator[Item]:
    """The mail's text under its subject, which is its title and stands nowhere else."""
    text = letter.text
    if letter.html and subject and not _TITLE.search(text):
        text = f"<!DOCTYPE html>\n<title>{html.escape(subject, quote=False)}</title>\n{text}"
    elif not letter.html:
        text = "\n\n".join(filter(None, (subject, paragraphs(text, flowed=letter.flowed))))
        check_lines(text, source.options.max_line)
    yield from page(source, data, Decoded(text, letter.charset, letter.replaced), "html" if letter.html else "text")


def paragraphs(text: str, *, flowed: bool = False) -> str:
    """Plain text of a mail with the line breaks taken out that only fit it to a width (RFC 3676, or by the look)."""
    text = text.replace("\r\n", "\n")
    if flowed:
        return re.sub(r"(?<=\S) \n(?=[^\n>])", " ", text)
    return "\n\n".join("\n".join(_block(block.split("\n"))) for block in text.split("\n\n"))


def _block(lines: list[str]) -> Iterator[str]:
    edge = max(map(len, lines))
    if not MIN_WIDTH <= edge <= MAX_WIDTH:
        yield from lines
        return
    yield from joined([Line(line, len(line), _first(line)) for line in lines], edge)


def _first(line: str) -> int:
    return len((line.split(maxsplit=1) or [""])[0]) + 1
