"""From triggers to drafts of event mentions: who, where, when, and what the clause says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.events.arguments import Cast, arguments, participants, subjects
from communique.extract.events.status import governing_verb, status_of
from communique.extract.events.triggers import Trigger, find_triggers
from communique.extract.events.when import Calendar
from communique.extract.events.where import Near, Spot, place_named, spots
from communique.knowledge import Knowledge
from communique.records.events import ParticipantRole, Place
from communique.records.ids import content_id
from communique.records.mentions import EventMention, Extraction, LocalParticipant
from communique.records.spans import Span

SUBCLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj"})
LEADS = {
    "goes": {"in", "at", "to", "into", "near", "outside"},
    "leaves": {"from", "in", "at"},
    "other": {"in", "at", "near", "outside"},
}
GOING = frozenset({"visit", "arrival"})
INSTRUMENTS = frozenset(
    "agreement treaty pact deal memorandum contract declaration protocol accord document statement communique "
    "convention memoranda charter roadmap plan".split()
)
NAMED_BODIES = frozenset({"organization", "format", "bloc", "media"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event mention with what only its own article needs: whether it refers back, and its trigger."""

    mention: EventMention
    trigger: Trigger
    definite: bool


def drafts(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> list[Draft]:
    """A draft for every trigger of the article, compound ones split, in text order."""
    cast, calendar = Cast(tree, so_far), Calendar(tree, so_far)
    named = _named(tree, so_far)
    triggers = [t for t in find_triggers(tree, knowledge.event_forms) if t.i not in named and _is_event(tree, t)]
    scene = _Scene(tree, knowledge, cast, calendar, frozenset(t.i for t in triggers))
    return [draft for trigger in triggers for draft in scene.drafts(trigger)]


def _named(tree: Tree, so_far: Extraction) -> set[int]:
    """Tokens inside the name of a body: the Astana talks are a format, not a meeting."""
    return {
        i
        for actor in so_far.actors
        if actor.kind in NAMED_BODIES
        for mention in actor.mentions
        if mention.how == "name"
        for i in tree.within(mention.span.start, mention.span.end)
    }


def _is_event(tree: Tree, trigger: Trigger) -> bool:
    token = tree.tokens[trigger.i]
    if trigger.form == "signing" and trigger.how == "signs":
        objects = tree.children(trigger.i, "dobj", "nsubjpass")
        return any(tree.tokens[o].lemma in INSTRUMENTS for o in objects)
    if trigger.how == "noun" and trigger.first == trigger.i and token.text.lower().startswith("call"):
        return any(tree.tokens[p].text.lower() in {"with", "between"} for p in tree.children(trigger.i, "prep"))
    return not (trigger.form == "talks" and trigger.how == "noun" and token.lemma == "talk" and not trigger.plural)


class _Scene:
    """What all drafts of one article share."""

    def __init__(
        self, tree: Tree, knowledge: Knowledge, cast: Cast, calendar: Calendar, rivals: frozenset[int]
    ) -> None:
        self.tree, self.knowledge, self.cast, self.calendar, self.rivals = tree, knowledge, cast, calendar, rivals

    def drafts(self, trigger: Trigger) -> Iterator[Draft]:
        tokens = self._own_tokens(trigger)
        who = self._who(trigger)
        if trigger.how == "jointly" and not self._several_states(who):
            return
        where = self._where(trigger, tokens, who)
        if trigger.plural and len(parts := self._split(trigger, who)) > 1:
            for first, last, seat, when in parts:
                yield self._draft(trigger, who, seat, when, self.tree.span(first, last - 1))
            return
        time = self.calendar.of(trigger, self.rivals - {trigger.i})
        place = where[0].place if where else self._seat(trigger)
        yield self._draft(trigger, who, place, time.id if time else None, self._span(trigger, where))

    def _several_states(self, who: tuple[LocalParticipant, ...]) -> bool:
        """Whether persons of two or more states take part: what they agree on together, they met for."""
        people = [self.cast.actors[p.actor] for p in who if self.cast.actors[p.actor].kind == "person"]
        return len({p.country for p in people if p.country}) > 1

    def _own_tokens(self, trigger: Trigger) -> list[int]:
        """The tokens of the trigger's own clause or phrase, without subordinate clauses and rival triggers."""
        top = trigger.i if trigger.how != "noun" or trigger.verb is None else trigger.verb
        cut = [
            i
            for i in self.tree.subtree(top)
            if i not in (top, trigger.i)
            and (
                self.tree.tokens[i].dep in SUBCLAUSES
                or (self.tree.tokens[i].dep == "conj" and self.tree.tokens[i].pos == "VERB")
            )
            and trigger.i not in self.tree.subtree(i)
        ]
        if trigger.how == "noun":
            cut += [i for i in self.rivals if i != trigger.i and trigger.i not in self.tree.subtree(i)]
        return self.tree.subtree(top, skip=cut)

    def _who(self, trigger: Trigger) -> tuple[LocalParticipant, ...]:
        found = arguments(self.tree, trigger)
        who = participants(self.cast, found)
        if trigger.how == "noun":
            who = _joined(who, self._nations(trigger), self._owners(trigger))
        return who or self._state_of_any([a.token for a in found], trigger)

    def _state_of_any(self, tokens: list[int], trigger: Trigger) -> tuple[LocalParticipant, ...]:
        """ "the first time since 2017 that an Iranian president has visited": any president stands for the state."""
        sentence = self.tree.sentence_of(trigger.i)
        if self.calendar.since(sentence.first, sentence.last) is None:
            return ()
        for i in tokens:
            for c in self.tree.children(i, "amod", "compound", "poss"):
                state = self.knowledge.states.by_demonym(self.tree.tokens[c].text)
                local = self.cast.state(state.code) if state else None
                if local:
                    return (LocalParticipant(actor=local, role="guest", spans=(self.tree.span(c, i),)),)
        return ()

    def _nations(self, trigger: Trigger) -> tuple[LocalParticipant, ...]:
        """ "the Russian-Iranian meeting": the states, where two or more nationalities stand before the noun."""
        i = trigger.first - 1
        start = self.tree.sentence_of(trigger.i).first
        found: dict[str, Span] = {}
        while i >= start and (
            self.tree.tokens[i].pos in {"ADJ", "PROPN", "NOUN"} or self.tree.tokens[i].text in {"-", "–", "and"}
        ):
            text = self.tree.tokens[i].text
            state = self.knowledge.states.by_demonym(text) or self.knowledge.states.by_name(text)
            local = self.cast.state(state.code) if state else None
            if local:
                found.setdefault(local, self.tree.span(i, i))
            i -= 1
        if len(found) < 2:
            return ()
        return tuple(LocalParticipant(actor=a, role="participant", spans=(s,)) for a, s in reversed(found.items()))

    def _owners(self, trigger: Trigger) -> tuple[LocalParticipant, ...]:
        """ "At the end of their talks, A and B …": the plural subject of the sentence."""
        owner = self.tree.child(trigger.i, "poss")
        if owner is None or self.tree.tokens[owner].text.lower() != "their" or self.cast.at(owner):
            return ()
        sentence = self.tree.sentence_of(trigger.i)
        roots = [i for i in range(sentence.first, sentence.last) if self.tree.tokens[i].dep == "ROOT"]
        tokens = [t for root in roots for s in subjects(self.tree, root) for t in (s, *self.tree.children(s, "conj"))]
        role: ParticipantRole = "guest" if trigger.form in GOING else "participant"
        spans = {hit[0].id: hit[1] for t in tokens if (hit := self.cast.at(t)) and hit[0].kind in {"person", "state"}}
        return (
            tuple(LocalParticipant(actor=a, role=role, spans=(s,)) for a, s in spans.items()) if len(spans) > 1 else ()
        )

    def _where(self, trigger: Trigger, tokens: list[int], who: tuple[LocalParticipant, ...]) -> list[Spot]:
        if not tokens:
            return []
        own = set(tokens) | self.calendar.tokens
        kind = (
            "goes"
            if trigger.how == "goes" or trigger.form in GOING
            else "leaves"
            if trigger.form == "departure"
            else "other"
        )
        countries = self._near(who)
        found = [
            spot
            for spot in spots(self.tree, self.knowledge, tokens[0], tokens[-1] + 1, countries, self.calendar.tokens)
            if spot.first in own and spot.lead in LEADS[kind]
        ]
        if trigger.how in {"goes", "leaves"}:
            found = self._objects(trigger, countries) + found
        found = found or self._relative(trigger, countries)
        # A city says more than the country around it.
        return (
            sorted(found, key=lambda s: (s.place.lat is None and s.place.venue is None, s.first))
            if not trigger.plural
            else found
        )

    def _near(self, who: tuple[LocalParticipant, ...]) -> Near:
        own = sorted({c for p in who if (c := self.cast.actors[p.actor].country)})
        everyone = sorted({a.country for a in self.cast.actors.values() if a.country})
        return tuple(own), tuple(everyone)

    def _relative(self, trigger: Trigger, countries: Near) -> list[Spot]:
        """ "the airport in Tehran, where a ceremony was held": the place that the clause describes."""
        verb = governing_verb(self.tree, trigger)
        if verb is None or self.tree.tokens[verb].dep != "relcl":
            return []
        if not any(self.tree.tokens[c].text.lower() == "where" for c in self.tree.children(verb, "advmod")):
            return []
        head = self.tree.tokens[verb].head
        first = max(self.tree.sentence_of(head).first, min(self.tree.subtree(head)) - 1)
        return list(spots(self.tree, self.knowledge, first, verb, countries, self.calendar.tokens))

    def _objects(self, trigger: Trigger, countries: Near) -> list[Spot]:
        """ "visited Moscow": a place as the verb's object."""
        found = []
        for i in self.tree.children(trigger.i, "dobj"):
            first = min([i, *self.tree.children(i, "compound")])
            span = self.tree.span(first, i)
            if place := place_named(self.knowledge, span.exact, countries):
                located = Place(
                    name=place.name,
                    country=place.country,
                    venue=place.venue,
                    lat=place.lat,
                    lon=place.lon,
                    spans=(span,),
                )
                found.append(Spot(first, i + 1, located, "at"))
        return found

    def _seat(self, trigger: Trigger) -> Place | None:
        """ "Moscow held the meeting": a capital that is host is the place."""
        verb = trigger.verb if trigger.verb is not None else trigger.i
        if self.tree.tokens[verb].lemma not in {"hold", "host", "receive", "welcome"}:
            return None
        for i in subjects(self.tree, verb):
            span = self.tree.span(i, i)
            if self.knowledge.states.by_capital(span.exact) and (place := place_named(self.knowledge, span.exact, ())):
                return Place(name=place.name, country=place.country, lat=place.lat, lon=place.lon, spans=(span,))
        return None

    def _split(self, trigger: Trigger, who: tuple[LocalParticipant, ...]) -> list[tuple[int, int, Place, str | None]]:
        """ "meetings in Moscow in late January and Ashgabat in late June": (first token, last token exclusive, place,
        time) for each place with the time that follows it before the next. Read along the line up to the next verb:
        the parser hangs the second pair anywhere."""
        end = self.tree.sentence_of(trigger.i).last
        verbs = (i for i in range(trigger.i + 1, end) if self.tree.tokens[i].pos in {"VERB", "AUX"})
        limit = next(verbs, end)
        after = list(spots(self.tree, self.knowledge, trigger.i + 1, limit, self._near(who), self.calendar.tokens))
        ends = [s.first for s in after[1:]] + [limit]
        parts: list[tuple[int, int, Place, str | None]] = []
        for n, (spot, until) in enumerate(zip(after, ends, strict=False)):
            times = self.calendar.within(spot.last, until)
            if not times:
                break
            last = max(self.tree.within(times[0][1].span.start, times[0][1].span.end)) + 1
            parts.append((trigger.first if n == 0 else spot.first, last, spot.place, times[0][1].id))
        return parts

    def _span(self, trigger: Trigger, where: list[Spot]) -> Span:
        """The trigger with its participants, place and time: a phrase a reader can recognise, not the sentence."""
        cut = [i for i in self.tree.subtree(trigger.i) if i != trigger.i and self.tree.tokens[i].dep in SUBCLAUSES]
        cut += [c for c in self.tree.children(trigger.i, "conj", "xcomp") if self.tree.tokens[c].pos == "VERB"]
        tokens = self.tree.subtree(trigger.i, skip=cut)
        if trigger.verb is not None and trigger.verb < trigger.i:
            tokens = [trigger.verb, *tokens]
        return self.tree.span(min(tokens), max(tokens))

    def _draft(
        self,
        trigger: Trigger,
        who: tuple[LocalParticipant, ...],
        place: Place | None,
        time: str | None,
        span: Span,
    ) -> Draft:
        sentence = self.tree.sentence_of(trigger.i)
        since = self.calendar.since(sentence.first, sentence.last)
        where = (place.name, place.country) if place else ()
        status = status_of(self.tree, trigger)
        if status == "held" and time is not None and self.calendar.is_ahead(time):
            status = "planned"
        mention = EventMention(
            id=content_id("mention", self.tree.article.id, trigger.form, span.start, span.end, trigger.i, *where),
            article=self.tree.article.id,
            span=span,
            trigger=self.tree.span(trigger.first, trigger.i),
            form=trigger.form,
            status=status,
            participants=who,
            place=place,
            time=time,
            since=since.id if since else None,
            topics=self.knowledge.topics.of(self.tree.span(sentence.first, sentence.last - 1).exact),
        )
        return Draft(mention, trigger, _definite(self.tree, trigger))


def _definite(tree: Tree, trigger: Trigger) -> bool:
    words = {tree.tokens[c].text.lower() for c in tree.children(trigger.i, "det", "poss")}
    return trigger.how == "noun" and bool(
        words & {"the", "this", "that", "their", "these", "those", "his", "her", "its"}
    )


def _joined(*groups: tuple[LocalParticipant, ...]) -> tuple[LocalParticipant, ...]:
    """The participants of all groups, each actor once, the first group's role kept."""
    found: dict[str, LocalParticipant] = {}
    for group in groups:
        for participant in group:
            found.setdefault(participant.actor, participant)
    return tuple(found.values())
