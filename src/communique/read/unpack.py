"""Files in gzip, bzip2, xz or Zstandard: unpacked as they are read, never as a whole."""

import bz2
import gzip
import io
import lzma
import posixpath
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from fastwarc.stream_io import ZstdReader

from communique.errors import InputError
from communique.read.budget import Budget, measured
from communique.read.source import Item, Source


def _zstandard(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, ZstdReader(stream))


_OPENERS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream)),
    b"BZh": lambda stream: cast(BinaryIO, bz2.BZ2File(stream)),
    b"\xfd7zXZ\0": lambda stream: cast(BinaryIO, lzma.LZMAFile(stream, format=lzma.FORMAT_XZ)),  # noqa: SIM115
    b"\x28\xb5\x2f\xfd": _zstandard,
}
SUFFIXES = (".gz", ".bz2", ".xz", ".zst")


def unpacked(source: Source, budget: Budget) -> BinaryIO:
    """The bytes of a source, unpacked where its first bytes say that they are packed.

    Raises:
        InputError: they cannot be unpacked, now or while they are read. BombError: they are too many.
    """
    stream = source.open()
    head = stream.read(6)
    stream.close()
    opener = next((opener for magic, opener in _OPENERS.items() if head.startswith(magic)), None)
    if opener is None:
        return source.open()
    return measured(opener(seekable(source) if opener is _zstandard else source.open()), budget)


def read_packed(source: Source) -> Iterator[Item]:
    """The one file in a packed file, by its name without the packing's suffix."""
    budget = source.allowance()
    name = posixpath.basename(source.path.rpartition("!")[2])
    suffix = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), "")
    yield source.inside(name[: len(name) - len(suffix)], lambda: unpacked(source, budget), budget)


def seekable(source: Source) -> BinaryIO:
    """The source as a file one can go back and forth in: in memory, where it is a member of a container.

    Raises:
        InputError: it is larger than a capture may be. OSError: it cannot be read.
    """
    stream = source.open()
    if stream.seekable():
        return stream
    stream.close()
    try:
        return io.BytesIO(source.data())
    except InputError as error:
        raise InputError(error.code, f"{error}; or unpack the archive around it") from None
