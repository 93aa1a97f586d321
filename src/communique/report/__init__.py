"""The dossier: a record as one self-contained HTML file that opens without a network."""

from pathlib import Path

from communique.records.record import Record
from communique.report.markdown import brief
from communique.report.page import render

__all__ = ["brief", "render", "write"]


def write(record: Record, path: Path) -> None:
    """Write the dossier of `record` to `path` in UTF-8, or the brief where it ends in .md. Raises OSError where it
    cannot."""
    made = brief(record) if path.suffix.lower() == ".md" else render(record)
    _put(path.resolve(), made.encode("utf-8", "replace"))


def _put(path: Path, made: bytes) -> None:
    """Whole or not at all: a full disk leaves an older dossier as it was. Pipes and devices are written straight."""
    if path.exists() and not path.is_file():
        path.write_bytes(made)
        return
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(made)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
