"""What somebody wrote down about a capture, in NAME.json beside NAME.txt or NAME.html."""

import os
import posixpath

from communique.errors import InputError
from communique.read.budget import BombError
from communique.read.charset import decode
from communique.read.fields import Fields, parse_object
from communique.read.source import Source, partial
from communique.records.captures import Problem, Sidecar

SUFFIX = ".json"
PAGE_SUFFIXES = (
    ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".shtml", ".pdf", ".mhtml", ".mht", ".eml",
)  # fmt: skip
MAX_BYTES = 1_000_000


def sidecar_of(source: Source) -> tuple[Sidecar, tuple[Problem, ...]]:
    """What is known of the source, and what of it could not be used. Bad values cost themselves, no more. What a
    sidecar says counts more than what the container says."""
    name = posixpath.splitext(posixpath.basename(source.path.rpartition("!")[2]))[0] + SUFFIX
    try:
        data = _bytes(source)
        if data is None:
            return source.known, ()
        fields = Fields(parse_object(_text(data)))
    except BombError:
        raise
    except (InputError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return source.known, (partial(source.path, "bad-sidecar", f"{name} is ignored: {reason}"),)
    sidecar = Sidecar(
        url=fields.url("url") or source.known.url,
        published=fields.date("published") or source.known.published,
        fetched_at=fields.date("fetched_at") or source.known.fetched_at,
        outlet=fields.label("outlet") or source.known.outlet,
    )
    return sidecar, tuple(partial(source.path, "bad-sidecar", f"{name}: {wrong}") for wrong in fields.wrong)


def _bytes(source: Source) -> bytes | None:
    """The sidecar in the container that holds the source, or beside it on disk."""
    if source.aside is not None:
        return source.aside()
    path = os.path.splitext(source.beside)[0] + SUFFIX if source.beside else None
    if path is None or path == source.beside or not os.path.isfile(path):
        return None
    with open(path, "rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise InputError("too-large", f"larger than {MAX_BYTES} bytes")
    return decode(data).text


def is_sidecar(path: str) -> bool:
    """Whether `path` is NAME.json with a page of that NAME beside it."""
    stem, suffix = os.path.splitext(path)
    return suffix.lower() == SUFFIX and any(os.path.isfile(stem + page) for page in PAGE_SUFFIXES)
