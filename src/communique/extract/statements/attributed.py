"""Reports without a reporting verb: "according to", "as … said", "Name: …" and "…" — Name."""

import re
from collections.abc import Iterator, Sequence

from communique.annotate.tree import Tree
from communique.extract.statements.contents import pieces
from communique.extract.statements.frames import cue_tokens
from communique.extract.statements.model import Draft, Page, Source
from communique.extract.statements.quoted import UNLISTED
from communique.extract.statements.speakers import phrase, speaker
from communique.records.annotated import Sentence

LINE = re.compile(
    r"(?:[A-Z][\w.’'-]{0,40})(?: (?:[A-Z][\w.’'-]{0,40}|of|the|de|al|bin|van|von)){0,5}(?: ?\([^()\n]{1,60}\))?:(?=\s)"
)
# What somebody is, a name and a colon before a quotation: "Rovers manager Carl Dahl: “…”".
CREDIT = re.compile(r"[^\W\d_][^\n:;.!?“”\"«»]{2,80}:(?=\s?[“\"«‘'])")
DASHES = frozenset("―—–-") | {"--"}
MAX_SIGNED = 6
WORDS = frozenset({"words", "view", "opinion", "eyes"})


def according(page: Page) -> Iterator[Draft]:
    """ "…, according to the ministry": all of the clause is reported."""
    tree = page.tree
    for i, token in enumerate(tree.tokens[:-1]):
        if token.text.lower() == "according" and tree.tokens[i + 1].text.lower() == "to" and page.is_open(i):
            head = _named_by(tree, i)
            if head is not None:
                source = phrase(tree, head)
                gone = set(range(i, max(i + 2, source.tokens[-1] + 1 if source.tokens else 0)))
                found = pieces(tree, [t for t in _clause_around(tree, i) if t not in gone], gone)
                if found:
                    yield Draft(i, (i, i + 1), UNLISTED, source, found, "according")


def in_words_of(page: Page) -> Iterator[Draft]:
    """ "…, in the words of the minister"; "in the view of critics, …"."""
    tree = page.tree
    for i, token in enumerate(tree.tokens[:-3]):
        if token.text.lower() != "in" or tree.tokens[i + 2].text.lower() not in WORDS or not page.is_open(i):
            continue
        if tree.tokens[i + 1].text.lower() != "the" or tree.tokens[i + 3].text.lower() != "of":
            continue
        head = tree.child(i + 3, "pobj")
        if head is None:
            continue
        source = phrase(tree, head)
        gone = set(range(i, source.tokens[-1] + 1))
        found = pieces(tree, [t for t in _clause_around(tree, i) if t not in gone], gone)
        if found:
            yield Draft(i + 2, tuple(range(i, i + 4)), UNLISTED, source, found, "according")


def _named_by(tree: Tree, according_: int) -> int | None:
    for to in (according_ + 1, according_):
        head = tree.child(to, "pobj")
        if head is not None:
            return head
        clause = tree.child(to, "pcomp")
        if clause is not None:
            return _agent_of(tree, clause)
    return next(
        (
            i
            for i in range(according_ + 2, min(according_ + 12, len(tree.tokens)))
            if tree.tokens[i].pos in ("PROPN", "NOUN", "PRON")
        ),
        None,
    )


def _agent_of(tree: Tree, verb: int) -> int | None:
    """ "what was shown by the channel", "what the channel showed": the channel."""
    by = tree.child(verb, "agent")
    return tree.child(verb, "nsubj") if by is None else tree.child(by, "pobj")


