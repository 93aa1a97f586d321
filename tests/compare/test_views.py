"""Series, outlets and the standing of a relationship, on small records of our own."""

from typing import Any

from msgspec.structs import replace
from tests.factories import article, day, span

from communique.compare import compare
from communique.compare.indicators import indicator_findings
from communique.compare.outlets import outlets
from communique.compare.series import series
from communique.compare.standing import standing
from communique.records.actors import Actor
from communique.records.commitments import Agreement, StageReport
from communique.records.events import Event, EventReport, Participant
from communique.records.findings import About, Relationship, Sector
from communique.records.indicators import Indicator
from communique.records.record import Record
from communique.records.spans import Sourced
from communique.records.statements import Speaker, Statement, Utterance

A, B, C = (
    replace(
        article(name, "Berg met Dahl. The herring is back. Trade grew by 5 percent.", published=f"2021-0{n}-01"),
        outlet=Sourced(value=outlet),
    )
    for n, (name, outlet) in enumerate((("a", "Herald"), ("b", "Ledger"), ("c", "Wire")), 1)
)


def figure(name: str, value: float, year: str | None, **more: Any) -> Indicator:
    fields = {"measure": "trade", "unit": "percent", "mentions": (span(A, "5 percent"),), **more}
    period = day(f"{year}-01-01", latest=f"{year}-12-31") if year else None
    return Indicator(id=name, value=value, period=period, **fields)


def test_figures_of_one_measure_by_period() -> None:
    rows = [
        figure("i3", 6, "2020"),
        figure("i1", 38, "2021"),
        figure("i2", 4, None),
        figure("i4", 6, "2020", unit="dollar"),
        figure("i5", 6, "2020", measure="inflation"),
        figure("i6", 6, "2020", subjects=("norway",), measure="volume of trade"),
    ]
    assert [[p.indicator for p in s.points] for s in series(rows)] == [["i3", "i6", "i1", "i2"]]
    assert [s.points[0].articles for s in series(rows)] == [(A.id,)]


def test_how_long_something_lasts_is_no_series() -> None:
    assert series([figure("i1", 3, "2020", duration="P3Y"), figure("i2", 4, "2021", duration="P4Y")]) == ()


def test_two_figures_of_one_period_refine_or_differ() -> None:
    def judged(**more: Any) -> list[str]:
        rows = (figure("i1", 30, "2021", **more), figure("i2", 40, "2021", mentions=(span(B, "5 percent"),)))
        record = Record(articles=(A, B), indicators=rows)
        return [f.judgement for f in indicator_findings(record) if f.field == "figures of one period"]

    assert judged() == ["differ"]
    assert judged(bound="at_least") == ["refine"]
    assert judged(bound="at_most") == ["differ"]


def met(*articles: Any, status: str = "held") -> Event:
    return Event(
        id="event-1",
        form="meeting",
        status="held",
        level="head",
        time=day("2021-01-01"),
        participants=(Participant(actor="berg", role="host"), Participant(actor="dahl", role="guest")),
        mentions=tuple(
            EventReport(id=f"m-{of.id}", article=of.id, span=span(of, "met"), status=status)  # type: ignore[arg-type]
            for of in articles
        ),
    )


def said(name: str, of: Any, speaker: str = "berg") -> Statement:
    return Statement(
        id=name,
        article=of.id,
        mode="indirect",
        speakers=(Speaker(actor=speaker, text=speaker, how="named"),),
        stance="say",
        polarity="positive",
        content=span(of, "The herring is back"),
        event="event-1",
        utterance="utterance-1",
    )


ACTORS = (
    Actor(id="berg", kind="person", name="Berg", country="NO"),
    Actor(id="dahl", kind="person", name="Dahl", country="SE"),
    Actor(id="no", kind="state", name="Norway", country="NO"),
    Actor(id="se", kind="state", name="Sweden", country="SE"),
)


def told(event: Event) -> Record:
    statements = (said("s1", A), said("s2", B))
    record = Record(
        articles=(A, B, C),
        actors=ACTORS,
        events=(event,),
        statements=statements,
        utterances=(Utterance(id="utterance-1", event="event-1", renderings=("s1", "s2")),),
    )
    return replace(record, findings=compare(record))


def test_an_outlet_beside_the_others() -> None:
    rows = {row.name: row for row in outlets(told(met(A, B, C)))}
    assert list(rows) == ["Herald", "Ledger", "Wire"]
    assert (rows["Wire"].items, rows["Wire"].alone, rows["Herald"].items) == (1, (), 2)
    assert [(o.about, o.others) for o in rows["Wire"].left_out] == [(About(kind="utterance", id="utterance-1"), 2)]
    assert rows["Herald"].left_out == ()
    assert rows["Herald"].shared == len(rows["Herald"].agreeing) > 0


def test_who_only_recalls_an_event_leaves_nothing_of_it_out() -> None:
    event = met(A, B, C)
    recalled = replace(event, mentions=(*event.mentions[:2], replace(event.mentions[2], status="recalled")))
    assert {row.name: row.left_out for row in outlets(told(recalled))}["Wire"] == ()


def test_how_a_relationship_stands() -> None:
    pact = Agreement(
        id="pact",
        name="herring pact",
        stages=tuple(StageReport(stage=s, span=span(A, "met")) for s in ("drafted", "signed")),
    )
    row = Relationship(
        id="r",
        actors=("no", "se"),
        events=("event-1",),
        sectors=(Sector(sector="fish", spans=(span(A, "herring"),), indicators=("i1",)),),
        agreements=("pact",),
    )
    record = replace(told(met(A, B)), agreements=(pact,), indicators=(figure("i1", 5, "2019"),))
    found = standing(record, row)
    assert [(m.year, m.level, m.basis, len(m.events)) for m in found.meetings] == [("2021", "head", "stated", 1)]
    assert [(c.sector, c.year, len(c.said), c.measured) for c in found.matrix] == [
        ("fish", "2019", 0, ("i1",)),
        ("fish", "2021", 1, ()),
    ]
    assert [(i.name, i.stage) for i in found.instruments] == [("herring pact", "signed")]
    assert [(last.actor, last.time.earliest) for last in found.last] == [("no", "2021-01-01")]
