"""Persons across articles: variants that join, namesakes that do not, offices that tell who is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.factories import Report, day

from communique.knowledge import Knowledge, load
from communique.knowledge.offices import Holder, Offices
from communique.merge import settle
from communique.merge.actors import Cast, merge_actors
from communique.merge.actors.same import skeleton
from communique.merge.events import name_by_events
from communique.records.events import Place


def holder(name: str, start: str, end: str, title: str = "president", country: str = "NO") -> Holder:
    return Holder(name=name, title=title, country=country, start=start, end=end)


def table(*holders: Holder) -> Knowledge:
    return replace(load(), offices=Offices(holders))


def groups(cast: Cast) -> list[list[str]]:
    """Local actors by merged actor: names, or the words for the office."""
    rows = [sorted(a.mentions[0].span.exact for a in members) for members in cast.members().values()]
    return sorted(rows)


def named(*people: tuple[str, str | None, str | None]) -> list[list[str]]:
    """Groups of people who are named (name, title, country), each in an article of its own."""
    reports = []
    for number, (name, title, country) in enumerate(people):
        reports.append(Report(str(number), f"Yesterday {name} spoke."))
        reports[-1].person(name, title, country)
    return groups(merge_actors([r.extraction() for r in reports], table()))


PRESIDENT = ("president", "NO")
BERN = Place(name="Bern", country="CH", lat=46.9, lon=7.4)


def test_spellings_of_one_name_are_one_person() -> None:
    people = ("Ibrahim Østgård", "Ebrahim Ostgard", "Ibrahim Oestgaard", "Østgård")
    assert named(*((name, *PRESIDENT) for name in people)) == [sorted(people)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yusuf Volkov", "Youssef Wolkow"),
        ("Jong-un Park", "Jongun Park"),
        ("Luis Ben-Salem", "Luis Bensalem"),
        ("Minh Qaderi", "Minh Ghaderi"),
        ("Arjun Đokić", "Arjun Dokic"),
        ("Elena Enkhbold", "Elena Enkhbolt"),
    ],
)
def test_transliterations_with_one_office_are_one_person(left: str, right: str) -> None:
    assert named((left, *PRESIDENT), (right, *PRESIDENT)) == [sorted([left, right])]


def test_another_spelling_in_another_office_is_another_person() -> None:
    people = (("Carla Novak", "president", "NO"), ("Carlo Novak", "foreign minister", "NO"))
    assert named(*people) == [["Carla Novak"], ["Carlo Novak"]]


def test_two_given_names_are_two_people_in_one_office() -> None:
    assert len(named(("Heidar Lund", *PRESIDENT), ("Ilmar Lund", *PRESIDENT))) == 2


def test_the_same_name_in_two_states_stays_two() -> None:
    assert named(("Eva Lund", "president", "NO"), ("Eva Lund", "president", "CH")) == [["Eva Lund"], ["Eva Lund"]]


def test_a_name_without_a_state_bridges_no_two() -> None:
    found = named(("Eva Lund", "president", "NO"), ("Eva Lund", "president", "CH"), ("Eva Lund", None, None))
    assert found == [["Eva Lund"]] * 3


def test_a_name_without_a_state_joins_the_only_one() -> None:
    assert named(("Eva Lund", "president", "NO"), ("Eva Lund", None, None)) == [["Eva Lund", "Eva Lund"]]


def test_a_surname_joins_the_only_bearer() -> None:
    assert named(("Eva Lund", *PRESIDENT), ("Lund", None, None)) == [["Eva Lund", "Lund"]]


def test_a_surname_joins_whoever_holds_its_office() -> None:
    people = (("Eva Lund", "president", "NO"), ("Ole Lund", "foreign minister", "NO"))
    found = named(*people, ("Lund", "foreign minister", "NO"))
    assert found == [["Eva Lund"], ["Lund", "Ole Lund"]]


def test_a_surname_of_two_joins_neither_and_knows_both() -> None:
    reports = [Report("a", "Eva Lund spoke."), Report("b", "Ole Lund spoke."), Report("c", "Then Lund spoke.")]
    eva = reports[0].person("Eva Lund", "president", "NO")
    ole = reports[1].person("Ole Lund", "foreign minister", "NO")
    lund = reports[2].person("Lund")
    cast = merge_actors([r.extraction() for r in reports], table())
    assert len(groups(cast)) == 3
    assert set(cast.may_be[lund]) == {eva, ole}


def test_two_people_of_the_table_stay_two_however_alike() -> None:
    known = table(holder("Anders Dahl", "2001", "2005"), holder("Andres Dahl", "2006", "2009"))
    reports = [Report("a", "President Anders Dahl spoke."), Report("b", "President Andres Dahl spoke.")]
    for report, name in zip(reports, ("Anders Dahl", "Andres Dahl"), strict=True):
        report.person(name, "president", "NO")
    assert len(groups(merge_actors([r.extraction() for r in reports], known))) == 2


def officer(name: str, published: str | None, country: str = "NO") -> Report:
    report = Report(name, "The Norwegian president spoke.", published)
    report.officer("The Norwegian president", "president", country)
    return report


HELD = (holder("Eva Lund", "2001-01-01", "2005-01-01"), holder("Ole Moe", "2005-01-01", "2009-01-01"))


def test_an_office_is_resolved_by_date_through_the_table() -> None:
    before, after = officer("a", "2003-05-05"), officer("b", "2007-05-05")
    cast = merge_actors([before.extraction(), after.extraction()], table(*HELD))
    assert sorted(cast.named.values()) == ["Eva Lund", "Ole Moe"]
    assert set(cast.basis.values()) == {"reference"}
    assert len(groups(cast)) == 2


def test_reports_of_one_holder_by_office_alone_are_one_person() -> None:
    reports = [officer("a", "2003-05-05"), officer("b", "2004-05-05")]
    assert len(groups(merge_actors([r.extraction() for r in reports], table(*HELD)))) == 1


def test_an_office_without_a_date_or_at_a_change_stays_open() -> None:
    turn = officer("b", None)
    turn.article = replace(turn.article, published=day("2004-12-01", latest="2005-02-01"))
    cast = merge_actors([officer("a", None).extraction(), turn.extraction()], table(*HELD))
    assert (cast.named, cast.basis, len(groups(cast))) == ({}, {}, 2)


def test_an_office_whose_holder_other_articles_name_is_theirs() -> None:
    other = Report("b", "President Eva Lund spoke.")
    other.person("Eva Lund", "president", "NO")
    cast = merge_actors([officer("a", "2003-05-05").extraction(), other.extraction()], table(*HELD))
    assert groups(cast) == [["Eva Lund", "The Norwegian president"]]
    assert set(cast.basis.values()) == {"other articles"}


def test_an_office_of_another_state_is_not_the_namesakes() -> None:
    other = Report("b", "President Eva Lund spoke.")
    other.person("Eva Lund", "president", "CH")
    cast = merge_actors([officer("a", "2003-05-05").extraction(), other.extraction()], table(*HELD))
    assert groups(cast) == [["Eva Lund"], ["The Norwegian president"]]


def test_an_office_is_named_by_another_report_of_the_event() -> None:
    cast = _with_one_meeting("The Norwegian president", None)
    assert ["Eva Lund", "The Norwegian president"] in groups(cast)
    assert set(cast.basis.values()) == {"other articles"}


def test_a_surname_of_two_is_settled_by_the_event() -> None:
    cast = _with_one_meeting("Lund", Report("c", "Ole Lund spoke."))
    assert ["Eva Lund", "Lund"] in groups(cast)
    assert cast.may_be == {}


def _with_one_meeting(words: str, namesake: Report | None) -> Cast:
    """Two undated reports of one meeting in Bern; the second has `words` for Eva Lund."""
    first = Report("a", "President Eva Lund met President Carl Dahl on 3 May 2021.")
    second = Report("b", f"{words} received President Carl Dahl on 3 May 2021.")
    who = [first.person("Eva Lund", "president", "NO")]
    who.append(second.officer(words, "president", "NO") if words.startswith("The") else second.person(words))
    for report, verb, person in ((first, "met", who[0]), (second, "received", who[1])):
        carl = report.person("Carl Dahl", "president", "CH")
        report.event(verb, (person, carl), place=BERN, time=report.time("3 May 2021", day("2021-05-03")))
    extractions = [first.extraction(), second.extraction()]
    if namesake:
        namesake.person("Ole Lund", "foreign minister", "NO")
        extractions.append(namesake.extraction())
    _, cast, clusters = settle(extractions, table())
    name_by_events(clusters, cast)
    return cast


@given(st.permutations(range(7)))
def test_the_order_of_articles_does_not_matter(order: list[int]) -> None:
    people = [
        ("Eva Lund", "president", "NO"), ("Eva Lund", "president", "CH"), ("Eva Lund", None, None),
        ("Lund", "president", "CH"), ("Evva Lund", "president", "NO"), ("Lund", None, None), ("Moe", None, None),
    ]  # fmt: skip
    reports = []
    for number, (name, title, country) in enumerate(people):
        reports.append(Report(str(number), f"Yesterday {name} spoke."))
        reports[-1].person(name, title, country)
    extractions = [r.extraction() for r in reports]
    expected = merge_actors(extractions, table())
    shuffled = merge_actors([extractions[n] for n in order], table())
    assert shuffled.groups.members() == expected.groups.members()
    assert shuffled.may_be == expected.may_be


def test_skeletons_leave_out_what_transliterations_exchange() -> None:
    pairs = [("khouri", "houry"), ("yevgeny", "yevgeniy"), ("hussein", "hosein"), ("sokoloff", "sokolov")]
    assert [skeleton(a) == skeleton(b) for a, b in pairs] == [True] * 4
    assert skeleton("lund") != skeleton("moe")


def test_an_office_and_a_surname_are_the_one_leader_whom_the_table_knows() -> None:
    knowledge = table(holder("Barak Lund", "2009-01-20", "2017-01-20", country="US"))
    reports = [Report("a", "President Lund met his wife, Michaela Lund."), Report("b", "Michaela Lund spoke.")]
    reports[0].person("Lund", "president", None)
    reports[0].person("Michaela Lund", "first lady", None)
    reports[1].person("Michaela Lund", None, None)
    cast = merge_actors([r.extraction() for r in reports], knowledge)
    assert groups(cast) == [["Lund"], ["Michaela Lund", "Michaela Lund"]]
    assert sorted(cast.named.values()) == ["Barak Lund"]


def test_two_leaders_of_one_surname_leave_it_open() -> None:
    knowledge = table(
        holder("Barak Lund", "2009-01-20", "2017-01-20", country="US"), holder("Eva Lund", "2010-01-01", "2012-01-01")
    )
    report = Report("a", "President Lund left.")
    report.person("Lund", "president", None)
    assert merge_actors([report.extraction()], knowledge).named == {}


def test_an_office_alone_is_whom_other_articles_call_so_and_the_article_names() -> None:
    reports = [Report("a", "Former director Carl Dahl left."), Report("b", "Carl Dahl wrote: the former director did.")]
    reports[0].person("Carl Dahl", "director", "NO")
    reports[1].person("Carl Dahl", None, None)
    reports[1].officer("the former director", "director", "NO")
    cast = merge_actors([r.extraction() for r in reports], table())
    assert groups(cast) == [["Carl Dahl", "Carl Dahl", "the former director"]]
