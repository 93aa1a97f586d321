"""Where a reader's bytes come from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from communique.errors import InputError
from communique.options import Options
from communique.records.captures import Capture, Problem

HEAD_BYTES = 65_536


@dataclass(frozen=True)
class Source:
    """One file, or standard input.

    `path` is relative to the collection's root and is what the record shows; `location` is absolute and never
    leaves the store. `beside` is the file on disk, next to which a sidecar may stand; None for standard input.
    """

    path: str
    location: str
    open: Callable[[], BinaryIO]
    options: Options
    beside: Path | None = None

    def head(self) -> bytes:
        """The first bytes, enough to tell what they are. Raises OSError."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    def data(self) -> bytes:
        """All bytes. Raises InputError where there are none or too many, OSError where they cannot be read."""
        limit = self.options.max_bytes
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise InputError("too-large", f"Larger than {limit} bytes; raise --max-bytes, or split it")
        if not data.strip():
            raise InputError("empty", "Nothing in it; capture the page again")
        return data

    def member(self, name: object) -> str:
        """The path of a member of this container."""
        return f"{self.path}!{name}"


Reader = Callable[[Source], Iterator[Capture | Problem]]


def digest(data: bytes) -> str:
    """SHA-256 of a capture's bytes, in hex."""
    return sha256(data).hexdigest()


def lost(path: str, code: str, message: str) -> Problem:
    """An input that yields nothing."""
    return Problem(capture=path, stage="read", code=code, message=message, lost=True)


def partial(path: str, code: str, message: str) -> Problem:
    """A part of an input that could not be used; the rest was."""
    return Problem(capture=path, stage="read", code=code, message=message, lost=False)
