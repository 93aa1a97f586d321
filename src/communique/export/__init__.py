"""Record to files. A new exporter is one file and one line here."""

from collections.abc import Callable
from pathlib import Path

from communique.errors import UsageError
from communique.export.annotations import export_annotations
from communique.export.followthemoney import export_followthemoney
from communique.export.jsonl import export_jsonl
from communique.export.plover import export_plover
from communique.export.tables import export_tables
from communique.export.trips import export_trips
from communique.records.record import Record

Exporter = Callable[[Record, Path], None]

EXPORTERS: dict[str, Exporter] = {
    "jsonl": export_jsonl,
    "csv": export_tables,
    "plover": export_plover,
    "trips": export_trips,
    "annotations": export_annotations,
    "ftm": export_followthemoney,
}


def exporter(name: str) -> Exporter:
    """The exporter of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in EXPORTERS:
        raise UsageError(f"No export format {name!r}; there are: {', '.join(EXPORTERS)}")
    return EXPORTERS[name]
