"""Streams of our own: one method that gives the next bytes makes a file of them."""

import io
from abc import abstractmethod


class Pulled(io.RawIOBase):
    """A stream that is read by `pull`."""

    @abstractmethod
    def pull(self, count: int) -> bytes:
        """The next bytes, one to `count` of them; none at the end."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """As `io.RawIOBase` says."""
        data = self.pull(len(buffer))
        buffer[: len(data)] = data
        return len(data)
