"""A page's lines as columns of numbers: what the weights read, all lines at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Columns = dict[str, Column]
Row = dict[str, float]


def column(values: Iterable[float]) -> Column:
    """Numbers as a column."""
    return np.fromiter(values, np.float64)


class Rows(Sequence[Row]):
    """Columns line by line, as plain numbers; a column that is not there is 0. Most lines are never asked for, so a
    row is made when it is, once."""

    def __init__(self, columns: Mapping[str, Column], names: Sequence[str]) -> None:
        self._count = len(next(iter(columns.values()), ()))
        nothing = [0.0] * self._count
        self._values = [(name, columns[name].tolist() if name in columns else nothing) for name in names]
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, i: int) -> Row: ...
    @overload
    def __getitem__(self, i: slice) -> list[Row]: ...
    def __getitem__(self, i: int | slice) -> Row | list[Row]:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(self._count))]
        found = self._made.get(i)
        if found is None:
            if not -self._count <= i < self._count:
                raise IndexError(i)
            found = self._made[i] = {name: values[i] for name, values in self._values}
        return found


def rows_of(columns: Mapping[str, Column], names: Sequence[str]) -> Rows:
    """The lines' values of the columns named."""
    return Rows(columns, names)


def running(values: Column) -> Column:
    """The sum of `values` before each place, and of all at the end."""
    return np.concatenate(([0.0], np.cumsum(values)))


def around(sums: Column, before: int, after: int) -> Column:
    """For each place the sum of the values from `before` places back to `after` places on, itself included; -1 leaves
    the place itself out."""
    places = np.arange(len(sums) - 1)
    return sums[np.minimum(len(sums) - 1, places + after + 1)] - sums[np.maximum(0, places - before)]


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
