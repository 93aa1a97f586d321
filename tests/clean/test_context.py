from communique.clean.context import around, densest, running


def test_densest_stretch_bridges_small_losses() -> None:
    assert densest([-1, 5, -2, 6, -9, 3]) == (1, 4)


def test_densest_of_nothing_is_empty() -> None:
    assert densest([]) == densest([-1, -2]) == (0, 0)


def test_around_is_cut_at_the_ends() -> None:
    sums = running([1, 2, 3, 4])
    assert [around(sums, 0, 2, 1), around(sums, 3, 1, 5), around(sums, 2, 1, -1)] == [3, 7, 2]
