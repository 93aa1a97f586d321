"""Utterances: the renderings of one remark across reports, whatever the wording."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from communique.merge.occasions import ABOUT
from communique.merge.utterances.differences import differences
from communique.merge.utterances.features import FLOOR, LEAST, VERBATIM, Occasions, features, score
from communique.merge.utterances.renderings import Rendering, renderings
from communique.merge.wording import Weights
from communique.records.events import Event, Place
from communique.records.ids import members_id
from communique.records.mentions import Extraction
from communique.records.spans import Span
from communique.records.statements import Difference, Link, Utterance
from communique.review.bonds import UNBOUND, Bonds, bound
from communique.text.pairing import average_link, pair_of, sharing

_DIGITS = 4
type Pair = tuple[str, str]


def merge_utterances(
    extractions: Sequence[Extraction],
    actor_of: Mapping[str, str],
    occasion: Mapping[str, str | None],
    events: Sequence[Event],
    origin: Mapping[str, str],
    bonds: Bonds = UNBOUND,
) -> tuple[dict[str, str], list[Utterance]]:
    """The utterance of each statement, and every utterance, by id. `occasion` is the event by statement, `origin`
    that of each article. A statement that holds two remarks is a rendering of both utterances; its own is the one
    it is most alike to. `bonds`: what persons have judged of statements."""
    rows = {r.id: r for r in renderings(extractions, actor_of, occasion, origin, events)}
    likenesses = {pair: found for pair, found in _likenesses(rows, events).items() if not bonds.apart(*pair)}
    scores = {pair: score(found) for pair, found in likenesses.items()}
    groups = bound(average_link(rows, _apart(rows, scores), LEAST, FLOOR), bonds)
    for pair in bonds.links:
        likenesses[pair], scores[pair] = {**likenesses.get(pair, {}), "judged": 1.0}, 1.0
    names = _names(extractions, actor_of)
    by_id = {event.id: event for event in events}
    home = {member: group for group in groups for member in group}
    alike = _alike(scores)
    utterances: list[Utterance] = []
    own: dict[str, str] = {}
    for group in groups:
        id_ = members_id("utterance", group)
        own.update(dict.fromkeys(group, id_))
        everyone = [*group, *_holding(group, rows, scores, home, alike)]
        utterances.append(_utterance(id_, sorted(everyone), rows, likenesses, scores, names, by_id))
    return own, sorted(utterances, key=lambda u: u.id)


def _likenesses(rows: Mapping[str, Rendering], events: Sequence[Event]) -> dict[Pair, dict[str, float]]:
    """The features of every pair that may be one utterance and shares a content word."""
    weights = Weights(r.words for r in rows.values())
    occasions = Occasions({e.id: e for e in events})
    found = {}
    for left, right in _candidates(rows):
        likeness = features(rows[left], rows[right], weights, occasions)
        if likeness is not None:
            found[left, right] = likeness
    mutual = _mutual(rows, {pair: score(likeness) for pair, likeness in found.items()})
    return {pair: {**likeness, "mutual": float(pair in mutual)} for pair, likeness in found.items()}


def _mutual(rows: Mapping[str, Rendering], scores: Mapping[Pair, float]) -> set[Pair]:
    """The pairs of different articles whose two sides are each other's best match there: two reports of one speech
    seldom pass over the same remark to render another one more closely."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for (left, right), value in sorted(scores.items()):
        for mine, theirs in ((left, right), (right, left)):
            key = (mine, rows[theirs].mention.article)
            if value > best.get(key, (0.0, ""))[0]:
                best[key] = (value, theirs)
    return {
        (left, right)
        for left, right in scores
        if rows[left].mention.article != rows[right].mention.article
        and best.get((left, rows[right].mention.article), (0.0, ""))[1] == right
        and best.get((right, rows[left].mention.article), (0.0, ""))[1] == left
    }


