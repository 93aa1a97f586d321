"""Readers for what is not read: they say so, in one problem."""

from collections.abc import Iterator

from communique.read.source import Reader, Source, lost, partial
from communique.records.captures import Capture, Problem


def not_yet(kind: str, remedy: str) -> Reader:
    """A reader for a kind of input whose place is kept: the input is lost, and the message says what to do."""

    def read(source: Source) -> Iterator[Capture | Problem]:
        yield lost(source.path, "unsupported", f"{kind} cannot be read yet; {remedy}")

    return read


def read_asset(source: Source) -> Iterator[Capture | Problem]:
    """What browsers save beside a page (styles, scripts, pictures, fonts): no article, so nothing is lost."""
    yield partial(source.path, "asset", "A part of a saved page, not a page; it is left out")
