"""Where an event was, from all that its grammar offers: phrases of place, objects, relative clauses, hosts."""

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.events.attachment import hangs_on
from communique.extract.events.cast import Cast
from communique.extract.events.grammar import SENDS, subjects
from communique.extract.events.status import governing_verb
from communique.extract.events.tense import GOES
from communique.extract.events.triggers import Trigger
from communique.extract.events.when import Calendar
from communique.extract.events.where import Near, Spot, place_named, spots
from communique.knowledge import Knowledge
from communique.records.events import Place
from communique.records.mentions import LocalActor, LocalParticipant

LEADS = {
    "goes": {"in", "at", "to", "into", "near", "outside"},
    "hosts": {"in", "at", "to", "near", "outside"},
    "leaves": {"from", "in", "at"},
    "other": {"in", "at", "near", "outside"},
}
GOING = frozenset({"visit", "arrival"})
FIXED = frozenset({"set", "schedule", "plan", "slate", "book", "fix"})


class Setting:
    """The places of one article's events."""

    def __init__(self, tree: Tree, knowledge: Knowledge, cast: Cast, calendar: Calendar) -> None:
        self.tree, self.knowledge, self.cast, self.calendar = tree, knowledge, cast, calendar

    def where(self, trigger: Trigger, tokens: list[int], who: tuple[LocalParticipant, ...]) -> list[Spot]:
        """The places that the trigger's own words (`tokens`) name, the most precise first."""
        if not tokens:
            return []
        own = set(tokens) | self.calendar.tokens
        kind = (
            "goes"
            if trigger.how == "goes" or trigger.form in GOING
            else "leaves"
            if trigger.form == "departure"
            else "hosts"
            if trigger.how == "hosts"
            else "other"
        )
        countries = self._near(who)
        found = [
            spot
            for spot in spots(self.tree, self.knowledge, tokens[0], tokens[-1] + 1, countries, self.calendar.tokens)
            if spot.first in own and spot.lead in LEADS[kind] and hangs_on(self.tree, spot, trigger)
        ]
        if trigger.how in {"goes", "leaves"}:
            found = self._objects(trigger, countries) + found
        elif trigger.how == "noun" and trigger.form != "statement":
            found = found or self._modifier(trigger, countries)
        else:
            found = found or self._above(trigger, countries)
        found = found or self._relative(trigger, countries) or self._fixed(trigger, countries)
        # A city says more than the country around it.
        return (
            sorted(found, key=lambda s: (s.place.lat is None and s.place.venue is None, s.first))
            if not trigger.plural
            else found
        )

    def _fixed(self, trigger: Trigger, countries: Near) -> list[Spot]:
        """ "a summit set for Lisbon" """
        clauses = [c for c in self.tree.children(trigger.i, "acl") if self.tree.tokens[c].lemma in FIXED]
        leads = [p for c in clauses for p in self.tree.children(c, "prep") if self.tree.tokens[p].text.lower() == "for"]
        found = []
        for i in (o for p in leads for o in self.tree.children(p, "pobj")):
            first = min((c for c in self.tree.children(i, "compound")), default=i)
            span = self.tree.span(first, i)
            if place := place_named(self.knowledge, span.exact, countries):
                found.append(Spot(first, i + 1, replace(place, spans=(span,)), "for"))
        return found

    def _near(self, who: tuple[LocalParticipant, ...]) -> Near:
        in_play = {a.id: a.country for a in self.cast.actors.values() if a.country and not self._only_ambiguous(a)}
        own = sorted({in_play[p.actor] for p in who if p.actor in in_play})
        return tuple(own), tuple(sorted(set(in_play.values())))

    def _only_ambiguous(self, actor: LocalActor) -> bool:
        """A state that the article calls by nothing but a name that may be another place's ("Georgia")."""
        state = self.knowledge.states.get(actor.country or "") if actor.kind == "state" else None
        said = {m.span.exact for m in actor.mentions}
        return state is not None and all(state.is_ambiguous(s) and self.knowledge.places.region(s) for s in said)

    def _modifier(self, trigger: Trigger, countries: Near) -> list[Spot]:
        """ "the Geneva talks": a town or a venue before the noun."""
        first = trigger.first
        while first - 1 >= self.tree.sentence_of(trigger.i).first and self._names_it(first - 1, trigger):
            first -= 1
        for n in range(first, trigger.first):
            span = self.tree.span(n, trigger.first - 1)
            place = place_named(self.knowledge, span.exact, countries)
            if place and (place.venue or place.lat is not None):
                return [Spot(n, trigger.first, replace(place, spans=(span,)), "at")]
        return []

    def _names_it(self, i: int, trigger: Trigger) -> bool:
        """Whether the token is part of a name that tells which event, and of nobody's."""
        token = self.tree.tokens[i]
        hit = self.cast.at(i)
        if i in self.calendar.tokens or (hit and hit[0].kind in {"person", "group", "media"}):
            return False
        glued = token.text == "-" or self.tree.tokens[i - 1].text == "-" or self.tree.tokens[i + 1].text == "-"
        return token.pos == "PROPN" or glued

    def _above(self, trigger: Trigger, countries: Near) -> list[Spot]:
        """ "sent him to Oslo to meet the king": the place behind the verb that the meeting is the purpose of."""
        token = self.tree.tokens[trigger.i]
        if token.dep not in {"xcomp", "advcl"} or self.tree.tokens[token.head].lemma not in GOES | SENDS:
            return []
        found = spots(self.tree, self.knowledge, token.head, trigger.i, countries, self.calendar.tokens)
        return [spot for spot in found if spot.lead in LEADS["goes"]]

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
                found.append(Spot(first, i + 1, replace(place, spans=(span,)), "at"))
        return found

    def seat(self, trigger: Trigger) -> Place | None:
        """ "Moscow held the meeting": a capital that is host is the place."""
        verb = trigger.verb if trigger.verb is not None else trigger.i
        if self.tree.tokens[verb].lemma not in {"hold", "host", "receive", "welcome"}:
            return None
        for i in subjects(self.tree, verb):
            span = self.tree.span(i, i)
            if self.knowledge.states.by_capital(span.exact) and (place := place_named(self.knowledge, span.exact, ())):
                return replace(place, spans=(span,))
        return None

    def split(self, trigger: Trigger, who: tuple[LocalParticipant, ...]) -> list[tuple[int, int, Place, str | None]]:
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
