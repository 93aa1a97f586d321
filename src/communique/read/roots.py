"""Paths on the command line to sources: folders are walked, and each file gets its path from its root.

The root is a folder given, or the folder of a file given. Where a file is reached from two roots, the longer
path wins, so that it does not matter in which order, or in how many steps, they were given.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import batched
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from communique.errors import InputError, UsageError
from communique.options import Options
from communique.read.sidecar import is_sidecar
from communique.read.source import Source

STDIN = "-"
BATCH = 10_000  # of the files in one folder, so many are held and put in order at a time


def sources(paths: Sequence[str | Path], options: Options, exclude: Collection[Path] = ()) -> Iterator[Source]:
    """Every source under `paths`, each file once; `exclude` holds absolute files that are no input.

    Raises:
        UsageError: a path does not exist.
    """
    if STDIN in paths:
        yield _standard_input(options)
    own = {str(path) for path in exclude}
    for root in plan(paths):
        for path, relative in _files(root):
            if path not in own:
                yield Source(
                    path=_clean(relative),
                    location=_clean(path),
                    open=partial(_open, path),
                    options=options,
                    beside=path,
                )


def plan(paths: Iterable[str | Path]) -> list[Path]:
    """The absolute files and folders to read, less those that another folder given reaches anyway."""
    given = sorted({_absolute(path) for path in paths if path != STDIN})
    folders = [path for path in given if path.is_dir()]
    return [path for path in given if not any(_reaches(folder, path) for folder in folders)]


def _absolute(path: str | Path) -> Path:
    given = Path(path)
    if not (given.exists() or given.is_symlink()):
        raise UsageError(f"No such file or folder: {path}. Check the spelling, or give - to read standard input")
    # A link to a file keeps its own name; a folder is known by where it really is.
    return given.resolve() if given.is_dir() else given.parent.resolve() / given.name


def _reaches(folder: Path, path: Path) -> bool:
    inside = path != folder and path.is_relative_to(folder)
    return inside and not any(_hidden(part) for part in path.relative_to(folder).parts)


def _hidden(name: str) -> bool:
    return name.startswith(".")


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """The files under a root, each with its path from there."""
    if not root.is_dir():
        yield str(root), root.name
        return
    waiting = [str(root)]
    while waiting:
        folder = waiting.pop()
        inner: list[str] = []
        try:
            for name in _names(folder, inner):
                path = os.path.join(folder, name)
                if not is_sidecar(path):
                    yield path, os.path.relpath(path, root)
        except OSError:
            # A folder that cannot be listed is a source that cannot be opened: one problem, by its name.
            yield folder, os.path.relpath(folder, root)
        waiting += [os.path.join(folder, name) for name in sorted(inner, reverse=True)]


def _names(folder: str, inner: list[str]) -> Iterator[str]:
    """The names of the files in a folder, sorted as far as they are held at a time; folders go into `inner`."""
    with os.scandir(folder) as found:
        for batch in batched(found, BATCH):
            seen = [entry for entry in batch if not _hidden(entry.name)]
            inner += [entry.name for entry in seen if _is_folder(entry) and not entry.is_symlink()]
            yield from sorted(entry.name for entry in seen if not _is_folder(entry))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _open(path: str) -> BinaryIO:
    # Opening a pipe would wait for ever, and a device may never end.
    if os.path.exists(path) and not os.path.isdir(path) and not S_ISREG(os.stat(path).st_mode):
        raise InputError("not-a-file", "Not a regular file; copy what it holds to one, or pipe it to -")
    return open(path, "rb")


def _clean(name: str) -> str:
    """A file name as text that can be written anywhere: bytes that are no UTF-8 are spelt out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _standard_input(options: Options) -> Source:
    # Copied to a file first, so that its kind can be told before it is read, as with any other.
    spool = tempfile.TemporaryFile()  # noqa: SIM115
    shutil.copyfileobj(sys.stdin.buffer, spool)

    def opened() -> BinaryIO:
        spool.seek(0)
        return os.fdopen(os.dup(spool.fileno()), "rb")

    return Source(path=STDIN, location=STDIN, open=opened, options=options)
