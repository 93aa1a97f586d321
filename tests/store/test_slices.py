"""Slices of a record, lists of it, and what a build changed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.report.factory import record

from communique.records.record import Record
from communique.store import about, slices, transaction, writing
from communique.store.finding import find_paragraphs, find_statements, near
from communique.store.history import changes_since, counts_since
from communique.store.looking import looking
from communique.store.queries import LISTINGS, Filters, listed, reading_order
from communique.store.tables import TABLES, row_id, rows
from communique.store.write import write


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with writing(tmp_path / "r.db") as opened:
        stored(opened, record(), 1)
        yield opened


def stored(opened: sqlite3.Connection, held: Record, build: int) -> None:
    with transaction(opened):
        write(opened, held, f"fingerprint-{build}")
        opened.execute(
            "INSERT INTO builds (id, finished, version, captures, extracted, problems) VALUES (?, 'now', '1', 1, 1, 0)",
            (build,),
        )


def ids(part: Record) -> dict[str, list[str]]:
    return {table.kind: found for table in TABLES if (found := sorted(row_id(row) for row in rows(part, table.kind)))}


def test_an_events_slice_has_all_that_was_told_there_and_whom_and_what_it_names(connection: sqlite3.Connection) -> None:
    assert ids(about.of_event(connection, "event-1")) == {
        "articles": ["courier", "gazette", "reprint"],
        "actors": ["actor-1", "actor-2"],
        "events": ["event-1", "event-2"],
        "statements": ["s-1", "s-2", "s-3"],
        "utterances": ["u-1", "u-2"],
        "commitments": ["c-1"],
        "findings": ["f-1", "f-2"],
    }


def test_a_part_brings_what_it_is_a_part_of(connection: sqlite3.Connection) -> None:
    assert {event.id for event in about.of_event(connection, "event-2").events} == {"event-1", "event-2"}


def test_other_slices(connection: sqlite3.Connection) -> None:
    actor = ids(about.of_actor(connection, "actor-2"))
    assert (actor["events"], actor["commitments"], actor["relationships"]) == (
        ["event-1", "event-2", "event-3"], ["c-1"], ["r-1"],
    )  # fmt: skip
    assert ids(about.of_relationship(connection, "r-1"))["agreements"] == ["g-1"]
    article = ids(about.of_article(connection, "courier"))
    assert (article["indicators"], article["times"], article["agreements"]) == (["i-1"], ["t-1"], ["g-1"])
    assert article["articles"] == ["courier", "gazette", "reprint"]
    assert ids(about.of_period(connection, "2021-03-01", "2021-03-10"))["events"] == ["event-1"]
    assert about.of_period(connection, "2020-01-01", "2020-12-31") == Record()
    assert ids(about.of_search(connection, "bridge"))["utterances"] == ["u-1"]
    for part in (about.of_event, about.of_actor, about.of_relationship, about.of_article):
        assert part(connection, "none") == Record()


def test_a_slice_leaves_out_mentions_and_completed_has_those_of_its_articles(connection: sqlite3.Connection) -> None:
    part = about.of_event(connection, "event-1")
    assert {actor.mentions for actor in part.actors} == {()}
    whole = slices.complete(connection, part)
    assert whole.actors == record().actors
    assert whole.times == record().times


def test_a_list_of_every_kind_is_whole_and_in_pages(connection: sqlite3.Connection) -> None:
    for kind in LISTINGS:
        held = sorted(row_id(row) for row in rows(record(), kind))
        found = listed(connection, kind, Filters())
        assert (sorted(found.ids), found.total) == (held, len(held))
        pages = [name for page in (1, 2, 3) for name in listed(connection, kind, Filters(), page, 1).ids]
        assert pages == found.ids[:3]


def test_every_filter_of_every_list_can_be_asked(connection: sqlite3.Connection) -> None:
    for kind, listing in LISTINGS.items():
        for name in listing.conditions:
            assert listed(connection, kind, Filters(**{name: "' OR 1=1 --"})).total == 0 or name in ("first", "last")
    assert listed(connection, "events", Filters(measure="x")) == ([], 0)


def test_articles_are_numbered_by_date_and_the_undated_last(connection: sqlite3.Connection) -> None:
    assert reading_order(connection) == ["courier", "reprint", "gazette"]


def test_search_filters(connection: sqlite3.Connection) -> None:
    assert find_statements(connection, "bridge", Filters(actor="actor-2"), 1, 10).total == 2
    assert find_statements(connection, "bridge", Filters(actor="actor-1"), 1, 10).total == 0
    assert find_statements(connection, "", Filters(place="Strelsau"), 1, 2).total == 3
    assert find_statements(connection, "", Filters(), 1, 10).total == 0
    assert [place.at for place in find_paragraphs(connection, '"build the bridge"', Filters(), 1, 10).places] == [2]
    assert find_paragraphs(connection, "bridge", Filters(first="2021-04"), 1, 10).total == 0
    assert near(connection, ["bridge", '"', "OR", "NEAR("]) == ["s-1", "s-2"]


def test_what_a_build_changed_is_kept(connection: sqlite3.Connection) -> None:
    assert counts_since(connection, 0) == {}
    first = record()
    moved = replace(first.events[0], id="event-9", form="summit")
    stored(connection, replace(first, events=(moved, first.events[1]), agreements=()), 2)
    assert [tuple(row)[1:] for row in changes_since(connection, 1, "events")] == [
        ("changed", "event-9", "summit, Strelsau, 2021-03-10"), ("gone", "event-3", "arrival"),
    ]  # fmt: skip
    assert [row.label for row in changes_since(connection, 1, "agreements")] == ["bridge treaty"]
    stored(connection, first, 3)
    assert counts_since(connection, 2)["agreements", "new"] == 1
    assert [row.change for row in changes_since(connection, 1, "agreements")] == ["new"]
    assert changes_since(connection, 3, "events") == []


def test_whoever_looks_sees_one_state(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    with writing(file) as opened:
        stored(opened, record(), 1)
        with looking(file) as seen:
            before = seen.execute("SELECT count(*) FROM events").fetchone()
            stored(opened, replace(record(), events=()), 2)
            assert seen.execute("SELECT count(*) FROM events").fetchone() == before
            with pytest.raises(sqlite3.OperationalError):
                seen.execute("DELETE FROM meta")
        with looking(file) as seen:
            assert seen.execute("SELECT count(*) FROM events").fetchone() == (0,)
