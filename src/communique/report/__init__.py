"""The dossier: a record as one self-contained HTML file that opens without a network.

Templates and pictures are loaded when a dossier is made: the commands that only want a country's name start without.
"""

from pathlib import Path

from communique.records.record import Record

__all__ = ["brief", "render", "write"]


def render(record: Record) -> str:
    """The dossier; see `communique.report.page`."""
    from communique.report import page

    return page.render(record)


def brief(record: Record) -> str:
    """The brief with footnoted sources; see `communique.report.markdown`."""
    from communique.report import markdown

    return markdown.brief(record)


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
