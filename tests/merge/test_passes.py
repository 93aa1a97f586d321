"""Passes of the merge on whole collections of small reports."""

from msgspec.structs import replace
from tests.factories import Report, article, day

from communique.knowledge import load
from communique.merge import merge
from communique.merge.origins import contained, join_origins, shingle
from communique.records.events import Place

BERN = Place(name="Bern", country="CH", lat=46.9, lon=7.4)
TEXT = "The ministers of both states met in the old town hall and spoke for three hours about rails, rivers and grain."


def test_a_reprint_with_a_cut_paragraph_has_the_origin_of_the_whole() -> None:
    whole = article("a", TEXT, "A second paragraph adds what the agency heard from two of those who were there.")
    cut = article("b", TEXT, title="Another title")
    other = article("c", "Nothing of this text stands in the others, which speak of rails, while this speaks of bees.")
    origins = {a.capture: a.origin for a in join_origins([whole, cut, other])}
    assert origins["a.txt"] == origins["b.txt"] != origins["c.txt"]


def test_contained_counts_the_shorter_text() -> None:
    assert contained(shingle(TEXT), shingle(TEXT + " And one more sentence that only one of them has.")) == 1.0
    assert contained(shingle(""), shingle(TEXT)) == 0.0


def visit(name: str, guest: str, when: str | None, words: str = "visited") -> Report:
    report = Report(name, f"President {guest} {words} President Carl Dahl then.", when)
    who = (report.person(guest, "president", "NO"), report.person("Carl Dahl", "president", "CH"))
    time = report.time("then", day(when)) if when else None
    report.event(words, who, form="visit", place=BERN, time=time)
    return report


def test_since_is_a_possible_mention_of_the_one_earlier_event_that_fits() -> None:
    later = visit("b", "Eva Lund", "2021-05-03", "visited Bern for the first time since 2017 and met")
    since = later.time("2017", day("2017-01-01", latest="2017-12-31"), year=2017)
    later.events[0] = replace(later.events[0], since=since)
    record = merge([visit("a", "Anna Berg", None).extraction(), later.extraction()], load())
    certainty = {e.time.earliest if e.time else None: [m.certainty for m in e.mentions] for e in record.events}
    assert certainty == {None: ["certain", "possible"], "2021-05-03": ["certain"]}


def test_the_order_of_the_articles_does_not_matter() -> None:
    reports = [
        visit(n, "Anna Berg", w).extraction() for n, w in (("a", "2021-05-03"), ("b", None), ("c", "2021-05-03"))
    ]
    assert merge(reports, load()) == merge(reports[::-1], load())


def test_a_person_known_by_office_takes_the_name_that_the_event_gives() -> None:
    named = visit("a", "Anna Berg", "2021-05-03")
    by_office = Report("b", "The Norwegian president saw President Carl Dahl then.")
    who = (
        by_office.officer("The Norwegian president", "president", "NO"),
        by_office.person("Carl Dahl", "president", "CH"),
    )
    by_office.event("saw", who, form="visit", place=BERN)
    record = merge([named.extraction(), by_office.extraction()], load())
    assert [len(e.mentions) for e in record.events] == [2]
    assert sorted(a.name for a in record.actors) == ["Anna Berg", "Carl Dahl"]
