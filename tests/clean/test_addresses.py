"""Days in addresses."""

import pytest

from communique.clean import addresses
from communique.clean.dates import find_dates


@pytest.mark.parametrize(
    ("address", "iso"),
    [
        ("https://a.example/2024/03/01/talks", "2024-03-01"),
        ("https://a.example/news/2024/3/1/", "2024-03-01"),
        ("https://a.example/2024/mar/01/talks", "2024-03-01"),
        ("https://a.example/2024/03/talks", "2024-03"),
        ("https://a.example/2024/talks", "2024"),
        ("https://a.example/news/talks-2024-03-01", "2024-03-01"),
        ("https://a.example/20240301-talks", "2024-03-01"),
        ("https://a.example/best-of-2024-15-places", None),
        ("https://a.example/talks", None),
        ("https://a.example/article/20241399/", None),
        (None, None),
    ],
)
def test_a_day_a_month_or_a_year_of_the_path(address: str | None, iso: str | None) -> None:
    found = addresses.dated(address)
    assert (found and found.iso()) == iso


def test_they_agree_as_far_as_both_say() -> None:
    month = addresses.dated("https://a.example/2024/03/talks")
    assert month is not None
    same = [addresses.agree(find_dates(text)[0], month) for text in ("1 March 2024", "March 2024", "1 April 2024")]
    assert same == [True, True, False]
