"""One file of JSON lines a kind, to the contract: sorted by id, scores to four places."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from communique.records.captures import Problem
from communique.records.record import Record

SCORE_PLACES = 4


def export_jsonl(record: Record, folder: Path) -> None:
    """Writes `<kind>.jsonl` into `folder` for every kind of item, empty ones included."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in Record.__struct_fields__:
        with (folder / f"{kind}.jsonl").open("wb") as out:
            out.writelines(msgspec.json.encode(row) + b"\n" for row in exported(record, kind))


def exported(record: Record, kind: str) -> Iterator[Any]:
    """The rows of one kind as the contract has them, sorted by id; problems, which have none, by what they say."""
    yield from _SHAPES.get(kind, iter)(sorted(getattr(record, kind), key=_order))


def _order(row: Any) -> tuple[str, ...]:
    return (row.capture, row.stage, row.code, row.message) if isinstance(row, Problem) else (row.id,)


def _times(rows: Iterable[Any]) -> Iterator[Any]:
    """What the resolver worked with stays inside; a time's words are its own span."""
    for row in rows:
        shown = msgspec.to_builtins(row)
        del shown["expression"], shown["ends"]
        if shown["time"]:
            del shown["time"]["span"]
        yield shown


def _scored(field: str, rows: Iterable[Any]) -> Iterator[Any]:
    """Rows with a list of what was scored, rounded: sums of floating point numbers may differ in their last places
    between machines."""
    for row in rows:
        shown = msgspec.to_builtins(row)
        for each in shown[field]:
            each["score"] = round(each["score"], SCORE_PLACES)
            each["features"] = {name: round(value, SCORE_PLACES) for name, value in sorted(each["features"].items())}
        yield shown


_SHAPES: dict[str, Callable[[Iterable[Any]], Iterator[Any]]] = {
    "times": _times,
    "events": partial(_scored, "merge"),
    "utterances": partial(_scored, "links"),
}
