"""`trips.csv`: UTF-8, a header, a row a journey."""

import csv
from pathlib import Path

from communique.export.trips.journeys import journeys
from communique.export.trips.rows import COLUMNS, row
from communique.knowledge import load
from communique.records.record import Record


def export_trips(record: Record, folder: Path) -> None:
    """Writes `trips.csv`, sorted by leader, country and day, with as many columns for sources as a row needs."""
    folder.mkdir(parents=True, exist_ok=True)
    actors = {actor.id: actor for actor in record.actors}
    articles = {article.id: article for article in record.articles}
    known = load()
    rows = [row(journey, actors, articles, known) for journey in journeys(record.events, actors, known)]
    rows.sort(key=lambda r: (r["LeaderFullName"], r["CountryVisited"], r["TripStartDate"], r["TripID"]))
    most = max((len(r) for r in rows), default=len(COLUMNS)) - len(COLUMNS)
    with (folder / "trips.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, [*COLUMNS, *(f"SourceLink{n}" for n in range(1, most + 1))], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
