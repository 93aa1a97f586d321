"""A page saved as HTML. Cleaning it is not the reader's work: the capture holds the source."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from communique.read.charset import decode
from communique.read.fields import Fields
from communique.read.plain import page
from communique.read.saved import is_part, saved_from
from communique.read.source import Source, partial
from communique.records.captures import Capture, Problem


def read_html(source: Source) -> Iterator[Capture | Problem]:
    """The whole source as one HTML capture. Lines mean nothing in HTML, so only its size is bounded."""
    if source.beside and is_part(source.beside):
        yield partial(source.path, "asset", "A part of a saved page, not a page; it is left out")
        return
    data = source.data()
    decoded = decode(data, html=True, label=source.charset)
    address = Fields({"url": saved_from(decoded.text)}).url("url")
    if address and not source.known.url:
        source = replace(source, known=msgspec.structs.replace(source.known, url=address))
    yield from page(source, data, decoded, "html")
