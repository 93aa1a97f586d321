"""Where an article says what it is about: its title, part by part, and its first sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.records.annotated import Sentence
from communique.text.stems import stem

LEAD = 3
NEAR = 5
WHEN = 16
SHORTEST = 5
TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
BREAKS = frozenset({":", "|", "–", "—", ";"})


@dataclass(frozen=True, slots=True)
class Head:
    """`parts`: the title's, or the first sentence where there is no title; `lead`: the sentences that may tell the
    title's event again; `near`: those that may say where; `body`: those that may say when."""

    parts: tuple[Sentence, ...]
    lead: tuple[Sentence, ...]
    near: tuple[Sentence, ...]
    body: tuple[Sentence, ...]
    titled: bool

    sentences: tuple[Sentence, ...]

    def words(self, tree: Tree, parts: Iterable[Sentence]) -> set[str]:
        """The stems of the nouns, names, verbs and numbers of some sentences."""
        tokens = (i for part in parts for i in range(part.first, part.last))
        return {stem(tree.tokens[i].text) for i in tokens if tree.tokens[i].pos in TELLING}

    def is_body(self, tree: Tree, i: int) -> bool:
        """Whether token `i` stands outside the title."""
        return not self.titled or i >= self.parts[-1].last


def head_of(tree: Tree) -> Head | None:
    """The head of the article; none where it has neither title nor sentences."""
    roles = [p.role for p in tree.article.paragraphs]
    title = [s for s in tree.sentences if roles[s.paragraph] == "title"]
    body = [s for s in tree.sentences if roles[s.paragraph] in {"standfirst", "body"} and _is_sentence(tree, s)]
    if not title:
        return (
            Head((body[0],), tuple(body[1:LEAD]), tuple(body[1:NEAR]), tuple(body[1:WHEN]), False, tuple(body[1:]))
            if body
            else None
        )
    parts = [part for s in title for part in _parts(tree, s)]
    ordered = sorted(parts, key=lambda part: (not _has_verb(tree, part), part.first))
    return Head(tuple(ordered), tuple(body[:LEAD]), tuple(body[:NEAR]), tuple(body[:WHEN]), True, tuple(body))


def _is_sentence(tree: Tree, s: Sentence) -> bool:
    return s.last - s.first >= SHORTEST and _has_verb(tree, s)


def _has_verb(tree: Tree, s: Sentence) -> bool:
    return any(tree.tokens[i].pos in {"VERB", "AUX"} for i in range(s.first, s.last))


def _parts(tree: Tree, s: Sentence) -> list[Sentence]:
    """A title's parts before and behind its colons and dashes."""
    cuts = [i for i in range(s.first, s.last) if tree.tokens[i].text in BREAKS]
    starts, ends = [s.first, *(c + 1 for c in cuts)], [*cuts, s.last]
    return [Sentence(a, b, s.paragraph) for a, b in zip(starts, ends, strict=True) if b > a]
