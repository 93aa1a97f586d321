"""Where an article says what it is about: its title, part by part, and its first sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.records.annotated import Sentence
from communique.text.stems import stem

LEAD = 3
NEAR = 5
WHEN = 16
# How many tokens a headline has at most.
HEADLINE = 22
SHORTEST = 5
TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
BREAKS = frozenset({":", "|", "–", "—", ";"})


@dataclass(frozen=True, slots=True)
class Head:
    """`parts`: the title's, or the first sentence where there is no title; `lead`: the sentences that may tell the
    title's event again; `near`: those that may say where; `body`: those that may say when; `sentences`: all of the
    body."""

    parts: tuple[Sentence, ...]
    lead: tuple[Sentence, ...]
    near: tuple[Sentence, ...]
    body: tuple[Sentence, ...]
    sentences: tuple[Sentence, ...]
    titled: bool

    def words(self, tree: Tree, parts: Iterable[Sentence]) -> set[str]:
        """The stems of the nouns, names, verbs and numbers of some sentences."""
        tokens = (i for part in parts for i in range(part.first, part.last))
        return {stem(tree.tokens[i].text) for i in tokens if tree.tokens[i].pos in TELLING}

    def is_body(self, tree: Tree, i: int) -> bool:
        """Whether token `i` stands outside the title."""
        return not self.titled or i >= max(part.last for part in self.parts)


def head_of(tree: Tree) -> Head | None:
    """The head of the article; none where it has neither title nor sentences."""
    roles = [p.role for p in tree.article.paragraphs]
    title = [s for s in tree.sentences if roles[s.paragraph] == "title"]
    body = [s for s in tree.sentences if roles[s.paragraph] in {"standfirst", "body"}]
    if not title and _is_headline(body):
        title, body = body[:1], body[1:]
    told = [s for s in body if _is_sentence(tree, s)]
    if not title:
        return Head(tuple(told[:1]), *_reaches(told[1:], LEAD - 1), titled=False) if told else None
    parts = [part for s in title for part in _parts(tree, s)]
    ordered = sorted(parts, key=lambda part: (not _has_verb(tree, part), part.first))
    return Head(tuple(ordered), *_reaches(told, LEAD), titled=True)


Sentences = tuple[Sentence, ...]


def _reaches(told: list[Sentence], lead: int) -> tuple[Sentences, Sentences, Sentences, Sentences]:
    """The lead, those near, those that may say when, all."""
    by = lead - LEAD
    return tuple(told[:lead]), tuple(told[: NEAR + by]), tuple(told[: WHEN + by]), tuple(told)


def _is_headline(body: list[Sentence]) -> bool:
    """Whether an article without a title has it as its first paragraph: one short sentence before longer ones."""
    first = body[0] if body else None
    if first is None or first.last - first.first > HEADLINE:
        return False
    rest = [s for s in body[1:] if s.paragraph != first.paragraph]
    return len(rest) == len(body) - 1 and any(s.last - s.first > HEADLINE for s in rest)


def _is_sentence(tree: Tree, s: Sentence) -> bool:
    return s.last - s.first >= SHORTEST and _has_verb(tree, s)


def _has_verb(tree: Tree, s: Sentence) -> bool:
    return any(tree.tokens[i].pos in {"VERB", "AUX"} for i in range(s.first, s.last))


def _parts(tree: Tree, s: Sentence) -> list[Sentence]:
    """A title's parts before and behind its colons and dashes."""
    cuts = [i for i in range(s.first, s.last) if tree.tokens[i].text in BREAKS]
    starts, ends = [s.first, *(c + 1 for c in cuts)], [*cuts, s.last]
    return [Sentence(a, b, s.paragraph) for a, b in zip(starts, ends, strict=True) if b > a]
