"""Score captures by a shared scorer: lay them out, build a record as a user does, read the export."""

import importlib
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.export.jsonl import export_jsonl
from communique.options import Options
from communique.run import build
from communique.store.load import load
from evaluation.export import call

HALF = "dev"
Figures = dict[str, Any]


def scored(shared: Path, name: str, data: Path) -> Figures:
    """What the scorer of that name says of a record of the set's development half."""
    return judged(shared, name, data, answers(shared, name, data))


def answers(shared: Path, name: str, data: Path) -> Figures:
    """A record of the set's development half, in the scorers' form."""
    scorer, common = _module(shared, name), _module(shared, "common")
    with tempfile.TemporaryDirectory() as folder:
        captures, record, out = (Path(folder) / part for part in ("captures", "record.db", "export"))
        for capture, (text, published) in scorer.captures(str(data), HALF).items():
            common.write_capture(str(captures), capture, text, published)
        call("build", captures, "-o", record)
        call("export", record, "--format", "jsonl", "-o", out)
        answer: Figures = common.load(str(out))
    for event in answer["events"]:
        # The scorer follows one whole; the contract lists them.
        event["part_of"] = next(iter(event.get("part_of") or ()), None)
    return answer


def answers_apart(shared: Path, name: str, data: Path) -> Figures:
    """The same, each capture in a record of its own: what is asked of one article is answered from that article."""
    scorer, common = _module(shared, name), _module(shared, "common")
    events: list[Any] = []
    answer: Figures = {}
    for capture, (text, published) in scorer.captures(str(data), HALF).items():
        with tempfile.TemporaryDirectory() as folder:
            captures, record, out = (Path(folder) / part for part in ("captures", "record.db", "export"))
            common.write_capture(str(captures), capture, text, published)
            build([captures], record, Options(jobs=1))
            export_jsonl(load(record), out)
            answer = common.load(str(out))
        for event in answer["events"]:
            event["part_of"] = None
        events += answer["events"]
    return {**answer, "events": events}


def judged(shared: Path, name: str, data: Path, answer: Figures) -> Figures:
    """What the scorer of that name says of such answers."""
    figures: Figures = _module(shared, name).score(answer, str(data), HALF)
    return figures


def _module(shared: Path, name: str) -> ModuleType:
    """A module of the shared scorers, which have the names of ours: found by its path alone."""
    folder = str(shared / "scorers")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(name)
