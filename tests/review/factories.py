"""A small press on one visit: three reports, each with a meeting, a remark and a promise."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from tests.factories import Report, span
from tests.factories import day as stated

from communique.knowledge import load
from communique.merge import merge
from communique.records.events import Place
from communique.records.ids import content_id
from communique.records.judgements import Anchor, Judgement
from communique.records.mentions import CommitmentMention, Extraction, LocalSpeaker, StatementMention
from communique.records.record import Record
from communique.review.made import made
from communique.store.judgements import anchors_of

MOMENT = dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC)
OSLO = Place(name="Oslo", country="NO", lat=59.9, lon=10.7)


class Told(Report):
    """A report that also quotes and promises."""

    def __init__(self, name: str, text: str, published: str | None = None) -> None:
        super().__init__(name, text, published)
        self.statements: list[StatementMention] = []
        self.commitments: list[CommitmentMention] = []

    def said(self, words: str, who: str | None) -> str:
        content = span(self.article, words)
        speaker = LocalSpeaker(actor=who, text="the speaker", how="named" if who else "source")
        id_ = content_id("statement", self.article.id, words)
        self.statements.append(
            StatementMention(id=id_, article=self.article.id, mode="indirect", speakers=(speaker,), content=content)
        )
        return id_

    def promised(self, words: str, who: str) -> str:
        id_ = content_id("commitment", self.article.id, words)
        self.commitments.append(
            CommitmentMention(
                id=id_, article=self.article.id, kind="pledge", strength="firm", parties=(who,),
                action=span(self.article, words),
            )
        )  # fmt: skip
        return id_

    def extraction(self) -> Extraction:
        made = super().extraction()
        return type(made)(
            article=made.article, reference=made.reference, times=made.times, actors=made.actors, events=made.events,
            statements=tuple(self.statements), commitments=tuple(self.commitments),
        )  # fmt: skip


def report(name: str, guest: str = "Anna Berg", day: str = "2019-05-06", **fields: Any) -> Told:
    """A minister is received in Oslo on a day, says something and promises something."""
    remark = fields.get("remark", "that the long bridge over the strait will open next spring")
    told = Told(
        name,
        f"Foreign Minister {guest} met Prime Minister Olav Lie in Oslo on 6 May. {guest} said {remark}. "
        f"Lie promised to lower the bridge toll by half. Paper {name} reports.",
        published=fields.get("published", day),
    )
    a = told.person(guest, "foreign minister", fields.get("country", "SE"))
    b = told.person("Olav Lie", "prime minister", "NO")
    year, month, date = map(int, day.split("-"))
    time = told.time("on 6 May", stated(day), year=year, month=month, day=date)
    told.event(f"Foreign Minister {guest} met Prime Minister Olav Lie", (a, b), place=OSLO, time=time)
    told.said(remark, a)
    told.promised("lower the bridge toll by half", b)
    return told


def press() -> list[Extraction]:
    """Three reports of one meeting, and one of another a year later."""
    return [
        report("a").extraction(),
        report("b").extraction(),
        report("c", remark="the bridge over the strait will be opened in the next spring").extraction(),
        report("d", day="2020-05-06", remark="that fish stocks recover slowly").extraction(),
    ]


def concluded(judgements: Iterable[Judgement] = (), extractions: list[Extraction] | None = None) -> Record:
    return merge(press() if extractions is None else extractions, load(), tuple(judgements))


def judged(kind: Any, seconds: int = 0, author: str = "ann", **fields: Any) -> Judgement:
    """A judgement made so many seconds after the first."""
    return made(kind, author, MOMENT + dt.timedelta(seconds=seconds), **fields)


def on(kind: Any, row: Any) -> tuple[Anchor, ...]:
    """Anchors for an item of the record."""
    return anchors_of(kind, row)
