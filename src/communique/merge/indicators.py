"""Indicators across articles: one quantity of one measure, however many report it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from communique.merge.wording import meanings
from communique.records.ids import members_id
from communique.records.indicators import Indicator
from communique.records.mentions import Extraction, IndicatorMention
from communique.records.times import Time
from communique.text.pairing import complete_link
from communique.text.times.intervals import compatible, narrower

# The share of the shorter measure's words that the other must hold.
LEAST = 0.5


def merge_indicators(
    extractions: Sequence[Extraction], actor_of: Mapping[str, str], times: Mapping[str, Time | None]
) -> list[Indicator]:
    """Every indicator, by id. Two mentions are one where value, unit and bound are equal, measures share their
    words, periods may be the same and subjects do not exclude each other; where a measure is not named, subjects
    must be shared. One article's mentions stay apart."""
    mentions = {i.id: i for e in extractions for i in e.indicators}
    scores = {
        (a.id, b.id): score
        for a, b in _candidates(mentions.values())
        if (score := _alike(a, b, actor_of, times)) is not None
    }
    rows = [
        _indicator([mentions[id_] for id_ in group], actor_of, times)
        for group in complete_link(mentions, scores, LEAST)
    ]
    return sorted(rows, key=lambda row: row.id)


def _candidates(mentions: Iterable[IndicatorMention]) -> Iterator[tuple[IndicatorMention, IndicatorMention]]:
    blocks: dict[tuple[object, ...], list[IndicatorMention]] = {}
    for m in mentions:
        blocks.setdefault((m.value, m.value_to, m.unit, m.bound), []).append(m)
    for block in blocks.values():
        yield from combinations(sorted(block, key=lambda m: m.id), 2)


def _alike(
    a: IndicatorMention, b: IndicatorMention, actor_of: Mapping[str, str], times: Mapping[str, Time | None]
) -> float | None:
    if a.article == b.article or {a.change, b.change} == {"up", "down"}:
        return None
    if not compatible(times.get(a.period or ""), times.get(b.period or "")):
        return None
    mine, theirs = ({actor_of[s] for s in m.subjects if s in actor_of} for m in (a, b))
    if mine and theirs and not mine & theirs:
        return None
    left, right = meanings(a.measure), meanings(b.measure)
    shortest = min(len(left), len(right))
    if not shortest:
        return LEAST if mine & theirs and a.duration is None and b.duration is None else None
    return len(left & right) / shortest


def _indicator(
    group: Sequence[IndicatorMention], actor_of: Mapping[str, str], times: Mapping[str, Time | None]
) -> Indicator:
    first = group[0]
    period: Time | None = None
    for mention in group:
        period = narrower(period, times.get(mention.period or ""))
    return Indicator(
        id=members_id("indicator", (m.id for m in group)),
        measure=max((m.measure for m in group), key=lambda text: (len(text), text)),
        subjects=tuple(sorted({actor_of[s] for m in group for s in m.subjects if s in actor_of})),
        value=first.value,
        value_to=first.value_to,
        unit=first.unit,
        bound=first.bound,
        change=next((m.change for m in group if m.change != "none"), "none"),
        period=period,
        duration=first.duration,
        mentions=tuple(sorted((m.span for m in group), key=lambda s: (s.article, s.start))),
        statement=next((m.statement for m in group if m.statement), None),
    )
