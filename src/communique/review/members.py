"""The members that judgements are anchored to: where they are in the extractions, and in which items of a record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from communique.records.judgements import Anchor, AnchorKind, Judgement
from communique.records.mentions import Extraction
from communique.records.record import Record
from communique.records.spans import Span

WORDS = 160
# The kinds of a record, and what an anchor calls an item of each. A mention is meant by itself, within its event.
KINDS: dict[str, AnchorKind] = {
    "articles": "article",
    "actors": "actor",
    "events": "event",
    "statements": "statement",
    "utterances": "utterance",
    "commitments": "commitment",
    "agreements": "agreement",
    "indicators": "indicator",
}


def place(span: Span) -> str:
    """The place of words, which stands for a member that has no id in the record."""
    return f"{span.article or span.capture}:{span.start}:{span.end}"


def members_of(kind: str, row: Any) -> Iterator[tuple[str, Span | None]]:
    """What an item of a record is made of: each member with its words. `kind` is that of the record ("events")."""
    match kind:
        case "articles":
            yield row.id, row.title.span if row.title else None
        case "statements":
            yield row.id, row.content
        case "utterances":
            yield from ((statement, None) for statement in row.renderings)
        case "events":
            yield from ((mention.id, mention.span) for mention in row.mentions)
        case "agreements":
            yield from ((place(stage.span), stage.span) for stage in row.stages)
        case "indicators":
            yield from ((place(span), span) for span in row.mentions)
        case "commitments":
            words = {span.article: span for span in reversed(row.mentions)}
            yield from ((member, words.get(row.action.article)) for member in row.members)
        case _:
            yield from ((member, row.mentions[0].span if row.mentions else None) for member in row.members)


def found_in(extraction: Extraction) -> Iterator[tuple[AnchorKind, str]]:
    """Every member of an extraction, by each kind of anchor that may name it."""
    yield "article", extraction.article.id
    for statement in extraction.statements:
        yield "statement", statement.id
        yield "utterance", statement.id
    for mention in extraction.events:
        yield "mention", mention.id
        yield "event", mention.id
    yield from (("actor", actor.id) for actor in extraction.actors)
    yield from (("commitment", commitment.id) for commitment in extraction.commitments)
    yield from (("agreement", place(agreement.span)) for agreement in extraction.agreements)
    yield from (("indicator", place(indicator.span)) for indicator in extraction.indicators)


class Held(NamedTuple):
    """Where a member is: in which article, and under which id now."""

    article: str
    member: str


def where_present(extractions: Sequence[Extraction], judgements: Iterable[Judgement]) -> dict[tuple[str, str], Held]:
    """Where each member is that a judgement is anchored to. A statement or mention whose id is gone (a newer version
    reads the article otherwise) is the one of its article with the very same words, where there is one."""
    wanted = {(a.kind, a.member): a for j in judgements for a in anchors_of(j)}
    held: dict[tuple[str, str], Held] = {
        key: Held(e.article.id, key[1]) for e in extractions for key in found_in(e) if key in wanted
    }
    gone = [anchor for key, anchor in wanted.items() if key not in held and anchor.article and anchor.words]
    articles = {anchor.article for anchor in gone}
    told: dict[tuple[str, str, str], list[str]] = {}
    for extraction in extractions if articles else ():
        if extraction.article.id in articles:
            for kind, member, words in _worded(extraction):
                told.setdefault((kind, extraction.article.id, words), []).append(member)
    for anchor in gone:
        same = told.get((anchor.kind, anchor.article, anchor.words), [])
        if len(same) == 1:
            now = Held(anchor.article, same[0])
            held[anchor.kind, anchor.member] = held[anchor.kind, same[0]] = now
    return held


def _worded(extraction: Extraction) -> Iterator[tuple[AnchorKind, str, str]]:
    """Statements and mentions with their words, by each kind of anchor that may name them."""
    statements: tuple[AnchorKind, ...] = ("statement", "utterance")
    mentions: tuple[AnchorKind, ...] = ("mention", "event")
    yield from ((kind, s.id, words_of(s.content)) for s in extraction.statements for kind in statements)
    yield from ((kind, m.id, words_of(m.span)) for m in extraction.events for kind in mentions)


def words_of(span: Span) -> str:
    """The words of a span as an anchor holds them: on one line, shortened, without what no reader sees."""
    flat = " ".join(span.exact.split())
    return "".join(char for char in flat if char.isprintable())[:WORDS]


def anchors_of(judgement: Judgement) -> Iterator[Anchor]:
    """All anchors, that of the speaker too."""
    yield from (*judgement.anchors, *judgement.others)
    if judgement.who and judgement.who.anchor:
        yield judgement.who.anchor


def present(judgement: Judgement, where: Mapping[tuple[str, str], Held]) -> Judgement | None:
    """The judgement with those of its anchors that are there; None where too few are."""

    def kept(anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
        found = ((anchor, where.get((anchor.kind, anchor.member))) for anchor in anchors)
        return tuple(replace(anchor, member=held.member) for anchor, held in found if held)

    who = judgement.who
    if who and who.anchor:
        who = replace(who, anchor=next(iter(kept((who.anchor,))), None))
    if (who and not who.anchor and not who.name) or judgement.kind == "undo":
        return None
    left, right = kept(judgement.anchors), kept(judgement.others)
    if not left or bool(right) != bool(judgement.others):
        return None
    return replace(judgement, anchors=left, others=right, who=who)


def holders(record: Record) -> dict[tuple[str, str], list[str]]:
    """The ids of the items that hold each member, by kind of anchor and member."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, kind in KINDS.items():
        for row in getattr(record, name):
            for member, _ in members_of(name, row):
                found.setdefault((kind, member), []).append(row.id)
                if kind == "event":
                    found.setdefault(("mention", member), []).append(row.id)
    return found
