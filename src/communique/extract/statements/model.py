"""What the parts of this stage hand to each other."""

from collections.abc import Sequence
from typing import NamedTuple

from communique.annotate.tree import Tree
from communique.knowledge.people import People
from communique.knowledge.verbs import Cue, Verbs
from communique.records.statements import Polarity
from communique.text.quotes import Quotation

Piece = tuple[int, int]
# Tokens.
MAX_SENTENCE = 300


class Source(NamedTuple):
    """Who speaks, as tokens: the `head` of the phrase, or none where the text leaves the speaker out."""

    head: int | None = None
    tokens: tuple[int, ...] = ()


class Draft(NamedTuple):
    """A cue with what it reports. `cue` are its tokens, `verb` the one that governs; `pieces` are stretches of
    the text in order; `form` names the construction that was seen. `relays` pass the words on: the paper
    that quotes the speaker, the report that tells it."""

    verb: int
    cue: tuple[int, ...]
    word: Cue
    source: Source
    pieces: tuple[Piece, ...]
    form: str
    hearers: tuple[int, ...] = ()
    polarity: Polarity = "positive"
    relays: tuple[Source, ...] = ()

    @property
    def start(self) -> int:
        """Where the content starts."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.pieces[-1][1]


class Page(NamedTuple):
    """One article as the stage sees it: repaired tree, lexicon, outermost quotations, and for each token the
    number of the quotation it stands in, or -1. `persons` are the characters at which the name or role of a person
    of the article ends."""

    tree: Tree
    verbs: Verbs
    people: People
    quotations: Sequence[Quotation]
    within: Sequence[int]
    persons: frozenset[int] = frozenset()

    def is_quoted(self, token: int) -> bool:
        """Whether the token stands inside quotation marks."""
        return self.within[token] >= 0

    def is_open(self, token: int) -> bool:
        """Whether a report may start at the token: outside quotation marks, in a sentence that can be one. Longer
        ones are lists, tables and noise; the work on one sentence grows with its length times its cues."""
        sentence = self.tree.sentence_of(token)
        return self.within[token] < 0 and sentence.last - sentence.first <= MAX_SENTENCE
