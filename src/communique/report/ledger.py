"""Findings in words: where the sources agree, refine, differ or stand alone."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass

from communique.records.findings import Finding, FindingValue
from communique.records.times import Time
from communique.report.dates import UNKNOWN, when
from communique.report.index import Index
from communique.report.promises import event_label
from communique.report.sources import Citer, Evidence, Source
from communique.report.wording import FIELDS, JUDGEMENTS, RELATIONS, clipped, counted, said

# A date, a month, or an interval of them, as EDTF or ISO 8601 write them.
DATE = r"\d{4}-\d\d(?:-\d\d(?:T[\d:]{5,8}(?:[+-]\d\d:?\d\d|Z)?)?)?"
DATES = re.compile(rf"(?<![\w-])(?P<first>{DATE})[~?%]?(?:(?:/|\.\.)(?P<last>{DATE}))?(?P<mark>[~?%]?)(?![\w-])")
WORDING = frozenset({"subject", "object", "verb", "added", "other"})
MONTH = len("2022-01")
# Of the articles that give a value, so many are named.
CITED = 12
ACTOR = re.compile(r"actor-\w+")
ORDER = {"differ": 0, "refine": 1, "agree": 2, "alone": 3}


@dataclass(frozen=True)
class Value:
    """One value of a field, and who gives it."""

    words: str
    relation: str
    origins: str
    via: tuple[str, ...]
    sources: tuple[Source, ...]
    more: int
    evidence: Evidence


@dataclass(frozen=True)
class Ruling:
    """A finding as shown: the field, the judgement in words, the values."""

    field: str
    judgement: str
    words: str
    note: str
    values: tuple[Value, ...]
    about: tuple[str, str, str] | None
    anchor: str = ""


def is_telling(row: Finding) -> bool:
    """Whether the finding belongs among those to read first: sources that differ, or one that says a fact more
    precisely. Another verb stands beside its utterance, another word for a meeting's form on the event's sheet."""
    if row.about.kind == "utterance" and row.field in WORDING:
        return False
    return row.judgement == "differ" or (row.judgement == "refine" and row.field not in {"form", "status"})


def rulings(rows: Iterable[Finding], index: Index, citer: Citer) -> tuple[Ruling, ...]:
    """The findings: what differs first, then what is more precise, what agrees, what stands alone."""
    ordered = sorted(rows, key=lambda row: (ORDER.get(row.judgement, 9), row.about.kind, row.about.id, row.field))
    return tuple(_ruling(row, index, citer) for row in ordered)


def _ruling(row: Finding, index: Index, citer: Citer) -> Ruling:
    return Ruling(
        field=said(FIELDS, row.field),
        judgement=row.judgement,
        words=verdict(row),
        note="" if _joins(row) else spoken(row.note, index),
        values=tuple(_value(value, index, citer) for value in row.values),
        about=_about(row, index),
        anchor=row.id,
    )


def _joins(row: Finding) -> bool:
    """Whether the note says no more than the values that stand below it."""
    return set(re.split(" / |; ", row.note)) <= {value.value for value in row.values}


def verdict(row: Finding) -> str:
    """ "agree: 3 origins", "differ", "one origin only"."""
    words = said(JUDGEMENTS, row.judgement)
    origins = sum(value.origins for value in row.values if value.relation == "same")
    return f"{words}: {counted(origins, 'origin')}" if row.judgement == "agree" else words


def _value(value: FindingValue, index: Index, citer: Citer) -> Value:
    sources = citer.of_spans(value.spans) or citer.sources(value.articles)
    return Value(
        words=spoken(value.value, index),
        relation=said(RELATIONS, value.relation),
        origins=counted(value.origins, "origin"),
        via=tuple(index.actor_name(actor) for actor in value.via),
        sources=sources[:CITED],
        more=max(0, len(sources) - CITED),
        evidence=citer.evidence(value.spans),
    )


def spoken(text: str, index: Index) -> str:
    """A finding's value or note in words: dates and intervals as people write them, an actor's name for its id."""
    return ACTOR.sub(lambda found: _named(found.group(), index), DATES.sub(_dated, text))


def _named(word: str, index: Index) -> str:
    return index.actor_name(word) if word in index.actors else word


def _dated(found: re.Match[str]) -> str:
    first, last = found["first"], found["last"] or found["first"]
    if len(first) == MONTH:
        first += "-01"
    if len(last) == MONTH:
        year, month = map(int, last.split("-"))
        last += f"-{monthrange(year, month)[1]}" if 1 <= month <= 12 else "-00"
    words = when(Time(earliest=first, latest=last, basis="stated", approximate=bool(found["mark"])))
    return found.group() if words == UNKNOWN else words


def _about(row: Finding, index: Index) -> tuple[str, str, str] | None:
    """The kind, the id and the label of the item that the finding speaks of."""
    if row.about.kind == "event" and row.about.id in index.events:
        return "events", row.about.id, event_label(index.events[row.about.id], index)
    if row.about.kind == "actor" and row.about.id in index.actors:
        return "actors", row.about.id, index.actor_name(row.about.id)
    label = index.labels.get(row.about.id)
    return (f"{row.about.kind}s", row.about.id, clipped(label, 100)) if label else None
