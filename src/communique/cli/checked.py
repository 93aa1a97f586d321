"""The answer of `communique check` as a fact-checker reads it: the verdict first, then why, then the source."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from communique.cli.view import day_of, days_of
from communique.compare.check import Checked, Match
from communique.records.events import Event
from communique.records.record import Record
from communique.records.statements import Statement
from communique.report.checking import reasons, told
from communique.report.naming import scene

VERDICTS = {
    "exact": "EXACT: these words are in the record, in this order.",
    "shortened": "SHORTENED: the words are in the record, but some that stand between them were left out.",
    "altered": "ALTERED: the record has other words.",
    "spliced": "SPLICED: two remarks were run into one quotation.",
    "misattributed": "MISATTRIBUTED: the record gives these words to somebody else.",
    "none": "NOT FOUND: the record holds no statement near these words.",
}
MODES = {"direct": "quoted", "indirect": "reported, not quoted", "mixed": "quoted in part"}
RED, BOLD, DIM = "red", "bold", "dim"


class Line(NamedTuple):
    """A line of the account, indented so deep."""

    text: str
    depth: int = 0
    style: str | None = None


def account(record: Record, answer: Checked) -> Iterator[Line]:
    """The lines of the answer."""
    yield from Account(record, answer).lines()


class Account:
    """An answer with the record it was drawn from."""

    def __init__(self, record: Record, answer: Checked) -> None:
        self._record, self._answer = record, answer

    def lines(self) -> Iterator[Line]:
        """The verdict, the reasons, the utterances."""
        answer = self._answer
        style = BOLD if answer.verdict == "exact" else f"{BOLD} {RED}"
        yield Line(VERDICTS[answer.verdict], style=style)
        yield from self._why()
        parts = len(answer.meant)
        for number, match in enumerate(answer.matches):
            if number == parts:
                yield Line("")
                yield Line("Other remarks that are near:")
            yield Line("")
            yield from self._utterance(match, whole=number < parts)

    def _why(self) -> Iterator[Line]:
        answer = self._answer
        first = answer.matches[0] if answer.matches else None
        who = self._who(first.speakers) if first else ""
        event = self._events.get(first.event or "") if first else None
        where = f"“{self._titles.get(answer.standing.article, '')}”" if answer.standing else ""
        for reason in reasons(answer, who, days_of(event.time) if event and event.time else "", where):
            yield Line(reason, 1)

    def _utterance(self, match: Match, *, whole: bool) -> Iterator[Line]:
        found = f" (likeness {match.score:.0%})" if not whole else ""
        yield Line(f"{self._who(match.speakers)}{occasion(self._events.get(match.event or ''))}{found}", style=BOLD)
        for difference in match.differences if whole else ():
            yield Line(told(difference), 1, RED if difference.kind != "added" else None)
        renderings = self._renderings.get(match.utterance, ())
        yield from self._rendering(self._statements[match.statement])
        for other in renderings if whole else ():
            if other != match.statement:
                yield from self._rendering(self._statements[other])

    def _rendering(self, statement: Statement) -> Iterator[Line]:
        words = statement.content.exact.strip('“”"„«» ')
        yield Line(f"{MODES[statement.mode]}: “{words}”", 1)
        yield Line(f"{self._titles.get(statement.article, '')} [{statement.id.rpartition('-')[2][:8]}]", 3, DIM)

    def _who(self, speakers: tuple[str, ...]) -> str:
        return " and ".join(self._names[s] for s in speakers if s in self._names) or "a speaker whom nobody names"

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {a.id: a.name for a in self._record.actors}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        outlet = {a.id: a.outlet or a.agency for a in self._record.articles}
        return {
            a.id: ", ".join(
                filter(
                    None,
                    (
                        by.value if (by := outlet[a.id]) else "",
                        a.title.value if a.title else a.capture,
                        day_of(a.published),
                    ),
                )
            )
            for a in self._record.articles
        }

    @cached_property
    def _statements(self) -> Mapping[str, Statement]:
        return {s.id: s for s in self._record.statements}

    @cached_property
    def _renderings(self) -> Mapping[str, tuple[str, ...]]:
        return {u.id: u.renderings for u in self._record.utterances}

    @cached_property
    def _events(self) -> Mapping[str, Event]:
        return {e.id: e for e in self._record.events}


def occasion(event: Event | None) -> str:
    """ ", at the meeting of 2022-01-19 in Moscow", as far as the record knows it."""
    if event is None:
        return ""
    form = "an occasion" if event.form == "other" else f"the {event.form.replace('_', ' ')}"
    when = f" of {days_of(event.time)}" if event.time else ""
    return f", at {form}{when}{scene(event.place)}"
