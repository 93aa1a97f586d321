"""Tar archives, packed or not, read as a stream: header after header, in as much memory as one member takes."""

import tarfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, NamedTuple, cast

from communique.errors import InputError
from communique.read.held import Held
from communique.read.members import Entry, Listing, members, too_many
from communique.read.pulled import Pulled
from communique.read.sidecar import MAX_BYTES, SUFFIX
from communique.read.source import Item, Source
from communique.read.unpack import unpacked

BLOCK = 512
_CHUNK = 1_048_576
_LONG_NAME, _PAX = tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE
_MAX_NAME = 65_536


class _File(NamedTuple):
    """A regular file in a tar archive; `stream` ends with it."""

    name: str
    size: int
    stream: BinaryIO


def read_tar(source: Source) -> Iterator[Item]:
    """The members of a tar archive, each read by its own kind. It is gone through twice: a sidecar may come after
    its page."""
    budget = source.allowance()
    with unpacked(source, replace(budget)) as stream:
        listing = _list(stream, source)
    with unpacked(source, budget) as stream:
        limit = source.options.max_bytes
        entries = (Entry(file.name, Held(file.stream, limit)) for file in files(stream))
        yield from members(source, entries, listing, budget)


def files(stream: BinaryIO) -> Iterator[_File]:
    """The regular files in a tar stream. The stream of each is good until the next is asked for.

    Raises:
        InputError: the archive is damaged, or ends before its end.
    """
    name = None
    while (header := stream.read(BLOCK)).strip(b"\0"):
        info = _header(header)
        body = _Part(stream, info.size)
        if info.type in (_LONG_NAME, _PAX):
            name = _long_name(info.type, body.read(_MAX_NAME)) or name
        elif info.isreg() and info.type != tarfile.GNUTYPE_SPARSE:
            yield _File((name or info.name).removeprefix("./"), info.size, cast(BinaryIO, body))
            name = None
        elif info.type not in (tarfile.GNUTYPE_LONGLINK, tarfile.XGLTYPE):
            name = None
        body.skip()
        _Part(stream, -info.size % BLOCK).skip()
    if len(header) < BLOCK:
        raise InputError("truncated", "The archive ends before its end; get it again")


def _header(block: bytes) -> tarfile.TarInfo:
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError) as error:
        raise InputError("damaged", f"The tar archive is damaged ({error}); get it again") from error
    if info.size < 0:
        raise InputError("damaged", "The tar archive is damaged (a negative size); get it again")
    if not info.isreg() and info.type not in (_LONG_NAME, _PAX, tarfile.GNUTYPE_LONGLINK, tarfile.XGLTYPE):
        info.size = 0 if info.type in (tarfile.DIRTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE) else info.size
    return info


def _long_name(kind: bytes, data: bytes) -> str | None:
    if kind == _LONG_NAME:
        return data.partition(b"\0")[0].decode("utf-8", "surrogateescape")
    # Records of the form "LENGTH path=NAME\n"; other keys are no matter here.
    found = [line.partition(b"path=") for line in data.split(b"\n") if line.partition(b" ")[2].startswith(b"path=")]
    return found[-1][2].decode("utf-8", "surrogateescape") if found else None


def _list(stream: BinaryIO, source: Source) -> Listing:
    """The names in the archive, as far as it goes, and the sidecars among them, as long as they are small."""
    names: set[str] = set()
    sidecars: dict[str, bytes] = {}
    count = held = 0
    try:
        for file in files(stream):
            count += 1
            if count > source.options.max_members:
                raise too_many(source.options.max_members)
            names.add(file.name)
            small = file.size <= MAX_BYTES and held + file.size <= source.options.max_bytes
            if file.name.lower().endswith(SUFFIX) and small:
                sidecars[file.name] = file.stream.read(file.size)
                held += file.size
    except InputError as error:
        if error.code not in ("damaged", "truncated"):
            raise
    return Listing(names, sidecars.get)


class _Part(Pulled):
    """The next `size` bytes of a stream."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._left = size

    def pull(self, count: int) -> bytes:
        wanted = min(count, self._left)
        data = self._stream.read(wanted)
        if len(data) < wanted:
            raise InputError("truncated", "The archive ends in the middle of this file; get it again")
        self._left -= len(data)
        return data

    def skip(self) -> None:
        """Goes on to the end of it."""
        while self._left:
            self.read(_CHUNK)
