"""From triggers to drafts of event mentions: who, where, when, and what the clause says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.extract.events.alone import is_enough
from communique.extract.events.arguments import authors
from communique.extract.events.cast import Cast
from communique.extract.events.company import Company
from communique.extract.events.eligible import is_event, is_series
from communique.extract.events.setting import Setting
from communique.extract.events.spoken import speakers_at
from communique.extract.events.status import status_of
from communique.extract.events.triggers import Trigger, find_triggers
from communique.extract.events.when import Calendar
from communique.extract.events.where import Spot
from communique.knowledge import Knowledge
from communique.records.events import Place
from communique.records.ids import content_id
from communique.records.mentions import EventMention, Extraction, LocalActor, LocalParticipant
from communique.records.spans import Span

SUBCLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj"})
DEFINITE = frozenset({"the", "this", "that", "their", "these", "those", "his", "her", "its"})
FIRST = 3
# How far before its verb a subject is shown with it.
NEAR_SUBJECT = 8
NAMED_BODIES = frozenset({"organization", "format", "bloc", "media"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event mention with what only its own article needs: whether it refers back, its trigger, whether its time
    hangs on the noun itself, and whether one who takes part is enough, or not even two (None)."""

    mention: EventMention
    trigger: Trigger
    definite: bool
    own_time: bool = False
    alone: bool | None = False


def drafts(tree: Tree, so_far: Extraction, knowledge: Knowledge) -> tuple[list[Draft], dict[str, LocalActor]]:
    """A draft for every trigger of the article, compound ones split, in text order; and the states, by local id, that
    only their drafts speak of."""
    cast = Cast(tree, so_far, knowledge.states, knowledge.titles)
    calendar = Calendar(tree, so_far)
    named = _named(tree, so_far)
    told = (t for t in find_triggers(tree, knowledge.event_forms) if t.i not in named or speakers_at(tree, t))
    triggers = [t for t in told if is_event(tree, cast, t)]
    scene = _Scene(tree, knowledge, cast, calendar, frozenset(t.i for t in triggers))
    return [draft for trigger in triggers for draft in scene.drafts(trigger)], cast.made


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


class _Scene:
    """What all drafts of one article share."""

    def __init__(
        self, tree: Tree, knowledge: Knowledge, cast: Cast, calendar: Calendar, rivals: frozenset[int]
    ) -> None:
        self.tree, self.knowledge, self.cast, self.calendar, self.rivals = tree, knowledge, cast, calendar, rivals
        self.agencies = frozenset(row.key for row in knowledge.organizations.agencies)
        self.setting = Setting(tree, knowledge, cast, calendar)
        self.company = Company(tree, knowledge, cast, calendar)

    def drafts(self, trigger: Trigger) -> Iterator[Draft]:
        tokens = self._own_tokens(trigger)
        who = self.company.of(trigger)
        if trigger.how == "jointly" and not self.company.several_states(who, trigger):
            return
        where = self.setting.where(trigger, tokens, who)
        if trigger.plural and len(parts := self.setting.split(trigger, who)) > 1:
            for first, last, seat, when in parts:
                yield self._draft(trigger, who, seat, when, self.tree.span(first, last - 1))
            return
        time = self.calendar.of(trigger, self.rivals - {trigger.i})
        if trigger.how == "told" and time is None and self._only_source(who):
            return
        if not where and time is None and is_series(self.tree, trigger) and not self._main(trigger):
            return
        place = where[0].place if where else self.setting.seat(trigger)
        times = [t.id for t in self.calendar.coordinated(time)] if time else [None]
        for said in times:
            yield self._draft(trigger, who, place, said, self._span(trigger, where))

    def _only_source(self, who: tuple[LocalParticipant, ...]) -> bool:
        """ "Told Reuters", "told us": words to an agency, or to the article's own outlet, only say whose they are. Many
        a paper prints its own name, and no other, in capitals."""
        own = self.tree.article.outlet
        media = [(a, p) for p in who if (a := self.cast.actors[p.actor]).kind == "media"]
        return all(
            a.key in self.agencies
            or (own is not None and own.value in {a.name, *a.names})
            or (not a.name.isupper() and all(span.exact.isupper() for span in p.spans))
            for a, p in media
        )

    def _main(self, trigger: Trigger) -> bool:
        """Whether it is a noun in the article's first sentences, where a plural tells of one occasion."""
        return trigger.how == "noun" and self.tree.sentence_number(trigger.i) < FIRST

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
        said = trigger.how != "noun" or authors(self.tree, trigger.i) or speakers_at(self.tree, trigger)
        issued = trigger.form == "statement" and bool(said)
        own_time = time is not None and (issued or self.calendar.hangs_on(time, trigger.i))
        alone = is_enough(self.tree, self.cast, trigger, who, set_=own_time or place is not None)
        return Draft(mention, trigger, _definite(self.tree, trigger), own_time, alone)


def _definite(tree: Tree, trigger: Trigger) -> bool:
    if trigger.how != "noun":
        return False
    words = {tree.tokens[c].text.lower() for c in tree.children(trigger.i, "det", "poss")}
    return bool(words & DEFINITE)
