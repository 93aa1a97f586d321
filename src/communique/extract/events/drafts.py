"""From triggers to drafts of event mentions: who, where, when, and what the clause says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.events.arguments import (
    JOURNEYS,
    TAKES_PART,
    Argument,
    Cast,
    arguments,
    around,
    both,
    climbed,
    participants,
    subjects,
)
from communique.extract.events.setting import GOING, Setting
from communique.extract.events.status import status_of
from communique.extract.events.triggers import Trigger, find_triggers
from communique.extract.events.when import Calendar
from communique.extract.events.where import Spot
from communique.knowledge import Knowledge
from communique.records.events import ParticipantRole, Place
from communique.records.ids import content_id
from communique.records.mentions import EventMention, Extraction, LocalParticipant
from communique.records.spans import Span

SUBCLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj"})
INSTRUMENTS = frozenset(
    "agreement treaty pact deal memorandum contract declaration protocol accord document statement communique "
    "convention memoranda charter roadmap plan armistice truce ceasefire treaties".split()
)
# What is named to date something else, and the words that lead to it so.
DATING = frozenset({"inauguration", "election", "referendum", "funeral", "runoff"})
WHEN = frozenset({"after", "before", "since", "until", "following", "for", "during", "of"})
WISHES = frozenset(
    "willingness readiness desire ability reluctance unwillingness refusal willing ready able eager reluctant unable "
    "unwilling prepared".split()
)
# Nouns whose plural tells of several events.
SINGLE = frozenset(
    "meeting encounter visit trip call conversation summit dialogue discussion audience reception dinner lunch tour "
    "sit-down stopover phone".split()
)
FIRST = 3
# How far before its verb a subject is shown with it.
NEAR_SUBJECT = 8
SIDED = frozenset({"hosts", "with"})
NAMED_BODIES = frozenset({"organization", "format", "bloc", "media"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event mention with what only its own article needs: whether it refers back, its trigger, and
    whether its time hangs on the noun itself."""

    mention: EventMention
    trigger: Trigger
    definite: bool
    own_time: bool = False


