"""Subjects that the parser lost, found again by where they stand."""

from communique.annotate.tree import Tree
from communique.extract.statements.model import Page

NOMINAL = ("NOUN", "PROPN", "PRON")
# Tokens looked at before a verb.
MAX_BACK = 60
MAX_BETWEEN = 20
FINITE = frozenset({"VBD", "VBZ", "VBP"})
CLOSING = frozenset({",", "―", "—", "–"})


def lost_subject(page: Page, verb: int) -> int | None:
    """The head of the phrase that is the subject of `verb` by its place: right behind a cue that closes a
    quotation, right before it, between the quotation and it; of a participle, the sentence's own subject."""
    finite = page.tree.tokens[verb].tag in FINITE
    for find in (_behind, _right_before, _between) if finite else (_of_sentence,):
        found = find(page, verb)
        if found is not None:
            return found
    return None


def _behind(page: Page, verb: int) -> int | None:
    """The head of the phrase right behind a verb that closes a quotation or a clause: ", said Mr Smith"."""
    tree = page.tree
    if verb == 0 or not (page.is_quoted(verb - 1) or tree.tokens[verb - 1].text in CLOSING):
        return None
    for i in range(verb + 1, min(verb + 8, len(tree.tokens))):
        if tree.tokens[i].text.endswith("day"):
            return None
        if tree.tokens[i].pos in NOMINAL:
            return _top(tree, i)
        if tree.tokens[i].pos in ("PUNCT", "ADP", "VERB", "AUX", "SCONJ"):
            return None
    return None


def _right_before(page: Page, verb: int) -> int | None:
    """The noun that stands right before a finite verb, where the parser gave it another place."""
    tree = page.tree
    for i in range(verb - 1, max(-1, verb - 4), -1):
        token = tree.tokens[i]
        if token.pos in NOMINAL:
            fits = token.dep not in ("pobj", "poss") and not page.is_quoted(i)
            return i if fits and tree.sentence_number(i) == tree.sentence_number(verb) else None
        if token.pos not in ("ADV", "AUX"):
            return None
    return None


def _between(page: Page, verb: int) -> int | None:
    """The first noun between a quotation and the verb: "…," the minister, who was in Rome, SAID on Friday."""
    tree = page.tree
    first = verb
    while first > 0 and verb - first < MAX_BETWEEN and not page.is_quoted(first - 1):
        first -= 1
        if tree.tokens[first].text in (".", ";", "!", "?"):
            return None
    if first == 0 or not page.is_quoted(first - 1):
        return None
    start = next((i for i in range(first, verb) if tree.tokens[i].pos in NOMINAL), None)
    return None if start is None else _top(tree, start)


def _of_sentence(page: Page, verb: int) -> int | None:
    """The subject of the main clause, for a participle or infinitive that found none nearer; where the main
    clause is quoted, the last subject outside the quotation."""
    tree = page.tree
    root = [verb, *tree.ancestors(verb)][-1]
    if root == verb:
        return None
    if not page.is_quoted(root):
        return next((c for c in tree.children(root, "nsubj") if not page.is_quoted(c)), None)
    first = max(tree.sentence_of(verb).first, verb - MAX_BACK)
    found = (i for i in range(verb - 1, first - 1, -1) if tree.tokens[i].dep == "nsubj" and not page.is_quoted(i))
    return next(found, None)


def _top(tree: Tree, token: int) -> int:
    """The last noun of the compound that `token` begins."""
    while tree.tokens[token].dep in ("compound", "nmod", "poss", "amod") and tree.tokens[token].head > token:
        token = tree.tokens[token].head
    return token
