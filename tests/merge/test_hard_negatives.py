"""What looks like one event and is two, plans, and what the merge says of it."""

from msgspec.structs import replace
from tests.factories import Report, day
from tests.merge.meetings import BERN, MAY_3, OSLO, clusters, report, shape

from communique.knowledge import load
from communique.merge import settle
from communique.records.events import Place
from communique.records.mentions import Extraction
from communique.text.times import find, resolve


def test_ten_days_apart_in_one_city_stay_two_and_their_reports_find_them() -> None:
    first = [report("a"), report("b", "on 3 May", None), report("c", "", None), report("d", published=None)]
    later = "2021-05-13"
    then = [report("x", "on Thursday", published=later), report("y", "", published=later)]
    then.append(report("z", "on Thursday", None, published=None))
    assert shape(clusters(*first, *then)) == ["abcd", "xyz"]


def test_what_fits_both_of_two_belongs_to_neither() -> None:
    both = [report("a"), report("b", "on Thursday", published="2021-05-13")]
    assert shape(clusters(*both, report("c", "", published=None))) == ["a", "b", "c"]


def test_one_day_in_two_cities_stays_two() -> None:
    found = clusters(
        report("a"), report("b"), report("x", place=OSLO), report("y", place=OSLO), report("q", place=None)
    )
    assert shape(found) == ["ab", "q", "xy"]


def test_another_holder_at_another_time_stays_two_whether_named_or_not() -> None:
    later = "2023-05-08"
    named = [report("a"), report("x", published=later, guest="Eva Lund")]
    office = Report("y", "The Norwegian president met-y President Carl Dahl on Monday.", later)
    people = (
        office.officer("The Norwegian president", "president", "NO"),
        office.person("Carl Dahl", "president", "CH"),
    )
    office.event("met-y", people, place=BERN, time=office.time("Monday", day(later), weekday=0))
    assert shape(clusters(*named, office)) == ["a", "xy"]


def test_a_meeting_of_three_is_not_one_of_two() -> None:
    assert shape(clusters(report("a"), report("b", also="Ilse Korpi"))) == ["a", "b"]


def test_an_undated_report_of_the_only_meeting_joins_it() -> None:
    assert shape(clusters(report("a"), report("b", "", None, None))) == ["ab"]


def test_what_is_recalled_without_a_date_or_a_place_does_not_join() -> None:
    recalled = report("b", "", None, None)
    recalled.events[0] = replace(recalled.events[0], status="recalled")
    assert shape(clusters(report("a"), recalled)) == ["a", "b"]


def test_old_news_is_not_of_the_only_meeting() -> None:
    assert shape(clusters(report("a"), report("b", "", None, "2022-05-03"))) == ["a", "b"]


def test_each_step_says_what_kept_the_nearest_others_out() -> None:
    found = clusters(report("a"), report("x", "on Thursday", published="2021-05-13"), report("o", place=OSLO))
    reasons = sorted(reason for c in found for s in c.steps for reason in s.rivals.values())
    assert reasons == ["another date", "another date", "another place"]
    torn = clusters(report("a"), report("x", place=OSLO), report("q", place=None))
    (step,) = [s for c in torn for s in c.steps if s.mention == c.nodes[0].id and len(s.rivals) == 2]
    assert set(step.rivals.values()) == {"another event fits as well"}


def test_what_fits_two_goes_to_the_one_that_far_more_texts_tell() -> None:
    known = [report(name) for name in "abcd"]
    torn = clusters(*known, report("x", place=OSLO), report("q", place=None))
    assert shape(torn) == ["abcdq", "x"]
    assert [s.rule for c in torn for s in c.steps if s.rule not in {"first", "joined"}] == ["the foremost of several"]


def test_what_one_article_leaves_open_between_two_is_one() -> None:
    both = report("q", place=None)
    people = tuple(p.actor for p in both.events[0].participants)
    both.event("President Carl", people, time=both.events[0].time)
    assert shape(clusters(report("a"), report("x", place=OSLO), both)) == ["President Carlq", "a", "x"]


def test_news_does_not_come_before_what_it_tells_nor_a_plan_years_before() -> None:
    assert shape(clusters(report("a", "today"), report("b", "", published="2021-04-20"))) == ["a", "b"]
    assert shape(clusters(report("a", "today"), planned("b", "2018-05-03"))) == ["a", "b"]


def planned(name: str, published: str | None = MAY_3, status: str = "planned") -> Report:
    made = report(name, "", None, published)
    made.events[0] = replace(made.events[0], status=status)
    return made


def test_what_is_planned_without_a_date_is_one_event_in_one_season() -> None:
    assert shape(clusters(planned("a"), planned("b", "2021-05-20"), planned("c", status="conditional"))) == ["abc"]
    assert shape(clusters(planned("a"), planned("b", "2021-11-03"))) == ["a", "b"]


def test_two_parts_of_one_state_are_two_places() -> None:
    north, south = (Place(name=name, country="NO", region=name) for name in ("Troms", "Agder"))
    whole = Place(name="Norway", country="NO")
    assert shape(clusters(report("a", place=north), report("b", place=south))) == ["a", "b"]
    assert shape(clusters(report("a", place=north), report("b", place=whole))) == ["ab"]


def three(name: str, words: str, *others: str) -> Report:
    """Three presidents, or the two of them that are named, meet in one city on one day."""
    states = {"Anna Berg": "NO", "Carl Dahl": "CH", "Eva Lund": "FI"}
    made = Report(name, f"President {' and President '.join(others)} held a {words} on Monday.", MAY_3)
    people = tuple(made.person(who, "president", states[who]) for who in others)
    expression = find("on Monday")[0][2]
    id_ = made.time("on Monday", resolve(expression, made.article.published, "past"))
    made.event(words, people, "summit", place=BERN, time=id_)
    made.times[0] = replace(made.times[0], expression=expression)
    return made


def test_a_summit_of_three_of_whom_two_are_named_is_the_one_that_names_all_and_no_meeting_of_two() -> None:
    everybody = three("a", "summit", "Anna Berg", "Carl Dahl", "Eva Lund")
    assert len(clusters(everybody, three("b", "three-way summit", "Anna Berg", "Eva Lund"))) == 1
    assert len(clusters(everybody, three("c", "summit", "Anna Berg", "Eva Lund"))) == 2
    assert len(clusters(everybody, three("d", "four-way summit", "Anna Berg", "Eva Lund"))) == 2


def test_undated_articles_that_know_different_people_in_one_office_tell_of_different_times() -> None:
    def undated(name: str, president: str) -> Extraction:
        made = Report(
            name, f"Carl Dahl met Otto Vik again. President {president} opened the fair of wool and of rails."
        )
        made.event("met", (made.person("Carl Dahl"), made.person("Otto Vik")))
        made.person(president, "president", "NO")
        return made.extraction()

    def count(*presidents: str) -> int:
        return len(settle([undated(f"page {n}", who) for n, who in enumerate(presidents)], load())[2])

    assert (count("Anna Berg", "Anna Berg"), count("Anna Berg", "Eva Lund")) == (1, 2)
