"""An article with its grammar: our own form, so that extractors need no parser to be tested."""

from communique.records.articles import Article
from communique.records.base import Row


class Token(Row, frozen=True, array_like=True):
    """One word or mark. `start`/`end` are offsets into the article's text; `head` is the index of its
    governor (its own index at a root); `pos`, `dep` are spaCy's English labels (UPOS, CLEAR), `tag` is Penn's."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Sentence(Row, frozen=True, array_like=True):
    """Tokens `first` to `last` (exclusive). `paragraph` is the index into the article's paragraphs."""

    first: int
    last: int
    paragraph: int


class Entity(Row, frozen=True, array_like=True):
    """A name that the parser saw: tokens `first` to `last` (exclusive), `label` as in OntoNotes."""

    first: int
    last: int
    label: str


class Annotated(Row, frozen=True, kw_only=True):
    """An article with tokens, sentences and entities in text order. No sentence crosses a paragraph."""

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
