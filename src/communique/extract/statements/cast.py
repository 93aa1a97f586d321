"""The actors of an article by place, and who spoke last as it goes on."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from communique.annotate.tree import Tree
from communique.records.actors import ActorKind, How
from communique.records.mentions import Extraction, LocalActor, LocalSpeaker

RANK: tuple[ActorKind, ...] = ("person", "government", "organization", "media", "state", "bloc", "format", "group")
BODIES = frozenset({"government", "organization", "media", "bloc", "format", "state"})
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
MAX_LOOK_BACK = 12


class Seen(NamedTuple):
    """A mention of an actor: where, whose, and how."""

    start: int
    end: int
    actor: str
    how: How


class Cast:
    """The actors of the article by place. Looked up by character."""

    def __init__(self, so_far: Extraction) -> None:
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
        known = self._pronouns[actor]
        against = FEMININE if pronoun in MASCULINE else MASCULINE
        return self.kind(actor) == "person" and not known & against

    def kind(self, actor: str) -> ActorKind:
        """The kind of an actor."""
        return self._actors[actor].kind

    def _order(self, seen: Seen) -> tuple[int, int, str]:
        return RANK.index(self.kind(seen.actor)), seen.start - seen.end, seen.actor


class Talk:
    """Who spoke last, who spoke alone last, and whose paper was cited last under which word ("the report")."""

    def __init__(self) -> None:
        self.last: Sequence[LocalSpeaker] = ()
        self.alone: LocalSpeaker | None = None
        self.papers: dict[str, tuple[str, ...]] = {}
        self._sentence = -99
        self._paragraph = -99
        self._alone_paragraph = -99

    def move(self, speakers: tuple[LocalSpeaker, ...], tree: Tree, token: int, cast: Cast) -> None:
        """Take `speakers` as the last ones, at `token`."""
        self.last = speakers
        first = speakers[0].actor
        if len(speakers) == 1 and first is not None and cast.kind(first) == "person":
            self.alone, self._alone_paragraph = speakers[0], tree.sentence_of(token).paragraph
        self._sentence = tree.sentence_number(token)
        self._paragraph = tree.sentence_of(token).paragraph

    def sentences_ago(self, tree: Tree, token: int) -> int:
        """How many sentences before `token` they spoke; many, where it was in another paragraph."""
        if not self.same_paragraph(tree, token):
            return 99
        return tree.sentence_number(token) - self._sentence

    def alone_before(self, tree: Tree, token: int) -> LocalSpeaker | None:
        """The last person who spoke alone, at most two paragraphs before `token`."""
        near = 0 <= tree.sentence_of(token).paragraph - self._alone_paragraph <= 2
        return self.alone if near else None

    def same_paragraph(self, tree: Tree, token: int) -> bool:
        """Whether they spoke in the paragraph of `token`."""
        return self._paragraph == tree.sentence_of(token).paragraph
