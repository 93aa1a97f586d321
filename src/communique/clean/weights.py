"""The fitted weights: each feature's value falls into a bin, each bin has a weight, and the sum is a probability.

Fitted on the development half of WCXB by `scripts/fit_cleaner.py`; see NOTICE. A first look scores each line from
its features; a second look adds what the first one thought of its neighbourhood.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp, log2
from typing import Literal

import msgspec

from communique.clean.context import around, densest, running
from communique.records.base import Row

Look = dict[str, float]
# How many lines back and on: -1 leaves the line itself out.
_REACHES = (
    ("around3", 3, 3), ("around10", 10, 10), ("back5", 5, -1), ("on5", -1, 5), ("back15", 15, -1), ("on15", -1, 15),
)  # fmt: skip
Kind = Literal["text", "html"]


class Feature(Row, frozen=True):
    """One feature: the bins' upper edges (a value on an edge falls above it) and one weight more than edges."""

    edges: tuple[float, ...]
    weights: tuple[float, ...]


class Model(Row, frozen=True):
    """A bias and features by name; `threshold` is the probability from which a line is kept."""

    bias: float
    threshold: float
    features: dict[str, Feature]


class Looks(Row, frozen=True):
    """The two models of one kind of capture."""

    first: Model
    second: Model


@cache
def looks(kind: Kind) -> Looks:
    """The models for text captures or for HTML."""
    return msgspec.json.decode((files("communique.clean") / "data" / f"weights_{kind}.json").read_bytes(), type=Looks)


@cache
def title_model() -> Model:
    """The model of what a title looks like among the lines before the first paragraph."""
    return msgspec.json.decode((files("communique.clean") / "data" / "weights_title.json").read_bytes(), type=Model)


def probability(model: Model, row: Look) -> float:
    """How likely a line with these features is part of the article."""
    total = model.bias
    for name, feature in model.features.items():
        total += feature.weights[bisect_right(feature.edges, row.get(name, 0.0))]
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def second_look(rows: Sequence[Look], firsts: Sequence[float]) -> list[Look]:
    """What the first look at all lines says of each: its own, its neighbours', its stretch's probability."""
    masses = [row["words"] * p for row, p in zip(rows, firsts, strict=True)]
    words, mass, sums = running([row["words"] for row in rows]), running(masses), running(firsts)
    found = [_near(i, firsts, words, mass, sums) for i in range(len(rows))]
    for label, cost in (("lax", 0.3), ("even", 0.5), ("strict", 0.7)):
        gains = [min(60.0, row["words"] + 1) * (p - cost) for row, p in zip(rows, firsts, strict=True)]
        first, last = densest(gains)
        for i, look in enumerate(found):
            outside = first - i if i < first else i - last + 1 if i >= last else 0
            look[f"p_inside_{label}"] = log2(1 + outside) * (1 if i >= last else -1)
            look[f"p_depth_{label}"] = log2(1 + min(i - first, last - 1 - i)) if not outside else 0.0
    return found


def _near(i: int, firsts: Sequence[float], words: list[float], mass: list[float], sums: list[float]) -> Look:
    total = mass[-1] or 1.0
    look = {"p": firsts[i], "p_passed": mass[i] / total, "p_left": (mass[-1] - mass[i + 1]) / total}
    for label, j in (("before", i - 1), ("next", i + 1), ("before2", i - 2), ("next2", i + 2)):
        look[f"p_{label}"] = firsts[j] if 0 <= j < len(firsts) else -1.0
    for label, back, on in _REACHES:
        spanned = around(words, i, back, on)
        look[f"p_{label}"] = around(mass, i, back, on) / spanned if spanned else 0.0
        look[f"n_{label}"] = around(sums, i, back, on)
    return look


def score(rows: Sequence[Look], kind: Kind) -> list[float]:
    """How likely each line is part of the article, in two looks."""
    models = looks(kind)
    firsts = [probability(models.first, row) for row in rows]
    return [probability(models.second, row | look) for row, look in zip(rows, second_look(rows, firsts), strict=True)]
