"""The tables as files: one CSV each, a table of all columns, and the same for programs."""

import csv
import io
import json
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

from communique.export.tables.cells import cell
from communique.export.tables.column import Table
from communique.export.tables.dyads import DYADS
from communique.export.tables.events import EVENTS, PARTICIPANTS, REPORTS
from communique.export.tables.lookup import Lookup
from communique.export.tables.people import ACTORS, OFFICES, RELATIONSHIPS
from communique.export.tables.promised import AGREEMENTS, COMMITMENTS, INDICATORS, STAGES
from communique.export.tables.said import STATEMENTS, UTTERANCES
from communique.export.tables.sources import ARTICLES, FINDINGS, JUDGEMENTS, PROBLEMS, TIMES
from communique.records.record import Record

TABLES = (
    EVENTS, PARTICIPANTS, DYADS, REPORTS, STATEMENTS, UTTERANCES, COMMITMENTS, AGREEMENTS, STAGES, INDICATORS, ACTORS,
    OFFICES, RELATIONSHIPS, FINDINGS, ARTICLES, TIMES, JUDGEMENTS, PROBLEMS,
)  # fmt: skip
DICTIONARY = ("table", "column", "type", "meaning")
# With the mark of UTF-8 at its beginning, spreadsheets show every letter as it is.
ENCODING = "utf-8-sig"
END = "\r\n"


def export_tables(record: Record, folder: Path) -> None:
    """Writes `<table>.csv` for every table, empty ones included; `columns.csv`, which says what each column means; and
    `datapackage.json`, which says the same to programs."""
    folder.mkdir(parents=True, exist_ok=True)
    look = Lookup(record)
    for table in TABLES:
        heads = [column.name for column in table.columns]
        _write(folder / f"{table.name}.csv", [heads, *cells(table, look)])
    _write(folder / "columns.csv", [DICTIONARY, *dictionary()])
    package = json.dumps(datapackage(), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(package + "\n", encoding="utf-8")


def cells(table: Table, look: Lookup) -> list[list[str]]:
    """The rows of a table, without its header."""
    return [[cell(column, column.fill(row, look)) for column in table.columns] for row in table.rows(look)]


def part(table: Table, look: Lookup, ids: Container[str]) -> bytes:
    """The file of a table with only the rows whose first column is one of `ids`."""
    out = io.StringIO(newline="")
    rows = [row for row in cells(table, look) if row[0] in ids]
    csv.writer(out, lineterminator=END).writerows([[column.name for column in table.columns], *rows])
    return out.getvalue().encode(ENCODING)


def dictionary() -> list[tuple[str, str, str, str]]:
    """A row for each table, and below it one for each of its columns: table, column, type, meaning."""
    found: list[tuple[str, str, str, str]] = []
    for table in TABLES:
        found.append((table.name, "", "", table.meaning))
        found += [(table.name, column.name, column.type, column.meaning) for column in table.columns]
    return found


def datapackage() -> dict[str, Any]:
    """The tables as a Tabular Data Package (Frictionless): types, keys, what refers to what."""
    return {
        "profile": "tabular-data-package",
        "name": "communique",
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(c.name, c.type, c.meaning) for c in table.columns]}
    schema |= {"missingValues": [""]}
    if table.key:
        schema["primaryKey"] = table.key
    if table.refers:
        keys = {other.name: other.key for other in TABLES}
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": keys[other]}}
            for column, other in table.refers
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "format": "csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(name: str, kind: str, meaning: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": kind, "description": meaning}
    return field | ({"trueValues": ["yes"], "falseValues": ["no"]} if kind == "boolean" else {})


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding=ENCODING, newline="") as out:
        csv.writer(out, lineterminator=END).writerows(rows)
