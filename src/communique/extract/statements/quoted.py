"""Quotations: grown into what a verb reports, attributed by the words beside them, joined over sentences."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from communique.extract.statements.contents import joined, spread
from communique.extract.statements.frames import cue_tokens, hearers
from communique.extract.statements.model import Draft, Page, Piece
from communique.extract.statements.polarity import polarity
from communique.extract.statements.speakers import speaker
from communique.knowledge.verbs import Cue
from communique.text.quotes import Quotation

UNLISTED = Cue("", "say", frozenset({"clause"}))
STOPS = frozenset({".", ";", "!", "?"})
# Behind a quoted fragment these open a clause about something else: "…," which he called.
SUBORDINATE = frozenset({"which", "who", "that", "where", "when", "because", "while"})
SENTENCE_ENDS = frozenset(".!?,…-—")
ENDS = ".!?…:\"”»'’—-"
REACH = 24
# How many reports before a quotation are looked at for the one it goes on with.
REACH_BACK = 4


def near(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations that share a character with the stretch."""
    first = bisect_left(quotations, start, key=lambda q: q.end)
    last = bisect_left(quotations, end, key=lambda q: q.start)
    return quotations[first:last]


def grown(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """Each draft with the quotations it enters made whole."""
    found = []
    for draft in drafts:
        entered = near(page.quotations, draft.start, draft.end)
        found.append(draft._replace(pieces=spread(draft.pieces, entered)) if entered else draft)
    return found


def unclaimed(page: Page, drafts: Iterable[Draft]) -> list[Quotation]:
    """The quotations that no draft's content holds."""
    held = sorted({piece for draft in drafts for piece in draft.pieces})
    found, reached, n = [], -1, 0
    for quotation in page.quotations:
        while n < len(held) and held[n][0] <= quotation.start:
            reached = max(reached, held[n][1])
            n += 1
        if reached < quotation.stop and quotation.inner < quotation.stop:
            found.append(quotation)
    return found


def beside(page: Page, drafts: Sequence[Draft], quotations: Iterable[Quotation]) -> list[Draft]:
    """`drafts` with each of the quotations that has a reporting verb right behind or before it: as a further
    piece where that verb has a draft already, else as a draft of its own."""
    found = list(drafts)
    place = {draft.verb: n for n, draft in enumerate(found)}
    for quotation in quotations:
        draft = _behind(page, quotation) or _before(page, quotation)
        if draft is None:
            continue
        known = place.setdefault(draft.verb, len(found))
        if known == len(found):
            found.append(draft)
        else:
            found[known] = _extended(page.tree.text, found[known], quotation)
    return found


def _extended(text: str, draft: Draft, quotation: Quotation) -> Draft:
    """`draft` with one more quotation; words between that the parser lost are part of what is reported."""
    gap = text[draft.end : quotation.start]
    bridged = draft.end < quotation.start and draft.cue and not any(mark in gap for mark in ".!?\n")
    start = draft.end if bridged and draft.form != "quote" else quotation.start
    return draft._replace(pieces=joined((*draft.pieces, (start, quotation.end))))


def _behind(page: Page, quotation: Quotation) -> Draft | None:
    """ "…," said the minister; "…," the minister said."""
    tree = page.tree
    first = tree.at(quotation.end)
    if first is None or _ends_itself(page, quotation, first):
        return None
    spoken = _is_sentence(page, quotation)
    for i in _outside(page, range(first, min(first + REACH, len(tree.tokens)))):
        token = tree.tokens[i]
        word = page.verbs.verb(token.text.lower()) if token.tag.startswith("VB") else None
        if word is not None and _is_spoken(word):
            return _quote_draft(page, i, word, quotation)
        if token.text in STOPS or (not spoken and token.text.lower() in SUBORDINATE):
            break
    return _unlisted(page, first, quotation)


def _is_spoken(word: Cue) -> bool:
    return word.has("clause") and not word.has("unspoken")


def _unlisted(page: Page, first: int, quotation: Quotation) -> Draft | None:
    """ "…," the minister shot back; "…?" reacted the minister: any finite verb with its subject at once behind a
    spoken sentence."""
    tree = page.tree
    if not _is_sentence(page, quotation):
        return None
    for i in range(first, min(first + 8, len(tree.tokens))):
        token = tree.tokens[i]
        if not page.is_open(i) or token.text in STOPS:
            return None
        if token.tag in ("VBD", "VBZ"):
            subject = next((c for c in tree.children(i, "nsubj") if not page.is_quoted(c)), None)
            beside_it = subject is not None and abs(subject - i) <= 4 and first - 1 <= subject
            return _quote_draft(page, i, UNLISTED, quotation) if beside_it and token.pos == "VERB" else None
    return None


def _ends_itself(page: Page, quotation: Quotation, behind: int) -> bool:
    """Whether the quotation ends its sentence or paragraph, so that a new one starts behind it."""
    text, following = page.tree.text, page.tree.tokens[behind]
    inner = text[quotation.inner : quotation.stop].rstrip()
    return "\n" in text[quotation.end : following.start] or (inner.endswith(".") and following.text[:1].isupper())


def _before(page: Page, quotation: Quotation) -> Draft | None:
    """He said: "…"; he added that "…"; he went on: "…"."""
    tree = page.tree
    last = tree.at(quotation.start)
    if last is None or last == 0 or tree.tokens[last - 1].text in STOPS:
        return None
    colon = tree.tokens[last - 1].text == ":"
    wide = colon or tree.tokens[last - 1].text == "," or _is_sentence(page, quotation)
    reach = REACH if wide else 3
    for i in reversed(range(max(0, last - reach), last)):
        token = tree.tokens[i]
        if token.text in STOPS or not page.is_open(i):
            return None
        if not token.tag.startswith("VB"):
            continue
        word = page.verbs.verb(token.text.lower())
        if word is not None and (_is_spoken(word) or (colon and not word.has("unspoken"))):
            return _quote_draft(page, i, word, quotation)
        if colon and tree.child(i, "nsubj") is not None:
            return _quote_draft(page, i, UNLISTED, quotation)
    return None


def _is_sentence(page: Page, quotation: Quotation) -> bool:
    inner = page.tree.text[quotation.inner : quotation.stop]
    return inner[:1].isupper() and inner.rstrip()[-1:] in SENTENCE_ENDS


def _outside(page: Page, tokens: Iterable[int]) -> Iterator[int]:
    return (i for i in tokens if page.is_open(i))


def _quote_draft(page: Page, verb: int, word: Cue, quotation: Quotation) -> Draft:
    tree = page.tree
    source = speaker(page, verb)
    pieces: tuple[Piece, ...] = ((quotation.start, quotation.end),)
    cue = cue_tokens(tree, verb)
    return Draft(verb, cue, word, source, pieces, "quote", hearers(tree, verb, word), polarity(tree, verb, word))


def continued(page: Page, drafts: Sequence[Draft], loose: Iterable[Quotation]) -> list[Draft]:
    """`drafts` with the loose quotations that stand as sentences of their own: joined to the quotation before
    them, in their paragraph or the one above, or to the one right behind them; else carried on by the speaker of
    the report before them."""
    found = list(drafts)
    order = sorted(range(len(found)), key=lambda n: (found[n].start, found[n].end))
    starts = [found[n].start for n in order]
    for quotation in loose:
        if not _stands_alone(page.tree.text, quotation):
            continue
        at = bisect_left(starts, quotation.start)
        before = _before_it(page, found, order[max(0, at - REACH_BACK) : at], quotation)
        behind = [
            n for n in order[at : at + 1] if _paragraph(page, found[n].start) == _paragraph(page, quotation.start)
        ]
        spoken = next((n for n in (*before, *behind) if near(page.quotations, found[n].start, found[n].end)), None)
        if spoken is not None:
            pieces = joined((*found[spoken].pieces, (quotation.start, quotation.end)))
            found[spoken] = found[spoken]._replace(pieces=pieces)
        elif before and _is_sentence(page, quotation) and found[before[0]].source.head is not None:
            found.append(_carried(page, found[before[0]], quotation))
    return found


def _before_it(page: Page, drafts: Sequence[Draft], before: Sequence[int], quotation: Quotation) -> list[int]:
    """Of the drafts before the quotation, those of its paragraph, or of the one above where it opens its own;
    nearest first."""
    reach = 1 if _opens_paragraph(page.tree.text, quotation) else 0
    here = _paragraph(page, quotation.start)
    ordered = sorted(before, key=lambda n: -drafts[n].end)
    return [n for n in ordered if 0 <= here - _paragraph(page, drafts[n].end - 1) <= reach]


def _carried(page: Page, last: Draft, quotation: Quotation) -> Draft:
    token = page.tree.at(quotation.start) or 0
    return Draft(token, (), UNLISTED, last.source, ((quotation.start, quotation.end),), "carried")


def _opens_paragraph(text: str, quotation: Quotation) -> bool:
    return quotation.start == 0 or text[quotation.start - 1] == "\n"


def _paragraph(page: Page, offset: int) -> int:
    token = page.tree.at(offset)
    return -9 if token is None else page.tree.sentence_of(token).paragraph


def _stands_alone(text: str, quotation: Quotation) -> bool:
    before = text[max(0, quotation.start - 4) : quotation.start].rstrip()
    return (not before or before[-1] in ENDS or text[quotation.start - 1] == "\n") and text[quotation.inner].isupper()