def without_source(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without another's source at their end: "she said that it was late, ACCORDING TO the paper"."""
    tree = page.tree
    tails = {tree.tokens[max(d.verb, *d.source.tokens)].end: d.verb for d in drafts if _closes(tree, d)}
    return [_cut(tree, d, tails[d.end]) if d.end in tails and tails[d.end] != d.verb else d for d in drafts]


def _closes(tree: Tree, draft: Draft) -> bool:
    if draft.form != "according" or not draft.source.tokens:
        return False
    return _is_end(tree, draft.source.tokens[-1] + 1) and tree.tokens[draft.verb - 1].text == ","


def _is_end(tree: Tree, token: int) -> bool:
    """Whether nothing but a mark follows from `token` on in the sentence before it."""
    return all(t.pos == "PUNCT" for t in tree.tokens[token : tree.sentence_of(token - 1).last])


def _cut(tree: Tree, draft: Draft, before: int) -> Draft:
    """`draft` up to the token `before`; as it is where that would leave nothing of its last stretch."""
    start, end = draft.pieces[-1]
    last = pieces(tree, [t for t in tree.within(start, end) if t < before], ())
    return draft._replace(pieces=(*draft.pieces[:-1], *last)) if last else draft


def _clause_around(tree: Tree, token: int) -> list[int]:
    """The clause that a sentence adverbial belongs to: its sentence, or the clause that another one reports."""
    sentence = tree.sentence_of(token)
    for above in tree.ancestors(token):
        if tree.tokens[above].dep == "ccomp" and tree.tokens[above].pos in ("VERB", "AUX"):
            return tree.subtree(above)
    return list(range(sentence.first, sentence.last))


def as_said(page: Page) -> Iterator[Draft]:
    """ "As the minister said, …": the rest of the sentence is reported."""
    tree = page.tree
    for i, token in enumerate(tree.tokens):
        word = page.verbs.verb(token.text.lower()) if token.dep == "advcl" and page.is_open(i) else None
        if (
            word is None
            or not word.has("clause")
            or not _has_as(tree, i)
            or tree.child(i, "dobj", "ccomp", "xcomp", "oprd") is not None
        ):
            continue
        source = speaker(page, i)
        own = tree.subtree(i)
        rest = [t for t in _whole(tree, tree.sentence_of(i)) if t not in set(own)]
        found = pieces(tree, rest, own)
        if source.head is not None and found:
            yield Draft(i, cue_tokens(tree, i), word, source, found, "as")


def _has_as(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].text.lower() == "as" for c in tree.children(verb, "mark", "advmod"))


def _whole(tree: Tree, sentence: Sentence) -> list[int]:
    return list(range(sentence.first, sentence.last))


def lines(page: Page) -> Iterator[Draft]:
    """A paragraph that opens with a person's name and a colon: what follows is what was said. A place, a state or
    any other word before the colon is a dateline or a label, and says nothing."""
    tree = page.tree
    for paragraph in tree.article.paragraphs:
        if paragraph.start is None or paragraph.end is None or paragraph.role not in ("body", "title"):
            continue
        match = LINE.match(tree.text, paragraph.start, paragraph.end)
        match = match or CREDIT.match(tree.text, paragraph.start, paragraph.end)
        name = _label(match) if match else paragraph.start
        if match is None or not (name in page.persons or page.people.is_person(match.group()[:-1].lower())):
            continue
        first, last, colon = (tree.at(place) for place in (paragraph.start, name - 1, match.end() - 1))
        if first is None or last is None or colon is None:
            continue
        found = pieces(tree, tree.within(match.end(), paragraph.end), (colon,))
        if found:
            yield Draft(colon, (colon,), UNLISTED, Source(last, tuple(range(first, last + 1))), found, "line")


def _label(match: re.Match[str]) -> int:
    """Where the words before the colon end, or before the remark in brackets there."""
    return match.start() + len(match.group().removesuffix(":").split("(")[0].rstrip())


def _ends_line(tree: Tree, first: int) -> bool:
    """Whether nothing but names stands from token `first` to the end of the paragraph."""
    paragraph = tree.sentence_of(first).paragraph
    for i in range(first, len(tree.tokens)):
        if tree.sentence_of(i).paragraph != paragraph or i - first > MAX_SIGNED:
            return i > first and i - first <= MAX_SIGNED
        if tree.tokens[i].pos != "PROPN":
            return False
    return True


def signed(page: Page) -> Iterator[Draft]:
    """A quotation with a dash and a name behind it."""
    tree = page.tree
    for quotation in page.quotations:
        dash = tree.at(quotation.end)
        if dash is None or tree.tokens[dash].text not in DASHES or dash + 1 >= len(tree.tokens):
            continue
        sentence_end = tree.sentence_of(dash + 1).last
        if tree.tokens[dash].text == "-" and not _ends_line(tree, dash + 1):
            continue
        if tree.tokens[dash + 1].pos != "PROPN" or page.is_quoted(dash + 1):
            continue
        head = dash + 1
        while head + 1 < sentence_end and tree.tokens[head + 1].pos == "PROPN":
            head += 1
        source = Source(head, tuple(range(dash + 1, head + 1)))
        yield Draft(dash, (dash,), UNLISTED, source, ((quotation.start, quotation.end),), "signed")
