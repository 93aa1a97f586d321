"""Quotations attributed by the words right beside them, before any tree is asked."""

from collections.abc import Iterable, Iterator, Sequence

from communique.annotate.tree import Tree
from communique.extract.statements.contents import joined
from communique.extract.statements.frames import cue_tokens, hearers
from communique.extract.statements.model import Draft, Page, Piece, Source
from communique.extract.statements.polarity import polarity
from communique.extract.statements.quoted import UNLISTED, is_sentence
from communique.extract.statements.speakers import passed_on, speaker
from communique.knowledge.verbs import Cue
from communique.text.quotes import Quotation

STOPS = frozenset({".", ";", "!", "?"})
# Behind a quoted fragment these open a clause about something else: "…," which he called.
SUBORDINATE = frozenset({"which", "who", "that", "where", "when", "because", "while"})
# Tokens between a quotation and its cue.
REACH = 24
# Tokens of a remark between a name and its verb.
MAX_REMARK = 12


def beside(page: Page, drafts: Sequence[Draft], quotations: Iterable[Quotation]) -> list[Draft]:
    """`drafts` with each of the quotations that has a reporting verb right behind or before it: as a further
    piece where that verb has a draft already, else as a draft of its own."""
    found = list(drafts)
    place = {draft.verb: n for n, draft in enumerate(found)}
    for quotation in quotations:
        first, second = (_before, _behind) if _behind_colon(page, quotation) else (_behind, _before)
        draft = first(page, quotation) or second(page, quotation)
        if draft is None:
            continue
        known = place.setdefault(draft.verb, len(found))
        if known == len(found):
            found.append(draft)
        else:
            found[known] = _extended(page.tree, found[known], quotation)
    return found


def _behind_colon(page: Page, quotation: Quotation) -> bool:
    """Whether a colon announces the quotation: what stands behind it is another matter."""
    return page.tree.text[max(0, quotation.start - 2) : quotation.start].rstrip().endswith(":")


def _extended(tree: Tree, draft: Draft, quotation: Quotation) -> Draft:
    """`draft` with one more quotation; words between that the parser lost are part of what is reported."""
    gap = tree.text[draft.end : quotation.start]
    cue_between = any(draft.end <= tree.tokens[cue].start < quotation.start for cue in draft.cue)
    bridged = draft.end < quotation.start and not cue_between and not any(mark in gap for mark in ".!?\n")
    start = draft.end if bridged and draft.form != "quote" else quotation.start
    return draft._replace(pieces=joined((*draft.pieces, (start, quotation.end))))


def _behind(page: Page, quotation: Quotation) -> Draft | None:
    """ "…," said the minister; "…," the minister said."""
    tree = page.tree
    first = tree.at(quotation.end)
    if first is None:
        return None
    ended = _ends_itself(page, quotation, first)
    if ended or (named := _by_name(page, first, quotation, ended=False)) is not None:
        return _by_name(page, first, quotation, ended=True) if ended else named
    spoken = is_sentence(page, quotation)
    for i in _outside(page, range(first, min(first + REACH, len(tree.tokens)))):
        token = tree.tokens[i]
        word = page.verbs.verb(token.text.lower()) if token.tag.startswith("VB") else None
        if word is not None and _is_spoken(word):
            return _quote_draft(page, i, word, quotation)
        if token.text in STOPS or (not spoken and token.text.lower() in SUBORDINATE):
            break
    return _unlisted(page, first, quotation)


def _by_name(page: Page, first: int, quotation: Quotation, *, ended: bool) -> Draft | None:
    """ "…," Ana Ruiz, the mayor, RECOUNTS: names at once behind the mark, and a reporting verb behind them, which
    the parser may take for a noun. Behind a quotation that `ended` its sentence nothing may follow the verb."""
    tree = page.tree
    first += tree.tokens[first].text == ","
    last = first
    while last < len(tree.tokens) and tree.tokens[last].pos == "PROPN" and page.is_open(last):
        last += 1
    verb = _behind_remark(tree, last)
    if last == first or verb is None or not page.is_open(verb):
        return None
    token, stop = tree.tokens[verb], tree.sentence_of(first).last
    word = page.verbs.verb(token.text.lower())
    if word is None or not _is_spoken(word):
        return None
    if verb >= stop or (ended and verb + 1 < stop and tree.tokens[verb + 1].text not in STOPS):
        return None
    if not ended and not (is_sentence(page, quotation) or tree.text[quotation.end : quotation.end + 1] == ","):
        return None
    source = Source(last - 1, tuple(range(first, last)))
    return Draft(verb, (verb,), word, source, ((quotation.start, quotation.end),), "quote")


def _behind_remark(tree: Tree, token: int) -> int | None:
    """`token`, or the one behind the remark between commas that it opens."""
    if token < len(tree.tokens) and tree.tokens[token].text != ",":
        return token
    closing = (i for i in range(token + 1, min(token + MAX_REMARK, len(tree.tokens) - 1)) if tree.tokens[i].text == ",")
    found = next(closing, None)
    return None if found is None else found + 1


def _is_spoken(word: Cue) -> bool:
    return word.has("clause") and not word.has("unspoken")


def _unlisted(page: Page, first: int, quotation: Quotation) -> Draft | None:
    """ "…," the minister shot back; "…?" reacted the minister: any finite verb with its subject at once behind a
    spoken sentence."""
    tree = page.tree
    if not is_sentence(page, quotation):
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
    wide = colon or tree.tokens[last - 1].text == "," or is_sentence(page, quotation)
    reach = REACH if wide else 3
    paragraph = tree.sentence_of(last - 1).paragraph
    if not colon and paragraph != tree.sentence_of(last).paragraph:
        return None
    for i in reversed(range(max(0, last - reach), last)):
        token = tree.tokens[i]
        if token.text in STOPS or not page.is_open(i) or tree.sentence_of(i).paragraph != paragraph:
            return None
        if not token.tag.startswith("VB"):
            continue
        word = page.verbs.verb(token.text.lower())
        if word is not None and (_is_spoken(word) or (colon and not word.has("unspoken"))):
            return _quote_draft(page, i, word, quotation)
        if colon and tree.child(i, "nsubj") is not None and not _in_headline(tree, i):
            return _quote_draft(page, i, UNLISTED, quotation)
    return None


def _in_headline(tree: Tree, token: int) -> bool:
    """Whether the token stands in a title or heading, where what precedes a colon need not be who speaks."""
    return tree.article.paragraphs[tree.sentence_of(token).paragraph].role in ("title", "heading")


def _outside(page: Page, tokens: Iterable[int]) -> Iterator[int]:
    return (i for i in tokens if page.is_open(i))


def _quote_draft(page: Page, verb: int, word: Cue, quotation: Quotation) -> Draft:
    tree = page.tree
    verb = passed_on(page, verb)
    source = speaker(page, verb)
    pieces: tuple[Piece, ...] = ((quotation.start, quotation.end),)
    cue = cue_tokens(tree, verb)
    return Draft(verb, cue, word, source, pieces, "quote", hearers(tree, verb, word), polarity(tree, verb, word))
