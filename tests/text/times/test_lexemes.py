import pytest

from communique.text.times.lexemes import lex


def shapes(text: str) -> list[tuple[str, str, float | None]]:
    return [(each.text, each.shape, each.value) for each in lex(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept. 5", [("sept", "word", None), ("5", "number", 5)]),
        ("Tues. noon.", [("tues.", "word", None), ("noon", "word", None), (".", "mark", None)]),
        ("in 2021", [("in", "word", None), ("2021", "year", 2021)]),
        ("2,021 men", [("2,021", "number", 2021), ("men", "word", None)]),
        ("7:05 p.m.", [("7:05", "clock", None), ("p.m.", "meridiem", None)]),
        ("0730 GMT", [("0730", "clock", None), ("gmt", "word", None)]),
        ("the 1970s", [("the", "word", None), ("1970s", "decade", None)]),
        ("the ’70s", [("the", "word", None), ("’70s", "decade", None)]),
        ("21st", [("21st", "ordinal", 21)]),
        ("twenty-one days", [("twenty - one", "number", 21), ("days", "word", None)]),
        ("nineteen eighty-four", [("nineteen eighty - four", "year", 1984)]),
        ("two thousand and six", [("two thousand and six", "year", 2006)]),
        ("a hundred and five", [("a hundred and five", "number", 105)]),
        ("twenty-third", [("twenty - third", "ordinal", 23)]),
        ("3 1/2", [("3", "number", 3), ("1/2", "fraction", 0.5)]),
        ("2023-02-03T04:05Z", [("2023-02-03t04:05z", "iso", None)]),
        ("Q3", [("q3", "quartered", None)]),
        ("1.2.2023", [("1.2.2023", "slashed", None)]),
    ],
)
def test_lex(text: str, expected: list[tuple[str, str, float | None]]) -> None:
    assert shapes(text) == expected


def test_offsets_capitals_and_spaces() -> None:
    assert [(each.start, each.end, each.capital, each.spaced) for each in lex("On Monday-Friday")] == [
        (0, 2, True, True),
        (3, 9, True, True),
        (9, 10, False, False),
        (10, 16, True, False),
    ]


def test_numbers_in_other_scripts_are_no_numbers() -> None:
    assert [each.value for each in lex("٣² 5")] == [None, None, 5]


def test_a_very_long_number_has_a_bounded_value() -> None:
    assert [each.value for each in lex("9" * 5000)] == [1e9]
