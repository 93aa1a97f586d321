"""Files given to be read, and what comes of them."""

from pathlib import Path

from communique.options import Options
from communique.read import read
from communique.records.captures import Capture, Problem

Items = list[Capture | Problem]


def items(*paths: Path | str, **limits: int) -> Items:
    return list(read([str(path) for path in paths], Options(**limits)))


def brief(found: Items) -> list[tuple[str, str]]:
    """Path and kind of each capture; path and code of each problem."""
    return [(i.path, i.kind) if isinstance(i, Capture) else (i.capture, i.code) for i in found]


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
