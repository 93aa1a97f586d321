"""Pictures along time."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

from tests.report.factory import HOSTILE

from communique.report.chart import MOST_DOTS, WIDTH, Dot, Lane, Point, picture, series

SVG = "{http://www.w3.org/2000/svg}"


def dot(first: date, last: date | None = None, *, held: bool = True) -> Dot:
    return Dot("/events/e", "a meeting", first, last or first, held)


def drawn(*lanes: Lane) -> ElementTree.Element:
    return ElementTree.fromstring(picture(lanes, "Events"))


def texts(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def test_nothing_is_drawn_of_nothing() -> None:
    assert picture([], "Events") == picture([Lane("A", ())], "Events") == ""


def test_names_and_years_stand_inside_and_apart() -> None:
    lane = "Ruritania, Graustark, Syldavia and Borduria"
    root = drawn(Lane(lane, (dot(date(2017, 1, 1)), dot(date(2022, 12, 31)))))
    assert texts(root) == ["2017", "Apr", "Jul", "Oct", "2022", "Apr", "Jul", "Oct", lane]
    assert all(0 <= float(one.get("x", "0")) < WIDTH for one in root.iter(f"{SVG}text"))
    [gap] = [one for one in root.iter(f"{SVG}line") if "gap" in (one.get("class") or "")]
    assert float(gap.get("x1", "0")) == WIDTH / 2


def test_an_interval_is_a_bar_and_what_is_to_come_is_open() -> None:
    root = drawn(Lane("A", (dot(date(2022, 1, 1), date(2022, 6, 30), held=False), dot(date(2022, 9, 1)))))
    [bar] = root.iter(f"{SVG}rect")
    assert bar.get("class") == "dot open"
    assert 400 < float(bar.get("width", "0")) < 430
    assert [one.get("class") for one in root.iter(f"{SVG}circle")] == ["dot"]


def test_marks_of_one_day_stand_one_above_the_other() -> None:
    root = drawn(Lane("A", tuple(dot(date(2022, 5, 1)) for _ in range(3))))
    heights = [float(one.get("cy", "0")) for one in root.iter(f"{SVG}circle")]
    assert len(set(heights)) == 3


def test_many_marks_become_columns_and_many_years_are_not_all_named() -> None:
    days = tuple(dot(date(1980, 1, 1) + timedelta(days=90 * n)) for n in range(MOST_DOTS + 1))
    root = drawn(Lane("A", days), Lane("B", (dot(date(2024, 1, 1)),)))
    assert len(list(root.iter(f"{SVG}a"))) == 1
    assert 0 < len(list(root.iter(f"{SVG}rect"))) <= 80
    years = [text for text in texts(root) if re.fullmatch(r"\d{4}", text)]
    assert 5 < len(years) < 30


def test_whatever_a_capture_says_is_only_text() -> None:
    root = drawn(
        Lane(HOSTILE.replace("\u202e", ""), (Dot('/"><script>', '"><script>x', date(2022, 1, 1), date(2022, 1, 1)),))
    )
    assert list(root.iter(f"{SVG}script")) == list(root.iter("script")) == []
    assert [one.get("href") for one in root.iter(f"{SVG}a")] == ['/"><script>']


def test_a_series_needs_two_days_and_says_its_figures() -> None:
    points = [Point(date(2020, 1, 1), 6, "6 percent, 2020"), Point(date(2021, 1, 1), -38, "down 38 percent, 2021")]
    assert series(points[:1] * 2, "Trade") == ""
    root = ElementTree.fromstring(series(points, "Trade <b>"))
    assert root.get("aria-label") == "Trade <b>: 6 percent, 2020; down 38 percent, 2021"
    heights = [float(one.get("cy", "0")) for one in root.iter(f"{SVG}circle")]
    assert heights[0] < heights[1]
