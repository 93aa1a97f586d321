"""What stands around a line: sums over neighbours, and the stretch of the page that is densest in prose."""

from collections.abc import Sequence
from itertools import accumulate
from math import log2

Row = dict[str, float]
NEAR = ("size", "end", "small", "says", "capitals", "bullet")
# How much prose a line must bring to pay for itself in the densest stretch, in words: from lax to strict.
COSTS = (1.0, 3.0, 8.0)


def running(values: Sequence[float]) -> list[float]:
    """The sum of `values` before each place, and of all at the end."""
    return [0.0, *accumulate(values)]


def around(sums: Sequence[float], i: int, before: int, after: int) -> float:
    """The sum of the values from `before` places back to `after` places on, itself included."""
    last = len(sums) - 1
    return sums[min(last, i + after + 1)] - sums[max(0, i - before)]


def densest(gains: Sequence[float]) -> tuple[int, int]:
    """The stretch (first, last exclusive) whose `gains` sum highest; the first of equal ones, (0, 0) if none gain."""
    best, best_sum = (0, 0), 0.0
    start, total = 0, 0.0
    for i, gain in enumerate(gains):
        if total <= 0:
            start, total = i, 0.0
        total += gain
        if total > best_sum:
            best, best_sum = (start, i + 1), total
    return best


def add(rows: Sequence[Row], prose: Sequence[float]) -> None:
    """Adds to each row what its neighbours and its place in the page say. `prose`: words of running text a line."""
    _add_neighbours(rows, prose)
    _add_place(rows, prose)
    for cost in COSTS:
        _add_stretch(rows, densest([mass - cost for mass in prose]), f"{cost:.0f}")
    _add_distances(rows, prose)


def _add_neighbours(rows: Sequence[Row], prose: Sequence[float]) -> None:
    own = [{name: row[name] for name in NEAR} for row in rows]
    nothing = dict.fromkeys(NEAR, -1.0)
    for i, row in enumerate(rows):
        for label, j in (("before", i - 1), ("next", i + 1), ("before2", i - 2), ("next2", i + 2)):
            beside = own[j] if 0 <= j < len(own) else nothing
            row.update({f"{label}_{name}": value for name, value in beside.items()})
    words, mass, says = (running(v) for v in ([r["words"] for r in rows], prose, [r["says"] for r in rows]))
    for i, row in enumerate(rows):
        row["words_near3"] = log2(1 + around(words, i, 3, 3))
        row["words_near10"] = log2(1 + around(words, i, 10, 10))
        row["prose_before3"] = log2(1 + around(mass, i, 3, -1))
        row["prose_after3"] = log2(1 + around(mass, i, -1, 3))
        row["prose_before10"] = log2(1 + around(mass, i, 10, -1))
        row["prose_after10"] = log2(1 + around(mass, i, -1, 10))
        row["says_near4"] = around(says, i, 4, 4)
        row["says_near10"] = around(says, i, 10, 10)


def _add_place(rows: Sequence[Row], prose: Sequence[float]) -> None:
    sums = running(prose)
    total = sums[-1] or 1.0
    words = sum(row["words"] for row in rows) or 1.0
    for i, row in enumerate(rows):
        row["passed"] = sums[i] / total
        row["left"] = (sums[-1] - sums[i + 1]) / total
        row["share"] = prose[i] / total
        row["place"] = i / len(rows)
        row["from_start"] = log2(1 + i)
        row["to_end"] = log2(len(rows) - i)
        row["page_lines"] = log2(1 + len(rows))
        row["page_prose"] = log2(1 + sums[-1])
        row["page_prose_share"] = sums[-1] / words


def _add_stretch(rows: Sequence[Row], stretch: tuple[int, int], label: str) -> None:
    first, last = stretch
    for i, row in enumerate(rows):
        outside = first - i if i < first else i - last + 1 if i >= last else 0
        row[f"inside{label}"] = float(outside == 0)
        row[f"outside{label}"] = log2(1 + outside) * (1 if i >= last else -1)
        row[f"depth{label}"] = log2(1 + min(i - first, last - 1 - i)) if not outside else 0.0


def _add_distances(rows: Sequence[Row], prose: Sequence[float]) -> None:
    """Lines since the last and until the next line of prose, and the run of short lines it stands in."""
    for order, label in ((range(len(rows)), "since"), (range(len(rows) - 1, -1, -1), "until")):
        distance, run = 30, 0
        for i in order:
            rows[i][f"{label}_prose"] = log2(1 + distance)
            rows[i][f"{label}_run"] = log2(1 + run)
            distance = 0 if prose[i] else min(30, distance + 1)
            run = run + 1 if rows[i]["words"] < 6 else 0
