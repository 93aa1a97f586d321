"""From the words that say who speaks to the actors of the article: one form of speaker a function."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from communique.annotate.tree import Tree
from communique.extract.statements.model import Draft, Page, Source
from communique.extract.statements.speakers import phrase
from communique.records.actors import ActorKind, How
from communique.records.mentions import Extraction, LocalActor, LocalSpeaker
from communique.records.statements import SpeakerHow

SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "both", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
COLLECTIVE = frozenset({
    "presidents", "leaders", "sides", "parties", "ministers", "countries", "nations", "counterparts", "governments",
    "chiefs", "states", "heads", "delegations", "men", "two", "both", "pair",
})  # fmt: skip
RANK: tuple[ActorKind, ...] = ("person", "government", "organization", "media", "state", "bloc", "format", "group")
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
        self.actors: dict[str, LocalActor] = {actor.id: actor for actor in so_far.actors}
        seen = [
            Seen(m.span.start, m.span.end, actor.id, m.how)
            for actor in so_far.actors
            for m in actor.mentions
            if m.span.article
        ]
        self.seen = sorted(seen)
        self._starts = [s.start for s in self.seen]
        self._longest = max((s.end - s.start for s in self.seen), default=0)

    def at(self, offset: int) -> Seen | None:
        """The mention that covers the character; of several, a person's before a body's, the longest first."""
        found: list[Seen] = []
        for n in range(bisect_right(self._starts, offset) - 1, -1, -1):
            seen = self.seen[n]
            if offset - seen.start > self._longest or len(found) > MAX_LOOK_BACK:
                break
            if seen.end > offset:
                found.append(seen)
        return min(found, key=self._order, default=None)

    def before(self, offset: int) -> Sequence[Seen]:
        """The last mentions that start before the character, nearest first."""
        last = bisect_right(self._starts, offset - 1)
        return self.seen[max(0, last - MAX_LOOK_BACK) : last][::-1]

    def kind(self, actor: str) -> ActorKind:
        """The kind of an actor."""
        return self.actors[actor].kind

    def _order(self, seen: Seen) -> tuple[int, int, str]:
        return RANK.index(self.kind(seen.actor)), seen.start - seen.end, seen.actor


class Talk:
    """Who spoke last, as the article goes on."""

    def __init__(self) -> None:
        self.last: tuple[LocalSpeaker, ...] = ()
        self.paragraph = -1


def speakers(page: Page, draft: Draft, cast: Cast, talk: Talk) -> tuple[LocalSpeaker, ...]:
    """The speakers of a draft, and `talk` moved on to them. Empty where the text names none."""
    if draft.source.head is None:
        return ()
    found: list[LocalSpeaker] = []
    for source in _apart(page.tree, draft.source):
        found.extend(_resolved(page, draft, source, cast, talk))
    paragraph = page.tree.sentence_of(draft.verb).paragraph
    if any(speaker.actor for speaker in found):
        talk.last, talk.paragraph = tuple(found), paragraph
    return tuple(found)


def _apart(tree: Tree, source: Source) -> list[Source]:
    """Joint speakers one by one: "Raisi and Putin"."""
    if source.head is None:
        return []
    heads, at = [source.head], source.head
    while (following := tree.child(at, "conj")) is not None and following in source.tokens:
        heads.append(following)
        at = following
    if len(heads) == 1:
        return [source]
    found = []
    for head in heads:
        joint = {t for c in tree.children(head, "conj", "cc") for t in tree.subtree(c)}
        own = [t for t in phrase(tree, head).tokens if t not in joint and t in source.tokens]
        while len(own) > 1 and tree.tokens[own[-1]].pos == "PUNCT":
            own.pop()
        found.append(Source(head, tuple(own) or (head,)))
    return found


def _resolved(page: Page, draft: Draft, source: Source, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    tree = page.tree
    head = source.head if source.head is not None else source.tokens[0]
    word = tree.tokens[head].text.lower()
    span = tree.span(source.tokens[0], source.tokens[-1])
    blank = LocalSpeaker(text=span.exact, span=span, how=_how(tree, draft, head))
    seen = cast.at(tree.tokens[head].start)
    if word in RELATIVE and tree.tokens[head].pos != "NOUN":
        return _relative(tree, head, blank, cast, talk)
    if seen is not None:
        return _named(blank, seen, cast, draft)
    if word in SINGULAR:
        return _pronoun(page, head, blank, cast, talk)
    if word in PLURAL or word in COLLECTIVE:
        return _plural(blank, cast, talk, head, tree)
    return [blank]


def _how(tree: Tree, draft: Draft, head: int) -> SpeakerHow:
    token = tree.tokens[head]
    if draft.form == "according":
        return "source"
    if token.text.lower() in RELATIVE and token.pos == "PRON":
        return "relative"
    if token.pos == "PRON":
        return "pronoun"
    return "named" if token.pos == "PROPN" else "role"


def _named(blank: LocalSpeaker, seen: Seen, cast: Cast, draft: Draft) -> list[LocalSpeaker]:
    """A mention that the article's actors account for; a group speaks through its members, where they are known."""
    hows: dict[How, SpeakerHow] = {"name": "named", "nominal": "role", "pronoun": "pronoun"}
    actor = cast.actors[seen.actor]
    how: SpeakerHow = "source" if draft.form == "according" else hows[seen.how]
    members = [member for member in actor.members if member in cast.actors]
    if actor.kind == "group" and len(members) > 1:
        return [_with(blank, member, "collective") for member in members]
    return [_with(blank, seen.actor, "collective" if actor.kind == "group" else how)]


