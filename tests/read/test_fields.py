import pytest

from communique.errors import InputError
from communique.read.dates import given_date
from communique.read.fields import Fields, parse_object


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-05-06", "2019-05-06"),
        ("2019-05", "2019-05"),
        ("2019", "2019"),
        (" 2019-05-06 10:20:30 ", "2019-05-06"),
        ("2019-05-06T10:20:30Z", "2019-05-06T10:20+00:00"),
        ("2019-05-06T10:20+03:30", "2019-05-06T10:20+03:30"),
        ("Mon, 06 May 2019 10:20:30 +0200", "2019-05-06T10:20+02:00"),
        ("0001-01-01", None),
        ("9999-12-31T00:00:00Z", None),
        ("2019-02-30", None),
        ("2019-13", None),
        ("2019-05-06T25:00", None),
        ("next Tuesday", None),
        ("", None),
        ("1" * 5000, None),
    ],
)
def test_given_dates_are_normalised_or_refused(value: str, expected: str | None) -> None:
    assert given_date(value) == expected


def test_values_of_the_wrong_kind_are_named_and_left_out() -> None:
    fields = Fields({"url": "javascript:alert(1)", "published": 20190506, "outlet": "A\x1b[31m", "title": ["x"]})

    values = (fields.url("url"), fields.date("published"), fields.label("outlet"), fields.label("title"))

    assert values == (None, None, None, None)
    assert [wrong.partition(":")[0] for wrong in fields.wrong] == ["url", "published", "outlet", "title"]


def test_values_that_are_missing_are_no_problem() -> None:
    fields = Fields({"url": None, "outlet": "  "})

    assert (fields.url("url"), fields.label("outlet"), fields.date("published")) == (None, None, None)
    assert fields.wrong == []


def test_lone_surrogates_do_not_pass() -> None:
    assert Fields(parse_object('{"text": "a\\ud800b \\ud83d\\ude00"}')).text("text") == "a\ufffdb 😀"


@pytest.mark.parametrize("text", ["", "{", "[1]", "nope", "[" * 100_000, '{"a": 1} x'])
def test_what_is_no_object_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError):
        parse_object(text)
