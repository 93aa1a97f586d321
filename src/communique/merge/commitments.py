"""Commitments across articles: one promise with all its reports, and what later reports say of it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from communique.merge.bodies import Bodies
from communique.merge.followups import Later, Made, followups
from communique.merge.wording import Weights, containment, figures, meanings, scored
from communique.records.commitments import Commitment, CommitmentReport
from communique.records.ids import members_id
from communique.records.mentions import CommitmentMention, Extraction
from communique.records.spans import Span
from communique.records.times import Time
from communique.text.pairing import complete_link, sharing
from communique.text.times.intervals import compatible, narrower

# What each likeness counts for in the score of two mentions.
WEIGHTS = {
    "words": 0.6,
    "parties": 0.15,
    "instrument": 0.45,
    "horizon": 0.15,
    "topics": 0.1,
    "kind": 0.1,
    "figures": -0.5,
    "few": -0.3,  # but one word is shared
}
LEAST = 0.62
_TELLING = 2
_FIRM = {"firm": 0, "intended": 1, "possible": 2}


class Promise(NamedTuple):
    """A mention with what its likenesses are judged by."""

    mention: CommitmentMention
    words: frozenset[str]
    figures: frozenset[str]
    parties: frozenset[str]
    instrument: str | None
    event: str | None
    published: Time | None


def merge_commitments(
    extractions: Sequence[Extraction],
    actor_of: Mapping[str, str],
    event_of: Mapping[str, str],
    agreement_of: Mapping[str, str],
    times: Mapping[str, Time | None],
    published: Mapping[str, Time | None],
) -> list[Commitment]:
    """Every commitment, by id. `event_of` and `agreement_of` go by mention, `published` by article."""
    bodies = Bodies(extractions, actor_of)
    promises = {
        m.id: _promise(m, bodies, event_of, agreement_of, published) for e in extractions for m in e.commitments
    }
    weights = Weights(p.words for p in promises.values())
    scores = {}
    for left, right in _candidates(promises):
        if (score := _score(left, right, weights)) is not None:
            scores[left.mention.id, right.mention.id] = score
    groups = [
        [promises[id_] for id_ in group] for group in complete_link(promises, _same_time(scores, promises), LEAST)
    ]
    later = [
        Later(agreement_of[a.id], a.stage, a.span, published.get(a.article))
        for e in extractions
        for a in e.agreements
        if a.id in agreement_of
    ]
    joined, rows = _joined(scores), []
    for group in groups:
        again = [promises[_other(pair, p.mention.id)] for p in group for pair in joined.get(p.mention.id, ())]
        rows.append(_commitment(group, bodies, times, again, later))
    return sorted(rows, key=lambda row: row.id)


def _promise(
    mention: CommitmentMention,
    bodies: Bodies,
    event_of: Mapping[str, str],
    agreement_of: Mapping[str, str],
    published: Mapping[str, Time | None],
) -> Promise:
    return Promise(
        mention=mention,
        words=meanings(mention.action.exact),
        figures=figures(mention.action.exact),
        parties=bodies.behind(bodies.merged(mention.parties)),
        instrument=agreement_of.get(mention.instrument or ""),
        event=event_of.get(mention.event or ""),
        published=published.get(mention.article),
    )


def _candidates(promises: Mapping[str, Promise]) -> Iterator[tuple[Promise, Promise]]:
    """Pairs of different articles with a content word or an instrument in common."""
    keys = {id_: [*p.words, *([p.instrument] if p.instrument else [])] for id_, p in promises.items()}
    for left, right in sharing(keys):
        if promises[left].mention.article != promises[right].mention.article:
            yield promises[left], promises[right]


def _score(a: Promise, b: Promise, weights: Weights) -> float | None:
    """How alike two mentions are; None where they cannot be one promise: no party in common, a refusal and a
    promise, other figures or horizons."""
    left, right = a.mention, b.mention
    if a.parties and b.parties and not a.parties & b.parties:
        return None
    if (left.kind in ("refusal", "threat")) != (right.kind in ("refusal", "threat")):
        return None
    if left.horizon and right.horizon and left.horizon != right.horizon:
        return None
    topics = set(left.topics) & set(right.topics)
    return scored(
        {
            "words": containment(a.words, b.words, weights),
            "parties": 1.0 if a.parties & b.parties else 0.5,
            "instrument": float(a.instrument is not None and a.instrument == b.instrument),
            "horizon": float(left.horizon is not None and left.horizon == right.horizon),
            "topics": float(bool(topics)),
            "kind": float(left.kind == right.kind),
            "few": float(len(a.words & b.words) < _TELLING and max(len(a.words), len(b.words)) >= _TELLING),
            "figures": float(bool(a.figures and b.figures and not a.figures & b.figures)),
        },
        WEIGHTS,
    )


def _same_time(
    scores: Mapping[tuple[str, str], float], promises: Mapping[str, Promise]
) -> dict[tuple[str, str], float]:
    """The pairs that may be one act of promising: not on two occasions, not written at different times."""
    return {pair: score for pair, score in scores.items() if _at_once(promises[pair[0]], promises[pair[1]])}


def _at_once(a: Promise, b: Promise) -> bool:
    if a.event and b.event:
        return a.event == b.event
    return compatible(a.published, b.published, slack_days=3) or _near(a.published, b.published)


def _near(a: Time | None, b: Time | None) -> bool:
    return a is None or b is None or abs(_ordinal(a) - _ordinal(b)) <= 2


def _ordinal(time: Time) -> int:
    return dt.date.fromisoformat(time.earliest[:10]).toordinal()


def _joined(scores: Mapping[tuple[str, str], float]) -> dict[str, list[tuple[str, str]]]:
    """By mention, the pairs in which it is like another."""
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in sorted(pair for pair, score in scores.items() if score >= LEAST):
        for id_ in pair:
            found.setdefault(id_, []).append(pair)
    return found


def _other(pair: tuple[str, str], id_: str) -> str:
    return pair[1] if pair[0] == id_ else pair[0]


def _commitment(
    group: Sequence[Promise],
    bodies: Bodies,
    times: Mapping[str, Time | None],
    again: Sequence[Promise],
    later: Sequence[Later],
) -> Commitment:
    mentions = [p.mention for p in group]
    fullest = max(mentions, key=lambda m: (len(m.action.exact), m.id))
    deadline: Time | None = None
    for m in mentions:
        deadline = narrower(deadline, times.get(m.deadline or ""))
    own = {m.id for m in mentions}
    instrument = next((p.instrument for p in group if p.instrument), None)
    return Commitment(
        id=members_id("commitment", own),
        kind=fullest.kind,
        strength=min((m.strength for m in mentions), key=lambda s: _FIRM[s]),
        condition=next((m.condition for m in mentions if m.condition), None),
        parties=bodies.merged(p for m in mentions for p in m.parties),
        counterparties=bodies.merged(p for m in mentions for p in m.counterparties),
        action=fullest.action,
        agreement=instrument,
        deadline=deadline,
        horizon=next((m.horizon for m in mentions if m.horizon), None),
        topics=tuple(dict.fromkeys(t for m in mentions for t in m.topics)),
        statement=fullest.statement or next((m.statement for m in mentions if m.statement), None),
        event=next((p.event for p in group if p.event), None),
        mentions=_sorted(_words(m) for m in mentions),
        reports=tuple(_report(m, times) for m in sorted(mentions, key=lambda m: (m.article, _words(m).start, m.id))),
        followups=followups(
            Made(
                when=group[0].published if len(group) == 1 else _latest(group),
                words=" ".join(_words(m).exact for m in mentions),
                kind=fullest.kind,
                instrument=instrument,
                articles=frozenset(m.article for m in mentions),
            ),
            [(_words(p.mention), p.mention.kind, p.published) for p in again if p.mention.id not in own],
            later,
        ),
        members=tuple(sorted(own)),
    )


def _report(mention: CommitmentMention, times: Mapping[str, Time | None]) -> CommitmentReport:
    return CommitmentReport(
        article=mention.article,
        span=_words(mention),
        kind=mention.kind,
        strength=mention.strength,
        deadline=times.get(mention.deadline or ""),
        horizon=mention.horizon,
    )


def _words(mention: CommitmentMention) -> Span:
    return mention.words or mention.action


def _latest(group: Sequence[Promise]) -> Time | None:
    dated = [p.published for p in group if p.published]
    return max(dated, key=lambda t: (t.latest, t.earliest)) if dated else None


def _sorted(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda s: (s.article, s.start, s.end)))
