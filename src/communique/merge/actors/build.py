"""Merged actors as records: the fullest name, all names, offices from the texts and from the table."""

from collections import Counter
from collections.abc import Iterable

from communique.knowledge import Knowledge
from communique.merge.actors import Cast
from communique.records.actors import Actor, MergedMention, Office
from communique.records.mentions import LocalActor, OfficeClaim
from communique.records.spans import Span
from communique.text.names import fold, same_person


def build_actors(cast: Cast, knowledge: Knowledge) -> list[Actor]:
    """Every merged actor, by id."""
    return [_actor(id_, members, cast, knowledge) for id_, members in sorted(cast.members().items())]


def _actor(id_: str, members: list[LocalActor], cast: Cast, knowledge: Knowledge) -> Actor:
    names = Counter(n for m in members for n in (m.name, *m.names) if n)
    table_name = next((cast.named[m.id] for m in members if m.id in cast.named), None)
    name = _best_name(members, names, table_name, knowledge)
    kind = members[0].kind
    country = _commonest(m.country for m in members)
    reference = _reference(name, country, knowledge) if kind == "person" else ()
    mentions = {(m.span.article, m.span.start, m.span.end): m for actor in members for m in actor.mentions}
    return Actor(
        id=id_,
        kind=kind,
        name=name,
        names=tuple(sorted({*names, name})),
        country=country or next((o.country for o in reference), None),
        offices=(*_claimed(members), *reference),
        identifiers={"iso3166-1": country} if kind == "state" and country else {},
        mentions=tuple(MergedMention(span=m.span, how=m.how) for _, m in sorted(mentions.items())),
        members=tuple(m.id for m in members),
    )


def _best_name(members: list[LocalActor], names: Counter[str], table_name: str | None, knowledge: Knowledge) -> str:
    """The table's spelling where the tables know the actor; else the commonest of the fullest names; for a person
    whom nobody names, the office."""
    if table_name:
        return table_name
    if not names:
        claim = next((c for m in members for c in m.offices), None)
        return _office(claim, knowledge) if claim else members[0].kind
    full = max(len(n.split()) for n in names)
    best = min((n for n in names if len(n.split()) == full), key=lambda n: (-names[n], n))
    if members[0].kind == "person":
        known = sorted({h.name for h in knowledge.offices.of(best)})
        return known[0] if len(known) == 1 and full > 1 else best
    keyed = next((m.name for m in members if m.key and m.name), None)
    return keyed or best


def _office(claim: OfficeClaim, knowledge: Knowledge) -> str:
    """ "president of Chile", "director of the FBI"."""
    body = knowledge.organizations.get(claim.organization) if claim.organization else None
    whose = (body.name if body else claim.organization) or _state(claim.country, knowledge)
    return f"{claim.title} of {whose}" if whose else claim.title


def _state(code: str | None, knowledge: Knowledge) -> str | None:
    state = knowledge.states.get(code) if code else None
    return state.name if state else code


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def _claimed(members: list[LocalActor]) -> tuple[Office, ...]:
    spans: dict[tuple[str, str | None], list[Span]] = {}
    for member in members:
        for claim in member.offices:
            title = f"former {claim.title}" if claim.former else claim.title
            spans.setdefault((title, claim.country), []).append(claim.span)
    return tuple(
        Office(
            title=title,
            country=country,
            spans=tuple(sorted(where, key=lambda s: (s.article, s.start))),
            basis="text",
        )
        for (title, country), where in sorted(spans.items(), key=lambda row: (row[0][0], row[0][1] or ""))
    )


def _reference(name: str, country: str | None, knowledge: Knowledge) -> tuple[Office, ...]:
    if len(fold(name).split()) < 2:
        return ()
    return tuple(
        Office(title=h.title, country=h.country, start=h.start, end=h.end, basis="reference")
        for h in knowledge.offices.of(name)
        if same_person(h.name, name) and (country is None or h.country is None or h.country == country)
    )
