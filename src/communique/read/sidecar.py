"""What somebody wrote down about a capture, in NAME.json beside NAME.txt or NAME.html."""

from pathlib import Path

from communique.errors import InputError
from communique.read.charset import decode
from communique.read.fields import Fields, parse_object
from communique.read.source import Source, partial
from communique.records.captures import Problem, Sidecar

SUFFIX = ".json"
PAGE_SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".shtml")
MAX_BYTES = 1_000_000


def sidecar_of(source: Source) -> tuple[Sidecar, tuple[Problem, ...]]:
    """What is known of the source, and what of it could not be used. Bad values cost themselves, no more."""
    path = source.beside.with_suffix(SUFFIX) if source.beside else None
    if path is None or path == source.beside or not path.is_file():
        return Sidecar(), ()
    try:
        fields = Fields(parse_object(_text(path)))
    except (InputError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return Sidecar(), (partial(source.path, "bad-sidecar", f"{path.name} is ignored: {reason}"),)
    sidecar = Sidecar(
        url=fields.url("url"),
        published=fields.date("published"),
        fetched_at=fields.date("fetched_at"),
        outlet=fields.label("outlet"),
    )
    return sidecar, tuple(partial(source.path, "bad-sidecar", f"{path.name}: {wrong}") for wrong in fields.wrong)


def _text(path: Path) -> str:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError("too-large", f"larger than {MAX_BYTES} bytes")
    return decode(data).text


def is_sidecar(path: Path) -> bool:
    """Whether `path` is NAME.json with a page of that NAME beside it."""
    return path.suffix.lower() == SUFFIX and any(path.with_suffix(suffix).is_file() for suffix in PAGE_SUFFIXES)
