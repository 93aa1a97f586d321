"""ZIP archives, and WACZ, which is a ZIP archive of WARC files."""

import zipfile
from collections.abc import Callable, Iterator
from functools import partial as bound
from typing import BinaryIO

from communique.errors import InputError
from communique.read.budget import BROKEN, Budget, damaged, measured
from communique.read.members import Entry, Listing, members, too_many
from communique.read.sidecar import MAX_BYTES
from communique.read.source import Item, Source
from communique.read.unpack import seekable
from communique.read.zipcount import count_entries

# LZMA in ZIP names its own memory, up to 4 GB; the others are bounded.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_ENCRYPTED = 0x1
_WARCS = (".warc", ".warc.gz", ".warc.zst", ".wacz")


def read_zip(source: Source) -> Iterator[Item]:
    """The members of a ZIP archive, each read by its own kind."""
    yield from _read(source, lambda name: True)


def read_wacz(source: Source) -> Iterator[Item]:
    """The WARC files of a WACZ; its indexes and lists of pages repeat what these hold."""
    yield from _read(source, lambda name: name.lower().endswith(_WARCS))


def _read(source: Source, wanted: Callable[[str], bool]) -> Iterator[Item]:
    budget = source.allowance()
    with seekable(source) as stream:
        archive = _archive(stream, source.options.max_members)
        infos = [info for info in archive.infolist() if not info.is_dir() and wanted(info.filename)]
        listing = Listing({info.filename for info in infos}, bound(_sidecar, archive, budget))
        entries = (Entry(info.filename, bound(_open, archive, info, budget)) for info in infos)
        yield from members(source, entries, listing, budget)


def _archive(stream: BinaryIO, limit: int) -> zipfile.ZipFile:
    try:
        if count_entries(stream, limit) > limit:
            raise too_many(limit)
        return zipfile.ZipFile(stream)
    except BROKEN as error:
        raise damaged(error) from error


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    if info.flag_bits & _ENCRYPTED:
        raise InputError("encrypted", "It needs a password; unpack the archive and give the folder")
    if info.compress_type not in _METHODS:
        raise InputError("unsupported", "Packed in a way that is not read; unpack the archive and give the folder")
    try:
        return measured(archive.open(info), budget)  # type: ignore[arg-type]
    except BROKEN as error:
        raise damaged(error) from error


def _sidecar(archive: zipfile.ZipFile, budget: Budget, name: str) -> bytes | None:
    with _open(archive, archive.getinfo(name), budget) as stream:
        return stream.read(MAX_BYTES + 1)
