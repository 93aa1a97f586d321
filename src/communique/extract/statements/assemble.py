"""The drafts of an article, sorted out: each quotation once, nested reports set aside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from communique.extract.statements.attributed import according, as_said, in_words_of, lines, signed, without_source
from communique.extract.statements.beside import beside
from communique.extract.statements.continued import continued
from communique.extract.statements.frames import odd_drafts, verb_drafts
from communique.extract.statements.headlines import headline_drafts, without_deeds
from communique.extract.statements.model import Draft, Page, Piece
from communique.extract.statements.nominal import adjective_drafts, made_clear, noun_drafts
from communique.extract.statements.quoted import grown, unclaimed
from communique.extract.statements.unsaid import is_supposed, said

SPOKEN = frozenset({"clause", "quote", "according", "infinitive"})
SPEECH = frozenset({"say", "claim", "ask", "promise", "deny", "announce", "agree"})
# The share of a content that another must fill to be the same.
SAME = 0.6
# How many contents before a cue are looked at for the one it stands in.
MAX_AROUND = 24
FINDERS = (
    verb_drafts, odd_drafts, noun_drafts, adjective_drafts, made_clear, according, in_words_of, as_said, lines, signed,
    headline_drafts,
)  # fmt: skip


def assembled(page: Page) -> list[Draft]:
    """The drafts of the page in text order."""
    drafts = without_source(page, [draft for find in FINDERS for draft in find(page)])
    drafts = grown(page, drafts)
    drafts = beside(page, drafts, unclaimed(page, drafts))
    drafts = continued(page, _once(page, drafts), unclaimed(page, drafts))
    # What is only supposed goes last: until then it hides what stands inside it.
    told = outer(page, said(page, without_deeds(page, drafts)))
    return [draft for draft in told if not is_supposed(page, draft)]


def _once(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Without a report whose content is the whole of an earlier one, cue and all, closed by a pronoun: "who also
    stated that …, he stressed"; and without a second cue for the very same stretches."""
    titled = {draft.verb for draft in drafts if draft.form == "headline"}
    drafts = [draft for draft in drafts if draft.form == "headline" or draft.verb not in titled]
    by_pieces: dict[tuple[Piece, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda d: (d.start, d.verb)):
        by_pieces.setdefault(draft.pieces, draft)
    kept = [draft for draft in drafts if by_pieces[draft.pieces] is draft]
    inner = sorted((page.tree.tokens[d.verb].start, d.end, d.start) for d in kept if d.form == "clause")
    places = [place for place, _, _ in inner]
    return [draft for draft in kept if not (_is_echo(page, draft) and _repeats(draft, inner, places))]


def _is_echo(page: Page, draft: Draft) -> bool:
    head = draft.source.head
    by_pronoun = head is not None and page.tree.tokens[head].text.lower() in ("he", "she")
    return draft.form == "clause" and by_pronoun and draft.end <= page.tree.tokens[draft.verb].start


def _repeats(draft: Draft, inner: Sequence[tuple[int, int, int]], places: Sequence[int]) -> bool:
    first, last = bisect_left(places, draft.start), bisect_left(places, draft.end)
    size = draft.end - draft.start
    return any(end <= draft.end and end - start > SAME * size for _, end, start in inner[first:last][:MAX_AROUND])


def outer(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """Without what only repeats the inside of another's content: of the drafts whose cue stands there, those
    stay that report somebody else's speech by name ("he said the ministry had denied it"), with the papers that
    pass it on."""
    ordered = sorted(drafts, key=lambda d: (d.verb, d.start, d.end))
    reported = sorted((start, end, n) for n, draft in enumerate(ordered) for start, end in draft.pieces)
    starts = [start for start, _, _ in reported]
    found = []
    for n, draft in enumerate(ordered):
        at = page.tree.tokens[draft.verb].start
        last = bisect_right(starts, at)
        rows = reported[max(0, last - MAX_AROUND) : last]
        around = [ordered[row[2]] for row in rows if row[1] > at and row[2] != n]
        apart = all(other.source.head != draft.source.head for other in around)
        if not around or (apart and _stands_for_itself(page, draft)) or _passed_on(page, draft, around):
            papers = tuple(other.source for other in around if _is_paper(page, other))
            found.append(draft._replace(relays=(*draft.relays, *papers)))
    return found


def _is_paper(page: Page, draft: Draft) -> bool:
    head = draft.source.head
    if head is None:
        return False
    return draft.form == "according" or page.verbs.is_document(page.tree.tokens[head].text.lower())


def _passed_on(page: Page, draft: Draft, around: Iterable[Draft]) -> bool:
    """Whether all around it are papers that tell what others said: the report of a meeting, a poll."""
    if draft.source.head is None or page.is_quoted(draft.verb):
        return False
    return all(_is_paper(page, other) for other in around)


def _stands_for_itself(page: Page, draft: Draft) -> bool:
    head = draft.source.head
    if head is None or draft.form not in SPOKEN or draft.word.stance not in SPEECH or page.is_quoted(draft.verb):
        return False
    own = page.tree.child(head, "poss")
    return page.tree.tokens[head].pos in ("PROPN", "NOUN") and (own is None or page.tree.tokens[own].pos != "PRON")
