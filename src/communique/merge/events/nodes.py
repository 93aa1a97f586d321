"""What the merge of events knows of a mention: its side of the hard constraints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.knowledge import Knowledge
from communique.merge.actors import Cast
from communique.records.mentions import EventMention, Extraction, LocalActor
from communique.records.times import Time, TimeExpression


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who takes part. `actor` is the group's name; `offices` (title, country) tell who a person without a
    name can be; `head` says that the person leads a state."""

    actor: str
    kind: str
    country: str | None
    named: bool
    head: bool
    offices: frozenset[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Node:
    """A mention as the merge sees it. `time` is null where it is not known yet; `expression` then still says the
    weekday or the day of the month."""

    mention: EventMention
    family: str
    principals: tuple[Principal, ...]
    time: Time | None
    expression: TimeExpression | None
    order: int

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.mention.id

    @property
    def persons(self) -> tuple[Principal, ...]:
        """The persons among the principals."""
        return tuple(p for p in self.principals if p.kind == "person")


def nodes(
    extractions: Sequence[Extraction], cast: Cast, knowledge: Knowledge, times: Mapping[str, Time | None]
) -> Iterator[Node]:
    """A node for every event mention. `times`: resolved time by time mention."""
    heads = _heads(extractions, cast, knowledge)
    for extraction in extractions:
        expressions = {t.id: t.expression for t in extraction.times}
        for order, mention in enumerate(extraction.events):
            locals_ = [cast.locals[p.actor] for p in mention.participants]
            yield Node(
                mention=mention,
                family=knowledge.event_forms.families.get(mention.form, mention.form),
                principals=tuple(_principal(actor, cast, heads) for actor in locals_),
                time=times.get(mention.time or ""),
                expression=expressions.get(mention.time or ""),
                order=order,
            )


def _heads(extractions: Sequence[Extraction], cast: Cast, knowledge: Knowledge) -> frozenset[str]:
    """Groups of persons who are called heads of state or government anywhere in the collection, or are so by the
    table."""
    found = set()
    for extraction in extractions:
        for actor in extraction.actors:
            if (actor.kind == "person" and any(_is_head(c.title, knowledge) for c in actor.offices)) or (
                actor.kind == "person" and any(_is_head(h.title, knowledge) for h in knowledge.offices.of(actor.name))
            ):
                found.add(cast.group(actor.id))
    return frozenset(found)


def _is_head(title: str, knowledge: Knowledge) -> bool:
    normal = knowledge.titles.normal(title)
    return normal is not None and normal.rank == "head"


def _principal(actor: LocalActor, cast: Cast, heads: frozenset[str]) -> Principal:
    group = cast.group(actor.id)
    offices = frozenset((c.title, c.country) for c in actor.offices if not c.former)
    return Principal(group, actor.kind, actor.country, bool(actor.name), group in heads, offices)


def same(left: Principal, right: Principal) -> bool:
    """The same actor; or a person known by office alone and one who is called by that office."""
    if left.actor == right.actor:
        return True
    one_nameless = left.kind == right.kind == "person" and not (left.named and right.named)
    return one_nameless and bool(left.offices & right.offices)


def stands_for(left: Principal, right: Principal) -> bool:
    """A person and the state it acts for: sources name either."""
    kinds = {left.kind, right.kind}
    return kinds in ({"person", "state"}, {"person", "government"}, {"state", "government"}) and (
        left.country is not None and left.country == right.country
    )
