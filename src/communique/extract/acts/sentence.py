"""Which of the acts that a sentence speaks of it is about: the nearest to its root."""

from communique.annotate.tree import Tree
from communique.extract.acts.coding import Code, code, code_noun
from communique.extract.acts.grammar import is_infinitive, negated
from communique.knowledge.acts import Acts
from communique.records.annotated import Sentence

VERBS = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "VBN"})
NOUNS = frozenset({"NOUN", "PROPN"})


def main_act(
    tree: Tree, acts: Acts, sentence: Sentence, *, strict: bool = False, nouns_only: bool = False
) -> Code | None:
    """The act of the verb nearest to the sentence's root; where no verb tells one, of the noun nearest to it.
    `strict`: only of a verb that no other verb stands above, or of the noun where there is no verb; `nouns_only`: of
    the noun, where there is no verb."""
    ordered = sorted(range(sentence.first, sentence.last), key=lambda i: (depth(tree, i), i))
    verbs = [i for i in ordered if tree.tokens[i].pos in VERBS]
    top = depth(tree, verbs[0]) if verbs else 0
    for i in verbs:
        if nouns_only:
            return None
        if strict and depth(tree, i) > top:
            return None
        if (found := code(tree, acts, i)) is not None:
            return found
    if strict and verbs:
        return None
    nouns = (i for i in ordered if tree.tokens[i].pos in NOUNS and not _undone(tree, i))
    named = (code_noun(tree, acts, i) for i in nouns)
    return next((found for found in named if found is not None), None)


def _undone(tree: Tree, i: int) -> bool:
    """Whether the verb above the noun is negated: "imposed no sanctions", "did not attack"."""
    verb = next((a for a in tree.ancestors(i) if tree.tokens[a].pos in VERBS), None)
    no = any(tree.tokens[c].text.lower() == "no" for c in tree.children(i, "det"))
    return no or (verb is not None and negated(tree, verb))


def depth(tree: Tree, i: int) -> int:
    """How many clauses stand above the token's own."""
    depth = 0
    while tree.tokens[i].head != i:
        depth += tree.tokens[i].dep not in {"conj", "prep", "pobj", "compound", "amod", "nmod"}
        i = tree.tokens[i].head
    return depth


def main_verb(tree: Tree, part: Sentence, titled: bool) -> int | None:
    """The verb nearest to the root; in a title, which parsers get wrong, the first that can be finite, else one that
    is neither a purpose nor describes a noun."""
    verbs = [i for i in range(part.first, part.last) if tree.tokens[i].pos == "VERB"]
    finite = [i for i in verbs if tree.tokens[i].tag in FINITE and tree.tokens[i].dep not in {"relcl", "amod"}]
    if titled:
        linking = [i for i in range(part.first, part.last) if _links(tree, i)]
        told = [*finite, *linking]
        verbs = [i for i in verbs if tree.tokens[i].dep != "amod" and not is_infinitive(tree, i)]
        if told:
            return next((i for i in told if not _of_readers(tree, i)), told[0])
    if not verbs and not titled:
        verbs = [i for i in range(part.first, part.last) if tree.tokens[i].pos == "AUX"]
    return min(verbs, key=lambda i: (depth(tree, i), i), default=None)


def _links(tree: Tree, i: int) -> bool:
    """Whether the token is a "be" or "have" with a subject that is more than "it"."""
    named = [s for s in tree.children(i, "nsubj") if tree.tokens[s].pos in NOUNS]
    return tree.tokens[i].pos == "AUX" and bool(named)


def _of_readers(tree: Tree, i: int) -> bool:
    """ "What you must know", "we asked": whom a headline speaks to, and who writes it, are not its news."""
    subjects = tree.children(i, "nsubj")
    return bool(subjects) and all(tree.tokens[s].text.lower() in {"you", "we", "i"} for s in subjects)
