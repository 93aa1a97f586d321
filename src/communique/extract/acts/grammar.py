"""The grammar that codes of acts are read from: words of a verb, its objects, what stands behind it."""

from communique.annotate.tree import Tree

OBJECTS = ("dobj", "nsubjpass", "dative", "attr", "oprd")
CLAUSES = ("xcomp", "ccomp", "pcomp")
# What of a noun phrase is not said of its noun.
ASIDE = frozenset({"relcl", "acl", "advcl", "appos", "ccomp", "parataxis", "conj"})
NOUNS = frozenset({"NOUN", "PROPN"})
DUTY = frozenset({"must", "should"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})


def words(tree: Tree, i: int) -> list[str]:
    """What the verb at token `i` may be looked up by: with a particle or preposition ("hand over", "call for"), as it
    stands, by its lemma."""
    token = tree.tokens[i]
    own = [token.text.lower(), token.lemma.lower()]
    behind = [tree.tokens[c].text.lower() for c in tree.children(i, "prt", "advmod", "prep") if c > i]
    following = [tree.tokens[i + 1].text.lower()] if i + 1 < len(tree.tokens) else []
    return [f"{word} {particle}" for particle in (*behind, *following) for word in own] + own


def object_nouns(tree: Tree, i: int) -> list[str]:
    """The nouns of the verb's objects and phrases, the objects' own first."""
    heads = tree.children(i, *OBJECTS)
    heads += [s for c in tree.children(i, "ccomp", "xcomp") for s in tree.children(c, "nsubj")]
    phrases = [p for prep in tree.children(i, "prep", "agent") for p in tree.children(prep, "pobj")]
    found: list[int] = []
    for head in (*heads, *phrases):
        inside = tree.subtree(head, skip=[c for c in tree.subtree(head) if c != head and _aside(tree, c)])
        joined = tree.children(head, "conj")
        found += [head, *inside, *joined]
    return list(dict.fromkeys(_noun(tree, t) for t in found if tree.tokens[t].pos in NOUNS | {"VERB", "ADJ"}))


def _aside(tree: Tree, i: int) -> bool:
    return tree.tokens[i].dep in ASIDE


def _noun(tree: Tree, i: int) -> str:
    return tree.tokens[i].text.lower()


def subject_nouns(tree: Tree, i: int) -> list[str]:
    """The nouns of the verb's subject."""
    return [
        _noun(tree, t)
        for s in tree.children(i, "nsubj")
        for t in tree.subtree(s, skip=[c for c in tree.subtree(s) if c != s and _aside(tree, c)])
        if tree.tokens[t].pos in NOUNS
    ]


def has_object(tree: Tree, i: int) -> bool:
    """Whether something is acted on."""
    return bool(tree.children(i, "dobj", "nsubjpass", "dative")) or tree.tokens[i].dep in {"acl"}


def leads(tree: Tree, i: int) -> set[str]:
    """The prepositions that open phrases of the verb."""
    return {tree.tokens[c].text.lower() for c in tree.children(i, "prep", "prt")}


def complements(tree: Tree, i: int) -> list[int]:
    """The clauses that the verb, noun or adjective takes, and those behind its prepositions, in text order."""
    own = tree.children(i, *CLAUSES)
    behind = [c for prep in tree.children(i, "prep") for c in tree.children(prep, *CLAUSES)]
    infinitives = [c for c in tree.children(i, "advcl", "acl", "relcl") if is_infinitive(tree, c)]
    return sorted({*own, *behind, *infinitives})


def is_infinitive(tree: Tree, i: int) -> bool:
    """ "to lift" """
    return any(tree.tokens[c].text.lower() == "to" for c in tree.children(i, "aux"))


def negated(tree: Tree, i: int) -> bool:
    """ "did not", "never", "no longer" """
    return bool(tree.children(i, "neg"))


def noun_objects(tree: Tree, i: int) -> list[int]:
    """The nouns that the verb takes as objects or behind a preposition, and what these are joined with."""
    own = tree.children(i, "dobj", "nsubjpass", "attr", "oprd", "dative")
    behind = [p for prep in tree.children(i, "prep", "agent", "prt") for p in tree.children(prep, "pobj")]
    return [n for n in (*own, *behind) if tree.tokens[n].pos in NOUNS]
