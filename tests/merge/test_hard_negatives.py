"""What looks like one event and is two, errors of the day, and what the merge says of it."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.factories import Report, day

from communique.knowledge import load
from communique.merge import merge, settle
from communique.merge.actors import merge_actors
from communique.merge.dates import times_of
from communique.merge.events import Cluster
from communique.merge.events.constraints import kept_apart
from communique.merge.events.features import THRESHOLD, score
from communique.merge.events.nodes import nodes
from communique.records.events import Place
from communique.records.mentions import Extraction
from communique.text.times import find, resolve

BERN = Place(name="Bern", country="CH", lat=46.9, lon=7.4)
OSLO = Place(name="Oslo", country="NO", lat=59.9, lon=10.7)
# A Monday.
MAY_3 = "2021-05-03"


def report(
    name: str,
    when: str = "on Monday",
    place: Place | None = BERN,
    published: str | None = MAY_3,
    *,
    guest: str = "Anna Berg",
    also: str = "",
) -> Report:
    """Two presidents meet; `when` is counted from the article's date. `also`: a third."""
    made = Report(name, f"President {guest} met-{name} President Carl Dahl {also} {when}.", published)
    people = [made.person(guest, "president", "NO"), made.person("Carl Dahl", "president", "CH")]
    if also:
        people.append(made.person(also, "president", "FI"))
    made.event(f"met-{name}", tuple(people), place=place)
    if when:
        expression = find(when)[0][2]
        id_ = made.time(when, resolve(expression, made.article.published, "past"))
        made.times[-1] = replace(made.times[-1], expression=expression)
        made.events[0] = replace(made.events[0], time=id_)
    return made


def clusters(*reports: Report) -> list[Cluster]:
    return settle([r.extraction() for r in reports], load())[2]


def shape(found: list[Cluster]) -> list[str]:
    """The names of the reports in each cluster, run together."""
    return sorted("".join(sorted(n.mention.trigger.exact.removeprefix("met-") for n in c.nodes)) for c in found)


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


def test_each_step_says_what_kept_the_nearest_others_out() -> None:
    found = clusters(report("a"), report("x", "on Thursday", published="2021-05-13"), report("o", place=OSLO))
    reasons = sorted(reason for c in found for s in c.steps for reason in s.rivals.values())
    assert reasons == ["another date", "another date", "another place"]
    torn = clusters(report("a"), report("x", place=OSLO), report("q", place=None))
    (step,) = [s for c in torn for s in c.steps if s.mention == c.nodes[0].id and len(s.rivals) == 2]
    assert set(step.rivals.values()) == {"another event fits as well"}


TOLD = st.tuples(
    st.sampled_from(["on Monday", "on Tuesday", "on 3 May", "on 4 May", "on Monday, 3 May", "last week", ""]),
    st.sampled_from([BERN, OSLO, None]),
    st.sampled_from([None, MAY_3, "2021-05-05", "2021-05-13"]),
    st.sampled_from(["Anna Berg", "Eva Lund"]),
    st.sampled_from(["", "Ilse Korpi"]),
)


def made(rows: list[tuple[Any, ...]]) -> list[Extraction]:
    return [
        report(f"r{number}", when, place, published, guest=guest, also=also).extraction()
        for number, (when, place, published, guest, also) in enumerate(rows)
    ]


def joined(extractions: list[Extraction]) -> list[tuple[list[str], list[object]]]:
    found = settle(extractions, load())[2]
    return sorted((sorted(n.id for n in c.nodes), sorted(map(repr, c.steps))) for c in found)


@settings(max_examples=40)
@given(st.lists(TOLD, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(rows: list[tuple[Any, ...]], chance: Any) -> None:
    extractions = made(rows)
    expected = joined(extractions)
    chance.shuffle(extractions)
    assert joined(extractions) == expected


@settings(max_examples=40)
@given(st.lists(TOLD, min_size=2, max_size=9))
def test_nothing_in_an_event_is_kept_apart_but_errors_of_the_day(rows: list[tuple[Any, ...]]) -> None:
    for found in settle(made(rows), load())[2]:
        telling = found.telling()
        assert not [kept_apart(a, b) for a in telling for b in telling if a is not b and kept_apart(a, b)]


@settings(max_examples=40)
@given(st.lists(TOLD, min_size=2, max_size=6))
def test_blocks_leave_out_nothing_that_scores_enough(rows: list[tuple[Any, ...]]) -> None:
    from communique.merge.events.blocks import Blocks
    from communique.merge.events.group import Cluster
    from communique.records.events import MergeStep

    extractions = made(rows)
    found = list(nodes(extractions, merge_actors(extractions, load()), load(), times_of(extractions)))
    blocks, alone = Blocks(), {}
    for number, node in enumerate(found):
        alone[node.id] = Cluster(number)
        alone[node.id].add(node, MergeStep(mention=node.id, rule="first", score=1.0))
        blocks.add(alone[node.id], node)
    for left in found:
        near = blocks.near(left)
        for right in found:
            if not kept_apart(left, right) and score(left, right)[0] >= THRESHOLD:
                assert alone[right.id] in near


def test_many_days_are_looked_up_by_stretches() -> None:
    first = date.fromisoformat(MAY_3)
    dates = [(first + timedelta(days=28 * n)).isoformat() for n in range(30)]
    found = clusters(*(report(f"n{n}", "today", published=when) for n, when in enumerate(dates)))
    assert len(found) == 30


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
