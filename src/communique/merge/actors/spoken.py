"""Who "I" and "we" are inside quotations: whoever is quoted, as far as one speaker is known."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from communique.records.actors import Actor, MergedMention
from communique.records.spans import Span
from communique.records.statements import Statement

ONE = re.compile(r"(?<!\w)(?:I(?![\w.])|[Mm]e\b|[Mm]yself\b)")
# A body, or several persons, say "we" of themselves; for whom else one person says it, nobody knows.
SEVERAL = re.compile(r"\b(?:[Ww]e|us|[Oo]urselves)\b")
MANY = frozenset({"state", "government", "organization", "bloc", "format", "media", "group"})
# "World War I", "Phase I".
NUMBERED = re.compile(
    r"\b(?:War|Phase|Type|Part|Class|Title|Article|Level|Stage|Chapter|Section|Elizabeth|Charles|James|Francis) $"
)
# Somebody else's words begin inside.
WITHIN = re.compile(r"[“”\"‘«»]|(?<!\w)'")


def with_first_persons(actors: Sequence[Actor], statements: Iterable[Statement]) -> list[Actor]:
    """The actors with these mentions added, each where it stands."""
    kinds = {actor.id: actor.kind for actor in actors}
    said: dict[str, list[Span]] = {}
    for statement in statements:
        if len(statement.speakers) == 1 and (actor := statement.speakers[0].actor) in kinds:
            words = SEVERAL if kinds[actor] in MANY else ONE
            said.setdefault(actor, []).extend(span for quote in statement.quotes for span in _said(quote, words))
    return [_with(actor, said[actor.id]) if said.get(actor.id) else actor for actor in actors]


def _said(quote: Span, words: re.Pattern[str]) -> Iterator[Span]:
    """The pronouns of one quotation; none where it quotes somebody else."""
    if WITHIN.search(quote.exact) or not quote.article:
        return
    for found in words.finditer(quote.exact):
        if found.group() == "I" and NUMBERED.search(quote.exact[: found.start()]):
            continue
        yield replace(quote, start=quote.start + found.start(), end=quote.start + found.end(), exact=found.group())


def _with(actor: Actor, spans: Iterable[Span]) -> Actor:
    known = {(m.span.article, m.span.start, m.span.end): m for m in actor.mentions}
    for span in spans:
        known.setdefault((span.article, span.start, span.end), MergedMention(span=span, how="pronoun"))
    return replace(actor, mentions=tuple(mention for _, mention in sorted(known.items(), key=lambda row: row[0])))
