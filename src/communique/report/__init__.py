"""The dossier: a record as one self-contained HTML file that opens without a network."""

from pathlib import Path

from communique.records.record import Record
from communique.report.markdown import brief
from communique.report.page import render

__all__ = ["brief", "render", "write"]


def write(record: Record, path: Path) -> None:
    """Write the dossier of `record` to `path` in UTF-8, or the brief where it ends in .md. Raises OSError where it
    cannot."""
    made = brief(record) if path.suffix == ".md" else render(record)
    path.write_bytes(made.encode("utf-8", "replace"))
