"""Tables of the sources: articles, what they agree and differ on, their times, judgements, problems."""

from collections.abc import Iterator
from typing import NamedTuple

from communique.export.tables.column import Column, Table, dates
from communique.export.tables.lookup import Lookup, by_place
from communique.records.articles import Article
from communique.records.findings import Finding, FindingValue
from communique.records.spans import Sourced

_ORDER = ("differ", "refine", "agree", "alone")


class Valued(NamedTuple):
    """A value of a finding."""

    finding: Finding
    value: FindingValue


def _articles(look: Lookup) -> list[Article]:
    return sorted(look.record.articles, key=lambda row: (look.day(row.id), row.capture, row.id))


def _findings(look: Lookup) -> Iterator[Valued]:
    ordered = sorted(look.record.findings, key=lambda r: (_ORDER.index(r.judgement), r.about.kind, r.about.id, r.id))
    return (Valued(row, value) for row in ordered for value in row.values)


def _value(of: Sourced | None) -> str | None:
    return of.value if of else None


ARTICLES = Table(
    "articles",
    "each article once, by date; its text is in articles.jsonl of the jsonl export",
    _articles,
    (
        Column("article", "string", "id", lambda row, look: row.id),
        Column("capture", "string", "the file that it was read from", lambda row, look: row.capture),
        Column("title", "string", "the headline", lambda row, look: _value(row.title)),
        Column("outlet", "string", "who published it", lambda row, look: _value(row.outlet)),
        Column("agency", "string", "whose text it is", lambda row, look: _value(row.agency)),
        Column("author", "string", "of the byline", lambda row, look: _value(row.byline)),
        Column("editor", "string", "where one is named", lambda row, look: _value(row.editor)),
        *dates("published", lambda row, look: row.published, "it appeared"),
        Column("url", "string", "the page's address, where known", lambda row, look: row.url),
        Column("language", "string", "ISO 639-1", lambda row, look: row.language),
        Column("origin", "string", "id of the text: reprints share it", lambda row, look: row.origin),
        Column("same_text", "integer", "articles that print this text, this one too", lambda r, k: k.printed[r.origin]),
        Column("statements", "integer", "found in it", lambda row, look: look.saying[row.id]),
        Column("words", "integer", "of the kept text", lambda row, look: len(row.text.split())),
        Column("sha256", "string", "of the capture", lambda row, look: row.sha256),
    ),
    key="article",
)

FINDINGS = Table(
    "findings",
    "one row for each value that sources give to a field of an item; those that differ first",
    _findings,
    (
        Column("finding", "string", "id, the same for all values of the field", lambda row, look: row.finding.id),
        Column(
            "about_kind",
            "string",
            "event, utterance, commitment, agreement, indicator, actor or article",
            lambda row, look: row.finding.about.kind,
        ),
        Column("about", "string", "id of the item", lambda row, look: row.finding.about.id),
        Column("item", "string", "in words", lambda row, look: look.named.get(row.finding.about.id)),
        Column(
            "field",
            "string",
            "of the item: participants, place, time, form, status, value, …",
            lambda row, look: row.finding.field,
        ),
        Column("judgement", "string", "agree, refine, differ or alone", lambda row, look: row.finding.judgement),
        Column("value", "string", "that these sources give", lambda row, look: row.value.value),
        Column(
            "relation",
            "string",
            "to the value of most origins: same, refines or differs",
            lambda r, k: r.value.relation,
        ),
        Column("origins", "integer", "distinct texts that give it", lambda row, look: row.value.origins),
        Column("outlets", "string", "who give it", lambda row, look: look.outlets(row.value.articles)),
        Column("articles", "string", "ids", lambda row, look: row.value.articles),
        Column("via", "string", "whom these cite", lambda row, look: look.names(row.value.via)),
        Column("note", "string", "what to know of the comparison", lambda row, look: row.finding.note),
    ),
)

TIMES = Table(
    "times",
    "each time expression of the kept texts",
    lambda look: by_place(lambda row: row.span, look.record.times, look),
    (
        Column("time", "string", "id", lambda row, look: row.id),
        Column("words", "string", "exact", lambda row, look: row.span.exact),
        Column("value", "string", "as in TIMEX3", lambda row, look: row.value),
        *dates("date", lambda row, look: row.time, "it stands for"),
        Column("duration", "string", "ISO 8601, where it is one", lambda row, look: row.duration),
        Column("article", "string", "id", lambda row, look: row.article),
        Column(
            "start",
            "integer",
            "first character of the words in the article's text (articles.jsonl)",
            lambda r, k: r.span.start,
        ),
        Column("end", "integer", "the character behind them", lambda row, look: row.span.end),
    ),
    key="time",
    refers=(("article", "articles"),),
)

JUDGEMENTS = Table(
    "judgements",
    "what persons decided and nobody withdrew",
    lambda look: sorted(look.record.judgements, key=lambda row: (row.made, row.id)),
    (
        Column("judgement", "string", "id", lambda row, look: row.id),
        Column("kind", "string", "speaker, same, not_same, date, place, title, hide, note, …", lambda r, k: r.kind),
        Column("author", "string", "who judged", lambda row, look: row.author),
        Column("made", "string", "moment, UTC", lambda row, look: row.made),
        Column("reason", "string", "as given", lambda row, look: row.reason),
        Column("items", "string", "ids of what it bears on", lambda row, look: row.items),
        Column(
            "says",
            "string",
            "the value that it gives, in words",
            lambda r, k: (
                r.words or (r.who and r.who.name) or (r.where and r.where.name) or (r.when and r.when.earliest)
            ),
        ),
        Column("standing", "string", "applied, overridden, replaced or anchor gone", lambda row, look: row.standing),
    ),
    key="judgement",
)

PROBLEMS = Table(
    "problems",
    "inputs, or parts of one, that could not be used",
    lambda look: sorted(look.record.problems, key=lambda row: (row.capture, row.stage, row.code, row.message)),
    (
        Column("capture", "string", "the file, or the member of one", lambda row, look: row.capture),
        Column("stage", "string", "read, clean, …", lambda row, look: row.stage),
        Column("code", "string", "of the problem, see docs/reading.md", lambda row, look: row.code),
        Column("lost", "boolean", "nothing of it is in the record", lambda row, look: row.lost),
        Column("message", "string", "what happened, and what to do", lambda row, look: row.message),
    ),
)
