"""Build captures through the command line, as a user does, and read the export back."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class Export(dict[str, list[Row]]):
    """Kind -> rows, with the look-ups that the scores need."""

    def article(self, stem: str) -> Row:
        return next(row for row in self["articles"] if Path(row["capture"]).stem == stem)

    def name(self, actor: str | None) -> str:
        return next((row["name"] for row in self["actors"] if row["id"] == actor), "")

    def people(self, event: Row) -> frozenset[str]:
        """Surnames of the persons who take part."""
        persons = {row["id"]: row["name"].split()[-1] for row in self["actors"] if row["kind"] == "person"}
        return frozenset(persons[p["actor"]] for p in event["participants"] if p["actor"] in persons)


def call(*words: str | Path) -> str:
    """Run a communique command; its standard output. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-c", "from communique.cli import main; main()", *map(str, words)]
    done = subprocess.run(command, check=True, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    return done.stdout


@contextmanager
def built(*captures: Path) -> Iterator[Export]:
    """The export of a record built from `captures` in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        record, out = Path(folder) / "record.db", Path(folder) / "export"
        call("build", *captures, "-o", record)
        call("export", record, "--format", "jsonl", "-o", out)
        yield read(out)


def read(folder: Path) -> Export:
    lines = {path.stem: path.read_text("utf-8").split("\n") for path in sorted(folder.glob("*.jsonl"))}
    return Export({kind: [json.loads(line) for line in rows if line] for kind, rows in lines.items()})


def spans(node: Any) -> Iterator[Row]:
    """Every span anywhere in a row."""
    if isinstance(node, dict):
        if "exact" in node and "start" in node:
            yield node
        for child in node.values():
            yield from spans(child)
    elif isinstance(node, list):
        for child in node:
            yield from spans(child)
