"""Records to bytes and back."""

import zlib
from hashlib import blake2b

import msgspec

from communique.records.base import Row

_LEVEL = 3  # 1 to 9: JSON of mentions shrinks eightfold at 3, and little more at 9, for four times the work


def pack(data: bytes) -> bytes:
    """`data`, compressed."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """What `pack` was given."""
    return zlib.decompress(data)


def encode(row: Row) -> bytes:
    """`row` as JSON: the same bytes for the same row."""
    return msgspec.json.encode(row)


def digest(*parts: bytes) -> str:
    """A hash over `parts`, in hex."""
    state = blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8))
        state.update(part)
    return state.hexdigest()
