import pytest

from communique.records.times import Direction, Time, TimeExpression
from communique.text.times import find, resolve

WEDNESDAY = "2023-03-15"


def given(earliest: str, latest: str | None = None) -> Time:
    return Time(earliest=earliest, latest=latest or earliest, basis="given")


def read(words: str) -> TimeExpression:
    ((_, _, expression, _),) = find(words)
    return expression


def interval(words: str, reference: Time | None, direction: Direction | None = None) -> tuple[str, str] | None:
    time = resolve(read(words), reference, direction)
    return None if time is None else (time.earliest, time.latest)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wednesday", ("2023-03-15", "2023-03-15")),
        ("Thursday", ("2023-03-09", "2023-03-09")),
        ("last Wednesday", ("2023-03-08", "2023-03-08")),
        ("next Wednesday", ("2023-03-22", "2023-03-22")),
        ("this Friday", ("2023-03-17", "2023-03-17")),
        ("Friday last week", ("2023-03-10", "2023-03-10")),
        ("today", ("2023-03-15", "2023-03-15")),
        ("yesterday", ("2023-03-14", "2023-03-14")),
        ("today, Wednesday", ("2023-03-15", "2023-03-15")),
        ("last week", ("2023-03-06", "2023-03-12")),
        ("next month", ("2023-04-01", "2023-04-30")),
        ("last year", ("2022-01-01", "2022-12-31")),
        ("ten years ago", ("2013-01-01", "2013-12-31")),
        ("two days ago", ("2023-03-13", "2023-03-13")),
        ("in January", ("2023-01-01", "2023-01-31")),
        ("in April", ("2023-04-01", "2023-04-30")),
        ("in August", ("2022-08-01", "2022-08-31")),
        ("in March", ("2023-03-01", "2023-03-31")),
        ("last March", ("2022-03-01", "2022-03-31")),
        ("in March last year", ("2022-03-01", "2022-03-31")),
        ("on April 2", ("2023-04-02", "2023-04-02")),
        ("on December 2", ("2022-12-02", "2022-12-02")),
        ("Thursday, December 2", ("2021-12-02", "2021-12-02")),
        ("late January", ("2023-01-21", "2023-01-31")),
        ("mid-February", ("2023-02-11", "2023-02-20")),
        ("early this year", ("2023-01-01", "2023-04-30")),
        ("the end of the year", ("2023-12-01", "2023-12-31")),
        ("the week of March 22", ("2023-03-20", "2023-03-26")),
        ("the weekend of March 22", ("2023-03-25", "2023-03-26")),
        ("the 12th of last month", ("2023-02-12", "2023-02-12")),
        ("the 31st of last month", None),
        ("during Easter week", ("2023-04-03", "2023-04-09")),
        ("a year and a half ago", ("2021-09-01", "2021-09-30")),
        ("earlier this year", ("2023-01-01", "2023-03-15")),
        ("later this month", ("2023-03-15", "2023-03-31")),
        ("the third quarter", ("2022-07-01", "2022-09-30")),
        ("last summer", ("2022-06-01", "2022-08-31")),
        ("the weekend", ("2023-03-11", "2023-03-12")),
        ("next weekend", ("2023-03-25", "2023-03-26")),
        ("this century", ("2000-01-01", "2099-12-31")),
        ("from June to July", ("2022-06-01", "2022-07-31")),
        ("from November to February", ("2022-11-01", "2023-02-28")),
        ("20 years", None),
        ("every year", None),
        ("now", None),
        ("two days later", None),
    ],
)
def test_from_a_wednesday(words: str, expected: tuple[str, str] | None) -> None:
    assert interval(words, given(WEDNESDAY)) == expected


