"""How much a container may unpack to, counted over all that is nested in it."""

import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO, cast

from communique.errors import InputError
from communique.read.pulled import Pulled

# What the libraries that unpack raise over damaged bytes.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, ValueError, RuntimeError, IndexError,
    OverflowError, MemoryError,
)  # fmt: skip


class BombError(InputError):
    """A file unpacks to more than it may: nothing more of it is read, at whatever depth it was met."""


@dataclass
class Budget:
    """The bytes that a file may unpack to, and how many have been unpacked. One object for all its members."""

    limit: int
    ratio: int
    spent: int = 0

    def spend(self, count: int) -> None:
        """Raises BombError where that is too much."""
        self.spent += count
        if self.spent > self.limit:
            message = f"It unpacks to more than {self.ratio} times its size; raise --max-ratio if you trust it"
            raise BombError("bomb", message)


def damaged(error: Exception) -> InputError:
    """What to say of bytes that cannot be unpacked."""
    return InputError("damaged", f"It cannot be unpacked ({error or type(error).__name__}); get it again")


class Measured(Pulled):
    """A stream that unpacks: what is read is counted, and what is broken is an InputError."""

    def __init__(self, inner: BinaryIO, budget: Budget) -> None:
        self._inner = inner
        # Reading on until there is enough would lose what comes before a fault.
        self._next = getattr(inner, "read1", inner.read)
        self._budget = budget

    def pull(self, count: int) -> bytes:
        """What is read, counted. Raises InputError, BombError, and OSError where the disk is at fault."""
        data = self._read(count)
        self._budget.spend(len(data))
        return data

    def _read(self, count: int) -> bytes:
        try:
            return cast(bytes, self._next(count))
        except InputError:
            raise
        except OSError as error:
            # What the disk says has a number; what gzip and bzip2 say of their bytes has none.
            if error.errno is not None:
                raise
            raise damaged(error) from error
        except BROKEN as error:
            raise damaged(error) from error

    def close(self) -> None:
        """Closes what it reads from too."""
        self._inner.close()
        super().close()


def measured(inner: BinaryIO, budget: Budget) -> BinaryIO:
    """`inner`, counted against `budget`, with lines and a buffer."""
    return cast(BinaryIO, io.BufferedReader(Measured(inner, budget), 65_536))
