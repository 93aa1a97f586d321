"""JSON Schema of the export, one file a kind in docs/schema/, generated from the records; and columns.csv, what the
columns of the tables mean.

`python scripts/schema.py` writes the files; with `--check` it only says which are stale (exit status 1).
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from communique.export.tables.files import DICTIONARY, dictionary
from communique.records.record import Record

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# In times.jsonl the row has the span, so its time has none; the grammar's own view stays in the record.
UNEXPORTED: dict[str, dict[str, tuple[str, ...]]] = {
    "times": {"TimeMention": ("expression", "ends"), "Time": ("span",)}
}
# A span names the article it counts in, or the capture; the export leaves the other one out.
ONE_OF_TWO = {"Span": ("article", "capture")}

Schema = dict[str, Any]


def kinds() -> dict[str, type[Any]]:
    """Each kind of the export with the record it holds, in the order of `Record`."""
    return {name: get_args(hint)[0] for name, hint in get_type_hints(Record).items()}


def schema_of(kind: str, record: type[Any]) -> Schema:
    """The schema of one line of `kind`.jsonl, with the definitions it needs and no others."""
    (root,), components = msgspec.json.schema_components((record,), ref_template="#/$defs/{name}")
    left_out = UNEXPORTED.get(kind, {})
    definitions = {name: _exported(name, rest, left_out.get(name, ())) for name, rest in components.items()}
    used = _reachable(definitions, root["$ref"])
    return {
        "$schema": DIALECT,
        "title": f"One line of {kind}.jsonl",
        **root,
        "$defs": {name: definitions[name] for name in sorted(used)},
    }


def _exported(name: str, definition: Schema, left_out: tuple[str, ...]) -> Schema:
    """The definition as the export writes it: every field is there, null or empty where nothing is known."""
    fields = definition.get("properties", {})
    properties = {k: _without(v, "default") for k, v in fields.items() if k not in left_out}
    changed = definition | {"properties": properties} if properties else dict(definition)
    if name in ONE_OF_TWO:
        changed["oneOf"] = [{"required": [field]} for field in ONE_OF_TWO[name]]
    elif properties:
        changed["required"] = list(properties)
    if "description" in changed:
        changed["description"] = " ".join(changed["description"].split())
    return changed


def _without(node: Schema, key: str) -> Schema:
    return {k: v for k, v in node.items() if k != key}


def _reachable(definitions: dict[str, Schema], ref: str) -> set[str]:
    found: set[str] = set()
    waiting = [ref]
    while waiting:
        name = waiting.pop().rpartition("/")[2]
        if name not in found:
            found.add(name)
            waiting.extend(_refs(definitions[name]))
    return found


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for child in node.values():
            yield from _refs(child)
    elif isinstance(node, list):
        for child in node:
            yield from _refs(child)


def files() -> dict[Path, str]:
    """Every schema file with what should stand in it."""
    columns = io.StringIO(newline="")
    csv.writer(columns, lineterminator="\n").writerows([DICTIONARY, *dictionary()])
    return {
        FOLDER / f"{kind}.json": json.dumps(schema_of(kind, record), indent=2, ensure_ascii=False) + "\n"
        for kind, record in kinds().items()
    } | {FOLDER / "columns.csv": columns.getvalue()}


def stale() -> list[Path]:
    """Files that are missing, differ, or describe a kind that is no more."""
    wanted = files()
    wrong = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
    return sorted({*wrong, *(path for path in FOLDER.glob("*.json") if path not in wanted)})


def write() -> None:
    """Bring docs/schema/ up to date."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale():
        path.unlink(missing_ok=True)
    for path, text in files().items():
        path.write_text(text, "utf-8")


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(description="Schemas of the export and what the tables' columns mean.")
    parser.add_argument("--check", action="store_true", help="only say which files are stale")
    if not parser.parse_args().check:
        write()
        return 0
    for path in stale():
        print(f"stale: docs/schema/{path.name} (run: make schema)", file=sys.stderr)
    return 1 if stale() else 0


if __name__ == "__main__":
    raise SystemExit(main())
