"""The fitted weights: each feature's value falls into a bin, each bin has a weight, and the sum is a probability.

Fitted on the development half of WCXB by `scripts/fit_cleaner.py`; see NOTICE. A first look scores each line from
its features; a second look adds what the first one thought of its neighbourhood.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Literal

import msgspec
import numpy as np

from communique.clean.table import Column, Columns, around, densest, place_in, running, shifted
from communique.records.base import Row

GROUPS = ("kind", "parent", "above")  # lines that belong together by the markup (see `clean.dom`)
# How many lines back and on: -1 leaves the line itself out.
_REACHES = (
    ("around3", 3, 3), ("around10", 10, 10), ("back5", 5, -1), ("on5", -1, 5), ("back15", 15, -1), ("on15", -1, 15),
)  # fmt: skip
_UNIT = 1_000  # weights have three decimals: summed as whole numbers they come out the same on every machine
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


class Scorer:
    """A model laid out so that all lines are scored at once: a line's sum grows by a step at each edge it reaches.
    Features with as many edges stand together, so that each such block is compared in one go."""

    def __init__(self, model: Model) -> None:
        self.threshold = model.threshold
        told = sorted((name for name, f in model.features.items()), key=lambda name: len(model.features[name].edges))
        features = [model.features[name] for name in told]
        self._names = tuple(told)
        self._blocks = [
            np.array([f.edges for f in same])[:, :, None] for _, same in groupby(features, lambda f: len(f.edges))
        ]
        steps = [b - a for f in features for a, b in zip(f.weights, f.weights[1:], strict=False)]
        self._steps = np.round(np.array(steps) * _UNIT).astype(np.float32)
        self._base = round((model.bias + sum(f.weights[0] for f in model.features.values())) * _UNIT)

    def __call__(self, columns: Mapping[str, Column]) -> Column:
        """How likely each line is what the model looks for; a feature that is not there counts as 0."""
        count = len(next(iter(columns.values()), ()))
        nothing = np.zeros(count)
        values = np.concatenate([columns.get(name, nothing) for name in self._names]).reshape(-1, count)
        reached = np.empty((len(self._steps), count), dtype=np.float32)
        feature = step = 0
        for edges in self._blocks:
            many, each, _ = edges.shape
            into = reached[step : step + many * each].reshape(many, each, count)
            into[:] = values[feature : feature + many, None, :] >= edges
            feature, step = feature + many, step + many * each
        total = (self._steps @ reached + self._base) / _UNIT
        return 1 / (1 + np.exp(-np.clip(total.astype(np.float64), -30.0, 30.0)))


def _load(name: str) -> bytes:
    return (files("communique.clean") / "data" / name).read_bytes()


@cache
def looks(kind: Kind) -> tuple[Scorer, Scorer]:
    """The two looks at text captures or at HTML."""
    model = msgspec.json.decode(_load(f"weights_{kind}.json"), type=Looks)
    return Scorer(model.first), Scorer(model.second)


@cache
def title_model() -> Scorer:
    """The model of what a title looks like among the lines before the first paragraph."""
    return Scorer(msgspec.json.decode(_load("weights_title.json"), type=Model))


def second_look(columns: Columns, firsts: Column) -> Columns:
    """What the first look at all lines says of each: its own, its neighbours', its stretch's probability."""
    masses = columns["words"] * firsts
    found = _near(firsts, running(columns["words"]), running(masses), running(firsts))
    for label, cost in (("lax", 0.3), ("even", 0.5), ("strict", 0.7)):
        gains = np.minimum(60.0, columns["words"] + 1) * (firsts - cost)
        found[f"p_inside_{label}"], found[f"p_depth_{label}"] = place_in(densest(gains), len(firsts))
    for name in GROUPS:
        if f"group_{name}" in columns:
            of = columns[f"group_{name}"].astype(np.intp)
            weight = columns["words"] + 1.0
            found[f"p_{name}"] = (np.bincount(of, weight * firsts) / np.maximum(1.0, np.bincount(of, weight)))[of]
    return found


def _near(firsts: Column, words: Column, mass: Column, sums: Column) -> Columns:
    total = mass[-1] or 1.0
    look = {"p": firsts, "p_passed": mass[:-1] / total, "p_left": (mass[-1] - mass[1:]) / total}
    for label, by in (("before", -1), ("next", 1), ("before2", -2), ("next2", 2)):
        look[f"p_{label}"] = shifted(firsts, by, -1.0)
    for label, back, on in _REACHES:
        spanned = around(words, back, on)
        look[f"p_{label}"] = around(mass, back, on) / np.where(spanned > 0, spanned, 1.0) * (spanned > 0)
        look[f"n_{label}"] = around(sums, back, on)
    return look


def score(columns: Columns, kind: Kind) -> Column:
    """How likely each line is part of the article, in two looks."""
    first, second = looks(kind)
    return second(columns | second_look(columns, first(columns)))


def threshold(kind: Kind) -> float:
    """The probability from which a line is kept."""
    return looks(kind)[1].threshold
