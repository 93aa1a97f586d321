"""Six articles of kinds that the other golds do not have (accident, consumer affairs, sport, election, business,
health), each of another outlet, annotated by hand (`gold/wide.json`): quotations and reported statements only.

Three were open while the rules were written (`development`), three were not scored until the end (`held`). Printed:
direct quotations with exact words and the right speaker, reported statements with the right speaker, each as the
share of the gold, and the share of the record's statements that some item of the gold bears out. With the half's
name as argument (`python -m evaluation.wide development`) also what was missed.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation.export import call
from evaluation.gold import Truth, capture, expand_documents, load

HALVES = ("development", "held")
MEASURES = {"direct_strict": "direct", "indirect_right_speaker": "reported"}


def scores(shared: Path) -> dict[str, float]:
    """The measures of both halves, each by its name."""
    found = {}
    for half in HALVES:
        figures = _figures(shared, half)
        for given, name in MEASURES.items():
            right, of = str(figures[given]).split("/")
            found[f"{half}_{name}"] = int(right) / max(1, int(of))
        found[f"{half}_supported"] = int(figures["statements_supported"]) / max(1, int(figures["statements"]))
        found[f"{half}_broken_spans_none"] = float(not figures["broken_spans"])
    return found


def _figures(shared: Path, half: str, *words: str) -> dict[str, str | int]:
    """What the scorer prints for one half; `words` are further words for its command line."""
    gold = load("wide")
    documents = [document for document in gold["documents"] if document.get("half") == half]
    truth: Truth = expand_documents(shared, gold["topic"], documents, [])
    with tempfile.TemporaryDirectory() as folder:
        articles, record, out, wanted = (Path(folder) / name for name in ("in", "record.db", "export", "truth.json"))
        articles.mkdir()
        for document in documents:
            (articles / f"{document['doc']}.txt").write_bytes(capture(shared, gold["topic"], document).encode())
        call("build", articles, "-o", record)
        call("export", record, "--format", "jsonl", "-o", out)
        wanted.write_text(json.dumps(truth), "utf-8")
        command = [sys.executable, str(shared / "scorers" / "truth.py"), str(out), str(wanted), str(articles), *words]
        done = subprocess.run(command, check=True, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    figures: dict[str, str | int] = json.loads(done.stdout)["figures"]
    return figures


if __name__ == "__main__":
    place = Path(__file__).resolve().parent.parent.parent / "shared"
    print(_figures(place, sys.argv[1], "-v"))
