"""Who, when and where of an article's main event on Giveme5W1H's gold, by the shared scorer."""

from pathlib import Path

from evaluation.captures import scored


def scores(shared: Path) -> dict[str, float]:
    """The share of questions answered right; where nothing is the answer, silence is right."""
    figures = scored(shared, "w5", shared / "eval" / "giveme5w1h")
    return {kind: figures[kind]["accuracy"] for kind in ("who", "when", "where")}
