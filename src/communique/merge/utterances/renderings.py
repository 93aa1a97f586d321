"""Statements as renderings: what each is compared by."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from communique.merge.bodies import Bodies
from communique.merge.wording import STOP, meanings
from communique.records.events import Event
from communique.records.mentions import Extraction, StatementMention
from communique.records.spans import Span
from communique.records.times import Time
from communique.text.names import fold
from communique.text.numbers import find
from communique.text.stems import stem, word_spans, words_of

_NEGATIONS = frozenset("not no never none neither nor cannot without n't nothing nobody".split())


_FEW = 3


# Where a sentence, or a clause with a subject or an auxiliary of its own, begins.
_PART = re.compile(
    r"(?<=[.!?;])[\"”’']?\s+|,\sadding\s|,?\s(?:and|but)\s(?=(?:also\s|never\s)?(?:that|he|she|it|they|we|I|you|there|"
    r"will|would|may|might|can|could|must|should|is|are|was|were|has|have|had|does|did|do|plans?|wants?)\b)"
)
_LEAST_WORDS = 3
# Reports that one report holds: more are noise.
_INSIDE = 8
# Shorter words are too often two by chance.
_COMPOUND = 7


class Rendering(NamedTuple):
    """A statement as it is compared. `words` are its content words by meaning, with the merged actors it names (a
    name in any spelling is a word too); `parts` those of the whole and of each of its sentences; `numbers` its
    figures as (low, high); `stems` all content words in order, `spoken` all words, `quoted` those inside quotation
    marks; `named` where the speakers are
    persons known by name; `parties` the states of those who speak and of all at the event."""

    mention: StatementMention
    text: str
    words: frozenset[str]
    parts: tuple[frozenset[str], ...]
    entities: frozenset[str]
    numbers: frozenset[tuple[float, float]]
    stems: tuple[str, ...]
    spoken: tuple[str, ...]
    quoted: tuple[str, ...]
    negative: bool
    speakers: frozenset[str]
    named: bool
    bodies: frozenset[str]
    parties: frozenset[str]
    event: str | None
    origin: str
    published: Time | None

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.mention.id


def renderings(
    extractions: Sequence[Extraction],
    actor_of: Mapping[str, str],
    occasion: Mapping[str, str | None],
    origin: Mapping[str, str],
    events: Sequence[Event] = (),
) -> list[Rendering]:
    """Every statement as a rendering, by id."""
    bodies = Bodies(extractions, actor_of)
    texts = {id_: text for extraction in extractions for id_, text in _own_words(extraction)}
    known = frozenset(w.lower() for text in texts.values() for w in words_of(text) if len(w) >= _COMPOUND)
    present = {e.id: bodies.behind(p.actor for p in e.participants) for e in events}
    rows = [
        _rendering(s, known, closed(texts[s.id], known), told, bodies, actor_of, occasion, origin, present)
        for told in map(Told, extractions)
        for s in told.extraction.statements
    ]
    return sorted(rows, key=lambda r: r.id)


class Told:
    """An article's actors, by id, and where it mentions them, in the order of its text: what stands inside a statement
    is looked up, so that a long article costs no more for each of its statements than a short one."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.actors = {a.id: a for a in extraction.actors}
        rows = [(m.span, a.id, m.how) for a in extraction.actors for m in a.mentions]
        self._rows = sorted(rows, key=lambda row: row[0].start)
        self._starts = [span.start for span, _, _ in self._rows]

    def inside(self, pieces: Sequence[Span]) -> list[tuple[str, str, str]]:
        """(words, actor, how) of each mention that lies in one of the pieces, each once."""
        found = {
            at: (span.exact, id_, how)
            for piece in pieces
            for at in range(bisect_left(self._starts, piece.start), bisect_left(self._starts, piece.end))
            for span, id_, how in (self._rows[at],)
            if piece.contains(span)
        }
        return list(found.values())


def closed(text: str, known: frozenset[str]) -> str:
    """`text` with those words in one that others of the collection (`known`) write in one: "good will", "cease-fire",
    "co-operation"."""
    out, last = [], 0
    words = word_spans(text)
    for (_, end, left), (start, _, right) in pairwise(words):
        if start == end + 1 and text[end] in " -\u2010\u2011" and (left + right).lower() in known:
            out.append(text[last:end])
            last = start
    return "".join([*out, text[last:]])


