"""What stands behind a word that commits, where it names something to do: "to build", "that it would", "for talks"."""

from communique.extract.commitments.grammar import has_to, modal, subject_of, with_conjuncts
from communique.extract.commitments.instruments import is_instrument
from communique.extract.commitments.scene import Scene

_CLAUSES = ("xcomp", "advcl", "acl", "ccomp", "relcl", "conj", "dep")
_COMMITTING = frozenset({"will", "would", "shall", "should", "must"})
_OFFERING = _COMMITTING | {"may", "might", "could", "can"}
# An infinitive farther behind than so many words belongs to something else.
_FAR = 14


def complement(scene: Scene, i: int, takes: str, own: bool, vowed: bool = False) -> int | None:
    """The head of what stands behind word `i` in the construction `takes`, where it names something to do. What is
    `vowed` may be that things happen; else somebody has to act."""
    tree = scene.tree
    if takes == "inf":
        found = infinitive(scene, i, behind=i)
        return None if own and found is not None and tree.child(found, "nsubj") is not None else found
    if takes in ("that", "offer", "bare"):
        clauses = [c for c in tree.children(i, "ccomp", "acl") if c > i and _is_to_come(scene, c, takes, vowed)]
        return next((c for c in clauses if takes == "that" or _concerns(scene, i, c)), None)
    if takes == "invitation":
        taken = tree.children(i, "dobj", "nsubjpass")
        return next((c for c in taken if tree.tokens[c].lemma in scene.words.invitations), None)
    if takes == "ing":
        doing = (
            c for c in tree.children(i, "xcomp", "ccomp", "dobj", "pcomp") if c > i and tree.tokens[c].tag == "VBG"
        )
        # "suggested that they were leaving" proposes nothing.
        return next((c for c in doing if tree.child(c, "aux", "mark") is None), None)
    if takes == "obj":
        return next((c for c in tree.children(i, "dobj") if c > i and _is_deed(scene, c)), None)
    if takes == "instrument":
        things = tree.children(i, "dobj", "nsubjpass")
        return next((c for c in things if is_instrument(scene, c)), None)
    return _behind_preposition(scene, i, takes)


def infinitive(scene: Scene, i: int, behind: int) -> int | None:
    """The infinitive that hangs on word `i`, not far behind word `behind`."""
    tree = scene.tree
    return next((c for c in tree.children(i, *_CLAUSES) if c > behind and has_to(tree, c) and c - behind <= _FAR), None)


def next_infinitive(scene: Scene, noun: int) -> int | None:
    """The infinitive right behind a noun, wherever the parser hangs it."""
    tree = scene.tree
    if noun + 1 >= len(tree.tokens) or tree.tokens[noun + 1].tag != "TO":
        return None
    verb = tree.tokens[noun + 1].head
    own = tree.tokens[noun].head == verb and tree.tokens[noun].dep in ("nsubj", "nsubjpass")
    return verb if verb > noun and tree.tokens[verb].pos == "VERB" and not own else None


def predicated_infinitive(scene: Scene, noun: int) -> int | None:
    """ "Our goal is TO BUILD"."""
    token = scene.tree.tokens[noun]
    be = token.head
    if token.dep != "nsubj" or scene.tree.tokens[be].lemma != "be":
        return None
    return next(
        (c for c in scene.tree.children(be, "xcomp", "attr", "ccomp") if c > be and has_to(scene.tree, c)), None
    )


def _is_to_come(scene: Scene, clause: int, takes: str, vowed: bool) -> bool:
    """Whether a that-clause says what is to be done, not what is the case."""
    tree = scene.tree
    subject = tree.child(clause, "nsubj", "nsubjpass")
    if subject is None:
        return False
    word = modal(tree, clause)
    if any(tree.tokens[c].lemma == "have" for c in tree.children(clause, "aux")):
        return False  # "may have left"
    if word in (_OFFERING if takes == "offer" else _COMMITTING):
        return vowed or scene.is_agent(subject) or tree.tokens[subject].lemma in scene.words.relations
    return takes == "bare" and tree.tokens[clause].tag == "VB"


def _concerns(scene: Scene, verb: int, clause: int) -> bool:
    """Whether who suggests something has a part in it: what is foretold of others is no proposal."""
    own = [a for h in subject_of(scene.tree, verb) for a in scene.actors_of(h)]
    inner = scene.tree.child(clause, "nsubj", "nsubjpass")
    acting = [a for h in (with_conjuncts(scene.tree, inner) if inner is not None else ()) for a in scene.actors_of(h)]
    ids, countries = {a.id for a in own}, {a.country for a in own if a.country}
    related = any(a.id in ids or a.country in countries or ids & set(a.members) or a.kind == "group" for a in acting)
    return not own or not acting or related


def _is_deed(scene: Scene, noun: int) -> bool:
    token = scene.tree.tokens[noun]
    return token.pos == "NOUN" and not scene.is_agent(noun) and not token.text.lower().endswith(("self", "selves"))


def _behind_preposition(scene: Scene, i: int, word: str) -> int | None:
    tree = scene.tree
    for prep in tree.children(i, "prep"):
        if prep < i or tree.tokens[prep].text.lower() != word:
            continue
        doing = tree.child(prep, "pcomp")
        if doing is not None and tree.tokens[doing].tag == "VBG":
            return doing
        thing = tree.child(prep, "pobj")
        if thing is not None and _is_deed(scene, thing) and not _is_time(scene, thing):
            return thing
    return None


def _is_time(scene: Scene, i: int) -> bool:
    token = scene.tree.tokens[i]
    return any(t.span.start <= token.start < t.span.end for t in scene.so_far.times)
