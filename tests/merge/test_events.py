"""Events across articles: what joins, what is kept apart, and what nothing bridges."""

from msgspec.structs import replace
from tests.factories import Report, day

from communique.knowledge import load
from communique.merge import merge
from communique.merge.actors import merge_actors
from communique.merge.dates import inferred_dates, times_of
from communique.merge.events import Cluster, cluster_events
from communique.records.events import Place
from communique.records.mentions import Extraction

BERN = Place(name="Bern", country="CH", lat=46.9, lon=7.4)
OSLO = Place(name="Oslo", country="NO", lat=59.9, lon=10.7)
NORWAY = Place(name="Norway", country="NO")


def clusters(*reports: Report) -> list[Cluster]:
    extractions = sorted((r.extraction() for r in reports), key=lambda e: e.article.id)
    return _clusters(extractions)


def _clusters(extractions: list[Extraction]) -> list[Cluster]:
    cast = merge_actors(extractions, load())
    return cluster_events(extractions, cast, load(), times_of(extractions))


def shape(found: list[Cluster]) -> list[list[str]]:
    """The captures of each cluster's mentions, sorted."""
    return sorted(sorted(n.mention.span.exact for n in c.nodes) for c in found)


def meeting(name: str, verb: str, when: str | None, place: Place | None, published: str | None = None) -> Report:
    text = f"President Anna Berg {verb} President Carl Dahl {when or ''}."
    report = Report(name, text, published)
    anna = report.person("Anna Berg", "president", "NO")
    carl = report.person("Carl Dahl", "president", "CH")
    report.event(verb, (anna, carl), place=place)
    return report


def dated(name: str, verb: str, when: str, place: Place | None = None, approximate: bool = False) -> Report:
    report = meeting(name, verb, "then", place, published=when)
    time = report.time("then", day(when, approximate=approximate))
    report.events[0] = _with_time(report, time)
    return report


def _with_time(report: Report, time: str):  # type: ignore[no-untyped-def]
    from msgspec.structs import replace

    return replace(report.events[0], time=time)


def test_one_meeting_in_two_reports_is_one_event() -> None:
    found = clusters(dated("a", "met", "2021-05-03", BERN), dated("b", "saw", "2021-05-03", BERN))
    assert shape(found) == [["met", "saw"]]


def test_ten_days_apart_are_two_events() -> None:
    found = clusters(dated("a", "met", "2021-05-03", BERN), dated("b", "saw", "2021-05-13", BERN))
    assert shape(found) == [["met"], ["saw"]]


def test_two_cities_are_two_events() -> None:
    found = clusters(dated("a", "met", "2021-05-03", BERN), dated("b", "saw", "2021-05-03", OSLO))
    assert shape(found) == [["met"], ["saw"]]


def test_a_country_holds_its_city() -> None:
    found = clusters(dated("a", "met", "2021-05-03", NORWAY), dated("b", "saw", "2021-05-03", OSLO))
    assert shape(found) == [["met", "saw"]]


def test_an_approximate_date_reaches_the_day_within_ten_days() -> None:
    found = clusters(dated("a", "met", "2021-05-03", BERN), dated("b", "saw", "2021-05-11", BERN, approximate=True))
    assert shape(found) == [["met", "saw"]]


def test_unknown_never_bridges_two_dated_events() -> None:
    found = clusters(
        dated("a", "met", "2021-05-03", BERN),
        dated("b", "saw", "2021-05-13", BERN),
        meeting("c", "greeted", None, BERN),
    )
    assert shape(found) == [["greeted"], ["met"], ["saw"]]


def test_a_weekday_excludes_another() -> None:
    # 3 May 2021 was a Monday.
    monday = dated("a", "met", "2021-05-03", BERN)
    friday = meeting("b", "saw", "on Friday", BERN)
    friday.events[0] = _with_time(friday, friday.time("Friday", weekday=4))
    assert shape(clusters(monday, friday)) == [["met"], ["saw"]]


def test_an_undated_report_takes_its_date_from_the_event_and_says_so() -> None:
    monday = dated("a", "met", "2021-05-03", BERN)
    undated = meeting("b", "saw", "on Monday", BERN)
    undated.events[0] = _with_time(undated, undated.time("Monday", weekday=0, direction="past"))
    extractions = sorted((r.extraction() for r in (monday, undated)), key=lambda e: e.article.id)
    found = inferred_dates(extractions, _clusters(extractions))
    time = found[undated.article.id]
    assert (time.earliest, time.latest, time.basis) == ("2021-05-03", "2021-05-09", "inferred")
    assert time.inferred_from == (monday.article.id,)


def test_today_with_a_weekday_narrows_the_inferred_date_to_the_day() -> None:
    monday = dated("a", "met", "2021-05-03", BERN)
    undated = meeting("b", "saw", "on Monday, he said today, Monday", BERN)
    undated.events[0] = _with_time(undated, undated.time("on Monday", weekday=0, direction="past"))
    undated.time("today, Monday", weekday=0, unit="day", offset=0)
    extractions = sorted((r.extraction() for r in (monday, undated)), key=lambda e: e.article.id)
    time = inferred_dates(extractions, _clusters(extractions))[undated.article.id]
    assert (time.earliest, time.latest) == ("2021-05-03", "2021-05-03")


def test_another_holder_of_the_office_is_another_meeting() -> None:
    later = Report("b", "President Eva Lund met President Carl Dahl.")
    eva = later.person("Eva Lund", "president", "NO")
    carl = later.person("Carl Dahl", "president", "CH")
    later.event("met", (eva, carl), place=BERN)
    assert shape(clusters(dated("a", "saw", "2021-05-03", BERN), later)) == [["met"], ["saw"]]


def test_who_holds_an_office_and_who_will_may_meet() -> None:
    def handover(name: str, verb: str) -> Report:
        report = Report(name, f"President Eva Lund {verb} incoming President Anna Berg.", "2021-05-04")
        eva, anna = report.person("Eva Lund", "president", "NO"), report.person("Anna Berg", "president", "NO")
        report.event(verb, (eva, anna), place=OSLO)
        return report

    assert shape(clusters(handover("a", "met"), handover("b", "saw"))) == [["met", "saw"]]


def test_a_group_stands_aside_beside_its_own_members() -> None:
    report = Report("a", "Anna Berg and Carl Dahl met. The two and the envoys dined.")
    people = (report.person("Anna Berg"), report.person("Carl Dahl"))
    two = report.group("The two")
    report.actors[two] = replace(report.actors[two], members=people)
    report.event("met", (*people, two, report.group("envoys")))
    found = merge([report.extraction()], load())
    names = {a.id: a.name for a in found.actors}
    assert sorted(names[p.actor] for p in found.events[0].participants) == ["Anna Berg", "Carl Dahl", "envoys"]
