"""The pinned floors: no change may take a score below them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FILE = Path(__file__).with_name("floors.toml")
# Scores are compared as printed: a difference further behind is noise of the last bit.
DECIMALS = 4


@dataclass(frozen=True)
class Verdict:
    """A measure's score beside its floor. Either is None where it is not there."""

    measure: str
    score: float | None
    floor: float | None

    @property
    def state(self) -> Literal["ok", "below", "unpinned", "unscored"]:
        if self.floor is None:
            return "unpinned"
        if self.score is None:
            return "unscored"
        return "ok" if round(self.score, DECIMALS) >= self.floor else "below"

    @property
    def failed(self) -> bool:
        return self.state in {"below", "unscored"}


def read(path: Path = FILE) -> dict[str, dict[str, float]]:
    """Set -> measure -> floor."""
    with path.open("rb") as file:
        return {name: {k: float(v) for k, v in rows.items()} for name, rows in tomllib.load(file).items()}


def judge(scores: dict[str, float], floors: dict[str, float]) -> list[Verdict]:
    """Every measure of either, in the order scored; what is pinned and not scored comes last."""
    names = [*scores, *(name for name in floors if name not in scores)]
    return [Verdict(name, scores.get(name), floors.get(name)) for name in names]