def _with(blank: LocalSpeaker, actor: str | None, how: SpeakerHow, candidates: tuple[str, ...] = ()) -> LocalSpeaker:
    return LocalSpeaker(actor=actor, text=blank.text, span=blank.span, how=how, candidates=candidates)


def _relative(tree: Tree, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "who": the noun that the clause describes; at the head of a sentence, whoever spoke before."""
    verb = tree.tokens[head].head
    noun = tree.tokens[verb].head
    if tree.tokens[verb].dep == "relcl":
        seen = cast.at(tree.tokens[noun].start)
        return [_with(blank, seen.actor if seen else None, "relative")]
    if head == tree.sentence_of(head).first:
        return [_with(blank, s.actor, "relative", s.candidates) for s in talk.last] or [blank]
    return [blank]


def _pronoun(page: Page, head: int, blank: LocalSpeaker, cast: Cast, talk: Talk) -> list[LocalSpeaker]:
    """ "he": the one who spoke last in the paragraph, else the last person that was a subject."""
    tree = page.tree
    if talk.paragraph == tree.sentence_of(head).paragraph and len(talk.last) == 1:
        return [_with(blank, talk.last[0].actor, "pronoun", talk.last[0].candidates)]
    persons = [s for s in cast.before(tree.tokens[head].start) if cast.kind(s.actor) == "person"]
    subjects = [s for s in persons if _is_subject(tree, s)]
    names = list(dict.fromkeys(s.actor for s in subjects or persons))
    if len(names) == 1 or (names and subjects):
        return [_with(blank, names[0], "pronoun")]
    return [_with(blank, None, "pronoun", tuple(sorted(names[:3])))]


def _is_subject(tree: Tree, seen: Seen) -> bool:
    at = tree.at(seen.end - 1)
    return at is not None and tree.tokens[at].dep in ("nsubj", "nsubjpass")


def _plural(blank: LocalSpeaker, cast: Cast, talk: Talk, head: int, tree: Tree) -> list[LocalSpeaker]:
    """ "they", "the leaders": those who spoke together last, else the two persons named last."""
    if len(talk.last) > 1 and talk.paragraph == tree.sentence_of(head).paragraph:
        return [_with(blank, s.actor, "collective") for s in talk.last]
    return [_with(blank, None, "collective")]
