import pytest

from communique.report.wording import clipped, counted, duration, listed, number, said


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (list("ABC"), "A, B and C")]
)
def test_listed(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_counted() -> None:
    assert [counted(n, "report") for n in (0, 1, 3)] == ["no reports", "1 report", "3 reports"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (38.0, "38"),
        (5e12, "5 trillion"),
        (2.5e6, "2.5 million"),
        (1234567.0, "1,234,567"),
        (0.25, "0.25"),
        (1234.5, "1,234.5"),
    ],
)
def test_number(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("P20Y", "20 years"), ("P1D", "1 day"), ("P1Y6M", "P1Y6M"), ("", ""), ("PT3H", "3 hours"), ("PT1M", "1 minute")],
)
def test_duration(iso: str, words: str) -> None:
    assert duration(iso) == words


def test_clipped_cuts_at_a_word() -> None:
    assert clipped("the long  and\nwinding road", 15) == "the long and…"
    assert clipped("x" * 30, 10) == "x" * 10 + "…"
    assert clipped("short", 10) == "short"


def test_said_reads_well_for_a_value_without_words_of_its_own() -> None:
    assert said({"a": "b"}, "new_value") == "new value"
