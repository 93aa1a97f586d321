"""Gzip as WARC files use it: one member a record, so that a broken one costs no more than itself."""

import zlib
from typing import BinaryIO

from communique.read.pulled import Pulled

_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 65_536
_GZIP = 31  # zlib's number for a gzip header and a window of any size


class Gunzip(Pulled):
    """The members of a gzip file as one stream, which ends where a member is broken; `resume` goes on behind it."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self._pending = b""
        self._member: zlib._Decompress | None = None
        self.broken = False

    def pull(self, count: int) -> bytes:
        """What comes next of the members, up to a broken one."""
        data = b""
        while not data and not self.broken and self._ready():
            data = self._some(count)
        return data

    def resume(self) -> bool:
        """Goes on at the next member, if there is one."""
        self.broken, self._member = False, None
        while (at := self._pending.find(_MAGIC)) < 0:
            more = self._inner.read(_CHUNK)
            if not more:
                return False
            self._pending = self._pending[1 - len(_MAGIC) :] + more
        self._pending = self._pending[at:]
        return True

    def _ready(self) -> bool:
        """Whether there are bytes to work on, from the last read or a new one."""
        if self._member is None:
            self._pending = self._pending.lstrip(b"\0")  # some writers pad between members
        if not self._pending:
            self._pending = self._inner.read(_CHUNK)
        if self._pending:
            return True
        self.broken = self._member is not None
        return False

    def _some(self, count: int) -> bytes:
        fresh = self._member is None
        member = self._member = self._member or zlib.decompressobj(_GZIP)
        try:
            data = member.decompress(self._pending, count)
        except zlib.error:
            # One byte on, so that the broken member is not found again as the next.
            self._pending = self._pending[1:] if fresh else self._pending
            self.broken = True
            return b""
        self._pending = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member = None
        return data

    def close(self) -> None:
        """Closes the file too."""
        self._inner.close()
        super().close()
