"""Who takes part in an event: from its own words, its phrase, and the clause around it."""

from communique.annotate.tree import Tree
from communique.extract.events.arguments import JOURNEYS, arguments, climbed
from communique.extract.events.cast import TAKES_PART, Cast
from communique.extract.events.framed import around
from communique.extract.events.grammar import Argument, both, subjects
from communique.extract.events.participants import participants
from communique.extract.events.triggers import Trigger
from communique.extract.events.when import Calendar
from communique.knowledge import Knowledge
from communique.records.events import ParticipantRole
from communique.records.mentions import LocalParticipant
from communique.records.spans import Span

SIDED = frozenset({"hosts", "with"})


class Company:
    """Those who take part in one article's events."""

    def __init__(self, tree: Tree, knowledge: Knowledge, cast: Cast, calendar: Calendar) -> None:
        self.tree, self.knowledge, self.cast, self.calendar = tree, knowledge, cast, calendar

    def of(self, trigger: Trigger) -> tuple[LocalParticipant, ...]:
        """The participants, each once."""
        found = arguments(self.tree, trigger)
        with_media = trigger.how == "told" or self.tree.tokens[trigger.i].lemma == "interview"
        kinds = TAKES_PART | {"media"} if with_media else TAKES_PART
        # What "officials" of one state say is no statement of the state; a joint one is.
        who = participants(self.cast, found, kinds, 2 if trigger.form == "statement" else 1)
        if trigger.how == "noun":
            who = tuple(p for p in who if not self._only_where(p, trigger))
            who = _joined(who, self._nations(trigger), self._owners(trigger), self._glad(trigger))
        elif trigger.how in SIDED and not participants(self.cast, [a for a in found if a.token < trigger.i]):
            role: ParticipantRole = "host" if trigger.how == "hosts" else "participant"
            above = [Argument(s, role) for s in climbed(self.tree, self.cast, trigger.i)]
            who = _joined(participants(self.cast, above), who) if above else who
        if len(who) == 1 and trigger.how == "noun":
            who = _joined(self._traveller(trigger), who)
        who = who or participants(self.cast, around(self.tree, self.cast, trigger))
        who = who or self._state_of_any([a.token for a in found], trigger)
        if trigger.form == "signing":
            return tuple(p for p in who if self._signs(p))
        return tuple(p for p in who if self._travels(p, trigger)) if trigger.form in JOURNEYS else who

    def _glad(self, trigger: Trigger) -> tuple[LocalParticipant, ...]:
        """ "He said it was an honour to meet her for talks"."""
        above = climbed(self.tree, self.cast, trigger.verb) if trigger.verb is not None else []
        return participants(self.cast, [Argument(s, "participant") for s in above])

    def _traveller(self, trigger: Trigger) -> tuple[LocalParticipant, ...]:
        """ "a summit with the king in Oslo on her first journey": she is the other."""
        if not any(self.tree.tokens[p].text.lower() == "with" for p in self.tree.children(trigger.i, "prep")):
            return ()
        below = [i for i in self.tree.subtree(trigger.i) if i > trigger.i and self.tree.tokens[i].tag == "PRP$"]
        tokens = [i for i in below if self.tree.tokens[self.tree.tokens[i].head].lemma in {"trip", "visit", "tour"}]
        return participants(self.cast, [Argument(i, "participant") for i in tokens])

    def _only_where(self, participant: LocalParticipant, trigger: Trigger) -> bool:
        """ "White House talks": the building before the noun says where."""
        tokens = [i for s in participant.spans for i in self.tree.within(s.start, s.end)]
        before = all(i < trigger.first and self.tree.tokens[i].dep in {"compound", "nmod"} for i in tokens)
        return before and any(self.knowledge.places.venue(s.exact) for s in participant.spans)

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
        """ "At the end of their talks, A and B …", "A told B during their talks": the plural subject of the sentence,
        or the subject and the object of the verb above."""
        owner = self.tree.child(trigger.i, "poss")
        if owner is None or self.tree.tokens[owner].text.lower() != "their" or self.cast.at(owner):
            return ()
        sentence = self.tree.sentence_of(trigger.i)
        roots = [i for i in range(sentence.first, sentence.last) if self.tree.tokens[i].dep == "ROOT"]
        tokens = [t for root in roots for s in subjects(self.tree, root) for t in (s, *self.tree.children(s, "conj"))]
        above = next((a for a in self.tree.ancestors(trigger.i) if self.tree.tokens[a].pos == "VERB"), None)
        for some in (tokens, both(self.tree, above) if above is not None else []):
            hits = [hit for t in some if (hit := self.cast.at(t)) and hit[0].kind in {"person", "state"}]
            spans = {actor.id: span for actor, span in hits}
            if len(spans) > 1:
                return tuple(LocalParticipant(actor=a, role="participant", spans=(s,)) for a, s in spans.items())
        return ()

    def several_states(self, who: tuple[LocalParticipant, ...], trigger: Trigger) -> bool:
        """Whether persons of two or more states take part: what they agree on together, they met for. States discuss
        something in talks; they agree at any distance."""
        named = any(self.tree.tokens[s].pos == "PROPN" for s in subjects(self.tree, trigger.i))
        talk = self.tree.tokens[trigger.i].lemma in {"discuss", "review"} and not self.tree.children(trigger.i, "neg")
        kinds = {"person", "state"} if named and talk else {"person"}
        people = [self.cast.actors[p.actor] for p in who if self.cast.actors[p.actor].kind in kinds]
        return len({p.country for p in people if p.country}) > 1

    def _signs(self, participant: LocalParticipant) -> bool:
        """Whether the actor can put its name to anything: no "forces", no "sides" of nobody knows whom."""
        actor = self.cast.actors[participant.actor]
        return actor.kind != "group" or bool(actor.members)

    def _travels(self, participant: LocalParticipant, trigger: Trigger) -> bool:
        """Whether the actor can go anywhere. "A tour of the Senate" is there."""
        kind = self.cast.actors[participant.actor].kind
        if kind in {"organization", "government"}:
            return trigger.how != "noun" or trigger.verb is not None
        return kind not in {"state", "bloc"} or self._any(participant)

    def _any(self, participant: LocalParticipant) -> bool:
        """Whether a state stands for any of its own ("an Iranian president has visited"): states do not travel."""
        return any(
            self.tree.tokens[i].pos in {"ADJ", "NOUN"}
            for s in participant.spans
            for i in self.tree.within(s.start, s.end)
        )


def _joined(*groups: tuple[LocalParticipant, ...]) -> tuple[LocalParticipant, ...]:
    """The participants of all groups, each actor once, the first group's role kept."""
    found: dict[str, LocalParticipant] = {}
    for group in groups:
        for participant in group:
            found.setdefault(participant.actor, participant)
    return tuple(found.values())
