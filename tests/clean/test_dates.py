import pytest

from communique.clean.dates import find_dates, time_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Published 3 March 2021", "2021-03-03"),
        ("March 3rd, 2021", "2021-03-03"),
        ("Mar. 3, 2021", "2021-03-03"),
        ("2021-03-03", "2021-03-03"),
        ("3. März 2021, 14:05 Uhr", "2021-03-03"),
        ("3 de marzo de 2021", "2021-03-03"),
        ("3 марта 2021", "2021-03-03"),
        ("٣ مارس ٢٠٢١", "2021-03-03"),
        ("2021年3月3日", "2021-03-03"),
        ("31.03.2021", "2021-03-31"),
        ("25/03/2021", "2021-03-25"),
        ("03/25/2021", "2021-03-25"),
        ("March 2021", "2021-03"),
        ("09:15 UTC+8, 2021-03-03", "2021-03-03T09:15+08:00"),
        ("2021-03-03T09:15:22Z", "2021-03-03T09:15+00:00"),
        ("March 3, 2021 9:15 p.m. EST", "2021-03-03T21:15-05:00"),
        ("Wed, 03 Mar 2021 09:15:00 GMT", "2021-03-03T09:15+00:00"),
        ("2021 Mar 3", "2021-03-03"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(text: str, iso: str) -> None:
    assert [one.iso() for one in find_dates(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    ["since 2017", "Monday", "31/02/2021", "2021-13-01", "10.5 percent", "page 3/4", "", "3 March", "12-34-5678"],
)
def test_no_date_is_made_up(text: str) -> None:
    assert find_dates(text) == []


def test_an_open_order_keeps_both_readings_until_it_is_settled() -> None:
    (open_one,) = find_dates("03/04/2021")
    assert open_one.alternative == (3, 4)
    assert [find_dates("03/04/2021", order)[0].iso() for order in ("day", "month")] == ["2021-04-03", "2021-03-04"]


def test_a_clock_belongs_to_the_date_beside_it() -> None:
    found = find_dates("Published: 07:45 GMT, 3 March 2021 | Updated: 08:00 GMT, 4 March 2021")
    assert [one.iso() for one in found] == ["2021-03-03T07:45+00:00", "2021-03-04T08:00+00:00"]


def test_a_clock_without_its_zone_is_left_out() -> None:
    assert [one.iso() for one in find_dates("3 March 2021 at 10:30")] == ["2021-03-03"]


def test_a_month_is_all_its_days() -> None:
    time = time_of(find_dates("February 2020")[0])
    assert (time.earliest, time.latest, time.edtf) == ("2020-02-01", "2020-02-29", "2020-02")
