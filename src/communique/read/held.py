"""A stream that can be read once only, opened as often as is asked where it is small."""

import io
from typing import BinaryIO, cast

from communique.errors import InputError
from communique.read.pulled import Pulled

LEAST = 131_072  # looking at the first bytes, with what a buffer reads ahead, is no reading yet


class Held:
    """Opens `stream` again and again: what is no larger than `limit` is held, the rest can be read once."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = max(limit, LEAST)
        self._start: bytes | None = None
        self._rest: _Rest | None = None

    def __call__(self) -> BinaryIO:
        """The stream from its start. Raises InputError where that is gone."""
        if self._start is None:
            self._start = self._stream.read(self._limit + 1)
        if len(self._start) <= self._limit:
            return io.BytesIO(self._start)
        if self._rest is None:
            self._rest = _Rest(self._stream)
        elif self._rest.begun:
            raise InputError("too-large", f"Larger than {self._limit} bytes; raise --max-bytes, or unpack the archive")
        return cast(BinaryIO, io.BufferedReader(_Joined(self._start, self._rest)))


class _Rest:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.begun = False

    def read(self, count: int) -> bytes:
        self.begun = True
        return self._stream.read(count)


class _Joined(Pulled):
    """What is held, and then the rest."""

    def __init__(self, start: bytes, rest: _Rest) -> None:
        self._start = start
        self._at = 0
        self._rest = rest

    def pull(self, count: int) -> bytes:
        data = self._start[self._at : self._at + count] or self._rest.read(count)
        self._at += len(data)
        return data
