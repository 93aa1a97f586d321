"""What events are called, and what several reports of one thing come to."""

import pytest
from msgspec.structs import replace
from tests.report.factory import COURIER, GAZETTE, MEETING, record, span

from communique.records.commitments import Agreement, StageReport
from communique.records.events import Event, Form, Place, Plover
from communique.records.statements import Difference
from communique.report.countries import country_name
from communique.report.facts import first_told, sheets
from communique.report.index import build
from communique.report.naming import act_of, scene
from communique.report.people import span_of_years
from communique.report.promises import figures, instruments
from communique.report.renderings import utterances
from communique.report.sources import Citer


def event(form: Form, plover: str = "") -> Event:
    return replace(MEETING, form=form, plover=Plover(event=plover) if plover else None)


@pytest.mark.parametrize(
    ("name", "city", "words"),
    [
        ("Strelsau", "Strelsau", " in Strelsau"),
        ("Ruritania", None, " in Ruritania"),
        ("Blue Palace, Strelsau", "Strelsau", " at the Blue Palace, Strelsau"),
        ("The Old House, Strelsau", "Strelsau", " at The Old House, Strelsau"),
        ("Camp North, Strelsau", "Strelsau", " at Camp North, Strelsau"),
    ],
)
def test_where_an_event_was(name: str, city: str | None, words: str) -> None:
    assert scene(Place(name=name, city=city)) == words
    assert scene(None) == ""


def test_the_reports_of_an_event_are_told_with_those_that_only_recall_it() -> None:
    whole = record()
    index = build(whole, country_name)
    tallies = {row.anchor: row.tally for row in sheets(index, Citer(index))}
    assert tallies[MEETING.id] == "3 reports in 2 distinct texts, 1 of them looking back"

    late = tuple(replace(row, status="recalled") for row in MEETING.mentions)
    part = replace(
        MEETING, id="event-part", part_of=(MEETING.id,), mentions=(replace(late[0], id="m-9", article="article-9"),)
    )
    index = build(replace(whole, events=(replace(MEETING, mentions=late), part)), country_name)
    (told,) = (row.tally for row in sheets(index, Citer(index)) if row.anchor == MEETING.id)
    assert told == "3 reports in 2 distinct texts, looking back; its parts in 1 more"


def test_an_event_without_a_date_has_the_day_on_which_it_was_first_told() -> None:
    whole = record()
    index = build(replace(whole, events=(replace(MEETING, time=None),)), country_name)
    (sheet,) = sheets(index, Citer(index))
    (row,) = (row for row in sheet.rows if row.label == "When")
    assert (row.value, row.note) == ("date not known", "first told on 10 March 2021")

    nowhere = tuple(replace(article, published=None) for article in whole.articles)
    index = build(replace(whole, articles=nowhere, events=(replace(MEETING, time=None),)), country_name)
    assert first_told(next(iter(index.events.values())), index) == ""
    assert first_told(MEETING, build(whole, country_name)) == ""


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1989-10", "2005-08-15", "October 1989 to 15 August 2005"),
        ("2018-05-07", "2024", "7 May 2018 to 2024"),
        ("2021-10", None, "from October 2021"),
        (None, "2024", "until 2024"),
        (None, None, ""),
    ],
)
def test_the_years_of_an_office(start: str | None, end: str | None, words: str) -> None:
    assert span_of_years(start, end) == words


@pytest.mark.parametrize(
    ("form", "plover", "name"),
    [
        ("press_conference", "CONSULT", "press conference"),
        ("statement", "ACCUSE", "statement (accusation)"),
        ("statement", "", "statement"),
        ("other", "SANCTION", "sanction"),
        ("other", "A_NEW_ONE", "a new one"),
        ("other", "", "“Vance and…”"),
    ],
)
def test_an_act_is_called_by_its_kind_or_by_its_words(form: Form, plover: str, name: str) -> None:
    found = replace(event(form, plover), mentions=(MEETING.mentions[2],))
    assert act_of(found, 15) == name
    short = replace(found.mentions[0], span=span(GAZETTE, "Elphberg met"))
    assert act_of(replace(found, mentions=(short,)), 15) == ("event" if name.startswith("“") else name)
    assert act_of(replace(found, mentions=()), 15) == ("event" if name.startswith("“") else name)


def test_a_stage_that_several_report_is_one_line() -> None:
    spans = (span(COURIER, "the bridge"), span(GAZETTE, "The bridge"), span(GAZETTE, "we are going to build"))
    pact = Agreement(
        id="g", name="pact", stages=tuple(StageReport(stage=s, span=w) for s, w in zip(STAGES, spans, strict=True))
    )
    whole = replace(record(), agreements=(pact,))
    index = build(whole, country_name)
    (made,) = instruments(whole.agreements, index, Citer(index))
    assert [(line.stage, line.evidence.count) for line in made.stages] == [("proposed", 1), ("drafted", 2)]


STAGES = ("drafted", "proposed", "drafted")


def test_a_difference_that_several_pairs_have_is_told_once() -> None:
    whole = record()
    number = Difference(kind="number", left=span(COURIER, "38"), right=span(COURIER, "38"))
    rows = tuple(replace(row, differences=(number, number)) for row in whole.utterances)
    index = build(replace(whole, utterances=rows), country_name)
    told = utterances(rows, index, Citer(index))
    assert {row.differences for row in told} == {("Number: “38” and “38”",)}


def test_figures_whose_measure_is_not_named_stand_last() -> None:
    whole = record()
    (known,) = whole.indicators
    rows = (replace(known, id="i-0", measure=""), known)
    index = build(replace(whole, indicators=rows), country_name)
    assert [row.anchor for row in figures(rows, index, Citer(index))] == [known.id, "i-0"]