def drafts(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> list[Draft]:
    """A draft for every trigger of the article, compound ones split, in text order."""
    cast, calendar = Cast(tree, so_far, knowledge.states), Calendar(tree, so_far)
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
    if trigger.form in {"ceremony", "election"} and token.lemma in DATING and _only_dates(tree, trigger):
        return False
    if trigger.how != "noun" and _only_wished(tree, trigger.i):
        return False
    if trigger.form == "signing" and trigger.how == "signs":
        objects = tree.children(trigger.i, "dobj", "nsubjpass")
        return any(tree.tokens[o].lemma in INSTRUMENTS for o in objects)
    if trigger.how == "noun" and trigger.first == trigger.i and token.text.lower().startswith("call"):
        return any(tree.tokens[p].text.lower() in {"with", "between"} for p in tree.children(trigger.i, "prep"))
    return not (trigger.form == "talks" and trigger.how == "noun" and token.lemma == "talk" and not trigger.plural)


def _only_dates(tree: Tree, trigger: Trigger) -> bool:
    """ "days after the inauguration": it only says when something else was."""
    token = tree.tokens[trigger.i]
    return trigger.verb is None and token.dep == "pobj" and tree.tokens[token.head].text.lower() in WHEN


def _only_wished(tree: Tree, verb: int) -> bool:
    """ "its readiness to negotiate with": nobody has agreed to."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    return token.dep in {"acl", "xcomp", "ccomp"} and token.tag == "VB" and above.lemma in WISHES


def is_series(tree: Tree, trigger: Trigger) -> bool:
    """ "his conversations with the king": some, any number, at any time."""
    token = tree.tokens[trigger.i]
    many = trigger.how == "noun" and trigger.plural and token.lemma in SINGLE
    return many and trigger.verb is None and not tree.children(trigger.i, "nummod")


class _Scene:
    """What all drafts of one article share."""

    def __init__(
        self, tree: Tree, knowledge: Knowledge, cast: Cast, calendar: Calendar, rivals: frozenset[int]
    ) -> None:
        self.tree, self.knowledge, self.cast, self.calendar, self.rivals = tree, knowledge, cast, calendar, rivals
        self.setting = Setting(tree, knowledge, cast, calendar)

    def drafts(self, trigger: Trigger) -> Iterator[Draft]:
        tokens = self._own_tokens(trigger)
        who = self._who(trigger)
        if trigger.form in JOURNEYS:
            who = tuple(p for p in who if self.cast.actors[p.actor].kind not in {"state", "bloc"} or self._any(p))
        if self.tree.tokens[trigger.i].lemma == "meet" and self._meets_a_thing(trigger):
            return
        if trigger.how == "phones" and not self._phones_a_person(trigger):
            return
        if trigger.how == "jointly" and not self._several_states(who, trigger):
            return
        where = self.setting.where(trigger, tokens, who)
        if trigger.plural and len(parts := self.setting.split(trigger, who)) > 1:
            for first, last, seat, when in parts:
                yield self._draft(trigger, who, seat, when, self.tree.span(first, last - 1))
            return
        time = self.calendar.of(trigger, self.rivals - {trigger.i})
        if not where and time is None and is_series(self.tree, trigger) and not self._main(trigger):
            return
        place = where[0].place if where else self.setting.seat(trigger)
        times = [t.id for t in self.calendar.coordinated(time)] if time else [None]
        for said in times:
            yield self._draft(trigger, who, place, said, self._span(trigger, where))

    def _any(self, participant: LocalParticipant) -> bool:
        """Whether a state stands for any of its own ("an Iranian president has visited"): states do not travel."""
        return any(" " in span.exact and span.exact[:1].islower() for span in participant.spans) or any(
            self.tree.tokens[i].pos == "ADJ" for s in participant.spans for i in self.tree.within(s.start, s.end)
        )

    def _meets_a_thing(self, trigger: Trigger) -> bool:
        """ "meet the bar": what is met is nobody that the article knows of."""
        objects = self.tree.children(trigger.i, "dobj")
        return bool(objects) and all(
            self.tree.tokens[o].pos == "NOUN" and self.cast.at(o) is None and not self._person_inside(o)
            for o in objects
        )

    def _phones_a_person(self, trigger: Trigger) -> bool:
        """Not "called the charges unfounded"."""
        whom = [a.token for a in arguments(self.tree, trigger) if a.token > trigger.i]
        return any((hit := self.cast.at(t)) and hit[0].kind in {"person", "state"} for t in whom)

    def _person_inside(self, i: int) -> bool:
        return any((hit := self.cast.at(t)) and hit[0].kind in {"person", "group"} for t in self.tree.subtree(i))

    def _main(self, trigger: Trigger) -> bool:
        """Whether the noun stands in the article's first sentences, where a plural tells of one occasion."""
        return self.tree.sentence_number(trigger.i) < FIRST

    def _several_states(self, who: tuple[LocalParticipant, ...], trigger: Trigger) -> bool:
        """Whether persons of two or more states take part: what they agree on together, they met for. States discuss
        something in talks; they agree at any distance."""
        named = any(self.tree.tokens[s].pos == "PROPN" for s in subjects(self.tree, trigger.i))
        talk = self.tree.tokens[trigger.i].lemma in {"discuss", "review"} and not self.tree.children(trigger.i, "neg")
        kinds = {"person", "state"} if named and talk else {"person"}
        people = [self.cast.actors[p.actor] for p in who if self.cast.actors[p.actor].kind in kinds]
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
            and not self._says_of(trigger, i)
            and trigger.i not in self.tree.subtree(i)
        ]
        if trigger.how == "noun":
            cut += [i for i in self.rivals if i != trigger.i and trigger.i not in self.tree.subtree(i)]
        return self.tree.subtree(top, skip=cut)

    def _says_of(self, trigger: Trigger, i: int) -> bool:
        """ "the talks planned in Lisbon": a participle that is part of the phrase."""
        token = self.tree.tokens[i]
        return token.dep == "acl" and token.tag == "VBN" and token.head == trigger.i

    def _who(self, trigger: Trigger) -> tuple[LocalParticipant, ...]:
        found = arguments(self.tree, trigger)
        with_media = trigger.form == "statement" and self.tree.tokens[trigger.i].lemma == "interview"
        who = participants(self.cast, found, TAKES_PART | {"media"} if with_media else TAKES_PART)
        if trigger.how == "noun":
            who = _joined(who, self._nations(trigger), self._owners(trigger))
        elif trigger.how in SIDED and not participants(self.cast, [a for a in found if a.token < trigger.i]):
            role: ParticipantRole = "host" if trigger.how == "hosts" else "participant"
            above = [Argument(s, role) for s in climbed(self.tree, self.cast, trigger.i)]
            who = _joined(participants(self.cast, above), who) if above else who
        who = who or participants(self.cast, around(self.tree, self.cast, trigger))
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
        """ "At the end of their talks, A and B …", "A told B during their talks": the plural subject of the sentence,
        or the subject and the object of the verb above."""
        owner = self.tree.child(trigger.i, "poss")
        if owner is None or self.tree.tokens[owner].text.lower() != "their" or self.cast.at(owner):
            return ()
        sentence = self.tree.sentence_of(trigger.i)
        roots = [i for i in range(sentence.first, sentence.last) if self.tree.tokens[i].dep == "ROOT"]
        tokens = [t for root in roots for s in subjects(self.tree, root) for t in (s, *self.tree.children(s, "conj"))]
        above = next((a for a in self.tree.ancestors(trigger.i) if self.tree.tokens[a].pos == "VERB"), None)
        role: ParticipantRole = "guest" if trigger.form in GOING else "participant"
        for some in (tokens, both(self.tree, above) if above is not None else []):
            hits = [hit for t in some if (hit := self.cast.at(t)) and hit[0].kind in {"person", "state"}]
            spans = {actor.id: span for actor, span in hits}
            if len(spans) > 1:
                return tuple(LocalParticipant(actor=a, role=role, spans=(s,)) for a, s in spans.items())
        return ()

    def _span(self, trigger: Trigger, where: list[Spot]) -> Span:
        """The trigger with its participants, place and time: a phrase a reader can recognise, not the sentence."""
        cut = [i for i in self.tree.subtree(trigger.i) if i != trigger.i and self.tree.tokens[i].dep in SUBCLAUSES]
        cut += [c for c in self.tree.children(trigger.i, "conj", "xcomp") if self.tree.tokens[c].pos == "VERB"]
        tokens = self.tree.subtree(trigger.i, skip=cut)
        if trigger.verb is not None and trigger.verb < trigger.i:
            own = self.tree.children(trigger.verb, "nsubj")
            lead = min(self.tree.subtree(own[0]), default=trigger.verb) if own else trigger.verb
            tokens = [lead if trigger.verb - lead <= NEAR_SUBJECT else trigger.verb, *tokens]
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
        also = (time,) if time and self.calendar.is_second(time) else ()
        status = status_of(self.tree, trigger)
        if status == "held" and time is not None and self.calendar.is_ahead(time):
            status = "planned"
        mention = EventMention(
            id=content_id(
                "mention", self.tree.article.id, trigger.form, span.start, span.end, trigger.i, *where, *also
            ),
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
        own_time = time is not None and self.calendar.hangs_on(time, trigger.i)
        return Draft(mention, trigger, _definite(self.tree, trigger), own_time)


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
