"""What the merge of events knows of a mention: its side of the hard constraints."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.extract.events.where import dateline_of
from communique.knowledge import Knowledge
from communique.merge.actors import Cast
from communique.merge.events.margins import gatherings, set_there
from communique.merge.events.principals import Principal, heads_of, known_principals
from communique.merge.events.wording import parties_of, says_again
from communique.records.events import TOOK_PLACE, Place
from communique.records.mentions import EventMention, Extraction
from communique.records.times import Time, TimeExpression
from communique.review.bonds import NONE, Sides
from communique.review.limits import FREE, Limits
from communique.text.stems import stem
from communique.text.times.intervals import civil, days, gap

AHEAD = frozenset({"planned", "conditional"})
# What is no encounter: deeds, and words.
ACTS = frozenset({"other", "statement"})
# Days between news and its article at most, where a date has no year.
NEAR = 60
MONTH = 31


@dataclass(frozen=True, slots=True)
class Node:
    """A mention as the merge sees it. `time` is null where it is not known yet; `expression` then still says the
    weekday or the day of the month. `published` is the article's date, `origin` its text's. Nodes of one `facet`
    are alike in all that articles can be compared by. `persons`: those among the principals. `sides`, `bond`
    and `company`: what persons have judged of the mention. `again`: its words say that it is one more. `dateline`:
    where its article, if undated, was written. `hosts`: those whose guests the others are. `beside`: the mention of
    the gathering on whose margins it was; `many`: others met on its own margins. `whole`: the encounter of its article
    that it is told as a part of. `old`: its time is no time of news."""

    mention: EventMention
    family: str
    principals: tuple[Principal, ...]
    time: Time | None
    expression: TimeExpression | None
    order: int
    published: Time | None = None
    origin: str = ""
    facet: int = -1
    persons: tuple[Principal, ...] = ()
    sides: Sides = NONE
    bond: str = ""
    company: int = 0
    parties: int = 0
    holders: frozenset[tuple[str, str, str]] = frozenset()
    again: bool = False
    dateline: Place | None = None
    hosts: tuple[Principal, ...] = ()
    beside: str = ""
    many: bool = False
    whole: "Node | None" = None
    old: bool = False

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.mention.id

    @property
    def day(self) -> dt.date | None:
        """The one day that its time is."""
        if self.time is None or self.time.approximate:
            return None
        first, last = civil(self.time)
        return first if first == last else None

    @property
    def told(self) -> bool:
        """Whether the article tells it as news."""
        return self.mention.status in TOOK_PLACE and not self.old

    @property
    def recalled(self) -> bool:
        """Whether the article only recalls it."""
        return self.mention.status == "recalled" or (self.mention.status in TOOK_PLACE and self.old)

    @property
    def two(self) -> bool:
        """Whether it is told as an encounter of two people, and no journey."""
        return len(self.persons) == len(self.principals) == 2 and self.mention.form not in {"summit", "visit"}

    @property
    def ahead(self) -> bool:
        """Whether the article says that it is to come."""
        return self.mention.status in AHEAD


def nodes(
    extractions: Sequence[Extraction],
    cast: Cast,
    knowledge: Knowledge,
    times: Mapping[str, Time | None],
    limits: Limits = FREE,
) -> Iterator[Node]:
    """A node for every event mention. `times`: resolved time by time mention; `limits`: what persons have judged."""
    heads = heads_of(extractions, cast, knowledge)
    principal = known_principals(extractions, cast, heads)
    facets: dict[object, int] = {}
    lent = _lent(extractions, times, limits)
    for extraction in extractions:
        expressions = {t.id: t.expression for t in extraction.times}
        families = _families(extraction.events, knowledge)
        holders = _holders(extraction, cast, heads)
        dateline = dateline_of(extraction.article, knowledge) if extraction.article.published is None else None
        around = gatherings(extraction.events, extraction.article.text)
        many = {id_ for chain in around.values() for id_ in chain}
        for order, mention in enumerate(set_there(extraction.events, around)):
            family = families[mention.id]
            principals = tuple(principal(cast.locals[p.actor]) for p in mention.participants)
            expression, published = expressions.get(mention.time or ""), extraction.article.published
            time = _believed(times.get(mention.time or ""), expression, mention, published)
            if mention.id in limits.mention_times:
                time, expression = limits.mention_times[mention.id], None
            elif time is None:
                time = lent.get(mention.id)
            known = holders if time is None else frozenset()
            others = mention.id in many
            facet = (known, others, *_facet(mention, family, principals, time, expression, published))
            yield Node(
                mention=mention,
                family=family,
                principals=principals,
                time=time,
                expression=expression,
                order=order,
                published=published,
                origin=extraction.article.origin,
                facet=facets.setdefault(facet, len(facets)),
                persons=tuple(p for p in principals if p.kind == "person"),
                sides=limits.events.sides.get(mention.id, NONE),
                bond=limits.events.bond.get(mention.id, ""),
                company=limits.events.company(mention.id),
                parties=parties_of(mention),
                holders=known,
                again=says_again(mention),
                hosts=tuple(p for p, part in zip(principals, mention.participants, strict=True) if part.role == "host"),
                dateline=dateline,
                beside=next(iter(around.get(mention.id, ())), ""),
                many=others,
                old=time is not None and _is_old(mention, time, published),
            )


def _lent(extractions: Sequence[Extraction], times: Mapping[str, Time | None], limits: Limits) -> dict[str, Time]:
    """The times that a person gave to events, for reports that tell none. An event that some report dates is found by
    that date, and keeps all its reports: the time that is given is then the whole event's alone."""
    dated = {
        limits.event_times[mention.id].judgement
        for extraction in extractions
        for mention in extraction.events
        if mention.id in limits.event_times and times.get(mention.time or "") is not None
    }
    return {name: ruling.value for name, ruling in limits.event_times.items() if ruling.judgement not in dated}


