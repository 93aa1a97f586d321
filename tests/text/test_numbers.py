"""Numbers as they are written."""

import pytest

from communique.text.numbers import find


def read(text: str) -> list[tuple[str, float, float | None]]:
    return [(text[n.start : n.end], n.value, n.value_to) for n in find(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14,250 tons", 14250),
        ("6.5 million", 6_500_000),
        ("3bn", 3e9),
        ("$6m", 6e6),
        ("1.2m tons", 1.2e6),
        ("25k", 25_000),
        ("4 hundred million", 4e8),
        ("twenty-five thousand three hundred and six", 25306),
        ("two dozen", 24),
        ("a million", 1e6),
        ("half a million", 5e5),
        ("two and a half million", 2.5e6),
        ("half of the gas", 0.5),
        ("three quarters of them", 0.75),
        ("two in five voters", 0.4),
        ("1/4 of it", 0.25),
        ("2½ hours", 2.5),
        ("2.5×10^3 kg", 2500),
    ],
)
def test_one_number(text: str, value: float) -> None:
    (found,) = find(text)
    assert (found.value, found.value_to) == (pytest.approx(value), None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40 to 50", 40, 50),
        ("400-500 men", 400, 500),
        ("four to five thousand", 4000, 5000),
        ("between 7 and 10 years", 7, 10),
        ("three or four weeks", 3, 4),
        ("dozens of boats", 12, 120),
        ("tens of thousands", 10_000, 100_000),
        ("hundreds of thousands", 100_000, 1_000_000),
    ],
)
def test_one_range(text: str, low: float, high: float) -> None:
    (found,) = find(text)
    assert (found.value, found.value_to) == (low, high)


@pytest.mark.parametrize(
    "text",
    ["from 4 to 5", "a 2-1 win", "8621-52920043", "12 and 15", "25 or 40"],
)
def test_two_numbers_are_no_range(text: str) -> None:
    assert [n.value_to for n in find(text)] == [None, None]


def test_metres_are_not_millions() -> None:
    assert read("a wall 37m long and 2m high") == [("37", 37.0, None), ("2", 2.0, None)]


@pytest.mark.parametrize("text", ["", "\x00\ud800", "hundreds and hundred", "the third of May", "9" * 4000, "several"])
def test_nothing_there(text: str) -> None:
    assert [n for n in find(text) if n.form == "digits"] == []


def test_long_lines_take_linear_time() -> None:
    assert len(find("7 " * 50_000)) == 50_000
