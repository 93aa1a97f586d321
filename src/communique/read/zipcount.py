"""How many files a ZIP archive lists, before any library builds the list in memory."""

import struct
from typing import BinaryIO

_END = struct.Struct("<4s4H2LH")
_END_64_AT = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_MAGIC = b"PK\x05\x06"
_MAX_COMMENT = 65_535


def count_entries(stream: BinaryIO, limit: int) -> int:
    """The entries of the central directory, counted one after the other, no further than `limit` + 1.

    Raises:
        OSError: the stream cannot be read. What is no ZIP archive has no entries.
    """
    where = _directory(stream)
    if where is None:
        return 0
    position, end = where
    count = 0
    while position < end and count <= limit:
        stream.seek(position)
        entry = stream.read(_ENTRY.size)
        if len(entry) < _ENTRY.size or entry[:4] != b"PK\x01\x02":
            break
        name, extra, comment = _ENTRY.unpack(entry)[10:13]
        position += _ENTRY.size + name + extra + comment
        count += 1
    return count


def _directory(stream: BinaryIO) -> tuple[int, int] | None:
    """Where the central directory starts and ends, as zipfile works it out: by its size, back from its end."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _END.size - _MAX_COMMENT))
    tail = stream.read(_END.size + _MAX_COMMENT)
    bare = tail[-_END.size :].startswith(_MAGIC) and tail.endswith(b"\0\0")  # an end without a comment
    at = len(tail) - _END.size if bare else tail.rfind(_MAGIC)
    if at < 0 or len(tail) - at < _END.size:
        return None
    end = size - len(tail) + at
    length = _END.unpack_from(tail, at)[5]
    wide = _wide(stream, end)
    if wide is not None:
        end, length = wide
    return max(0, end - length), end


def _wide(stream: BinaryIO, end: int) -> tuple[int, int] | None:
    """The end and the length of the directory in an archive of the large kind."""
    if end < _END_64_AT.size + _END_64.size:
        return None
    stream.seek(end - _END_64_AT.size - _END_64.size)
    data = stream.read(_END_64.size + _END_64_AT.size)
    if data[:4] != b"PK\x06\x06" or data[_END_64.size :][:4] != b"PK\x06\x07":
        return None
    return end - _END_64_AT.size - _END_64.size, _END_64.unpack(data[: _END_64.size])[8]