def _holders(extraction: Extraction, cast: Cast, heads: frozenset[str]) -> frozenset[tuple[str, str, str]]:
    """The offices of heads of state that the article gives to people whom it names."""
    return frozenset(
        (claim.title, claim.country, cast.group(actor.id))
        for actor in extraction.actors
        if actor.kind == "person" and actor.name and cast.group(actor.id) in heads
        for claim in actor.offices
        if claim.country and not claim.former
    )


def _families(mentions: Sequence[EventMention], knowledge: Knowledge) -> dict[str, str]:
    """Family by mention: that of the form; an act's is its type, or the word that tells it where it has none. What
    refers back is of the family of what it refers to."""
    told = {m.id: m for m in mentions}
    return {m.id: _family(m, told.get(m.antecedent or "", m), knowledge) for m in mentions}


def _family(mention: EventMention, first: EventMention, knowledge: Knowledge) -> str:
    """`first`: what the mention refers back to, or itself. A meeting that an article is about is an encounter as
    any."""
    if first.form not in ACTS or not (mention.plover or mention.main or first.main):
        return knowledge.event_forms.families.get(mention.form, mention.form)
    return f"act:{first.plover.event if first.plover else stem(first.trigger.exact)}"


def _believed(
    time: Time | None, expression: TimeExpression | None, mention: EventMention, published: Time | None
) -> Time | None:
    """The time, but for a weekday and a date that no day near the article's own has both of: news does not mean the
    year in which they would fall together, so one of them is wrong, and the day is not known."""
    if time is None or expression is None or published is None or mention.status not in TOOK_PLACE:
        return time
    both = expression.weekday is not None and expression.day is not None and expression.year is None
    return None if both and gap(time, published) > NEAR else time


def _is_old(mention: EventMention, time: Time, published: Time | None) -> bool:
    """Whether the time is months before the article, or longer than a month. What an article is about is its news."""
    if mention.main:
        return False
    return days(time) > MONTH or (published is not None and (civil(published)[0] - civil(time)[1]).days > NEAR)


def _facet(
    mention: EventMention,
    family: str,
    principals: tuple[Principal, ...],
    time: Time | None,
    expression: TimeExpression | None,
    published: Time | None,
) -> tuple[object, ...]:
    """All that constraints and features read of a mention, its article aside. What a known time makes needless is
    left out."""
    place = mention.place
    return (
        family,
        mention.form == "visit",
        mention.form == "summit",
        parties_of(mention),
        mention.status in AHEAD,
        tuple(map(_anonymous, principals)),
        tuple(part.role == "host" for part in mention.participants),
        (place.city, place.name, place.country, place.region, place.venue is None, place.lat is None)
        if place
        else None,
        (time.earliest, time.latest, time.approximate)
        if time
        else (expression, mention.status in TOOK_PLACE, (published.earliest, published.latest) if published else None),
    )


def _anonymous(principal: Principal) -> Principal:
    """Whoever has nothing but an office is like all others who have it."""
    bare = not principal.named and bool(principal.offices)
    return replace(principal, actor="") if bare else principal
