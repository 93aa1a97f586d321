"""Tables of what was promised and measured: commitments, agreements with their stages, indicators."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.export.tables.column import Column, Table, dates
from communique.export.tables.lookup import Lookup, articles_of, by_place
from communique.records.commitments import Agreement, Commitment, StageReport
from communique.records.indicators import Indicator
from communique.records.spans import Span


class Staged(NamedTuple):
    """A stage of an agreement as one article reports it."""

    agreement: Agreement
    report: StageReport


def _commitments(look: Lookup) -> Sequence[Commitment]:
    return by_place(lambda row: row.action, look.record.commitments, look)


def _stages(look: Lookup) -> Iterator[Staged]:
    for row in look.record.agreements:
        yield from (
            Staged(row, one) for one in sorted(row.stages, key=lambda s: (look.day(s.span.article), s.span.start))
        )


def _indicators(look: Lookup) -> list[Indicator]:
    return sorted(
        look.record.indicators,
        key=lambda r: (
            not r.measure,
            r.measure,
            r.unit,
            r.period is None,
            r.period.earliest if r.period else "",
            r.value,
            r.id,
        ),
    )


def _spans(row: Commitment) -> tuple[Span, ...]:
    return row.mentions or (row.action,)


COMMITMENTS = Table(
    "commitments",
    "each pledge, proposal, plan, refusal, threat, and what was agreed, once",
    _commitments,
    (
        Column("commitment", "string", "id", lambda row, look: row.id),
        Column("kind", "string", "pledge, agreed, proposal, plan, refusal or threat", lambda row, look: row.kind),
        Column("strength", "string", "firm, intended or possible", lambda row, look: row.strength),
        Column("parties", "string", "names: who is bound", lambda row, look: look.names(row.parties)),
        Column("party_ids", "string", "ids of actors, in the same order", lambda row, look: row.parties),
        Column("party_countries", "string", "ISO alpha-2", lambda row, look: look.countries(row.parties)),
        Column("counterparties", "string", "names: towards whom", lambda row, look: look.names(row.counterparties)),
        Column("action", "string", "exact words", lambda row, look: row.action.exact),
        Column("condition", "string", "exact words", lambda row, look: row.condition.exact if row.condition else None),
        *dates("deadline", lambda row, look: row.deadline, "it falls due"),
        Column("horizon", "string", "for how long, ISO 8601: P20Y is 20 years", lambda row, look: row.horizon),
        Column("topics", "string", "sectors that it names", lambda row, look: row.topics),
        Column("agreement", "string", "id of the instrument that it speaks of", lambda row, look: row.agreement),
        Column("event", "string", "id of the occasion", lambda row, look: row.event),
        Column("occasion", "string", "in words", lambda row, look: look.occasion(row.event)),
        Column("statement", "string", "id of the statement that it is made in", lambda row, look: row.statement),
        Column(
            "later",
            "string",
            "what later reports say of it: repeats, advances, completes, delays, drops",
            lambda row, look: [one.relation for one in row.followups],
        ),
        Column("origins", "integer", "in how many distinct texts", lambda r, k: k.origins(articles_of(_spans(r)))),
        Column("outlets", "string", "who report it", lambda row, look: look.outlets(articles_of(_spans(row)))),
        Column("published", "date", "day of the first of its articles", lambda r, k: k.published(r.action.article)),
        Column(
            "sources",
            "string",
            "addresses, or captures",
            lambda row, look: [look.source(one) or "" for one in articles_of(_spans(row))],
        ),
    ),
    key="commitment",
    refers=(("agreement", "agreements"), ("event", "events"), ("statement", "statements")),
)

AGREEMENTS = Table(
    "agreements",
    "treaties, memoranda and other instruments",
    lambda look: look.record.agreements,
    (
        Column("agreement", "string", "id", lambda row, look: row.id),
        Column("name", "string", "as the texts call it", lambda row, look: row.name),
        Column("parties", "string", "names", lambda row, look: look.names(row.parties)),
        Column("party_ids", "string", "ids of actors, in the same order", lambda row, look: row.parties),
        Column("party_countries", "string", "ISO alpha-2", lambda row, look: look.countries(row.parties)),
        Column(
            "stages",
            "string",
            "reported, each once: proposed, drafted, signed, …; no verdict on how far it is",
            lambda row, look: list(dict.fromkeys(one.stage for one in row.stages)),
        ),
        Column("horizon", "string", "for how long, ISO 8601", lambda row, look: row.horizon),
        Column(
            "origins",
            "integer",
            "in how many distinct texts",
            lambda row, look: look.origins(articles_of(one.span for one in row.stages)),
        ),
    ),
    key="agreement",
)

STAGES = Table(
    "stages",
    "one row for each report of a stage of an agreement",
    _stages,
    (
        Column("agreement", "string", "id", lambda row, look: row.agreement.id),
        Column("name", "string", "of the agreement", lambda row, look: row.agreement.name),
        Column(
            "stage",
            "string",
            "proposed, drafted, negotiated, agreed, signed, ratified, in_force, suspended or ended",
            lambda row, look: row.report.stage,
        ),
        *dates("date", lambda row, look: row.report.time, "that stage was reached"),
        Column("words", "string", "exact", lambda row, look: row.report.span.exact),
        Column("article", "string", "id", lambda row, look: row.report.span.article),
        Column("outlet", "string", "who printed it", lambda row, look: look.outlet(row.report.span.article)),
        Column("published", "date", "day of the article", lambda row, look: look.published(row.report.span.article)),
    ),
    refers=(("agreement", "agreements"), ("article", "articles")),
)

INDICATORS = Table(
    "indicators",
    "figures: by measure, unit and period",
    _indicators,
    (
        Column("indicator", "string", "id", lambda row, look: row.id),
        Column("measure", "string", "what is measured", lambda row, look: row.measure),
        Column("subjects", "string", "names: of whom", lambda row, look: look.names(row.subjects)),
        Column("subject_ids", "string", "ids of actors, in the same order", lambda row, look: row.subjects),
        Column("value", "number", "the figure, or the lower end of a range", lambda row, look: float(row.value)),
        Column(
            "value_to",
            "number",
            "the upper end of a range",
            lambda row, look: None if row.value_to is None else float(row.value_to),
        ),
        Column("unit", "string", "percent, dollar, …", lambda row, look: row.unit),
        Column("bound", "string", "exact, at_least, at_most or about", lambda row, look: row.bound),
        Column("change", "string", "up, down or none", lambda row, look: row.change),
        *dates("period", lambda row, look: row.period, "it holds for"),
        Column("duration", "string", "ISO 8601, where the figure is one", lambda row, look: row.duration),
        Column("statement", "string", "id of the statement that gives it", lambda row, look: row.statement),
        Column("words", "string", "exact", lambda row, look: row.mentions[0].exact if row.mentions else None),
        Column("origins", "integer", "in how many distinct texts", lambda r, k: k.origins(articles_of(r.mentions))),
        Column("outlets", "string", "who give it", lambda row, look: look.outlets(articles_of(row.mentions))),
        Column(
            "sources",
            "string",
            "addresses, or captures",
            lambda row, look: [look.source(one) or "" for one in articles_of(row.mentions)],
        ),
    ),
    key="indicator",
    refers=(("statement", "statements"),),
)
