"""Which reader reads what. A new reader is one file and one line here."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.errors import CommuniqueError, InputError
from communique.options import Options
from communique.read import media
from communique.read.budget import BombError
from communique.read.feed import read_feed, read_xml
from communique.read.html import read_html
from communique.read.jsonl import read_json, read_json_lines
from communique.read.mail import read_mail, read_mhtml
from communique.read.pdf import read_pdf
from communique.read.plain import read_plain
from communique.read.roots import sources
from communique.read.sniff import binary_kind, is_feed, is_html, is_json_lines, is_mail, is_tar
from communique.read.source import Reader, Source, lost
from communique.read.tararchive import read_tar
from communique.read.unpack import read_packed
from communique.read.unread import not_yet, read_asset
from communique.read.warc import read_warc
from communique.read.ziparchive import read_wacz, read_zip
from communique.records.captures import Capture, Problem

_AS_TEXT = "save it as text or HTML"
_ARC = not_yet("An ARC file", "convert it to WARC")
_ARCHIVE = not_yet("An archive of this kind", "unpack it and give the folder")
_DOCUMENT = not_yet("A document of this kind", _AS_TEXT)
_MAILBOX = not_yet("A mailbox", "save its mails as EML files")

# By the end of the name, the longest that fits. What is not here is told by its bytes.
READERS: dict[str, Reader] = {
    ".html": read_html, ".htm": read_html, ".xhtml": read_html, ".shtml": read_html,
    ".jsonl": read_json_lines, ".ndjson": read_json_lines,
    ".json": read_json,
    ".warc": read_warc, ".warc.gz": read_warc, ".warc.zst": read_warc, ".wacz": read_wacz,
    ".arc": _ARC, ".arc.gz": _ARC,
    ".rss": read_feed, ".atom": read_feed, ".xml": read_xml,
    ".zip": read_zip,
    ".tar": read_tar, ".tgz": read_tar, ".tbz2": read_tar, ".txz": read_tar,
    ".tar.gz": read_tar, ".tar.bz2": read_tar, ".tar.xz": read_tar, ".tar.zst": read_tar,
    ".gz": read_packed, ".bz2": read_packed, ".xz": read_packed, ".zst": read_packed,
    ".7z": _ARCHIVE, ".rar": _ARCHIVE,
    ".pdf": read_pdf,
    ".mhtml": read_mhtml, ".mht": read_mhtml, ".eml": read_mail, ".mbox": _MAILBOX,
    ".doc": _DOCUMENT, ".docx": _DOCUMENT, ".odt": _DOCUMENT, ".rtf": _DOCUMENT,
    ".epub": _DOCUMENT, ".parquet": _DOCUMENT,
} | dict.fromkeys(
    (".css", ".js", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".woff", ".woff2",
     ".ttf", ".otf", ".mp3", ".mp4", ".webm"),
    read_asset,
)  # fmt: skip

# Of members that come with a media type instead of a name.
_MEDIA: dict[str, Reader] = {media.HTML: read_html, media.TEXT: read_plain, media.PDF: read_pdf}

# By the first bytes: of what has no name that says what it is, or a wrong one.
_BEGINNINGS: dict[bytes, Reader] = {
    b"%PDF-": read_pdf, b"WARC/": read_warc, b"PK\x03\x04": read_zip,
    b"\x1f\x8b": read_packed, b"BZh": read_packed, b"\xfd7zXZ\0": read_packed, b"\x28\xb5\x2f\xfd": read_packed,
}  # fmt: skip
_TEXTUAL = (read_html, read_json, read_json_lines)
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/")


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
        for item in reader_of(source)(source):
            if isinstance(item, Source):
                yield from captures(item)
            else:
                yield item
    except BombError as error:
        if source.depth:
            raise  # one problem for the file that it all came in
        yield lost(source.path, error.code, str(error))
    except InputError as error:
        yield lost(source.path, error.code, str(error))
    except OSError as error:
        yield lost(source.path, "unreadable", f"{error.strerror or type(error).__name__}; check its permissions")
    except CommuniqueError:
        raise
    except Exception as error:  # noqa: BLE001
        # The boundary of reading: what a file does to a library that unpacks it costs that file, and never the run.
        yield lost(source.path, "failed", f"Reading it failed ({type(error).__name__}); please report it")


def reader_of(source: Source) -> Reader:
    """The reader for a source: by its media type or the end of its name, then by its first bytes.

    Raises:
        InputError: it is neither text nor of a known kind.
        OSError: it cannot be read.
    """
    if source.media in _MEDIA:
        return _MEDIA[source.media]
    name = source.path.lower()
    known = max((suffix for suffix in READERS if name.endswith(suffix)), key=len, default=None)
    if known and READERS[known] not in _TEXTUAL:
        return READERS[known]
    head = source.head()
    found = _by_bytes(head)
    if found:
        return found
    binary = binary_kind(head)
    if binary:
        raise InputError("binary", f"It is {binary}, not text; {_AS_TEXT}")
    return READERS[known] if known else _of_text(source, head)


def _by_bytes(head: bytes) -> Reader | None:
    if is_tar(head):
        return read_tar
    found = next((reader for start, reader in _BEGINNINGS.items() if head.startswith(start)), None)
    office = found is read_zip and any(mark in head[:200] for mark in _OFFICE)
    return None if office else found


def _of_text(source: Source, head: bytes) -> Reader:
    if is_html(head):
        return read_html
    if is_feed(head) and head.lstrip().startswith((b"<", b"\xef\xbb\xbf<")):
        return read_feed
    if is_mail(head):
        return read_mail
    return read_json_lines if source.beside is None and is_json_lines(head) else read_plain
