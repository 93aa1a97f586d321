"""A page saved as HTML. Cleaning it is not the reader's work: the capture holds the source."""

from collections.abc import Iterator

from communique.read.charset import decode
from communique.read.plain import page
from communique.read.source import Source
from communique.records.captures import Capture, Problem


def read_html(source: Source) -> Iterator[Capture | Problem]:
    """The whole source as one HTML capture. Lines mean nothing in HTML, so only its size is bounded."""
    data = source.data()
    yield from page(source, data, decode(data, html=True), "html")
