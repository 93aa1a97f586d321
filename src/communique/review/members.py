"""The members that judgements are anchored to: where they are in the extractions, and in which items of a record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from communique.records.judgements import Anchor, AnchorKind, Judgement
from communique.records.mentions import Extraction
from communique.records.record import Record
from communique.records.spans import Span

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


def where_present(extractions: Iterable[Extraction], judgements: Iterable[Judgement]) -> Mapping[tuple[str, str], str]:
    """The article of each member that a judgement is anchored to, where it is there."""
    wanted = {(a.kind, a.member) for j in judgements for a in anchors_of(j)}
    return {key: e.article.id for e in extractions for key in found_in(e) if key in wanted}


def anchors_of(judgement: Judgement) -> Iterator[Anchor]:
    """All anchors, that of the speaker too."""
    yield from (*judgement.anchors, *judgement.others)
    if judgement.who and judgement.who.anchor:
        yield judgement.who.anchor


def present(judgement: Judgement, where: Mapping[tuple[str, str], str]) -> Judgement | None:
    """The judgement with those of its anchors that are there; None where too few are."""

    def kept(anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
        return tuple(anchor for anchor in anchors if (anchor.kind, anchor.member) in where)

    who = judgement.who
    if who and who.anchor and not kept((who.anchor,)):
        who = replace(who, anchor=None)
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
