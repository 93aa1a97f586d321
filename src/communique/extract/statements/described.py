"""Speakers whom the article only describes ("a passenger", "the officer's mother", "prosecutors", "the lawsuit"): each
an actor of its own, never anybody known, and the same one where the article takes the description up again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.annotate.tree import Tree
from communique.extract.statements.model import Source
from communique.knowledge.people import Gender, People
from communique.records.actors import ActorKind
from communique.records.ids import content_id
from communique.records.mentions import ActorMention, LocalActor
from communique.records.spans import Span

DEFINITE = frozenset({"the", "this", "that", "these", "those", "same", "such", "both"})
NEW = frozenset({"a", "an", "another", "one", "other", "some", "several", "many", "most", "few", "two", "three"})
# What goes with a noun without telling one bearer from another.
PLAIN = frozenset({"det", "punct", "case", "predet", "nummod"})
PLURAL = frozenset({"NNS", "NNPS"})
# Behind the noun these open a remark or a clause.
ENDING = frozenset({",", "(", "-", "–", "—", "who", "that", "which", "whose", "where"})


@dataclass(slots=True)
class Sketch:
    """A described speaker in the making; `known` where it is an actor of the article already."""

    id: str
    kind: ActorKind
    name: str
    noun: str
    plural: bool
    modifiers: frozenset[str]
    gender: Gender | None
    known: bool = False
    at: list[Span] = field(default_factory=list)


class Described:
    """The described speakers of an article, in the order of their first words."""

    def __init__(self, tree: Tree, people: People, actors: Iterable[LocalActor]) -> None:
        self._tree, self._people = tree, people
        self._found: list[Sketch] = []
        self._by_noun: dict[tuple[str, bool], list[Sketch]] = {}
        self._by_id: dict[str, Sketch] = {}
        for actor in actors:
            if actor.kind == "group" and not actor.members and actor.mentions:
                self._know(actor)

    def _know(self, actor: LocalActor) -> None:
        """Take a group that the article's actors have already: it may be taken up under its noun."""
        first = actor.mentions[0].span
        head = (self._tree.at(first.end) or len(self._tree.tokens)) - 1
        noun, plural = lemma(self._tree, head), self._tree.tokens[head].tag in PLURAL
        words = frozenset(first.exact.lower().split()[:-1]) - DEFINITE - NEW
        gender = self._people.gender_of_noun(noun)
        self._add(Sketch(actor.id, actor.kind, actor.name, noun, plural, words, gender, known=True))

    def _add(self, sketch: Sketch) -> None:
        self._found.append(sketch)
        self._by_id[sketch.id] = sketch
        self._by_noun.setdefault((sketch.noun, sketch.plural), []).append(sketch)

    def actor(self, source: Source, kind: ActorKind) -> str:
        """The id of whom the phrase describes."""
        tree = self._tree
        head = source.tokens[0] if source.head is None else source.head
        noun, plural = lemma(tree, head), tree.tokens[head].tag in PLURAL
        words = self._modifiers(_kept(tree, source, head), head)
        kept = _kept(tree, source, head)
        span = tree.span(kept[0], kept[-1])
        known = self._taken_up(noun, plural, words, source, kind)
        if known is None:
            known = Sketch(
                content_id("local", tree.article.id, "described", span.start, span.end),
                kind, _without_article(tree, kept), noun, plural, words, self._people.gender_of_noun(noun),
            )  # fmt: skip
            if known.id in self._by_id:
                return known.id
            self._add(known)
        known.at.append(span)
        return known.id

    def get(self, actor: str) -> Sketch | None:
        """The described speaker of that id."""
        return self._by_id.get(actor)

    def is_person(self, actor: str) -> bool:
        """Whether it is one person."""
        sketch = self._by_id.get(actor)
        return sketch is not None and not sketch.plural and self._people.is_person(sketch.noun)

    def actors(self) -> list[LocalActor]:
        """All of them as records."""
        article = self._tree.article.id
        return [
            LocalActor(
                id=s.id,
                article=article,
                kind=s.kind,
                name=s.name,
                names=(s.name,),
                # A paper is known by its place: "the report" of another article is another one.
                key=s.id if s.kind == "media" else None,
                mentions=tuple(ActorMention(span=span, how="nominal") for span in dict.fromkeys(s.at)),
            )
            for s in self._found
            if not s.known
        ]

    def _taken_up(
        self, noun: str, plural: bool, words: frozenset[str], source: Source, kind: ActorKind
    ) -> Sketch | None:
        """The last one that a definite phrase, or a bare plural in the same words, takes up again."""
        texts = {self._tree.tokens[t].text.lower() for t in source.tokens[:2]}
        if texts & NEW:
            return None
        definite = bool(texts & DEFINITE)
        for sketch in reversed(self._by_noun.get((noun, plural), ())):
            if sketch.kind == kind and (words <= sketch.modifiers if definite else words == sketch.modifiers):
                return sketch if definite or plural or words else None
        return None

    def _modifiers(self, kept: Sequence[int], head: int) -> frozenset[str]:
        """The words of the phrase that tell its bearer from another of the same noun."""
        tree = self._tree
        own = (t for t in kept if t != head and tree.tokens[t].dep not in PLAIN)
        found = {tree.tokens[t].text.lower() for t in own if tree.tokens[t].pos != "PUNCT"}
        return frozenset(found - DEFINITE - NEW)


def lemma(tree: Tree, head: int) -> str:
    """The noun in the singular, folded to lower case."""
    token = tree.tokens[head]
    if token.tag not in PLURAL:
        return token.text.lower()
    return token.lemma.lower() if token.lemma.lower() != token.text.lower() else token.text.lower().removesuffix("s")


def _kept(tree: Tree, source: Source, head: int) -> list[int]:
    """The tokens of the phrase up to a remark or a clause behind the noun."""
    kept: list[int] = []
    for token in source.tokens or (head,):
        behind = token > head and (tree.tokens[token].text.lower() in ENDING or token - kept[-1] > 1)
        if behind and kept:
            break
        kept.append(token)
    return kept


def _without_article(tree: Tree, kept: list[int]) -> str:
    bare = tree.tokens[kept[0]].text.lower() in ("the", "a", "an") and len(kept) > 1
    return tree.span(kept[1] if bare else kept[0], kept[-1]).exact
