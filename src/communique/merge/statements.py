"""Statements with merged speakers, occasion and utterance."""

from collections.abc import Mapping, Sequence

from communique.merge.actors import Cast
from communique.merge.speakers import settled
from communique.records.mentions import Extraction, LocalSpeaker, StatementMention
from communique.records.statements import Speaker, Statement, Utterance


def build_statements(
    extractions: Sequence[Extraction],
    cast: Cast,
    event_of: Mapping[str, str | None],
    utterance_of: Mapping[str, str],
    utterances: Sequence[Utterance] = (),
) -> list[Statement]:
    """Every statement, by id. `event_of` and `utterance_of` go by statement mention. A speaker whom its article leaves
    open is settled by the other renderings of its utterance, where they agree."""
    rows = [
        _statement(mention, cast, event_of.get(mention.id), utterance_of[mention.id])
        for extraction in extractions
        for mention in extraction.statements
    ]
    nameless = frozenset(cast.actor_of(a.id) for a in cast.locals.values() if a.kind == "group" and not a.members)
    return sorted(settled(rows, utterances, nameless), key=lambda s: s.id)


def _statement(mention: StatementMention, cast: Cast, event: str | None, utterance: str) -> Statement:
    return Statement(
        id=mention.id,
        article=mention.article,
        mode=mention.mode,
        speakers=tuple(speaker_of(s, cast) for s in mention.speakers),
        via=tuple(cast.actor_of(a) for a in mention.via),
        stance=mention.stance,
        polarity=mention.polarity,
        addressees=tuple(cast.actor_of(a) for a in mention.addressees),
        content=mention.content,
        pieces=mention.pieces,
        quotes=mention.quotes,
        cue=mention.cue,
        event=event,
        utterance=utterance,
        topics=mention.topics,
    )


def speaker_of(local: LocalSpeaker, cast: Cast) -> Speaker:
    """The speaker resolved across articles, with what settled who it is."""
    return Speaker(
        actor=cast.actor_of(local.actor) if local.actor else None,
        text=local.text,
        span=local.span,
        how=local.how,
        basis=cast.basis.get(local.actor or "", "article"),
        candidates=tuple(sorted({cast.actor_of(c) for c in local.candidates})),
    )
