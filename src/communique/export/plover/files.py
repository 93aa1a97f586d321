"""`plover.jsonl` and, for events that lack what PLOVER requires, `plover_incomplete.jsonl`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from communique.export.plover.rows import lacks, row
from communique.knowledge import load
from communique.records.record import Record


def export_plover(record: Record, folder: Path) -> None:
    """Writes one line for each event that PLOVER has a type for, sorted by id. A date is never made up: an event
    without one, without an actor or without a recipient that its type requires stands in a file of its own, with
    what it `lacks`."""
    folder.mkdir(parents=True, exist_ok=True)
    actors = {actor.id: actor for actor in record.actors}
    articles = {article.id: article for article in record.articles}
    known = load()
    coded = sorted((event for event in record.events if event.plover), key=lambda event: event.id)
    rows = [row(event, actors, articles, known) for event in coded]
    _write(folder / "plover.jsonl", (shown for shown in rows if not lacks(shown)))
    _write(folder / "plover_incomplete.jsonl", ({**shown, "lacks": lacks(shown)} for shown in rows if lacks(shown)))


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with path.open("wb") as out:
        out.writelines(msgspec.json.encode(row) + b"\n" for row in rows)
