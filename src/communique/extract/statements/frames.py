"""Reporting verbs with their subject and what they report."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.statements.constructions import content, is_infinitive
from communique.extract.statements.contents import pieces
from communique.extract.statements.edges import parenthetical, settled
from communique.extract.statements.model import Draft, Page, Source
from communique.extract.statements.polarity import polarity
from communique.extract.statements.quoted import UNLISTED
from communique.extract.statements.speakers import relays, speaker
from communique.knowledge.verbs import Cue

FINITE = frozenset({"VBD", "VBZ", "VBP"})
PERSONS = frozenset({"he", "she", "they", "we", "i", "who"})
# Verbs whose that-clause is brought about, not said.
NO_REPORT = frozenset({
    "ensure", "mean", "make", "cause", "happen", "matter", "help", "result", "be", "have", "do", "get", "depend",
    "prove", "rest", "move",
})  # fmt: skip
AUXILIARY = ("aux", "auxpass", "neg", "prt")


def verb_drafts(page: Page) -> Iterator[Draft]:
    """A draft for every reporting verb outside quotation marks that has something to report."""
    for i, token in enumerate(page.tree.tokens):
        if token.tag.startswith("VB") and page.is_open(i):
            word = page.verbs.with_particle(token.text.lower(), _particles(page.tree, i))
            if word is not None and _is_report(page.tree, i, word):
                yield from _draft(page, i, word)


def _is_report(tree: Tree, verb: int, word: Cue) -> bool:
    """Not an order to the reader ("remember that …"), nor what is yet to be shown or known ("to show that …"), nor a
    participle that describes ("people briefed on it"), nor another verb with a particle ("called off")."""
    token = tree.tokens[verb]
    if token.tag == "VB" and token.dep == "ROOT" and not tree.children(verb, "nsubj", "aux"):
        return False
    if _is_asked(tree, verb) or (token.dep == "xcomp" and _is_asked(tree, token.head)):
        return False
    if word.has("unspoken") and token.tag == "VB" and is_infinitive(tree, verb):
        return False
    bare = token.dep in ("acl", "amod") or (token.dep == "advcl" and not tree.children(verb, "aux", "auxpass"))
    describes = token.tag == "VBN" and bare
    if describes and not tree.children(verb, "agent", "ccomp", "dobj", "oprd"):
        return False
    return set(_particles(tree, verb)) <= {*word.takes, *word.word.split(), "out"}


def _is_asked(tree: Tree, verb: int) -> bool:
    """ "ASKED to describe it, she left": she was asked, and nobody is said to have asked."""
    return tree.tokens[verb].text in ("Asked", "Pressed", "Questioned") and not tree.children(verb, "nsubj", "aux")


def _particles(tree: Tree, verb: int) -> list[str]:
    return [tree.tokens[c].text.lower() for c in tree.children(verb, "prt")]


def _with_stance(page: Page, verb: int, word: Cue) -> Cue:
    """ "expressed concern", "voiced support": the noun says what the verb leaves open."""
    held = page.tree.child(verb, "dobj")
    noun = page.verbs.noun(page.tree.tokens[held].text.lower()) if held is not None and word.stance == "say" else None
    return word if noun is None else word._replace(stance=noun.stance)


def odd_drafts(page: Page) -> Iterator[Draft]:
    """A verb that no lexicon lists, in the frame of one that reports: a person or body, the verb, a that-clause
    ("the minister detailed that …", as translations have it)."""
    for i, token in enumerate(page.tree.tokens):
        if token.tag not in FINITE or not page.is_open(i) or page.verbs.verb(token.text.lower()) is not None:
            continue
        clause = page.tree.child(i, "ccomp")
        if clause is not None and clause > i and _has_that(page.tree, clause) and token.lemma not in NO_REPORT:
            for draft in _draft(page, i, UNLISTED):
                if draft.source.head is not None and _speaks(page.tree, draft.source.head):
                    yield draft._replace(form="odd")


def _has_that(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[c].text.lower() == "that" for c in tree.children(clause, "mark"))


def _speaks(tree: Tree, head: int) -> bool:
    """Whether the subject can speak: a name, a pronoun of a person, a noun with a name in it or of an office."""
    token = tree.tokens[head]
    if token.pos == "PRON":
        return token.text.lower() in PERSONS
    modified = (tree.tokens[c] for c in tree.children(head))
    return token.pos == "PROPN" or any(other.pos == "PROPN" or other.tag == "JJ" for other in modified)


def _draft(page: Page, verb: int, word: Cue) -> Iterator[Draft]:
    tree = page.tree
    form, tokens = content(tree, verb, word)
    source, cue = speaker(page, verb), cue_tokens(tree, verb)
    frame = (*cue, *source.tokens)
    if not tokens and word.has("clause") and source.head is not None:
        form, tokens = "clause", sorted(_behind_which(page, cue, source)) or parenthetical(tree, verb, frame)
    elif form == "clause" and (quoted := _behind_colon(page, cue)) is not None and _is_all(page, quoted, tokens):
        tokens = sorted(quoted)
    elif tokens:
        tokens = settled(page, verb, form, frame, tokens)
    found = pieces(tree, tokens, (*cue, *source.tokens))
    if found and form == "object":
        word = _with_stance(page, verb, word)
    if found:
        heard = tuple(h for h in hearers(tree, verb, word) if word.stance == "ask" or h not in set(tokens))
        sign = polarity(tree, verb, word)
        yield Draft(verb, cue, word, source, found, form, heard, sign, relays(page, verb))


def _is_all(page: Page, quoted: set[int], tokens: list[int]) -> bool:
    """Whether the quotation behind the cue is what the clause reports, or stands against words that frame it."""
    return bool(quoted & set(tokens)) or not any(page.is_quoted(token) for token in tokens)


def _behind_which(page: Page, cue: tuple[int, ...], source: Source) -> set[int]:
    """ "… a letter, WHICH READ, “…”": the quotation behind the cue, not the sentence around it."""
    relative = source.head is not None and page.tree.tokens[source.head].tag in ("WDT", "WP")
    return (_behind_colon(page, cue) or set()) if relative else set()


def _behind_colon(page: Page, cue: tuple[int, ...]) -> set[int] | None:
    """The quotation that stands behind the cue and a colon: it is all that is reported."""
    colon = cue[-1] + 1
    if colon + 1 >= len(page.tree.tokens) or page.tree.tokens[colon].text not in (":", ","):
        return None
    number = page.within[colon + 1]
    if number < 0:
        return None
    quotation = page.quotations[number]
    return set(page.tree.within(quotation.start, quotation.end))


def cue_tokens(tree: Tree, verb: int) -> tuple[int, ...]:
    """The verb with its auxiliaries, negation and particle, as far as they stand together."""
    parts = sorted([verb, *tree.children(verb, *AUXILIARY)])
    at = parts.index(verb)
    first = last = at
    while first > 0 and parts[first] - parts[first - 1] <= 2:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1] - parts[last] == 1:
        last += 1
    return tuple(parts[first : last + 1])


def hearers(tree: Tree, verb: int, word: Cue) -> tuple[int, ...]:
    """The heads of the phrases that name whom the speaker addressed."""
    found = tree.children(verb, "dative")
    if word.has("hearer"):
        found = found + tree.children(verb, "dobj")
    elif word.stance == "ask":
        found = found + [c for c in tree.children(verb, "dobj") if tree.tokens[c].pos in ("PROPN", "PRON")]
    to = [p for p in tree.children(verb, "prep") if tree.tokens[p].text.lower() == "to"]
    found += [c for p in to for c in tree.children(p, "pobj")]
    return tuple(sorted(set(found)))
