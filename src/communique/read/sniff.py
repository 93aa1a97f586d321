"""What some bytes are, by looking at them."""

import re

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"(\xb5/\xfd", "zstd data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"WARC/", "a WARC file"),
)
_CONTROL = bytes(i for i in range(32) if i not in b"\t\n\v\f\r\x1b") + b"\x7f"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FEED = re.compile(rb"<(?:[\w.-]{1,40}:)?(rss|feed|rdf|channel)\b", re.I)
_RSS_IN_RDF = (b"purl.org/rss/", b"purl.org/net/rss", b"my.netscape.com/rdf/")
_HEADER = re.compile(rb"[\w-]{1,60}:[ \t]")
MAX_CONTROL = 0.02


def is_html(head: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    return _HTML.match(strip_bom(head)) is not None


def is_feed(head: bytes) -> bool:
    """Whether the first element is that of a feed: RSS, Atom, or RDF or CDF as feeds use it."""
    plain = strip_bom(head).replace(b"\0", b"")
    at = 0
    while (at := plain.find(b"<", at)) >= 0:
        if plain.startswith(b"<!--", at):
            at = plain.find(b"-->", at)
            if at < 0:
                return False
        elif plain[at + 1 : at + 2] not in (b"!", b"?"):
            found = _FEED.match(plain, at)
            # RDF has other uses; in a feed it names the vocabulary of RSS.
            return found is not None and (found[1].lower() != b"rdf" or any(name in plain for name in _RSS_IN_RDF))
        at += 1
    return False


def is_mail(head: bytes) -> bool:
    """Whether the bytes begin with the headers of a mail."""
    headers = head.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    return _HEADER.match(headers) is not None and b"\nmime-version:" in b"\n" + headers.lower()


def is_tar(head: bytes) -> bool:
    """Whether the bytes begin with the header of a file in a tar archive."""
    return head[257:262] == b"ustar"


def is_json_lines(head: bytes) -> bool:
    """Whether the bytes begin with an object, as JSON lines do."""
    return strip_bom(head).lstrip()[:1] == b"{"


def strip_bom(data: bytes) -> bytes:
    """The bytes without a UTF-8 byte order mark."""
    return data.removeprefix(_BOMS[0])


def binary_kind(head: bytes) -> str | None:
    """What the bytes are where they are no text ("a PDF document", "binary data"), else None."""
    named = next((name for magic, name in _MAGIC if head.startswith(magic)), None)
    if named or head.startswith(_BOMS) or wide_charset(head):
        return named
    control = len(head) - len(head.translate(None, _CONTROL))
    return "binary data" if control > MAX_CONTROL * len(head) else None


def wide_charset(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: text whose every second byte is nearly always zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > 0.6 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None
