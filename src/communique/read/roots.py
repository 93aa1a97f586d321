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
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from communique.errors import InputError, UsageError
from communique.options import Options
from communique.read.sidecar import is_sidecar
from communique.read.source import Source

STDIN = "-"


def sources(paths: Sequence[str | Path], options: Options, exclude: Collection[Path] = ()) -> Iterator[Source]:
    """Every source under `paths`, each file once; `exclude` holds absolute files that are no input.

    Raises:
        UsageError: a path does not exist.
    """
    if STDIN in paths:
        yield _standard_input(options)
    for root in plan(paths):
        for path, relative in _files(root):
            if path not in exclude:
                yield Source(
                    path=_clean(relative),
                    location=_clean(str(path)),
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


def _files(root: Path) -> Iterator[tuple[Path, str]]:
    if not root.is_dir():
        yield root, root.name
        return
    unreadable: list[OSError] = []
    for folder, names, files in os.walk(root, onerror=unreadable.append):
        names[:] = sorted(name for name in names if not _hidden(name))
        found = [Path(folder, name) for name in sorted(files) if not _hidden(name)]
        yield from ((path, _relative(path, root)) for path in found if not is_sidecar(path))
    # A folder that cannot be listed is a source that cannot be opened: one problem, by its name.
    yield from ((Path(error.filename), _relative(Path(error.filename), root)) for error in unreadable)


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _open(path: Path) -> BinaryIO:
    # Opening a pipe would wait for ever, and a device may never end.
    if path.exists() and not path.is_dir() and not S_ISREG(path.stat().st_mode):
        raise InputError("not-a-file", "Not a regular file; copy what it holds to one, or pipe it to -")
    return path.open("rb")


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
