"""The dossier: a record as one self-contained HTML file that opens without a network."""

from pathlib import Path

from communique.records.record import Record
from communique.report.page import render

__all__ = ["render", "write"]


def write(record: Record, path: Path) -> None:
    """Write the dossier of `record` to `path` in UTF-8. Raises OSError where it cannot."""
    path.write_bytes(render(record).encode("utf-8", "replace"))
