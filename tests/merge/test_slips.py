"""Reports that state a wrong day."""

from msgspec.structs import replace
from tests.factories import Report, day
from tests.merge.meetings import BERN, MAY_3, OSLO, clusters, report, shape

from communique.knowledge import load
from communique.merge import merge


def four() -> list[Report]:
    """Four that agree on the day, the last of them printed two days later."""
    return [*(report(name) for name in "abc"), report("d", "on 3 May", published="2021-05-05")]


def test_one_that_states_another_day_is_an_error_where_four_agree() -> None:
    found = clusters(*four(), report("s", "on 4 May", published="2021-05-05"))
    assert shape(found) == ["abcds"]
    (step,) = [s for c in found for s in c.steps if s.rule == "another day, an error"]
    assert (step.score, sorted(step.features)) == (0.75, ["same_participants", "same_town"])


def test_the_error_keeps_its_day_and_the_event_does_not_take_it() -> None:
    record = merge([r.extraction() for r in (*four(), report("s", "on 2 May", published="2021-05-05"))], load())
    (event,) = record.events
    assert event.time is not None
    assert (event.time.earliest, event.time.latest) == (MAY_3, MAY_3)
    assert sorted(m.time.earliest for m in event.mentions if m.time) == ["2021-05-02", *[MAY_3] * 4]


def test_one_against_three_is_no_error() -> None:
    found = clusters(*four()[:3], report("s", "on 4 May", published="2021-05-05"))
    assert shape(found) == ["abc", "s"]


def test_reprints_of_one_text_count_once() -> None:
    agreed = four()
    for made in agreed:
        made.article = replace(made.article, origin="origin-one")
    assert shape(clusters(*agreed, report("s", "on 4 May", published="2021-05-05"))) == ["abcd", "s"]


def test_fresh_news_after_all_others_is_of_another_meeting() -> None:
    agreed = [report(name) for name in "abcd"]
    assert shape(clusters(*agreed, report("s", "on 4 May", published="2021-05-05"))) == ["abcd", "s"]
    # It cannot be fresh news of a day to come.
    assert shape(clusters(*agreed, report("s", "on 5 May", published="2021-05-04"))) == ["abcds"]


def test_no_error_where_an_article_tells_of_both_days() -> None:
    both = report("s", "on 4 May", published="2021-05-05")
    people = tuple(p.actor for p in both.events[0].participants)
    both.event("President Carl", people, place=BERN, time=both.time("President Anna", day(MAY_3)))
    assert shape(clusters(*four(), both)) == ["President Carlabcd", "s"]


def test_no_error_in_another_city_or_a_fortnight_off_or_before_the_day() -> None:
    for other in (
        report("s", "on 4 May", OSLO, "2021-05-05"),
        report("s", "on 17 May", published="2021-05-17"),
        report("s", "on 30 April", published="2021-04-30"),
    ):
        assert shape(clusters(*four(), other)) == ["abcd", "s"]


def test_an_undated_report_with_a_wrong_weekday_is_an_error_too() -> None:
    found = clusters(*four(), report("s", "on Tuesday", published=None))
    assert shape(found) == ["abcds"]


def test_a_weekday_that_contradicts_its_date_is_an_error_beside_one_report() -> None:
    # 4 May was a Tuesday in 2021, a Monday in 2020: news of 2021 does not mean that one.
    found = clusters(report("a"), report("s", "on Monday, 4 May", published="2021-05-05"))
    assert shape(found) == ["as"]
