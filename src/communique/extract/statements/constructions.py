"""What a reporting verb reports, by its place in the tree: one construction a function."""

from bisect import bisect_right

from communique.annotate.tree import Tree
from communique.extract.statements.speakers import is_passive
from communique.knowledge.verbs import Cue

# Prepositional phrases behind an object that still say what is reported, not when or where.
CARRIED = frozenset(
    {"for", "on", "as", "of", "over", "with", "from", "about", "against", "to", "into", "toward", "towards"}
)
PERSONAL = frozenset(
    {
        "guest",
        "visitor",
        "counterpart",
        "colleague",
        "him",
        "her",
        "them",
        "me",
        "us",
        "guests",
        "visitors",
        "leaders",
        "delegation",
    }
)
# Verbs that give something a name: without the name they report nothing.
NAMING = frozenset({"call", "dub", "label", "term", "deem", "liken", "compare"})
OPENING = frozenset({"“", '"', "''", "``", "«", "‘", "'"})


def content(tree: Tree, verb: int, word: Cue) -> tuple[str, list[int]]:
    """The construction and the tokens that carry what is reported."""
    for name, find in FORMS.items():
        if name == "object" or word.has(name):
            heads = find(tree, verb, word)
            if heads:
                return name, _tokens(tree, [*heads, *_coordinated(tree, verb, heads)])
    heads = _prepositions(tree, verb, word)
    return ("preposition", _tokens(tree, [*heads, *_coordinated(tree, verb, heads)])) if heads else ("", [])


def _tokens(tree: Tree, heads: list[int]) -> list[int]:
    return sorted({t for head in heads for t in tree.subtree(head)})


def _coordinated(tree: Tree, verb: int, heads: list[int]) -> list[int]:
    """What is joined to the content with "and" but hangs on the verb: a further noun, a further that-clause."""
    behind = [c for c in tree.children(verb, "conj") if c > max(verb, *heads)]
    return [c for c in behind if tree.tokens[c].pos in ("NOUN", "PROPN") or has_that(tree, c)]


def has_that(tree: Tree, verb: int) -> bool:
    """Whether "that" or "whether" makes a clause of the verb."""
    return any(tree.tokens[c].text.lower() in ("that", "whether") for c in tree.children(verb, "mark"))


def _prepositions(tree: Tree, verb: int, word: Cue) -> list[int]:
    """The phrase that says what, before the one that says with whom."""
    heads = [p for p in tree.children(verb, "prep") if word.has(tree.tokens[p].text.lower()) and tree.children(p)]
    topical = [p for p in heads if tree.tokens[p].text.lower() not in ("with", "to")]
    return topical or heads


def _clause(tree: Tree, verb: int, word: Cue) -> list[int]:
    """A finite clause; a noun phrase between the verb and its clause is the clause's lost subject."""
    found = [c for c in tree.children(verb, "ccomp") if not is_infinitive(tree, c) or tree.child(c, "nsubj") is None]
    if found and not word.has("hearer") and found[0] > verb:
        found += [c for c in tree.children(verb, "dobj") if verb < c < found[0]]
    return found


def _infinitive(tree: Tree, verb: int, word: Cue) -> list[int]:
    """ "vowed to go", "urged them to go": the one addressed is part of what is asked; of a passive ("is expected
    to go"), the one of whom it is said."""
    found = [c for c in tree.children(verb, "xcomp", "ccomp", "advcl") if is_infinitive(tree, c) and c > verb]
    if not found:
        return []
    if is_passive(tree, verb) and word.stance not in ("ask", "promise"):
        return tree.children(verb, "nsubjpass") + found[:1]
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
    if not held or (word.word in NAMING and not _names(tree, verb, held)):
        return []
    if word.has("thing") and _is_person(tree, held[0]):
        return []
    return held + _carried(tree, verb, held[0])


def _is_person(tree: Tree, head: int) -> bool:
    if tree.tokens[head].text.lower() in PERSONAL:
        return True
    at = bisect_right(tree.entities, head, key=lambda entity: entity.first) - 1
    return at >= 0 and head < tree.entities[at].last and tree.entities[at].label == "PERSON"


def _names(tree: Tree, verb: int, held: list[int]) -> bool:
    """Whether more than the one named follows: "called him a friend", not "called him"."""
    follows = held[-1] + 1 < len(tree.tokens) and tree.tokens[held[-1] + 1].text in OPENING
    return len(held) > 1 or follows or bool(tree.children(held[0], "appos")) or bool(_carried(tree, verb, held[0]))


def _carried(tree: Tree, verb: int, behind: int) -> list[int]:
    preps = [p for p in tree.children(verb, "prep") if p > behind and tree.tokens[p].text.lower() in CARRIED]
    return [p for p in preps if not _is_time(tree, p)]


def _is_time(tree: Tree, prep: int) -> bool:
    return any(tree.tokens[c].text.endswith("day") for c in tree.children(prep, "pobj"))


def is_infinitive(tree: Tree, token: int) -> bool:
    """Whether the verb stands with "to"."""
    return any(tree.tokens[c].tag == "TO" for c in tree.children(token, "aux"))


FORMS = {"clause": _clause, "infinitive": _infinitive, "gerund": _gerund, "object": _object}
