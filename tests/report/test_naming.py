"""What events are called, and what several reports of one thing come to."""

import pytest
from msgspec.structs import replace
from tests.report.factory import COURIER, GAZETTE, MEETING, record, span

from communique.records.commitments import Agreement, StageReport
from communique.records.events import Event, Form, Plover
from communique.records.statements import Difference
from communique.report.countries import country_name
from communique.report.index import build
from communique.report.naming import act_of
from communique.report.promises import figures, instruments
from communique.report.renderings import utterances
from communique.report.sources import Citer


def event(form: Form, plover: str = "") -> Event:
    return replace(MEETING, form=form, plover=Plover(event=plover) if plover else None)


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
