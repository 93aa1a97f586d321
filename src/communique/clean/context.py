"""What stands around a line: sums over neighbours, and the stretch of the page that is densest in prose."""

import numpy as np

from communique.clean.table import Column, Columns, around, densest, last_before, place_in, running, shifted

NEAR = ("size", "end", "small", "says", "capitals", "bullet")
# How much prose a line must bring to pay for itself in the densest stretch, in words: from lax to strict.
COSTS = (1.0, 3.0, 8.0)
_FAR = 30


def add(columns: Columns, prose: Column) -> None:
    """Adds what each line's neighbours and its place in the page say. `prose`: words of running text a line."""
    _add_neighbours(columns, prose)
    _add_place(columns, prose)
    for cost in COSTS:
        outside, depth = place_in(densest(prose - cost), len(prose))
        columns[f"inside{cost:.0f}"] = (outside == 0).astype(np.float64)
        columns[f"outside{cost:.0f}"] = outside
        columns[f"depth{cost:.0f}"] = depth
    _add_distances(columns, prose)


def _add_neighbours(columns: Columns, prose: Column) -> None:
    for label, by in (("before", -1), ("next", 1), ("before2", -2), ("next2", 2)):
        for name in NEAR:
            columns[f"{label}_{name}"] = shifted(columns[name], by, -1.0)
    words, mass, says = running(columns["words"]), running(prose), running(columns["says"])
    columns["words_near3"] = np.log2(1 + around(words, 3, 3))
    columns["words_near10"] = np.log2(1 + around(words, 10, 10))
    columns["prose_before3"] = np.log2(1 + around(mass, 3, -1))
    columns["prose_after3"] = np.log2(1 + around(mass, -1, 3))
    columns["prose_before10"] = np.log2(1 + around(mass, 10, -1))
    columns["prose_after10"] = np.log2(1 + around(mass, -1, 10))
    columns["says_near4"] = around(says, 4, 4)
    columns["says_near10"] = around(says, 10, 10)


def _add_place(columns: Columns, prose: Column) -> None:
    sums, count = running(prose), len(prose)
    total = sums[-1] or 1.0
    places = np.arange(count, dtype=np.float64)
    columns["passed"] = sums[:-1] / total
    columns["left"] = (sums[-1] - sums[1:]) / total
    columns["share"] = prose / total
    columns["place"] = places / count
    columns["from_start"] = np.log2(1 + places)
    columns["to_end"] = np.log2(count - places)
    columns["page_lines"] = np.full(count, np.log2(1 + count))
    columns["page_prose"] = np.full(count, np.log2(1 + sums[-1]))
    columns["page_prose_share"] = np.full(count, sums[-1] / (columns["words"].sum() or 1.0))


def _add_distances(columns: Columns, prose: Column) -> None:
    """Lines since the last and until the next line of prose, and the run of short lines it stands in."""
    short = columns["words"] < 6
    columns["since_prose"], columns["since_run"] = _distances(prose > 0, ~short)
    until_prose, until_run = _distances((prose > 0)[::-1], ~short[::-1])
    columns["until_prose"], columns["until_run"] = until_prose[::-1], until_run[::-1]


def _distances(prose: np.ndarray, long: np.ndarray) -> tuple[Column, Column]:
    places, last = np.arange(len(prose)), last_before(prose)
    since = np.where(last < 0, _FAR, np.minimum(_FAR, places - 1 - last))
    return np.log2(1.0 + since), np.log2(places - last_before(long).astype(np.float64))
