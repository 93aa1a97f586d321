"""Which reader reads what. A new reader is one file and one line here."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.errors import InputError
from communique.options import Options
from communique.read.html import read_html
from communique.read.jsonl import read_json, read_json_lines
from communique.read.plain import read_plain
from communique.read.roots import sources
from communique.read.sniff import binary_kind, is_html, is_json_lines
from communique.read.source import Reader, Source, lost
from communique.read.unread import not_yet, read_asset
from communique.records.captures import Capture, Problem

_UNPACK = "unpack it and give the folder"
_AS_TEXT = "save it as text or HTML"
_WARC = not_yet("A WARC file", "extract its pages as HTML")
_FEED = not_yet("A feed", "save its items as pages or JSON lines")
_ARCHIVE = not_yet("An archive", _UNPACK)
_DOCUMENT = not_yet("A document of this kind", _AS_TEXT)
_MAIL = not_yet("A mail or a web archive", _AS_TEXT)

# By the end of the name, the longest that fits. What is not here is told by its bytes.
READERS: dict[str, Reader] = {
    ".html": read_html, ".htm": read_html, ".xhtml": read_html, ".shtml": read_html,
    ".jsonl": read_json_lines, ".ndjson": read_json_lines,
    ".json": read_json,
    ".warc": _WARC, ".warc.gz": _WARC, ".arc.gz": _WARC, ".wacz": _WARC,
    ".rss": _FEED, ".atom": _FEED, ".xml": _FEED,
    ".zip": _ARCHIVE, ".tar": _ARCHIVE, ".tgz": _ARCHIVE, ".gz": _ARCHIVE, ".bz2": _ARCHIVE, ".xz": _ARCHIVE,
    ".zst": _ARCHIVE, ".7z": _ARCHIVE, ".rar": _ARCHIVE,
    ".pdf": _DOCUMENT, ".doc": _DOCUMENT, ".docx": _DOCUMENT, ".odt": _DOCUMENT, ".rtf": _DOCUMENT,
    ".epub": _DOCUMENT, ".parquet": _DOCUMENT, ".mhtml": _MAIL, ".mht": _MAIL, ".eml": _MAIL, ".mbox": _MAIL,
} | dict.fromkeys(
    (".css", ".js", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".woff", ".woff2",
     ".ttf", ".otf", ".mp3", ".mp4", ".webm"),
    read_asset,
)  # fmt: skip


def read(paths: Sequence[str | Path], options: Options) -> Iterator[Capture | Problem]:
    """Every capture under `paths` (files, folders, `-` for standard input), and every problem met on the way.

    Raises:
        UsageError: a path does not exist.
    """
    for source in sources(paths, options):
        yield from captures(source)


def captures(source: Source) -> Iterator[Capture | Problem]:
    """The captures in one source. Whatever is wrong with it is a problem record, never an exception."""
    try:
        yield from reader_of(source)(source)
    except InputError as error:
        yield lost(source.path, error.code, str(error))
    except OSError as error:
        yield lost(source.path, "unreadable", f"{error.strerror or type(error).__name__}; check its permissions")


def reader_of(source: Source) -> Reader:
    """The reader for a source: by the end of its name, then by its first bytes.

    Raises:
        InputError: it is neither text nor of a known kind.
        OSError: it cannot be read.
    """
    name = source.path.lower()
    known = max((suffix for suffix in READERS if name.endswith(suffix)), key=len, default=None)
    text_expected = known is None or READERS[known] in (read_html, read_json, read_json_lines)
    head = source.head() if text_expected else b""
    binary = binary_kind(head)
    if binary:
        raise InputError("binary", f"It is {binary}, not text; {_AS_TEXT}")
    if known:
        return READERS[known]
    if is_html(head):
        return read_html
    return read_json_lines if source.beside is None and is_json_lines(head) else read_plain
