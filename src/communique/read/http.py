"""The body of a web server's answer, with the codings of its transfer undone."""

import re
import zlib
from io import BytesIO
from typing import NamedTuple

from fastwarc.stream_io import BrotliReader, ZstdReader

from communique.read.budget import Budget

_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_GZIP_OR_ZLIB, _BARE = 47, -15  # zlib's numbers for "either header" and "no header at all"


class Body(NamedTuple):
    """Bytes, and whether they are all there."""

    data: bytes
    whole: bool


def body(raw: bytes, transfer: str, codings: str, limit: int, budget: Budget) -> Body:
    """`raw` without its codings, as given in the headers Transfer-Encoding and Content-Encoding, up to `limit` + 1
    bytes. A coding that the bytes do not have is passed over: many archives keep the header and not the coding.

    Raises:
        BombError: it unpacks to more than the budget has left.
    """
    found = dechunk(raw) if "chunked" in transfer.lower() else Body(raw, True)
    names = [name.strip().lower() for name in codings.split(",")][:4]
    for name in reversed(names):
        if name in ("gzip", "x-gzip", "deflate", "br", "zstd"):
            inner = _decode(found.data, name, limit)
            budget.spend(len(inner.data))
            found = Body(inner.data, inner.whole and found.whole)
    return found


def dechunk(raw: bytes) -> Body:
    """The chunks of a chunked body put together; a body without them as it is."""
    parts: list[bytes] = []
    at = 0
    while match := _SIZE.match(raw, at):
        size = int(match[1], 16)
        if size == 0:
            return Body(b"".join(parts), True)
        part = raw[match.end() : match.end() + size]
        parts.append(part)
        at = match.end() + size
        if len(part) < size:
            return Body(b"".join(parts), False)
        at += 2 if raw[at : at + 2] == b"\r\n" else int(raw[at : at + 1] == b"\n")
    if not parts:
        return Body(raw, True)
    # Behind the last good chunk there is something else: an end that is lost.
    return Body(b"".join(parts), False)


def _decode(data: bytes, name: str, limit: int) -> Body:
    if name in ("br", "zstd"):
        try:
            reader = BrotliReader(BytesIO(data)) if name == "br" else ZstdReader(BytesIO(data))
            return Body(reader.read(limit + 1), True)
        except OSError:
            return Body(data, True)
    for window in (_GZIP_OR_ZLIB, _BARE) if name == "deflate" else (_GZIP_OR_ZLIB,):
        unpacker = zlib.decompressobj(window)
        try:
            return Body(unpacker.decompress(data, limit + 1), unpacker.eof)
        except zlib.error:
            continue
    return Body(data, True)
