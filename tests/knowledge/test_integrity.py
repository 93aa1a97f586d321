"""The shipped tables hold together: keys are unique, references lead somewhere, dates run forward."""

from collections import Counter

import pytest

from communique.knowledge import load
from communique.knowledge.offices import first_day, last_day
from communique.knowledge.tables import office_files
from communique.knowledge.yaml_table import read


@pytest.fixture(scope="module")
def knowledge():
    return load()


def repeated(values):
    return sorted(value for value, count in Counter(values).items() if count > 1)


@pytest.mark.parametrize(
    ("files", "table", "key"),
    [
        (("states",), "states", "code"),
        (("organizations", "media"), "organizations", "key"),
        (("agreements",), "agreements", "key"),
        (("topics",), "topics", "name"),
        (("titles",), "portfolios", "name"),
    ],
)
def test_keys_are_unique(files, table, key):
    assert repeated(row[key] for file in files for row in read(file)[table]) == []


def test_every_code_is_a_states(knowledge):
    codes = {holder.country for holder in knowledge.offices if holder.country}
    codes |= {code for row in knowledge.organizations for code in (*row.members, row.country) if code}
    codes |= {row.country for row in knowledge.metonyms if row.country}
    codes |= {code for file in office_files() for listed in read(file).get("leading", {}).values() for code in listed}
    codes |= {code for row in read("descriptions")["descriptions"] for code in row["countries"]}
    codes |= {row["country"] for row in read("venues")["venues"]}
    assert sorted(code for code in codes if knowledge.states.get(code) is None) == []


def test_every_key_is_an_organizations(knowledge):
    keys = {holder.organization for holder in knowledge.offices if holder.organization}
    keys |= {row.organization for row in knowledge.metonyms if row.organization}
    keys |= {party for row in knowledge.agreements for party in row.parties if not knowledge.states.get(party)}
    assert sorted(key for key in keys if knowledge.organizations.get(key) is None) == []


def test_every_title_is_in_normal_form(knowledge):
    titles = {holder.title for holder in knowledge.offices}
    titles |= {row.leader_title for row in knowledge.organizations if row.leader_title}
    assert sorted(title for title in titles if knowledge.titles.get(title) is None) == []


def test_no_name_is_shared_between_tables(knowledge):
    indexes = {
        "states": knowledge.states.name_index,
        "organizations": knowledge.organizations.name_index,
        "metonyms": knowledge.metonyms.name_index,
        "agreements": knowledge.agreements.name_index,
    }
    assert repeated(name for index in indexes.values() for name in index.names()) == []


def test_no_name_of_a_body_is_shared(knowledge):
    for index in (knowledge.organizations.name_index, knowledge.metonyms.name_index, knowledge.agreements.name_index):
        assert [name for name in index.names() if len(index.all(name.upper())) > 1] == []


def test_offices_run_forward_and_stand_in_order(knowledge):
    wrong, last = [], {}
    for holder in knowledge.offices:
        office = (holder.country, holder.organization, holder.title)
        start = first_day(holder.start or "0001-01-01")
        if holder.end and last_day(holder.end) < start:
            wrong.append((holder.name, holder.start, holder.end))
        if start < last.get(office, start):
            wrong.append((holder.name, holder.start, "before the row above"))
        last[office] = start
    assert wrong == []


def test_each_living_state_has_a_head(knowledge):
    heads = {holder.country for holder in knowledge.offices if knowledge.titles.get(holder.title).rank == "head"}
    assert [state.name for state in knowledge.states if state.until is None and state.code not in heads] == []


def test_venues_lie_in_cities_that_are_known(knowledge):
    unknown = [row for row in read("venues")["venues"] if knowledge.places.city(row["city"], (row["country"],)) is None]
    assert unknown == []


def test_capitals_are_known_cities(knowledge):
    living = [state for state in knowledge.states if state.until is None]
    assert [state.name for state in living if knowledge.places.city(state.capital, (state.code,)) is None] == []
