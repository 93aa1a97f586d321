import numpy as np
import pytest

from communique.clean.table import around, column, densest, last_before, place_in, rows_of, running, shifted


def test_densest_stretch_bridges_small_losses() -> None:
    assert densest(column([-1, 5, -2, 6, -9, 3])) == (1, 4)


def test_densest_of_nothing_is_empty() -> None:
    assert densest(column([])) == densest(column([-1, -2])) == (0, 0)


@pytest.mark.parametrize(
    ("reach", "sums"), [((2, 1), [3, 6, 10, 9]), ((1, 5), [10, 10, 9, 7]), ((1, -1), [0, 1, 2, 3])]
)
def test_around_is_cut_at_the_ends(reach: tuple[int, int], sums: list[float]) -> None:
    assert around(running(column([1, 2, 3, 4])), *reach).tolist() == sums


def test_a_neighbour_outside_the_page_is_nothing() -> None:
    values = column([1, 2, 3])
    assert [shifted(values, 1, -1.0).tolist(), shifted(values, -2, -1.0).tolist()] == [[2, 3, -1], [-1, -1, 1]]
    assert shifted(column([1]), 2, -1.0).tolist() == [-1]


def test_the_last_mark_before_each_place() -> None:
    assert last_before(np.array([False, True, False, False, True])).tolist() == [-1, -1, 1, 1, 1]


def test_places_in_and_outside_a_stretch() -> None:
    outside, depth = place_in((1, 4), 6)
    assert outside.tolist() == pytest.approx([-1, 0, 0, 0, 1, np.log2(3)])
    assert depth.tolist() == [0, 0, 1, 0, 0, 0]


def test_rows_hold_the_columns_asked_for_and_nothing_for_others() -> None:
    assert [(row["a"], row["b"]) for row in rows_of({"a": column([1, 2])})] == [(1, 0), (2, 0)]
    assert rows_of({}) == []
