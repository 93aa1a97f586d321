"""Where a reader's bytes come from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import SEEK_END
from typing import BinaryIO

from communique.errors import InputError
from communique.options import Options
from communique.read.budget import Budget
from communique.records.captures import Capture, Problem, Sidecar

HEAD_BYTES = 65_536
NOTHING_KNOWN = Sidecar()


@dataclass(frozen=True)
class Source:
    """One file, standard input, or a member of a container.

    `path` is relative to the collection's root and is what the record shows; `location` is absolute and never
    leaves the store. `beside` is the file on disk, next to which a sidecar may stand; None for all else. It is
    no `Path`: Python 3.12 keeps the name in every path for good, and there may be millions.

    Of a member: `aside` gives the bytes of its sidecar in the container, `known` is what the container itself says
    of it, `media` and `charset` the type and the character set it gives, `depth` counts the containers around it,
    and `budget` is what all of these together may unpack to.
    """

    path: str
    location: str
    open: Callable[[], BinaryIO]
    options: Options
    beside: str | None = None
    aside: Callable[[], bytes | None] | None = None
    known: Sidecar = NOTHING_KNOWN
    media: str | None = None
    charset: str | None = None
    depth: int = 0
    budget: Budget | None = None

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

    def allowance(self) -> Budget:
        """What this container may unpack to: its own, or what is left of that of the file it came in."""
        if self.budget is not None:
            return self.budget
        with self.open() as stream:
            size = stream.seek(0, SEEK_END)
        return Budget(max(self.options.max_bytes, self.options.max_ratio * size), self.options.max_ratio)

    def inside(self, name: object, open: Callable[[], BinaryIO], budget: Budget) -> "Source":  # noqa: A002
        """A member of this container, to be read like a file. Raises InputError where it is nested too deep."""
        if self.depth >= self.options.max_depth:
            raise InputError("too-deep", f"Nested in {self.depth} containers; raise --max-depth, or unpack it")
        return Source(
            path=self.member(name),
            location=f"{self.location}!{name}",
            open=open,
            options=self.options,
            depth=self.depth + 1,
            budget=budget,
        )


type Item = Capture | Problem | Source
# A reader of a container may yield its members as sources: they are then read by their own kind.
Reader = Callable[[Source], Iterator[Item]]


def digest(data: bytes) -> str:
    """SHA-256 of a capture's bytes, in hex."""
    return sha256(data).hexdigest()


def printable(text: str) -> str:
    """`text` with what cannot be seen, or could lead a terminal or a reader astray, spelt out."""
    whole = text.encode("utf-8", "backslashreplace").decode()
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in whole)


def lost(path: str, code: str, message: str) -> Problem:
    """An input that yields nothing."""
    return Problem(capture=path, stage="read", code=code, message=printable(message), lost=True)


def partial(path: str, code: str, message: str) -> Problem:
    """A part of an input that could not be used; the rest was."""
    return Problem(capture=path, stage="read", code=code, message=printable(message), lost=False)
