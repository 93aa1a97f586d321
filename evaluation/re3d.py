"""Spans of actors, times and quantities on re3d, by the shared scorer."""

from pathlib import Path

from evaluation.captures import Figures, scored

ACTORS = ("Person", "Organisation", "Location")


def scores(shared: Path) -> dict[str, float]:
    """F1 of spans that overlap one of the gold with the same type."""
    overlap: Figures = scored(shared, "re3d", shared / "eval" / "re3d")["overlap"]
    types = {kind.lower(): overlap[kind]["f1"] for kind in (*ACTORS, "Temporal")}
    return {"overlap": overlap["all"]["f1"], **types}
