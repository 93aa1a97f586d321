"""Whose plan, effort or promise a noun names."""

from communique.extract.commitments.grammar import subject_of, with_conjuncts
from communique.extract.commitments.scene import Scene
from communique.knowledge.commitments import CommitmentCue


def holder_of(scene: Scene, noun: int, cue: CommitmentCue) -> tuple[int, ...]:
    """The heads of the phrases that own it: a possessor, an "of" phrase, what it is predicated of, or the subject of
    the verb above; empty where there is none."""
    tree = scene.tree
    if owner := _named(scene, noun):
        return owner
    told = _predicated_of(scene, noun)
    if told is not None:
        return tuple(h for h in told if scene.is_agent(h))
    verb = next((a for a in tree.ancestors(noun) if tree.tokens[a].pos == "VERB"), None)
    own = verb is not None and tree.tokens[noun].head == verb and tree.tokens[verb].lemma in scene.words.planning
    if verb is None or (cue.kind == "plan" and not cue.stated and not own and _is_beyond(scene, noun, verb)):
        return ()
    return tuple(h for h in subject_of(tree, verb) if scene.is_agent(h))


def _named(scene: Scene, noun: int) -> tuple[int, ...]:
    """The possessor, or who stands behind "of" or "by"; "his" beside an object is the subject above."""
    tree = scene.tree
    owner = tree.child(noun, "poss")
    if owner is not None and tree.tokens[owner].pos == "PRON" and tree.tokens[noun].dep == "dobj":
        own = tuple(h for h in subject_of(tree, tree.tokens[noun].head) if scene.is_agent(h))
        if own:
            return own
    if owner is not None:
        return with_conjuncts(tree, owner)
    for prep in tree.children(noun, "prep"):
        inner = tree.child(prep, "pobj")
        if tree.tokens[prep].text.lower() in ("of", "by") and inner is not None and scene.is_agent(inner):
            return with_conjuncts(tree, inner)
    return ()


def _predicated_of(scene: Scene, noun: int) -> tuple[int, ...] | None:
    """What "is an effort"; None where it is said of nothing."""
    tree = scene.tree
    token = tree.tokens[noun]
    own = tree.child(noun, "nsubj")
    if own is not None:
        return with_conjuncts(tree, own)
    if token.dep == "attr":
        return subject_of(tree, token.head)
    return None


def _is_beyond(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the verb stands outside the words in which somebody speaks of it: its subject then only speaks."""
    token, above = scene.tree.tokens[noun], scene.tree.tokens[verb]
    statement = scene.statement_at(token.start, token.end)
    return statement is not None and not statement.content.start <= above.start < statement.content.end
