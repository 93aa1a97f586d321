"""Stories across outlets on topics 0 to 3 of NewsWCL50, by the shared scorer.

`main`: two articles are one story if the event that they mention most is one, or a part of one; `linked`: also if that
of one is among the first three of the other. Topic 3 is scored here and nowhere read. ECB+ (crime, sport, business) is
scored by the same scorer and has no floor.
"""

from pathlib import Path

from evaluation.captures import Figures, scored


def scores(shared: Path) -> dict[str, float]:
    """B3 F1 of the clusters of articles."""
    found = _b3(scored(shared, "stories", shared / "eval" / "newswcl50"))
    ecb = shared / "eval" / "ecbplus"
    if ecb.is_dir():
        found |= {f"ecb_{name}": value for name, value in _b3(scored(shared, "stories", ecb)).items()}
    return found


def _b3(figures: Figures) -> dict[str, float]:
    found = {way: figures[way]["b3"]["f1"] for way in ("main", "linked")}
    return found | ({"pairs": figures["pairs"]["f1"]} if "pairs" in figures else {})
