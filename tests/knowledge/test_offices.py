import pytest

from communique.errors import KnowledgeError
from communique.knowledge import load
from communique.knowledge.offices import Holder, Offices, build, first_day, last_day

RURITANIA = {
    "offices": {
        "QQ": {
            "president": [["2001-03", "2005-06-30", "Ann Ash", "Anne Ash"], ["2005-06-30", "..", "Bob Beech"]],
            "prime minister": [[1999, "2003-05?", "Cleo Cedar"], ["2005-07-01", "2009", "Ann Ash"]],
            "deputy foreign minister": [["2001-01-01", "..", "Dora Durmast"]],
        }
    },
    "organization_offices": {"LEAGUE": {"secretary-general": [["2010-01-01", "..", "Eve Elm"]]}},
    "spellings": {"Bob Beech": ["Robert Beech"]},
    "leading": {"president": ["QQ"]},
}


@pytest.fixture
def offices():
    return build(("test.yaml", RURITANIA))


def names(holders):
    return [holder.name for holder in holders]


@pytest.mark.parametrize(
    ("title", "earliest", "latest", "expected"),
    [
        ("president", "2004-01-01", "2004-01-01", ["Ann Ash"]),
        ("president", "2005-06-30", "2005-06-30", ["Ann Ash", "Bob Beech"]),
        ("president", "2001-03-31", "2001-03-31", ["Ann Ash"]),
        ("president", "2001-02-28", "2001-02-28", []),
        ("president", None, "2003-01-01", ["Ann Ash"]),
        ("president", "2006-01-01", None, ["Bob Beech"]),
        ("president", None, None, ["Ann Ash", "Bob Beech"]),
        ("prime minister", "1999-01-01", "1999-12-31", ["Cleo Cedar"]),
        ("prime minister", "2004-01-01", "2004-12-31", []),
        ("head of state", "2004-01-01", "2004-01-01", ["Ann Ash"]),
        ("head of government", "2006-01-01", "2006-01-01", ["Ann Ash"]),
        ("leader", "2006-01-01", "2006-01-01", ["Bob Beech"]),
        ("deputy foreign minister", "2006-01-01", "2006-01-01", []),
        ("king", "2006-01-01", "2006-01-01", []),
    ],
)
def test_who_held_an_office(offices, title, earliest, latest, expected):
    assert names(offices.holders(title, "QQ", earliest, latest)) == expected


def test_what_is_not_sure_says_so(offices):
    assert [holder.confirmed for holder in offices.holders("prime minister", "QQ", None, None)] == [False, True]


def test_after_what_the_table_knows_open_ends_are_not_confirmed(offices):
    (early,) = offices.holders("president", "QQ", "2015-01-01", "2015-01-01")
    (late,) = offices.holders("president", "QQ", "2098-01-01", "2098-01-01")
    assert (early.confirmed, late.confirmed) == (True, False)


def test_an_organization_is_asked_by_its_key(offices):
    assert names(offices.holders("secretary-general", "LEAGUE", "2012-01-01", "2012-01-01")) == ["Eve Elm"]
    assert offices.holders("secretary-general", None, None, None) == ()


def test_a_spelling_counts_for_every_office_of_the_person(offices):
    assert offices.of("anne ash") == offices.of("Ann Ash")
    assert [holder.title for holder in offices.of("Anne Ash")] == ["president", "prime minister"]
    assert names(offices.of("Robert Beech")) == ["Bob Beech"]
    assert offices.of("Ash") == ()


def test_a_surname_gives_full_names(offices):
    assert offices.named("Beech") == ("Bob Beech",)
    assert offices.named("Oak") == ()


def test_without_a_prime_minister_the_head_of_state_governs():
    alone = Offices([Holder(name="Ann Ash", title="president", country="QQ")])
    assert names(alone.holders("head of government", "QQ", None, None)) == ["Ann Ash"]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [("2004", "2004-01-01", "2004-12-31"), ("2004-02", "2004-02-01", "2004-02-29"), ("2004-02-03",) * 3],
)
def test_partial_dates_are_intervals(date, first, last):
    assert (first_day(date), last_day(date)) == (first, last)


@pytest.mark.parametrize(
    "offices",
    [
        {"QQ": {"president": [["2001", "2002"]]}},
        {"QQ": {"president": [["May 2001", "..", "Ann Ash"]]}},
        {"QQ": {"president": None}},
        {"QQ": []},
    ],
)
def test_a_broken_row_is_named(offices):
    with pytest.raises(KnowledgeError, match=r"own\.yaml: offices"):
        build(("own.yaml", {"offices": offices}))


@pytest.mark.parametrize(
    ("title", "where", "day", "name"),
    [
        ("president", "IR", "2017-03-28", "Hassan Rouhani"),
        ("president", "IR", "2022-07-19", "Ebrahim Raisi"),
        ("president", "US", "2008-06-01", "George W. Bush"),
        ("prime minister", "GB", "2022-10-01", "Liz Truss"),
        ("prime minister", "DE", "2010-01-01", "Angela Merkel"),
        ("foreign minister", "RU", "2015-07-14", "Sergei Lavrov"),
        ("secretary-general", "UN", "2012-01-01", "Ban Ki-moon"),
        ("secretary-general", "NATO", "2010-01-01", "Anders Fogh Rasmussen"),
        ("foreign policy chief", "EU", "2015-07-14", "Federica Mogherini"),
        ("leader", "KP", "2005-01-01", "Kim Jong Il"),
    ],
)
def test_the_shipped_table(title, where, day, name):
    assert names(load().offices.holders(title, where, day, day)) == [name]
