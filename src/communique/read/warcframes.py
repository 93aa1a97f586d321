"""The records of a WARC file, found one by one, so that a damaged record costs no more than itself.

FastWARC reads each record from memory; over a stream it gives up at the first fault, and may do worse.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple

from fastwarc.warc import WarcRecord

from communique.read.budget import Budget, measured
from communique.read.gunzip import Gunzip
from communique.read.source import Source
from communique.read.unpack import unpacked

_VERSION = b"WARC/"
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.I | re.M)
MAX_LINE = MAX_HEADER = 65_536
_CHUNK = 1_048_576


class Frame(NamedTuple):
    """One record: its header and as much of its block as is wanted. `whole`: nothing of it is missing in the file;
    `lost`: bytes before it that belong to no record."""

    header: bytes
    block: bytes
    length: int
    whole: bool
    lost: int

    def record(self) -> WarcRecord | None:
        """The record as FastWARC reads it, its HTTP headers parsed; None where it cannot."""
        try:
            record = WarcRecord.from_reader(BytesIO(self.header + self.block), quirks_mode=True)
            record.parse_http(quirks_mode=True, max_header_len=len(self.block) + 1)
        except OSError:
            return None
        return record


NOTHING = Frame(header=b"", block=b"", length=0, whole=False, lost=1)


def frames(source: Source, limit: int, budget: Budget) -> Iterator[Frame]:
    """The records of a source, packed or not, each with up to `limit` bytes of its block.

    Raises:
        BombError: it unpacks to too much. InputError: it is packed in a way that is damaged for good.
    """
    with source.open() as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    if not packed:
        with unpacked(source, budget) as stream:
            yield from _frames(stream, limit)
        return
    with source.open() as raw:
        gunzip = Gunzip(raw)
        stream = measured(gunzip, budget)  # type: ignore[arg-type]
        more = True
        while more:
            told = False
            for frame in _frames(stream, limit):
                told = frame.lost > 0 or not frame.whole
                yield frame
            if gunzip.broken and not told:
                yield NOTHING
            more = gunzip.broken and gunzip.resume()


def _frames(stream: BinaryIO, limit: int) -> Iterator[Frame]:
    lost = 0
    while line := stream.readline(MAX_LINE):
        if not line.startswith(_VERSION):
            lost += len(line.strip())
            continue
        header = _header(stream, line)
        found = _LENGTH.search(header)
        if found is None:
            lost += len(header)
            continue
        length = int(found[1])
        block = stream.read(min(length, limit))
        missing = min(length, limit) - len(block) or _skip(stream, length - len(block))
        yield Frame(header, block, length, not missing, lost)
        lost = 0
    if lost:
        yield NOTHING


def _header(stream: BinaryIO, first: bytes) -> bytes:
    lines, size = [first], len(first)
    while (line := stream.readline(MAX_LINE)) and size <= MAX_HEADER:
        lines.append(line)
        size += len(line)
        if not line.strip():
            break
    return b"".join(lines)


def _skip(stream: BinaryIO, count: int) -> int:
    """Reads past `count` bytes, and says how many of them are not there."""
    while count and (data := stream.read(min(count, _CHUNK))):
        count -= len(data)
    return count