def _apart(rows: Mapping[str, Rendering], scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """The scores without pairs of one article that are not alike themselves: what an outlet gives as two remarks is
    not made one by a third report that runs them together."""
    return {
        (left, right): value
        for (left, right), value in scores.items()
        if value >= LEAST or rows[left].mention.article != rows[right].mention.article
    }


def _candidates(rows: Mapping[str, Rendering]) -> list[Pair]:
    """Pairs with a speaker's side and a content word in common, and those with a run of words in common."""
    keys = {row.id: [f"{body} {word}" for body in row.bodies for word in row.words] for row in rows.values()}
    return sorted({*sharing(keys), *_verbatim(rows)})


def _verbatim(rows: Mapping[str, Rendering]) -> Iterator[Pair]:
    """Pairs of different articles that have a run of content words in common, whoever speaks."""
    seen: dict[tuple[str, ...], set[str]] = {}
    for row in rows.values():
        for i in range(len(row.stems) - VERBATIM + 1):
            seen.setdefault(row.stems[i : i + VERBATIM], set()).add(row.id)
    for ids in seen.values():
        for left, right in combinations(sorted(ids), 2):
            if rows[left].mention.article != rows[right].mention.article:
                yield left, right


def _alike(scores: Mapping[Pair, float]) -> dict[str, list[str]]:
    """By statement, those that it is alike enough to."""
    found: dict[str, list[str]] = {}
    for left, right in sorted(pair for pair, value in scores.items() if value >= LEAST):
        found.setdefault(left, []).append(right)
        found.setdefault(right, []).append(left)
    return found


def _holding(
    group: Sequence[str],
    rows: Mapping[str, Rendering],
    scores: Mapping[Pair, float],
    home: Mapping[str, Sequence[str]],
    alike: Mapping[str, Sequence[str]],
) -> list[str]:
    """Statements of other groups that hold this remark beside their own: alike enough to all of the group, by words
    that they do not share with their own group."""
    near = sorted({other for member in group for other in alike.get(member, ())} - set(group))
    articles = {rows[m].mention.article for m in group}
    return [
        other
        for other in near
        if rows[other].mention.article not in articles
        and _fits([scores.get(pair_of(other, m), 0.0) for m in group])
        and _other_words(other, group, home[other], rows, alike)
    ]


def _fits(values: Sequence[float]) -> bool:
    """Whether a statement that is so much like each of a group may be of it: as two groups are joined."""
    return min(values) >= FLOOR and sum(values) / len(values) >= LEAST


def _other_words(
    other: str,
    group: Sequence[str],
    own: Sequence[str],
    rows: Mapping[str, Rendering],
    alike: Mapping[str, Sequence[str]],
) -> bool:
    """Whether a statement shares a word with a group that it does not share with its own, of which only those count
    that do not hold the remark of the group as well."""
    here = rows[other].words & frozenset().union(*(rows[m].words for m in group))
    sole = [m for m in own if m != other and not _holds(m, group, rows, alike)]
    there = rows[other].words & frozenset().union(*(rows[m].words for m in sole))
    return bool(here - there)


def _holds(
    member: str, group: Sequence[str], rows: Mapping[str, Rendering], alike: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a statement is alike to all of a group that other articles tell."""
    elsewhere = {m for m in group if rows[m].mention.article != rows[member].mention.article}
    return bool(elsewhere) and elsewhere <= set(alike.get(member, ()))


def _names(extractions: Sequence[Extraction], actor_of: Mapping[str, str]) -> dict[tuple[str, int], str]:
    """The merged actor of each name, by article and start."""
    return {
        (m.span.article, m.span.start): actor_of[a.id]
        for e in extractions
        for a in e.actors
        for m in a.mentions
        if m.how != "pronoun" and a.id in actor_of
    }


def _utterance(
    id_: str,
    members: Sequence[str],
    rows: Mapping[str, Rendering],
    likenesses: Mapping[Pair, dict[str, float]],
    scores: Mapping[Pair, float],
    names: dict[tuple[str, int], str],
    by_id: Mapping[str, Event],
) -> Utterance:
    pairs = [pair for pair in combinations(members, 2) if scores.get(pair, 0.0) >= LEAST]
    events = [rows[m].event for m in members if rows[m].event]
    return Utterance(
        id=id_,
        speakers=tuple(sorted({s for m in members for s in rows[m].speakers})),
        event=max(sorted({e for e in events if e}), key=events.count) if events else None,
        renderings=tuple(members),
        links=tuple(_link(pair, likenesses[pair], scores[pair]) for pair in pairs),
        differences=tuple(d for pair in pairs for d in _differences(rows[pair[0]], rows[pair[1]], names, by_id)),
    )


def _link(pair: Pair, found: Mapping[str, float], total: float) -> Link:
    kept = {name: round(value, _DIGITS) for name, value in sorted(found.items()) if value}
    return Link(left=pair[0], right=pair[1], score=round(total, _DIGITS), features=kept)


def _differences(
    a: Rendering, b: Rendering, names: dict[tuple[str, int], str], events: Mapping[str, Event]
) -> Iterator[Difference]:
    if a.mention.article == b.mention.article or a.origin == b.origin:
        return
    yield from differences(a.mention, b.mention, names)
    if a.event and b.event and a.event != b.event:
        yield from _occasions(a, b, events.get(a.event), events.get(b.event))


def _occasions(a: Rendering, b: Rendering, left: Event | None, right: Event | None) -> Iterator[Difference]:
    """That two reports give one remark to two places, or to two occasions that cannot be one: a departure is no
    meeting, but "talks" and a "meeting" of unknown time may be."""
    if left is None or right is None:
        return
    if left.place and right.place and _elsewhere(left.place, right.place):
        note = f"{left.place.name} / {right.place.name}"
        yield Difference(kind="place", left=_said_where(a, left), right=_said_where(b, right), note=note)
    elif not ({left.form, right.form} <= ABOUT and (left.time is None or right.time is None)):
        note = f"{left.form} / {right.form}"
        yield Difference(kind="occasion", left=a.mention.content, right=b.mention.content, note=note)


def _elsewhere(left: Place, right: Place) -> bool:
    """Whether two places are known to be apart: other countries, or other cities. A country may hold the city."""
    if left.country != right.country and left.country and right.country:
        return True
    cities = [place.city or (place.name if place.lat is not None else "") for place in (left, right)]
    return all(cities) and cities[0] != cities[1]


def _said_where(rendering: Rendering, event: Event | None) -> Span:
    """The words of the rendering's own article that name the place, or else the rendering."""
    spans = event.place.spans if event and event.place else ()
    return next((s for s in spans if s.article == rendering.mention.article), rendering.mention.content)
