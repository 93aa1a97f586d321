"""Walking an annotated article: children, subtrees, sentences, and stretches of text as spans."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from communique.records.annotated import Annotated, Entity, Sentence, Token
from communique.records.spans import Span


class Tree:
    """An `Annotated` with its derived indexes. Tokens are addressed by their number in `tokens`."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.article = annotated.article
        self.text = annotated.article.text
        self.tokens: tuple[Token, ...] = annotated.tokens
        self.sentences: tuple[Sentence, ...] = annotated.sentences
        self.entities: tuple[Entity, ...] = annotated.entities
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self._children[token.head].append(i)
        self._starts = [token.start for token in self.tokens]
        self._sentence_of = [n for n, s in enumerate(self.sentences) for _ in range(s.first, s.last)]

    def children(self, i: int, *deps: str) -> list[int]:
        """Dependents of token `i` in text order, of the given labels only where some are given."""
        return [c for c in self._children[i] if not deps or self.tokens[c].dep in deps]

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of token `i` with one of the labels."""
        return next(iter(self.children(i, *deps)), None)

    def subtree(self, i: int, skip: Iterable[int] = ()) -> list[int]:
        """Token `i` and all below it, in text order; what stands below a token of `skip` is left out."""
        left_out = set(skip)
        found, stack = [], [i]
        while stack:
            at = stack.pop()
            if at not in left_out:
                found.append(at)
                stack.extend(self._children[at])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """The governors of token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that token `i` stands in."""
        return self.sentences[self._sentence_of[i]]

    def sentence_number(self, i: int) -> int:
        """The number of that sentence in the article."""
        return self._sentence_of[i]

    def at(self, offset: int) -> int | None:
        """The token that covers character `offset`, or the next one, or none behind the last."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.tokens[i].end:
            return i
        return i + 1 if i + 1 < len(self.tokens) else None

    def within(self, start: int, end: int) -> list[int]:
        """The tokens that share a character with `start` to `end`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for i in range(first, len(self.tokens)):
            if self.tokens[i].start >= end:
                break
            if self.tokens[i].end > start:
                found.append(i)
        return found

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` to token `last`, inclusive."""
        return self.stretch(self.tokens[first].start, self.tokens[last].end)

    def stretch(self, start: int, end: int) -> Span:
        """The span of characters `start` to `end`, without white space at its edges."""
        raw = self.text[start:end]
        start += len(raw) - len(raw.lstrip())
        end = max(start, end - (len(raw) - len(raw.rstrip())))
        return Span(article=self.article.id, start=start, end=end, exact=self.text[start:end])
