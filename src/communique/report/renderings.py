"""Utterances as shown: every rendering beside the others, with the words that only one of them has."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.records.spans import Span
from communique.records.statements import Difference, Statement, Utterance
from communique.report.index import Index
from communique.report.people import Voice, voices
from communique.report.sources import Citer, Source
from communique.report.wording import MODES, capital, listed, said

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Words that carry no meaning of their own: two translations differ in them without differing in anything.
SMALL = frozenset(
    "a an and are as at be been between but by for from had has have he her his i in into is it its of on or our"
    " she so that the their them these they this those to was we were which who will with would".split()
)
STEM = 5
# What two renderings were judged by, in words.
FEATURES = {
    "words": "words alike", "overlap": "words of one in the other", "mutual": "each the nearest of the other",
    "run": "a run of words in common", "entities": "the same names", "numbers": "the same figures",
    "occasion": "the same occasion", "occasion_open": "an occasion that is left open", "verbatim": "word for word",
    "occasions_differ": "another occasion", "same_article": "in one article", "speakers_differ": "another speaker",
    "polarity_differs": "one denies", "few": "few words to go by",
}  # fmt: skip
SMALLER = frozenset({"other", "added"})
MARKS = frozenset("\"“”„«»‘’'`")


@dataclass(frozen=True)
class Piece:
    """A stretch of a rendering: inside quotation marks or not (`opens` and `closes` where they stand), in
    words of its own or not; an `aside` is no part of what was said but the report's "he said" in the midst of it."""

    text: str
    quoted: bool
    own: bool
    opens: bool = False
    closes: bool = False
    aside: bool = False


@dataclass(frozen=True)
class Rendering:
    """One article's version; `statement` is its id. `copies` are the same words in reprints of its text: their
    statements' ids, and where they stand."""

    statement: str
    pieces: tuple[Piece, ...]
    voices: tuple[Voice, ...]
    notes: tuple[str, ...]
    mode: str
    cue: str
    via: tuple[str, ...]
    denied: bool
    source: Source
    at: int
    copies: tuple[tuple[str, Source], ...] = ()


@dataclass(frozen=True)
class Said:
    """One utterance: who, in how many texts, the renderings, and what differs, in words; `small` differences are
    those of wording alone."""

    anchor: str
    names: tuple[str, ...]
    speaker: str
    actors: tuple[str, ...]
    occasion: str | None
    renderings: tuple[Rendering, ...]
    origins: int
    differences: tuple[str, ...]
    small: tuple[str, ...]
    matched: tuple[str, ...]


def utterances(rows: Iterable[Utterance], index: Index, citer: Citer) -> tuple[Said, ...]:
    """The utterances with at least one rendering in the record: those with most origins first, then as told."""
    return tuple(sorted((row for each in rows if (row := _utterance(each, index, citer))), key=_telling_order))


def _telling_order(row: Said) -> tuple[int, int, int, int]:
    first = row.renderings[0]
    return -row.origins, -len(row.renderings), first.source.number, first.at


def _utterance(row: Utterance, index: Index, citer: Citer) -> Said | None:
    statements = [index.statements[name] for name in row.renderings if name in index.statements]
    statements = [statement for statement in statements if statement.article in index.articles]
    if not statements:
        return None
    numbers = index.numbers
    statements.sort(key=lambda statement: (numbers[statement.article], statement.content.start))
    names = _names(row, statements, index)
    words = [_stems(statement.content.exact) for statement in statements]
    texts = [index.articles[statement.article].origin for statement in statements]
    renderings = [
        _rendering(statement, _others(words, texts, n), index, citer) for n, statement in enumerate(statements)
    ]
    return Said(
        anchor=row.id,
        names=names,
        speaker=listed(names),
        actors=tuple(actor for actor in row.speakers if actor in index.actors),
        occasion=row.event if row.event in index.events else None,
        renderings=_without_copies(statements, texts, renderings),
        origins=index.origins(statement.article for statement in statements),
        differences=_differences(row, small=False),
        small=_differences(row, small=True),
        matched=tuple(_link(link.score, link.features) for link in row.links),
    )


def _without_copies(
    statements: Sequence[Statement], texts: Sequence[str], renderings: Sequence[Rendering | None]
) -> tuple[Rendering, ...]:
    """Each text's words once, with their reprints beside them."""
    found: dict[tuple[str, str], Rendering] = {}
    for statement, text, rendering in zip(statements, texts, renderings, strict=True):
        if rendering is None:
            continue
        key = (text, statement.content.exact)
        first = found.get(key)
        if first is None:
            found[key] = rendering
        else:
            found[key] = replace(first, copies=(*first.copies, (rendering.statement, rendering.source)))
    return tuple(found.values())


