"""Spans of actors, times and quantities on re3d, by the shared scorer.

The set's definition of Temporal is "a specific date, or time or range of time". The record also has a row for words
that only point ("now", "in the future") and for what recurs ("every Monday"), as TIMEX3 wants, and they are no such
thing: `temporal` is the score with every row, `temporal_specific` without these.
"""

from pathlib import Path

from evaluation.captures import Figures, answers, judged

ACTORS = ("Person", "Organisation", "Location")


def scores(shared: Path) -> dict[str, float]:
    """F1 of spans that overlap one of the gold with the same type."""
    data = shared / "eval" / "re3d"
    answer = answers(shared, "re3d", data)
    overlap: Figures = judged(shared, "re3d", data, answer)["overlap"]
    types = {kind.lower(): overlap[kind]["f1"] for kind in ACTORS}
    specific = judged(shared, "re3d", data, without_pointers(answer))["overlap"]["Temporal"]["f1"]
    return {
        "overlap": overlap["all"]["f1"],
        **types,
        "temporal": overlap["Temporal"]["f1"],
        "temporal_specific": specific,
    }


def without_pointers(answer: Figures) -> Figures:
    """The answers without the Temporal of times that are neither a date nor a length."""
    docs = {}
    for name, doc in answer["docs"].items():
        left_out = {(time["start"], time["end"]) for time in doc["times"] if is_pointer(time)}
        kept = [e for e in doc["entities"] if e["type"] != "Temporal" or (e["start"], e["end"]) not in left_out]
        docs[name] = doc | {"entities": kept}
    return answer | {"docs": docs}


def is_pointer(time: Figures) -> bool:
    """Whether a row says past, present or future and no more, or how often."""
    value = time.get("value") or ""
    recurs = value.startswith("P") and not time.get("duration")
    return value.endswith("_REF") or recurs
