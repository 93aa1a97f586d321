"""Commitments by modal verbs: "will", "shall", "is going to", "may", "should"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.grammar import any_lemma, has_to, lemmas, modal, negated, subject_of
from communique.extract.commitments.instruments import is_instrument
from communique.extract.commitments.scene import Scene
from communique.records.mentions import StatementMention

_FUTURE = frozenset({"will", "shall"})
_OFFERS = frozenset({"may", "might", "could", "can"})
_DUTIES = frozenset({"should", "must"})
_NO_LIMIT = frozenset({"limit", "restriction", "obstacle", "barrier", "ceiling"})
_AIMED_AT = frozenset("us our country nation people government me state".split())


def modals(scene: Scene) -> Iterator[Draft]:
    """Every clause whose modal verb commits its subject, in text order."""
    for i, token in enumerate(scene.tree.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        word = modal(scene.tree, i) or ("will" if _is_going_to(scene.tree, i) else None)
        if word and (draft := _of_modal(scene, i, word)):
            yield draft


def _is_going_to(tree: Tree, i: int) -> bool:
    head = tree.tokens[i].head
    return has_to(tree, i) and tree.tokens[head].text.lower() == "going" and tree.tokens[i].dep == "xcomp"


def _of_modal(scene: Scene, verb: int, word: str) -> Draft | None:
    token = scene.tree.tokens[verb]
    statement = scene.statement_at(token.start, token.end)
    if word == "would" and token.lemma == "like":
        return _wish(scene, verb)
    if word == "would" and statement is not None and _is_indirect(statement, token.start):
        word = "will"
    if word in _FUTURE:
        return _future(scene, verb, statement)
    if statement is None or negated(scene.tree, verb):
        return None
    subject = subject_of(scene.tree, verb)
    acting = bool(subject) and all(scene.is_agent(h) for h in subject) and scene.is_joint(subject)
    if not acting or token.lemma not in scene.words.joint or not _speaks_for(scene, statement, subject):
        return None
    if word in _OFFERS:
        return Draft("proposal", "possible", verb, verb, subject, True)
    return Draft("proposal", "intended", verb, verb, subject, True) if word in _DUTIES else None


def _wish(scene: Scene, verb: int) -> Draft | None:
    """ "We would like to host the talks": a wish to act oneself."""
    action, subject = scene.tree.child(verb, "xcomp"), subject_of(scene.tree, verb)
    acting = bool(subject) and all(scene.is_agent(h) for h in subject) and not negated(scene.tree, verb)
    if action is None or not acting or scene.tree.child(action, "nsubj") is not None or _is_state(scene, action):
        return None
    told = scene.tree.tokens[action].lemma in scene.words.speech
    return None if told else Draft("plan", "intended", verb, action, subject, True)


def _is_indirect(statement: StatementMention, at: int) -> bool:
    return statement.mode != "direct" and not any(q.start <= at < q.end for q in statement.quotes)


def _future(scene: Scene, verb: int, statement: StatementMention | None) -> Draft | None:
    tree = scene.tree
    token, no = tree.tokens[verb], negated(tree, verb)
    if statement and tree.child(verb, "expl") is not None:
        return Draft("pledge", "firm", verb, verb, (), True) if _no_limits(tree, verb) else None
    if any(tree.tokens[c].text.lower() == "either" for c in tree.children(verb)):
        return None  # what may turn out one way or the other is foretold, not promised
    subject = subject_of(tree, verb)
    known = lemmas(tree, verb)
    if statement and no and any(x in scene.words.defiance for x in known) and _is_at_us(scene, verb):
        agents = tuple(h for h in subject if scene.is_agent(h))
        return Draft("refusal", "firm", verb, verb, agents, True)
    if not subject:
        return None
    if all(scene.is_agent(h) for h in subject):
        if (
            tree.child(verb, "nsubjpass") is not None
            or _is_state(scene, verb)
            or not _speaks_for(scene, statement, subject)
        ):
            return None
        return Draft("refusal" if no else "pledge" if statement else "plan", "firm", verb, verb, subject, True)
    lasting = token.lemma == "be" and any_lemma(tree, subject, scene.words.bonds)
    going_on = any_lemma(tree, subject, scene.words.relations) and token.lemma in scene.words.courses
    if statement and (going_on or (lasting and statement.mode != "indirect")):
        return Draft("pledge", "firm", verb, verb, (), True)
    if any(is_instrument(scene, h) for h in subject) and token.lemma in ("sign", "ratify", "conclude", "implement"):
        return Draft("plan", "firm", verb, verb, (), True)
    return None


def _is_state(scene: Scene, verb: int) -> bool:
    """Whether the verb names no act; "have talks" does."""
    tree = scene.tree
    thing = tree.child(verb, "dobj")
    if tree.tokens[verb].lemma == "have" and thing is not None:
        return negated(tree, verb) or negated(tree, thing) or tree.tokens[thing].lemma not in scene.words.talks
    return any(x in scene.words.states for x in lemmas(tree, verb))


def _no_limits(tree: Tree, verb: int) -> bool:
    """ "There will be no limits to ..."."""
    thing = tree.child(verb, "attr", "dobj", "nsubj")
    return thing is not None and tree.tokens[thing].lemma in _NO_LIMIT and negated(tree, thing)


def _is_at_us(scene: Scene, verb: int) -> bool:
    """Whether the object of an act of defiance is the speaker's own side: "stop us", "our country's development"."""
    tree = scene.tree
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None:
        return False
    below = tree.subtree(thing)
    return any(tree.tokens[i].text.lower() in _AIMED_AT or tree.tokens[i].lemma in _AIMED_AT for i in below)


def _speaks_for(scene: Scene, statement: StatementMention | None, subject: tuple[int, ...]) -> bool:
    """Whether what a speaker says of the subject can bind it: it is himself, his side, or a group with him. What he
    foretells of another country's people is no promise."""
    if statement is None:
        return True
    own = [scene.actors[s.actor] for s in statement.speakers if s.actor in scene.actors]
    named = [a for h in subject for a in scene.actors_of(h)]
    if any(scene.is_own(h) for h in subject):
        return True
    if not named:  # "the two sides", but no "he" or "it" that stands for nobody known
        return any(scene.tree.tokens[h].lemma in scene.words.agents for h in subject) and scene.is_joint(subject)
    if all(a.kind == "media" for a in own):
        return True
    ids, countries = {a.id for a in own}, {a.country for a in own if a.country}
    return any(a.id in ids or a.country in countries or ids & set(a.members) or a.kind == "group" for a in named)