def _names(row: Utterance, statements: Sequence[Statement], index: Index) -> tuple[str, ...]:
    if row.speakers:
        return tuple(index.actor_name(actor) for actor in row.speakers)
    first = voices(statements[0].speakers, index)
    return tuple(voice.name for voice in first) or ("somebody",)


def _rendering(statement: Statement, others: frozenset[str] | None, index: Index, citer: Citer) -> Rendering | None:
    source = citer.source(statement.article, statement.content.start)
    if source is None:
        return None
    heard = voices(statement.speakers, index)
    return Rendering(
        statement=statement.id,
        pieces=_pieces(statement, others),
        voices=heard,
        notes=tuple(dict.fromkeys(voice.note for voice in heard if voice.note)),
        mode=said(MODES, statement.mode),
        cue=statement.cue.exact if statement.cue else "",
        via=tuple(index.actor_name(actor) for actor in statement.via),
        denied=statement.polarity == "negative",
        source=source,
        at=statement.content.start,
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for word in WORD.findall(text) if (stem := _stem(word)))


def _stem(word: str) -> str:
    """A rough common beginning: what is left apart is a difference worth a mark, not a grammar."""
    folded = word.lower().replace("’", "'").removesuffix("'s")
    return "" if folded in SMALL else folded if folded.isdigit() else folded[:STEM]


def _others(words: Sequence[frozenset[str]], texts: Sequence[str], n: int) -> frozenset[str] | None:
    """What the renderings of other texts have; None where there is no other text."""
    rest = [row for row, text in zip(words, texts, strict=True) if text != texts[n]]
    return frozenset().union(*rest) if rest else None


def _pieces(statement: Statement, others: frozenset[str] | None) -> tuple[Piece, ...]:
    """The content cut where a quotation begins or ends and where words of its own do."""
    content = statement.content
    quotes = [span for span in statement.quotes if span.overlaps(content)]
    own = _own_stretches(content, others)
    cuts = {content.start, content.end}
    cuts.update(edge for span in quotes for edge in (span.start, span.end) if content.start < edge < content.end)
    cuts.update(edge for stretch in own for edge in stretch)
    inside = [(span.start, span.end) for span in statement.pieces if span.overlaps(content)]
    cuts.update(edge for stretch in inside for edge in stretch if content.start < edge < content.end)
    edges = sorted(cuts)
    # Where the content has the marks themselves, they are shown as they are.
    opening = {at for span in quotes if not _is_mark(content, (at := max(span.start, content.start)) - 1)}
    closing = {at for span in quotes if not _is_mark(content, at := min(span.end, content.end))}
    return tuple(
        Piece(
            content.exact[start - content.start : end - content.start],
            any(span.start <= start and end <= span.end for span in quotes),
            _is_within(own, start, end),
            start in opening,
            end in closing,
            bool(inside) and not any(a <= start and end <= b for a, b in inside),
        )
        for start, end in pairwise(edges)
    )


def _is_mark(content: Span, at: int) -> bool:
    return content.start <= at < content.end and content.exact[at - content.start] in MARKS


def _is_within(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the stretches, which stand in order and apart, covers `start` to `end`."""
    at = bisect_right(stretches, (start, end)) - 1
    return any(a <= start and end <= b for a, b in stretches[max(0, at) : at + 2])


def _own_stretches(content: Span, others: frozenset[str] | None) -> list[tuple[int, int]]:
    if others is None:
        return []
    return [
        (content.start + match.start(), content.start + match.end())
        for match in WORD.finditer(content.exact)
        if (stem := _stem(match.group())) and stem not in others
    ]


def _differences(row: Utterance, *, small: bool) -> tuple[str, ...]:
    """Each in words, once, however many pairs of renderings have it."""
    told = (_difference(one) for one in row.differences if (one.kind in SMALLER) == small)
    return tuple(dict.fromkeys(told))


def _difference(difference: Difference) -> str:
    """ "number: “38 percent” and “40 percent”"."""
    sides = [f"“{span.exact}”" for span in (difference.left, difference.right) if span]
    words = " and ".join(sides)
    note = f" ({difference.note})" if difference.note and words else difference.note
    return f"{capital(difference.kind)}: {words}{note}"


def _link(score: float, features: dict[str, float]) -> str:
    """ "69%: the same figures and words alike 65%"."""
    parts = [
        f"{FEATURES.get(name, name.replace('_', ' '))}{'' if value == 1 else f' {value:.0%}'}"
        for name, value in sorted(features.items(), key=lambda item: (-item[1], item[0]))
        if value
    ]
    return f"{score:.0%}{f': {listed(parts)}' if parts else ''}"
