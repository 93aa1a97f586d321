"""ECB+ (crime, sport, business) by the shared scorer: outside our forms, so reported and without a floor."""

from pathlib import Path

from evaluation.captures import scored


def scores(shared: Path) -> dict[str, float]:
    """B3 F1 of the clusters of articles, and F1 of the pairs of mentions of one event."""
    figures = scored(shared, "stories", shared / "eval" / "ecbplus")
    return {way: figures[way]["b3"]["f1"] for way in ("main", "linked")} | {"pairs": figures["pairs"]["f1"]}
