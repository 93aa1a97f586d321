"""Stories across outlets on topics 0 to 3 of NewsWCL50, by the shared scorer.

`main`: two articles are one story if the event that they mention most is one, or a part of one; `linked`: also if that
of one is among the first three of the other. Topic 3 is scored here and nowhere read.
"""

from pathlib import Path

from evaluation.captures import scored


def scores(shared: Path) -> dict[str, float]:
    """B3 F1 of the clusters of articles."""
    figures = scored(shared, "stories", shared / "eval" / "newswcl50")
    return {way: figures[way]["b3"]["f1"] for way in ("main", "linked")}
