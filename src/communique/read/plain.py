"""A page saved as plain text."""

from collections.abc import Iterator

from communique.errors import InputError
from communique.read.charset import Decoded, decode
from communique.read.sidecar import sidecar_of
from communique.read.source import Source, digest, partial
from communique.records.captures import Capture, MediaKind, Problem


def read_plain(source: Source) -> Iterator[Capture | Problem]:
    """The whole source as one text capture."""
    data = source.data()
    decoded = decode(data, label=source.charset)
    check_lines(decoded.text, source.options.max_line)
    yield from page(source, data, decoded, "text")


def page(source: Source, data: bytes, decoded: Decoded, kind: MediaKind) -> Iterator[Capture | Problem]:
    """One capture of the whole source, with its sidecar, and what of either could not be read."""
    if not decoded.text.strip():
        raise InputError("empty", "Nothing but blanks in it; capture the page again")
    sidecar, problems = sidecar_of(source)
    if decoded.replaced:
        note = f"{decoded.replaced} stretches are no {decoded.charset} and read as U+FFFD"
        yield partial(source.path, "charset", note)
    yield from problems
    yield Capture(
        path=source.path,
        sha256=digest(data),
        kind=kind,
        text=decoded.text,
        charset=decoded.charset,
        sidecar=sidecar,
    )


def check_lines(text: str, limit: int) -> None:
    """Raises InputError where a line is longer than `limit` characters."""
    start = 0
    while len(text) - start > limit:
        end = text.rfind("\n", start, start + limit + 1)
        if end < 0:
            number = text.count("\n", 0, start) + 1
            raise InputError("long-line", f"Line {number} is longer than {limit} characters; break it")
        start = end + 1
