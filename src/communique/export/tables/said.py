"""Tables of what was said: statements as printed, and utterances, which were said once."""

from collections.abc import Sequence

from communique.export.tables.column import Column, Table
from communique.export.tables.lookup import Lookup, by_place
from communique.records.statements import Statement, Utterance


def _statements(look: Lookup) -> Sequence[Statement]:
    return by_place(lambda row: row.content, look.record.statements, look)


def _speakers(row: Statement) -> list[str]:
    return [one.actor for one in row.speakers if one.actor]


def _first(row: Statement) -> str | None:
    return next(iter(_speakers(row)), None)


def _renderings(row: Utterance, look: Lookup) -> list[Statement]:
    return [look.statements[one] for one in row.renderings if one in look.statements]


def _printed(row: Utterance, look: Lookup) -> list[str]:
    return [one.article for one in _renderings(row, look)]


STATEMENTS = Table(
    "statements",
    "each quotation and reported statement of each article; several that render one utterance share its id",
    _statements,
    (
        Column("statement", "string", "id", lambda row, look: row.id),
        Column("utterance", "string", "id of what was said once", lambda row, look: row.utterance),
        Column("speakers", "string", "names; blank: not settled", lambda row, look: look.names(_speakers(row))),
        Column("speaker_ids", "string", "ids of actors, in the same order", lambda row, look: _speakers(row)),
        Column("speaker_countries", "string", "ISO alpha-2", lambda row, look: look.countries(_speakers(row))),
        Column(
            "speaker_office",
            "string",
            "of the first speaker on the article's day",
            lambda row, look: look.office(_first(row), look.published(row.article)),
        ),
        Column(
            "speaker_words", "string", "the text's own words for who speaks", lambda r, k: [s.text for s in r.speakers]
        ),
        Column(
            "speaker_basis",
            "string",
            "what settled who it is: article, other articles, reference (table of offices), judgement (a person)",
            lambda row, look: list(dict.fromkeys(one.basis for one in row.speakers if one.actor)),
        ),
        Column("mode", "string", "direct, indirect or mixed", lambda row, look: row.mode),
        Column("how", "string", "say, promise, deny, …", lambda row, look: row.stance),
        Column("polarity", "string", "negative: said not to have been said", lambda row, look: row.polarity),
        Column("words", "string", "exact", lambda row, look: row.content.exact),
        Column("addressees", "string", "names", lambda row, look: look.names(row.addressees)),
        Column("via", "string", "whom the article cites for it", lambda row, look: look.names(row.via)),
        Column("topics", "string", "sectors that it names", lambda row, look: row.topics),
        Column("event", "string", "id of the occasion", lambda row, look: row.event),
        Column("occasion", "string", "in words", lambda row, look: look.occasion(row.event)),
        Column("article", "string", "id", lambda row, look: row.article),
        Column("outlet", "string", "who printed it", lambda row, look: look.outlet(row.article)),
        Column("published", "date", "day of the article", lambda row, look: look.published(row.article)),
        Column(
            "start",
            "integer",
            "first character of the words in the article's text (articles.jsonl)",
            lambda r, k: r.content.start,
        ),
        Column("end", "integer", "the character behind them", lambda row, look: row.content.end),
        Column("source", "string", "address, or capture", lambda row, look: look.source(row.article)),
    ),
    key="statement",
    refers=(("utterance", "utterances"), ("event", "events"), ("article", "articles")),
)

UTTERANCES = Table(
    "utterances",
    "what was said once, on one occasion",
    lambda look: look.record.utterances,
    (
        Column("utterance", "string", "id", lambda row, look: row.id),
        Column("speakers", "string", "names", lambda row, look: look.names(row.speakers)),
        Column("speaker_ids", "string", "ids of actors, in the same order", lambda row, look: row.speakers),
        Column("event", "string", "id of the occasion", lambda row, look: row.event),
        Column("occasion", "string", "in words", lambda row, look: look.occasion(row.event)),
        Column("renderings", "integer", "statements that render it", lambda row, look: len(row.renderings)),
        Column("origins", "integer", "in how many distinct texts", lambda r, look: look.origins(_printed(r, look))),
        Column("outlets", "string", "who printed it", lambda row, look: look.outlets(_printed(row, look))),
        Column(
            "differences",
            "string",
            "kinds of difference in wording: number, bound, polarity, added, …",
            lambda row, look: sorted({one.kind for one in row.differences}),
        ),
        Column(
            "words", "string", "of one rendering", lambda r, k: next((s.content.exact for s in _renderings(r, k)), None)
        ),
    ),
    key="utterance",
    refers=(("event", "events"),),
)