@pytest.mark.parametrize(
    ("words", "direction", "expected"),
    [
        ("Thursday", "future", ("2023-03-16", "2023-03-16")),
        ("Wednesday", "future", ("2023-03-15", "2023-03-15")),
        ("in February", "future", ("2024-02-01", "2024-02-29")),
        ("on March 14", "future", ("2024-03-14", "2024-03-14")),
        ("on March 20", "past", ("2023-03-20", "2023-03-20")),
        ("in May", "past", ("2022-05-01", "2022-05-31")),
        ("on July 20", "past", ("2022-07-20", "2022-07-20")),
        ("the fourth quarter", "future", ("2022-10-01", "2022-12-31")),
        ("Sunday", "nearest", ("2023-03-12", "2023-03-12")),
    ],
)
def test_tense_decides_where_to_look(words: str, direction: Direction, expected: tuple[str, str]) -> None:
    assert interval(words, given(WEDNESDAY), direction) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("March 4, 2021", ("2021-03-04", "2021-03-04")),
        ("February 2024", ("2024-02-01", "2024-02-29")),
        ("mid-2021", ("2021-05-01", "2021-08-31")),
        ("the beginning of 2021", ("2021-01-01", "2021-01-31")),
        ("the 1980s", ("1980-01-01", "1989-12-31")),
        ("the late 1980s", ("1987-01-01", "1989-12-31")),
        ("the 19th century", ("1800-01-01", "1899-12-31")),
        ("2011-2014", ("2011-01-01", "2014-12-31")),
        ("winter 2021", ("2021-12-01", "2022-02-28")),
        ("February 29, 2021", None),
        ("March 4", None),
        ("Wednesday", None),
        ("today", None),
        ("last year", None),
    ],
)
def test_an_undated_article_has_no_dates_to_give(words: str, expected: tuple[str, str] | None) -> None:
    assert interval(words, None) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Wednesday", ("2023-03-08", "2023-03-15")),
        ("today, Wednesday", ("2023-03-15", "2023-03-15")),
        ("yesterday", ("2023-03-11", "2023-03-17")),
        ("last month", ("2023-02-01", "2023-02-28")),
        ("March 15", ("2023-03-15", "2023-03-15")),
    ],
)
def test_a_reference_of_a_week_gives_what_the_evidence_allows(words: str, expected: tuple[str, str]) -> None:
    assert interval(words, given("2023-03-12", "2023-03-18"), "past") == expected


def test_today_with_another_weekday_is_wide_and_approximate() -> None:
    time = resolve(read("today, Wednesday"), given("2023-03-16T02:00+03:00"))
    assert time == Time(
        earliest="2023-03-15",
        latest="2023-03-16",
        edtf="2023-03-15~/2023-03-16~",
        basis="relative",
        approximate=True,
    )


def test_a_date_with_the_wrong_weekday_is_approximate() -> None:
    time = resolve(read("Monday, March 4, 2021"), None)
    assert time is not None
    assert (time.earliest, time.basis, time.approximate) == ("2021-03-04", "stated", True)


def test_a_clock_with_its_zone_gives_an_instant() -> None:
    time = resolve(read("10:00 GMT on Wednesday"), given(WEDNESDAY))
    assert time == Time(
        earliest="2023-03-15T10:00+00:00",
        latest="2023-03-15T10:00+00:00",
        edtf="2023-03-15T10:00:00Z",
        basis="relative",
    )


@pytest.mark.parametrize("words", ["2023-03-15T10:00+99:00", "2023-03-15T10:75Z", "2023-03-15T99:00Z"])
def test_an_impossible_clock_or_zone_leaves_the_day(words: str) -> None:
    assert interval(words, None) == ("2023-03-15", "2023-03-15")


def test_a_clock_without_a_zone_gives_the_day() -> None:
    assert interval("5 p.m. Wednesday", given(WEDNESDAY)) == ("2023-03-15", "2023-03-15")


def test_the_reference_counts_by_its_civil_date() -> None:
    assert interval("today", given("2023-03-15T00:30+08:00")) == ("2023-03-15", "2023-03-15")


def test_basis_is_stated_relative_or_as_the_caller_says() -> None:
    known = given(WEDNESDAY)
    inferred = Time(earliest=WEDNESDAY, latest=WEDNESDAY, basis="inferred", inferred_from=("article-1",))
    cases = [
        ("March 2021", known, None),
        ("Tuesday", known, None),
        ("Tuesday", known, "inferred"),
        ("Tuesday", inferred, None),
    ]
    times = [resolve(read(words), reference, None, basis) for words, reference, basis in cases]  # type: ignore[arg-type]
    assert [time and (time.basis, time.inferred_from) for time in times] == [
        ("stated", ()),
        ("relative", ()),
        ("inferred", ()),
        ("inferred", ("article-1",)),
    ]


def test_what_counts_from_an_approximate_time_is_approximate() -> None:
    about = Time(earliest="2023-03-01", latest="2023-03-10", basis="relative", approximate=True)
    time = resolve(read("last year"), about)
    assert time is not None
    assert (time.approximate, time.edtf) == (True, "2022~")


def test_loose_counts_are_approximate() -> None:
    times = [resolve(read(words), given(WEDNESDAY)) for words in ("nearly two years ago", "two years ago", "late May")]
    assert [time and time.approximate for time in times] == [True, False, True]


@pytest.mark.parametrize(
    ("end", "expected"), [("December 31", ("2022-10-01", "2022-12-31")), ("July 31", ("2022-04-01", "2022-06-30"))]
)
def test_the_quarter_that_ended_with_a_day_is_the_one_most_of_its_days_lie_in(
    end: str, expected: tuple[str, str]
) -> None:
    quarter, _ = find(f"in the quarter ended {end}")
    time = resolve(quarter.expression, given(WEDNESDAY))
    assert time is not None
    assert (time.earliest, time.latest) == expected
