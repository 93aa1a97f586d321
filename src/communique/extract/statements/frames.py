"""Reporting verbs and what they report: one construction a function."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.statements.contents import pieces
from communique.extract.statements.model import Draft, Page
from communique.extract.statements.polarity import polarity
from communique.extract.statements.speakers import is_passive, speaker
from communique.knowledge.verbs import Cue

AUXILIARY = ("aux", "auxpass", "neg", "prt")
# Prepositional phrases behind an object that still say what is reported, not when or where.
CARRIED = frozenset(
    {"for", "on", "as", "of", "over", "with", "from", "about", "against", "to", "into", "toward", "towards"}
)
TEMPORAL = frozenset({"DATE", "TIME"})


def verb_drafts(page: Page) -> Iterator[Draft]:
    """A draft for every reporting verb outside quotation marks that has something to report."""
    for i, token in enumerate(page.tree.tokens):
        if token.tag.startswith("VB") and not page.is_quoted(i):
            word = page.verbs.verb(token.text.lower())
            if word is not None:
                yield from _draft(page, i, word)


def _draft(page: Page, verb: int, word: Cue) -> Iterator[Draft]:
    tree = page.tree
    form, tokens = _content(tree, verb, word)
    if not tokens:
        return
    source = speaker(page, verb)
    cue = cue_tokens(tree, verb)
    found = pieces(tree, tokens, (*cue, *source.tokens))
    if found:
        yield Draft(verb, cue, word, source, found, form, hearers(tree, verb, word), polarity(tree, verb, word))


def _content(tree: Tree, verb: int, word: Cue) -> tuple[str, list[int]]:
    """The construction and the tokens that carry what is reported."""
    for name, find in FORMS.items():
        if name == "object" or word.has(name):
            heads = find(tree, verb, word)
            if heads:
                return name, sorted({t for head in heads for t in tree.subtree(head)})
    heads = [p for p in tree.children(verb, "prep") if word.has(tree.tokens[p].text.lower()) and tree.children(p)]
    return ("preposition", sorted({t for head in heads for t in tree.subtree(head)})) if heads else ("", [])


def _clause(tree: Tree, verb: int, word: Cue) -> list[int]:
    return [c for c in tree.children(verb, "ccomp") if not is_infinitive(tree, c) or tree.child(c, "nsubj") is None]


def _infinitive(tree: Tree, verb: int, word: Cue) -> list[int]:
    """ "vowed to go", "urged them to go": the one addressed is part of what is asked."""
    found = [c for c in tree.children(verb, "xcomp", "ccomp", "advcl") if is_infinitive(tree, c) and c > verb]
    if not found:
        return []
    held = [] if word.has("hearer") else [c for c in tree.children(verb, "dobj") if verb < c < found[0]]
    return held + found[:1]


def _gerund(tree: Tree, verb: int, word: Cue) -> list[int]:
    return [c for c in tree.children(verb, "xcomp", "ccomp", "dobj") if tree.tokens[c].tag == "VBG" and c > verb]


def _object(tree: Tree, verb: int, word: Cue) -> list[int]:
    """A noun phrase with its predicate and the phrases that go with it; of a passive, its subject."""
    if not word.has("object"):
        return []
    if is_passive(tree, verb):
        held = tree.children(verb, "nsubjpass")
        return held + _carried(tree, verb, verb) if held else []
    held = [c for c in tree.children(verb, "dobj", "oprd", "attr", "dative") if c > verb]
    held += [c for c in tree.children(verb, "ccomp", "xcomp") if c > verb and not is_infinitive(tree, c)]
    return held + _carried(tree, verb, held[0]) if held else []


def _carried(tree: Tree, verb: int, behind: int) -> list[int]:
    preps = [p for p in tree.children(verb, "prep") if p > behind and tree.tokens[p].text.lower() in CARRIED]
    return [p for p in preps if not _is_time(tree, p)]


def _is_time(tree: Tree, prep: int) -> bool:
    return any(tree.tokens[c].text.endswith("day") for c in tree.children(prep, "pobj"))


def is_infinitive(tree: Tree, token: int) -> bool:
    """Whether the verb stands with "to"."""
    return any(tree.tokens[c].tag == "TO" for c in tree.children(token, "aux"))


FORMS = {"clause": _clause, "infinitive": _infinitive, "gerund": _gerund, "object": _object}


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
