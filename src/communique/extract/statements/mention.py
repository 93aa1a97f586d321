"""From a draft to the statement mention that the record keeps."""

from collections.abc import Sequence

from communique.annotate.tree import Tree
from communique.extract.statements.cast import Cast
from communique.extract.statements.model import Draft, Page, Piece
from communique.extract.statements.quoted import near
from communique.records.ids import content_id
from communique.records.mentions import LocalSpeaker, StatementMention
from communique.records.spans import Span
from communique.records.statements import Mode

SMALL = frozenset({"a", "an", "the", "of", "in", "on", "to", "and", "or", "for", "at", "by", "with", "de", "la"})


def mention(page: Page, draft: Draft, speakers: tuple[LocalSpeaker, ...], cast: Cast) -> StatementMention:
    """The statement of `draft`, said by `speakers`, without its relays, topics and occasion."""
    tree = page.tree
    content = tree.stretch(draft.start, draft.end)
    quotes = quotes_in(page, draft.pieces)
    cue = _cue(tree, draft)
    return StatementMention(
        id=content_id("statement", tree.article.id, content.start, content.end, cue.start if cue else -1),
        article=tree.article.id,
        mode=_mode(tree, draft.pieces, quotes),
        speakers=speakers,
        stance=draft.word.stance,
        polarity=draft.polarity,
        addressees=_addressees(tree, draft, cast),
        content=content,
        pieces=tuple(tree.stretch(*piece) for piece in draft.pieces) if len(draft.pieces) > 1 else (),
        quotes=quotes,
        cue=cue,
    )


def _cue(tree: Tree, draft: Draft) -> Span | None:
    return None if not draft.cue else tree.span(draft.cue[0], draft.cue[-1])


def quotes_in(page: Page, pieces: Sequence[Piece]) -> tuple[Span, ...]:
    """The quotations inside the content, without their marks; titles of works are none."""
    found = {
        quotation.inner: page.tree.stretch(quotation.inner, quotation.stop)
        for start, end in pieces
        for quotation in near(page.quotations, start, end)
    }
    spans = [span for _, span in sorted(found.items()) if span.exact]
    return tuple(span for span in spans if not is_title(span.exact) or _is_named(page.tree, span))


def _is_named(tree: Tree, quote: Span) -> bool:
    """Whether the quoted words are what somebody is called: "described him as …", "called it …"."""
    first = tree.at(quote.start)
    before = [tree.tokens[i] for i in range(max(0, (first or 0) - 3), first or 0)]
    words = [token for token in before if token.pos != "PUNCT"]
    return bool(words) and (words[-1].text.lower() == "as" or words[-1].pos in ("PRON", "PROPN", "VERB"))


def is_title(words: str) -> bool:
    """Whether a quoted stretch is the name of a work: two words or more, each with a capital, no end mark."""
    found = [word for word in words.split() if word.lower() not in SMALL]
    return len(found) > 1 and words.rstrip()[-1] not in ".!?" and all(word[:1].isupper() for word in found)


def _mode(tree: Tree, pieces: Sequence[Piece], quotes: Sequence[Span]) -> Mode:
    """Direct where nothing but quoted words is left, indirect where there is no quotation."""
    if not quotes:
        return "indirect"
    outside = 0
    for start, end in pieces:
        words = len(tree.text[start:end].split())
        quoted = sum(len(q.exact.split()) for q in quotes if start <= q.start and q.end <= end)
        outside += words - quoted
    return "mixed" if outside > 0 else "direct"


def _addressees(tree: Tree, draft: Draft, cast: Cast) -> tuple[str, ...]:
    seen = [cast.at(tree.tokens[hearer].start) for hearer in draft.hearers]
    return tuple(sorted({s.actor for s in seen if s is not None}))
