"""Whether the speaker said it, denied it, or is not said to have said it."""

from communique.annotate.tree import Tree
from communique.knowledge.verbs import Cue
from communique.records.statements import Polarity

# Verbs that take back the report they govern: "declined to say", "refused to confirm".
WITHHOLDING = frozenset({"decline", "refuse", "fail", "stop", "avoid", "deny", "hesitate"})
# What may, should or must be said has not been said.
OPEN = frozenset({"might", "may", "could", "would", "should", "must", "shall", "ought"})
CONDITIONS = frozenset({"if", "unless", "until", "before", "whether"})


def polarity(tree: Tree, verb: int, word: Cue) -> Polarity:
    """Negative for denials and negated reports; unknown for what may or should be said and for a denial that is
    itself negated ("did not rule out"); positive otherwise."""
    taken_back = _is_negated(tree, verb) or _is_withheld(tree, verb)
    if word.stance == "deny" and taken_back:
        return "unknown"
    if word.stance == "deny" or taken_back:
        return "negative"
    if any(tree.tokens[c].text.lower() in OPEN for c in tree.children(verb, "aux")):
        return "unknown"
    if any(tree.tokens[c].text.lower() in CONDITIONS for c in tree.children(verb, "mark")):
        return "unknown"
    return "positive"


def _is_negated(tree: Tree, verb: int) -> bool:
    inverted = any(
        tree.tokens[c].text.lower() in ("nor", "neither") for c in tree.children(verb, "cc", "preconj", "advmod")
    )
    return inverted or bool(tree.children(verb, "neg"))


def _is_withheld(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    if token.dep not in ("xcomp", "pcomp"):
        return False
    upper = tree.tokens[token.head]
    return upper.lemma in WITHHOLDING or _is_negated(tree, token.head)
