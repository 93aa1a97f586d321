"""Attachments the parser gets wrong around reporting verbs, put right before anything is read off the tree."""

import msgspec

from communique.annotate.tree import Tree
from communique.knowledge.verbs import Verbs
from communique.records.annotated import Annotated, Token

INSIDE = frozenset({"conj", "advcl", "xcomp", "acl", "relcl", "prep", "pcomp", "pobj", "dobj", "attr", "acomp"})
PAST = frozenset({"VBD"})
FINITE = frozenset({"VBD", "VBZ"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def repaired(annotated: Annotated, verbs: Verbs) -> Tree:
    """The tree of `annotated`, with reporting verbs moved up where they hang in what another one reports."""
    tree = Tree(annotated)
    moved = {i: new for i in range(len(tree.tokens)) for new in [_moved(tree, verbs, i)] if new is not None}
    for i in range(len(tree.tokens)):
        moved.update(_coordinated(tree, verbs, i))
    if not moved:
        return tree
    tokens = tuple(moved.get(i, token) for i, token in enumerate(annotated.tokens))
    return Tree(msgspec.structs.replace(annotated, tokens=tokens))


def _moved(tree: Tree, verbs: Verbs, i: int) -> Token | None:
    """Token `i` with a new governor: "said the deal holds, ADDING that …" and "said it is ready and STATED that …"
    go on with the first speaker, not with the subject of what is said. A finite verb joined to an infinitive belongs
    to the finite verb above both."""
    token = tree.tokens[i]
    if token.dep in ("relcl", "acl") and (upper := _said_that(tree, verbs, i)) is not None:
        return msgspec.structs.replace(token, head=upper, dep="ccomp")
    if token.dep == "relcl" and (upper := _told_that(tree, verbs, i)) is not None:
        return msgspec.structs.replace(token, head=upper, dep="ccomp")
    if _is_conj_of_infinitive(tree, i):
        upper = next((a for a in tree.ancestors(i) if tree.tokens[a].tag in FINITE and a < i), None)
        return None if upper is None else msgspec.structs.replace(token, head=upper)
    if not token.tag.startswith("VB") or not _reports(verbs, token):
        return None
    if token.tag == "VBG" and token.dep in ("advcl", "conj", "acl") and _after_comma(tree, i):
        upper = _reporter_above(tree, verbs, i)
        return None if upper is None else msgspec.structs.replace(token, head=upper, dep="advcl")
    if token.dep == "conj" and token.tag in PAST and not tree.children(i, *SUBJECTS):
        upper = _reporter_above(tree, verbs, i)
        if upper is not None and tree.tokens[upper].tag in PAST and tree.tokens[token.head].tag not in PAST:
            return msgspec.structs.replace(token, head=upper)
    return None


def _is_conj_of_infinitive(tree: Tree, i: int) -> bool:
    """Whether a finite verb without a subject is joined to an infinitive: no grammar has that."""
    token = tree.tokens[i]
    joined = token.dep == "conj" and token.tag in FINITE and tree.tokens[token.head].tag == "VB"
    return joined and not tree.children(i, *SUBJECTS)


def _coordinated(tree: Tree, verbs: Verbs, i: int) -> dict[int, Token]:
    """ "attended a dinner and PRAISED cooperation": the second verb was read as an adjective of its object."""
    token = tree.tokens[i]
    noun = token.head
    if token.dep != "amod" or token.tag not in ("VBN", "VBD") or i == 0 or tree.tokens[i - 1].dep != "cc":
        return {}
    word = verbs.verb(token.text.lower())
    if word is None or not word.has("object") or noun < i or tree.tokens[noun].dep != "conj":
        return {}
    first = tree.tokens[noun].head
    governor = tree.tokens[first].head
    if tree.tokens[first].dep != "dobj" or tree.tokens[governor].tag != "VBD" or tree.tokens[i - 1].head != first:
        return {}
    verb = msgspec.structs.replace(token, head=governor, dep="conj", tag="VBD", pos="VERB")
    return {i: verb, noun: msgspec.structs.replace(tree.tokens[noun], head=i, dep="dobj")}


def _said_that(tree: Tree, verbs: Verbs, i: int) -> int | None:
    """The reporting verb whose that-clause was hung on a noun between them: "said in an interview THAT …"."""
    noun = tree.tokens[i].head
    if not any(tree.tokens[c].text.lower() == "that" for c in tree.children(i, "mark")):
        return None
    if tree.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    if tree.tokens[noun].dep != "pobj" and verbs.noun(tree.tokens[noun].text.lower()) is not None:
        return None
    for steps, above in enumerate(tree.ancestors(noun)):
        if tree.tokens[above].pos == "VERB":
            free = tree.child(above, "ccomp") is None and above < noun
            return above if free and _reports(verbs, tree.tokens[above]) else None
        if steps > 4:
            return None
    return None


def _told_that(tree: Tree, verbs: Verbs, i: int) -> int | None:
    """The verb whose clause was hung on the one addressed: "told the court SHE WAS ILL"."""
    noun = tree.tokens[i].head
    verb = tree.tokens[noun].head
    word = verbs.verb(tree.tokens[verb].text.lower())
    if (
        word is None
        or not (word.has("hearer") and word.has("clause"))
        or tree.tokens[noun].dep not in ("dobj", "dative")
    ):
        return None
    subject = tree.child(i, "nsubj", "nsubjpass")
    free = tree.child(verb, "ccomp") is None and min(tree.subtree(i)) == noun + 1 and verb < noun
    plain = subject is not None and tree.tokens[subject].tag not in ("WDT", "WP", "WP$")
    return verb if free and plain else None


def _reports(verbs: Verbs, token: Token) -> bool:
    cue = verbs.verb(token.text.lower())
    return cue is not None and cue.has("clause") and cue.stance != "think"


def _after_comma(tree: Tree, i: int) -> bool:
    before = [tree.tokens[j].text for j in range(max(0, i - 3), i)]
    return any(text in (",", "”", '"') for text in before)


def _reporter_above(tree: Tree, verbs: Verbs, i: int) -> int | None:
    """The reporting verb whose clause `i` hangs in, where `i` stands behind that clause's verb."""
    below = i
    for steps, above in enumerate(tree.ancestors(i)):
        if steps > 8:
            return None
        dep = tree.tokens[below].dep
        if dep == "ccomp" and _reports(verbs, tree.tokens[above]) and steps > 0:
            return above if above < i else None
        if dep not in INSIDE and not (dep == "ccomp" and steps > 0):
            return None
        below = above
    return None
