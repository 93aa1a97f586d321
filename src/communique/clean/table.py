"""A page's lines as columns of numbers: what the weights read, all lines at once."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Columns = dict[str, Column]
Mask = NDArray[np.bool_]  # one truth value a line


def column(values: Iterable[float]) -> Column:
    """Numbers as a column."""
    return np.fromiter(values, np.float64)


class _Lists(dict[str, list[float]]):
    """Columns as plain numbers, each made when it is first asked for; one that is not there is 0."""

    def __init__(self, columns: Mapping[str, Column]) -> None:
        super().__init__()
        self._columns = columns
        self.count = len(next(iter(columns.values()), ()))

    def __missing__(self, name: str) -> list[float]:
        values = self[name] = self._columns[name].tolist() if name in self._columns else [0.0] * self.count
        return values


class Row:
    """A line's values by the names of their columns, as plain numbers."""

    __slots__ = ("_at", "_lists")

    def __init__(self, lists: Mapping[str, Sequence[float]], at: int) -> None:
        self._lists, self._at = lists, at

    def __getitem__(self, name: str) -> float:
        return self._lists[name][self._at]


def rows_of(columns: Mapping[str, Column]) -> list[Row]:
    """A page's lines one by one."""
    lists = _Lists(columns)
    return [Row(lists, i) for i in range(lists.count)]


def which(mask: Mask) -> list[int]:
    """The lines of which it is true."""
    found: list[int] = mask.nonzero()[0].tolist()
    return found


def masked(places: Iterable[int], count: int) -> Mask:
    """True at `places`, of `count` lines."""
    found = np.zeros(count, np.bool_)
    found[list(places)] = True
    return found


def moved(values: Mask, by: int) -> Mask:
    """Each line's neighbour `by` lines on (back where negative); none outside the page."""
    found = np.zeros(len(values), np.bool_)
    if by > 0:
        found[:-by] = values[by:]
    else:
        found[-by:] = values[:by]
    return found


def running(values: Column) -> Column:
    """The sum of `values` before each place, and of all at the end."""
    return np.concatenate(([0.0], np.cumsum(values)))


def around(sums: Column, before: int, after: int) -> Column:
    """For each place the sum of the values from `before` places back to `after` places on, itself included; -1 leaves
    the place itself out."""
    count, first, end = len(sums) - 1, max(0, before), min(len(sums) - 1, after + 1)
    found = np.full(count, sums[-1])
    found[: count - end] = sums[end:-1]
    if before < 0:
        return found - sums[1:]
    found[first:] -= sums[: max(0, count - first)]
    return found


def shifted(values: Column, by: int, nothing: float) -> Column:
    """Each place's neighbour `by` places on (back where negative), `nothing` outside."""
    found = np.full(len(values), nothing)
    if by > 0:
        found[:-by] = values[by:]
    else:
        found[-by:] = values[:by]
    return found


def last_before(marks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each place the last marked one before it, -1 where there is none."""
    latest = np.maximum.accumulate(np.where(marks, np.arange(len(marks)), -1))
    return np.concatenate(([-1], latest[:-1]))


def densest(gains: Column) -> tuple[int, int]:
    """The stretch (first, last exclusive) whose `gains` sum highest; the first of equal ones, (0, 0) if none gain."""
    best, best_sum = (0, 0), 0.0
    start, total = 0, 0.0
    for i, gain in enumerate(gains.tolist()):
        if total <= 0:
            start, total = i, 0.0
        total += gain
        if total > best_sum:
            best, best_sum = (start, i + 1), total
    return best


def place_in(stretch: tuple[int, int], count: int) -> tuple[Column, Column]:
    """(how many lines outside the stretch, negative before it; how deep inside it), both as logarithms."""
    first, last = stretch
    places = np.arange(count)
    outside = np.where(places < first, first - places, np.where(places >= last, places - last + 1, 0))
    inside = np.maximum(0, np.minimum(places - first, last - 1 - places))
    depth = np.where(outside == 0, np.log2(1.0 + inside), 0.0)
    return np.log2(1.0 + outside) * np.where(places >= last, 1.0, -1.0), depth
