"""Events and commitments of fifteen fresh articles (`gold/broad.json`): a fifth story of five outlets, six articles of
PolNeAR and four of Giveme5W1H, of other matters and outlets than the rules were written with, annotated before any
output on them was seen.

The story is built as one collection, every other article alone. Of either half, `development` and `held`, are
printed: recall, precision and F1 of events and of commitments, judged as for `newswcl50`; then, pinned nowhere, how
many events of each form and status are fully right. `fresh` is scored by the same code, with its halves in two files.
`python -m evaluation.broad` prints what the halves `development` of both missed and what they have too much, with a
gold's name (`python -m evaluation.broad fresh`) of that alone; nothing prints that of a half `held`.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from communique.export.jsonl import export_jsonl
from communique.options import Options
from communique.run import build
from communique.store.load import load as load_record
from evaluation import events, joined
from evaluation.export import Export, read
from evaluation.gold import FOLDER, Document, Truth, capture, expand_documents, load

# Each gold, and the files that it is kept in.
GOLDS = {"broad": ("broad",), "fresh": ("fresh_development", "fresh_held")}
HALVES = ("development", "held")
MISSED = re.compile(r"^event \| ([^ ]+) \|", re.M)


class Part(NamedTuple):
    """What one record says of the articles of one half."""

    half: str
    truth: Truth
    export: Export
    missed: frozenset[str]  # ids of the gold's events that are not fully right
    borne_out: events.BorneOut
    commitments: joined.Counts
    broken_spans: int
    told: str  # the shared scorer's list of what was missed


def scores(shared: Path, gold: str = "broad") -> dict[str, float]:
    """The measures of both halves, each by its name; none of a half that is not there."""
    found: dict[str, float] = {}
    for half in HALVES:
        parts = [part for part in _parts(shared, gold) if part.half == half]
        if not parts:
            continue
        rows = [row for part in parts for row in _events(part)]
        recall = sum(right for _, right in rows) / max(1, len(rows))
        figures = {"events_recall": recall} | events.both_ways(recall, [part.borne_out for part in parts])
        figures |= joined.total([part.commitments for part in parts]).scores("commitments")
        figures["broken_spans_none"] = float(not any(part.broken_spans for part in parts))
        found |= {f"{half}_{name}": value for name, value in figures.items()}
    return found


def report(shared: Path, gold: str = "broad") -> None:
    """Events fully right by form and by status, of both halves."""
    for half in HALVES:
        wanted: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for part in _parts(shared, gold):
            for row, right in _events(part) if part.half == half else ():
                wanted.update((row[5], row[1]))
                found.update((row[5], row[1]) if right else ())
        print(f"  {half}: " + ", ".join(f"{kind} {found[kind]}/{wanted[kind]}" for kind in sorted(wanted)))


def _events(part: Part) -> Iterator[tuple[list[str], bool]]:
    for rows in part.truth["events"].values():
        yield from ((row, row[0] not in part.missed) for row in rows)


@cache
def _parts(shared: Path, gold: str) -> tuple[Part, ...]:
    """Every record built once, and what it says of each half."""
    files = [name for name in GOLDS[gold] if (FOLDER / f"{name}.json").is_file()]
    documents = [document for name in files for document in load(name)["documents"]]
    collections = sorted({document.get("collection", document["doc"]) for document in documents})
    return tuple(
        part
        for name in collections
        for part in _built(shared, [d for d in documents if d.get("collection", d["doc"]) == name])
    )


def _built(shared: Path, documents: list[Document]) -> list[Part]:
    with tempfile.TemporaryDirectory() as folder:
        articles, record, out = (Path(folder) / name for name in ("in", "record.db", "export"))
        articles.mkdir()
        for document in documents:
            (articles / f"{document['doc']}.txt").write_bytes(capture(shared, "broad", document).encode())
            if published := document.get("published"):
                # What a scraper knows beside the text, in the form that a capture's side-car has.
                (articles / f"{document['doc']}.json").write_text(json.dumps({"published": published}), "utf-8")
        # In this process: many small records, and the models are read once.
        build([articles], record, Options(jobs=1))
        export_jsonl(load_record(record), out)
        halves = [half for half in HALVES if any(d.get("half") == half for d in documents)]
        return [_scored(shared, half, documents, articles, out) for half in halves]


def _scored(shared: Path, half: str, documents: list[Document], articles: Path, out: Path) -> Part:
    truth = expand_documents(shared, "broad", documents, [])
    # All articles keep their names, by which the scorer tells captures apart, and the other half's rows go.
    others = {document["doc"] for document in documents if document.get("half") != half}
    for rows in (truth["events"], truth["commit"]):
        for doc in others:
            del rows[doc]
    wanted = out / "truth.json"
    wanted.write_text(json.dumps(truth), "utf-8")
    command = [sys.executable, str(shared / "scorers" / "truth.py"), str(out), str(wanted), str(articles), "-v"]
    done = subprocess.run(command, check=True, text=True, stdin=subprocess.DEVNULL, capture_output=True)
    export = read(out)
    return Part(
        half=half,
        truth=truth,
        export=export,
        missed=frozenset(MISSED.findall(done.stderr)),
        borne_out=events.precision(out, truth),
        commitments=joined.commitments(export, truth),
        broken_spans=json.loads(done.stdout)["figures"]["broken_spans"],
        told=done.stderr,
    )


def _show(shared: Path, gold: str) -> None:
    """Print what the half `development` missed, and what of the record no row of the gold bears out."""
    for part in _parts(shared, gold):
        if part.half != "development":
            continue
        print(part.told, end="")
        docs = {row["id"]: Path(row["capture"]).stem for row in part.export["articles"]}
        for event in part.export["events"]:
            if event["id"] in part.borne_out.wrong:
                people = [part.export.name(p["actor"]) for p in event["participants"]]
                said = [(docs[m["article"]], m["span"]["exact"]) for m in event["mentions"]]
                place, time = (event.get("place") or {}).get("name"), event.get("time") or {}
                when = (time.get("earliest"), time.get("latest"))
                print("event too much", event["form"], event["status"], people, place, when, said, sep=" | ")
        for commitment, doc, words in joined.unborne(part.export, part.truth):
            people = [part.export.name(actor) for actor in commitment["parties"]]
            print("commitment too much", doc, commitment["kind"], people, words, sep=" | ")


if __name__ == "__main__":
    for asked in sys.argv[1:] or GOLDS:
        _show(Path(__file__).resolve().parent.parent.parent / "shared", asked)
