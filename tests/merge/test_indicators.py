"""Indicators across articles."""

from typing import Any

from tests.factories import article, day, span

from communique.merge.indicators import merge_indicators
from communique.records.ids import content_id
from communique.records.mentions import Extraction, IndicatorMention
from communique.records.times import Time

TEXT = "Wheat exports grew 12 percent, it was said of exports of wheat."


def extraction(name: str, **fields: Any) -> Extraction:
    page = article(name, TEXT)
    mention = IndicatorMention(
        **{
            "id": content_id("indicator", name),
            "article": page.id,
            "measure": "Wheat exports",
            "value": 12.0,
            "unit": "percent",
            "span": span(page, "12 percent"),
            **fields,
        }
    )
    return Extraction(article=page, indicators=(mention,))


def values(*pages: Extraction, times: dict[str, Time | None] | None = None) -> list[tuple[float, int]]:
    rows = merge_indicators(pages, {"n": "norway", "s": "spain"}, times or {})
    return sorted((row.value, len(row.mentions)) for row in rows)


def test_one_figure_in_two_reports() -> None:
    assert values(extraction("a"), extraction("b", measure="exports of wheat")) == [(12.0, 2)]


def test_other_values_units_bounds_and_measures_stay_apart() -> None:
    for other in ({"value": 13.0}, {"unit": "ton"}, {"bound": "at_least"}, {"measure": "rainfall"}, {"measure": ""}):
        assert len(values(extraction("a"), extraction("b", **other))) == 2


def test_two_countries_have_two_indicators() -> None:
    assert len(values(extraction("a", subjects=("n",)), extraction("b", subjects=("s",)))) == 2
    assert len(values(extraction("a", subjects=("n",)), extraction("b"))) == 1


def test_two_years_have_two_indicators() -> None:
    times = {"t1": day("2020-01-01", latest="2020-12-31"), "t2": day("2021-01-01", latest="2021-12-31")}
    assert len(values(extraction("a", period="t1"), extraction("b", period="t2"), times=times)) == 2


def test_a_known_change_fills_an_unknown_one() -> None:
    (row,) = merge_indicators([extraction("a", change="up"), extraction("b")], {}, {})
    assert row.change == "up"


def test_without_a_measure_a_shared_subject_and_the_figure_make_one() -> None:
    one, two = extraction("a", measure="", subjects=("n",)), extraction("b", measure="", subjects=("n",))
    assert values(one, two) == [(12.0, 2)]
    assert len(values(one, extraction("b", measure=""))) == 2
    assert len(values(one, extraction("b", measure="", subjects=("n",), duration="P12Y"))) == 2
