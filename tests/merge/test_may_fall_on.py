"""What an open time expression excludes."""

import pytest

from communique.merge.events.constraints import may_fall_on
from communique.records.times import Time
from communique.text.times import find

TUESDAY = Time(earliest="2023-03-14", latest="2023-03-14", basis="stated")


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("on Tuesday", True),
        ("on Wednesday", False),
        ("on March 14", True),
        ("on March 13", False),
        ("in the week of March 13", True),
        ("on the weekend of March 17", True),
        ("in the week of March 13, 2021", False),
    ],
)
def test_a_day_that_is_named_for_its_week_excludes_no_other(words: str, may: bool) -> None:
    (found,) = find(words)
    assert may_fall_on(found.expression, TUESDAY) is may
