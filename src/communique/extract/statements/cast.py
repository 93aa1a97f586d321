"""The actors of an article by place, and who spoke last as it goes on."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from communique.annotate.tree import Tree
from communique.extract.statements.described import Described
from communique.extract.statements.epithets import bodies_led, epithets
from communique.extract.statements.model import Source
from communique.knowledge.people import People
from communique.records.actors import ActorKind, How
from communique.records.mentions import Extraction, LocalActor, LocalSpeaker
from communique.text.names import fold

RANK: tuple[ActorKind, ...] = ("person", "government", "organization", "media", "state", "bloc", "format", "group")
BODIES = frozenset({"government", "organization", "media", "bloc", "format", "state"})
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
# Bodies that "the agency", "the company" and "it" may stand for.
NAMED_BODIES = frozenset({"government", "organization", "media"})
MAX_LOOK_BACK = 12
MAX_BODIES_BACK = 24
MAX_SEEN = 60
# Characters ahead to a person whose words came first.
MAX_AHEAD = 400
# Characters back to a body that a noun takes up again.
MAX_REACH = 1200


class Seen(NamedTuple):
    """A mention of an actor: where, whose, and how."""

    start: int
    end: int
    actor: str
    how: How


class Cast:
    """The actors of the article by place. Looked up by character. `described` are the speakers that this stage adds:
    those without a name."""

    def __init__(self, tree: Tree, so_far: Extraction, people: People) -> None:
        self.people = people
        self.described = Described(tree, people, so_far.actors)
        persons = [actor for actor in so_far.actors if actor.kind == "person"]
        self._called = epithets(tree, people, persons)
        self._led = bodies_led(tree, persons)
        self._actors: dict[str, LocalActor] = {actor.id: actor for actor in so_far.actors}
        self._seen = sorted(
            Seen(mention.span.start, mention.span.end, actor.id, mention.how)
            for actor in so_far.actors
            for mention in actor.mentions
            if mention.span.article
        )
        self._starts = [seen.start for seen in self._seen]
        self._longest = max((seen.end - seen.start for seen in self._seen), default=0)
        self._pronouns = {
            actor.id: {m.span.exact.lower() for m in actor.mentions if m.how == "pronoun"} for actor in so_far.actors
        }

    def at(self, offset: int) -> Seen | None:
        """The mention that covers the character; of several, a person's before a body's, the longest first."""
        found: list[Seen] = []
        for n in range(bisect_right(self._starts, offset) - 1, -1, -1):
            seen = self._seen[n]
            if offset - seen.start > self._longest or len(found) > MAX_LOOK_BACK:
                break
            if seen.end > offset:
                found.append(seen)
        return min(found, key=self._order, default=None)

    def persons(self) -> frozenset[int]:
        """The characters at which a person's name or role ends."""
        return frozenset(s.end for s in self._seen if s.how != "pronoun" and self.kind(s.actor) == "person")

    def persons_before(self, offset: int) -> tuple[str, ...]:
        """The persons mentioned last before the character, at most three, as candidates."""
        last = bisect_right(self._starts, offset - 1)
        near = self._seen[max(0, last - MAX_LOOK_BACK) : last][::-1]
        persons = dict.fromkeys(seen.actor for seen in near if self.kind(seen.actor) == "person")
        return tuple(sorted(list(persons)[:3]))

    def introduced_after(self, offset: int, pronoun: str) -> str | None:
        """The first person named behind the character, not far, who may be "she": a story may open with the words of
        somebody whom it names only then."""
        for seen in self._seen[bisect_left(self._starts, offset) :][:MAX_LOOK_BACK]:
            if seen.start - offset > MAX_AHEAD:
                return None
            if seen.how == "name" and self.kind(seen.actor) == "person":
                return seen.actor if self.may_be(seen.actor, pronoun) else None
        return None

    def holders(self, title: str) -> tuple[str, ...]:
        """The persons whom the article calls by that title."""
        return tuple(
            sorted(
                actor.id
                for actor in self._actors.values()
                if actor.kind == "person" and any(title == office.title.split()[-1] for office in actor.offices)
            )
        )

    def members(self, actor: str) -> tuple[str, ...]:
        """The members of a group that are actors of the article."""
        own = self._actors[actor]
        return tuple(member for member in own.members if member in self._actors) if own.kind == "group" else ()

    def may_be(self, actor: str, pronoun: str) -> bool:
        """Whether the actor is a person whom nothing forbids to be "he" or "she"."""
        sketch = self.described.get(actor)
        masculine = pronoun in MASCULINE
        if sketch is not None:
            return self.described.is_person(actor) and sketch.gender != ("f" if masculine else "m")
        against = FEMININE if masculine else MASCULINE
        other = self.people.gender_of_name(self._actors[actor].name) == ("f" if masculine else "m")
        return self.kind(actor) == "person" and not self._pronouns[actor] & against and not other

    def kind(self, actor: str) -> ActorKind:
        """The kind of an actor."""
        sketch = self.described.get(actor)
        return self._actors[actor].kind if sketch is None else sketch.kind

    def is_body(self, actor: str) -> bool:
        """Whether the actor is a body that has a name, or a noun for one: "the committee"."""
        sketch = self.described.get(actor)
        if sketch is not None:
            return not sketch.plural and sketch.kind != "media" and sketch.noun in self.people.bodies
        return self.kind(actor) in BODIES

    def is_person(self, actor: str) -> bool:
        """Whether the actor is one person, named or described."""
        return self.kind(actor) == "person" or self.described.is_person(actor)

    def bodies_before(self, offset: int) -> tuple[str, ...]:
        """The bodies named last before the character, the nearest first."""
        last = bisect_right(self._starts, offset - 1)
        near = self._seen[max(0, last - MAX_BODIES_BACK) : last][::-1]
        found = dict.fromkeys(
            s.actor for s in near if offset - s.end < MAX_REACH and self.kind(s.actor) in NAMED_BODIES
        )
        return tuple(found)

    def called(self, noun: str) -> tuple[str, ...]:
        """The persons whom the article calls by the noun beside their names."""
        return self._called.get(noun, ())

    def heading(self, words: Iterable[str]) -> tuple[str, ...]:
        """The persons before whose names one of the words stands as a body's."""
        return tuple(dict.fromkeys(actor for word in words for actor in self._led.get(word, ())))

    def persons_between(self, start: int, end: int) -> tuple[Seen, ...]:
        """The persons named between two characters, by mention."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = self._seen[max(first, last - MAX_SEEN) : last]
        return tuple(s for s in inside if s.how != "pronoun" and self.kind(s.actor) == "person")

    def has_name(self, actor: str) -> bool:
        """Whether the actor has a name, or is known to be several."""
        own = self._actors.get(actor)
        return own is None or bool(own.name or own.members)

    def has_word(self, actor: str, words: Collection[str]) -> bool:
        """Whether a name of the actor has one of the words in it."""
        own = self._actors.get(actor)
        return own is not None and any(w in words for name in (own.name, *own.names) for w in fold(name).split())

    def describe(self, source: Source, kind: ActorKind) -> str:
        """The id of a speaker whom nobody names, and whom the phrase of `source` describes."""
        return self.described.actor(source, kind)

    def _order(self, seen: Seen) -> tuple[int, int, str]:
        return RANK.index(self.kind(seen.actor)), seen.start - seen.end, seen.actor


class Talk:
    """Who spoke last, who spoke alone last, and whose paper was cited last under which word ("the report")."""

    def __init__(self) -> None:
        self.last: Sequence[LocalSpeaker] = ()
        self.alone: LocalSpeaker | None = None
        self.papers: dict[str, tuple[str, ...]] = {}
        self.body: str | None = None
        self._body_paragraph = -99
        self._sentence = -99
        self._paragraph = -99
        self._alone_paragraph = -99

    def move(self, speakers: tuple[LocalSpeaker, ...], tree: Tree, token: int, cast: Cast) -> None:
        """Take `speakers` as the last ones, at `token`."""
        self.last = speakers
        first = speakers[0].actor
        if len(speakers) == 1 and first is not None and cast.is_person(first):
            self.alone, self._alone_paragraph = speakers[0], tree.sentence_of(token).paragraph
        if len(speakers) == 1 and first is not None and cast.is_body(first):
            self.body, self._body_paragraph = first, tree.sentence_of(token).paragraph
        self._sentence = tree.sentence_number(token)
        self._paragraph = tree.sentence_of(token).paragraph

    def body_before(self, tree: Tree, token: int) -> str | None:
        """The last body that spoke, at most one paragraph before `token`."""
        return self.body if 0 <= tree.sentence_of(token).paragraph - self._body_paragraph <= 1 else None

    def sentences_ago(self, tree: Tree, token: int) -> int:
        """How many sentences before `token` they spoke; many, where it was in another paragraph."""
        if not self.same_paragraph(tree, token):
            return 99
        return tree.sentence_number(token) - self._sentence

    def sentences_back(self, tree: Tree, token: int) -> int:
        """How many sentences before `token` they spoke, whatever the paragraph."""
        return tree.sentence_number(token) - self._sentence

    def alone_before(self, tree: Tree, token: int) -> LocalSpeaker | None:
        """The last person who spoke alone, at most two paragraphs before `token`."""
        near = 0 <= tree.sentence_of(token).paragraph - self._alone_paragraph <= 2
        return self.alone if near else None

    def same_paragraph(self, tree: Tree, token: int) -> bool:
        """Whether they spoke in the paragraph of `token`."""
        return self._paragraph == tree.sentence_of(token).paragraph