def _rendering(
    mention: StatementMention,
    known: frozenset[str],
    text: str,
    told: Told,
    bodies: Bodies,
    actor_of: Mapping[str, str],
    occasion: Mapping[str, str | None],
    origin: Mapping[str, str],
    present: Mapping[str, frozenset[str]],
) -> Rendering:
    inside = told.inside(mention.pieces or (mention.content,))
    named = [(words, id_) for words, id_, how in inside if how != "pronoun"]
    names = frozenset(word for words, _ in named for word in fold(words).split())
    entities = bodies.behind(actor_of[id_] for _, id_ in named if id_ in actor_of)
    speakers = frozenset(actor_of[s.actor] for s in mention.speakers if s.actor and s.actor in actor_of)
    said = [told.actors[s.actor] for s in mention.speakers if s.actor in told.actors]
    every = [w.lower() for w in words_of(text)]
    figures = figures_of(text)
    words = meanings(text, names) | entities | _counted(figures)
    return Rendering(
        mention=mention,
        text=text,
        words=words,
        parts=(words, *_parts(text, words, [(w, bodies.behind([actor_of[i]])) for w, i in named if i in actor_of])),
        entities=entities,
        numbers=figures,
        spoken=tuple(every),
        quoted=tuple(w.lower() for q in mention.quotes for w in words_of(closed(q.exact, known))),
        stems=tuple(stem(w) for w in every if w not in STOP),
        negative=any(w in _NEGATIONS or w.endswith(("n't", "n’t")) for w in every),
        speakers=speakers,
        named=bool(speakers) and all(a.kind == "person" and bool(a.name) for a in said),
        bodies=bodies.behind(speakers),
        parties=bodies.behind(speakers) | present.get(occasion.get(mention.id) or "", frozenset()),
        event=occasion.get(mention.id),
        origin=origin.get(mention.article, mention.article),
        published=told.extraction.article.published,
    )


def _parts(text: str, words: frozenset[str], named: Sequence[tuple[str, frozenset[str]]]) -> tuple[frozenset[str], ...]:
    """The content words of each sentence and each that-clause, where there are several: a report may render only
    one of them."""
    parts = _PART.split(text)
    if len(parts) == 1:
        return ()
    found = [
        (meanings(part) & words).union(_counted(figures_of(part)), *(a for name, a in named if name in part))
        for part in parts
    ]
    return tuple(part for part in found if len(part) >= _LEAST_WORDS)


def figures_of(text: str) -> frozenset[tuple[float, float]]:
    """The figures of a text as (low, high), but for small ones in words, which mostly count the parties."""
    return frozenset((n.value, n.value_to or n.value) for n in find(text) if n.form == "digits" or n.value > _FEW)


def _counted(figures: frozenset[tuple[float, float]]) -> frozenset[str]:
    """Figures as words: a number tells as much as any other word that is as rare."""
    return frozenset(f"#{low:g}" for low, _ in figures)


def _own_words(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """What each statement says, without what it only passes on: of "Berg wrote that Dahl said …" the words of Dahl
    are told by the report of Dahl that stands inside."""
    rows = sorted(extraction.statements, key=lambda s: (s.content.start, -s.content.end))
    for n, outer in enumerate(rows):
        passed = [inner.content for inner in rows[n + 1 : n + 1 + _INSIDE] if _passes_on(outer, inner)]
        yield outer.id, _without(outer, passed) if passed else spoken(outer)


def _passes_on(outer: StatementMention, inner: StatementMention) -> bool:
    """Whether the report of somebody else stands inside, cue and all."""
    return (
        inner.cue is not None
        and outer.content.contains(inner.cue)
        and outer.content.contains(inner.content)
        and {s.actor for s in inner.speakers}.isdisjoint(s.actor for s in outer.speakers)
    )


def _without(outer: StatementMention, inner: Sequence[Span]) -> str:
    """The words of `outer` that stand in none of `inner`."""
    kept = []
    for piece in outer.pieces or (outer.content,):
        at = piece.start
        for span in (*sorted(inner, key=lambda s: s.start), None):
            end = piece.end if span is None else span.start
            kept.append(piece.exact[at - piece.start : max(at, min(end, piece.end)) - piece.start])
            at = at if span is None else max(at, span.end)
    return " ".join(text for text in kept if text.strip())


def spoken(mention: StatementMention) -> str:
    """What is said, without the cue and the source that may stand inside."""
    return " ".join(p.exact for p in mention.pieces) if mention.pieces else mention.content.exact
