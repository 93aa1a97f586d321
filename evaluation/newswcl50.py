"""Three stories of five outlets each, annotated by hand (`gold/`), scored by the shared scorer.

Topics 0 and 1 were open while the rules were written; topic 3 was left untouched and is reported apart. What is
printed: direct quotations with exact words and the right speaker, reported statements found with the right speaker,
events fully right, commitments and pairs of statements joined, each as the share of the gold; and `supported`, the
share of the record's statements that some item of the gold bears out. Pairs and commitments are also told both ways,
with precision and F1; events too, an event of the record being right as `events` says. Of topic 2 the statements and
their pairs alone are annotated here (its events and commitments stand in `broad`): added last, and open since.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from evaluation import events, joined
from evaluation.export import call, read
from evaluation.gold import UNTOUCHED, expand

OPEN = ("0", "1")
SPOKEN = "2"
OF_SPOKEN = ("direct", "reported", "supported", "broken_spans_none", "pairs_precision", "pairs_recall", "pairs_f1")
MEASURES = {
    "direct_strict": "direct",
    "indirect_right_speaker": "reported",
    "events_full": "events",
    "commitments": "commitments",
    "aligned_pairs": "pairs",
}


class Figures(NamedTuple):
    """What the scorer prints for one topic, and the counts of pairs and commitments."""

    printed: dict[str, str | int]
    pairs: joined.Counts
    commitments: joined.Counts
    borne_out: events.BorneOut


def scores(shared: Path) -> dict[str, float]:
    opened = _added([_figures(shared, topic) for topic in OPEN])
    untouched = _added([_figures(shared, UNTOUCHED)])
    spoken = _added([_figures(shared, SPOKEN)])
    opened |= {f"topic2_{name}": spoken[name] for name in OF_SPOKEN}
    return opened | {f"untouched_{name}": value for name, value in untouched.items()}


def _figures(shared: Path, topic: str) -> Figures:
    articles = shared / "eval" / "newswcl50" / "articles" / topic
    with tempfile.TemporaryDirectory() as folder:
        record, out, truth = (Path(folder) / name for name in ("record.db", "export", "truth.json"))
        call("build", articles, "-o", record)
        call("export", record, "--format", "jsonl", "-o", out)
        gold = expand(shared, topic)
        truth.write_text(json.dumps(gold), "utf-8")
        command = [sys.executable, str(shared / "scorers" / "truth.py"), str(out), str(truth), str(articles)]
        done = subprocess.run(command, check=True, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        export, borne_out = read(out), events.precision(out, gold)
    printed = json.loads(done.stdout)["figures"]
    return Figures(printed, joined.pairs(export, gold), joined.commitments(export, gold), borne_out)


def _added(parts: list[Figures]) -> dict[str, float]:
    topics = [part.printed for part in parts]
    found: dict[str, float] = {}
    for given, name in MEASURES.items():
        shares = [str(figures[given]).split("/") for figures in topics]
        found[name] = sum(int(right) for right, _ in shares) / max(1, sum(int(of) for _, of in shares))
    statements = sum(int(figures["statements"]) for figures in topics)
    found["supported"] = sum(int(figures["statements_supported"]) for figures in topics) / max(1, statements)
    found["broken_spans_none"] = float(not any(figures["broken_spans"] for figures in topics))
    found |= events.both_ways(found["events"], [part.borne_out for part in parts])
    found |= joined.total([part.pairs for part in parts]).scores("pairs")
    return found | joined.total([part.commitments for part in parts]).scores("commitments")
