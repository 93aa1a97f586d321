"""Commitments by modal verbs: "will", "shall", "is going to", "may", "should"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.grammar import any_lemma, has_to, lemmas, modal, negated, subject_of
from communique.extract.commitments.instruments import is_instrument
from communique.extract.commitments.scene import Scene
from communique.records.mentions import LocalActor, StatementMention

_FUTURE = frozenset({"will", "shall"})
_OFFERS = frozenset({"may", "might", "could", "can"})
_DUTIES = frozenset({"should", "must"})
# Before the verb: "will either win or lose", "what they will look for".
_LEFT_OPEN = frozenset({"either", "what", "how", "why", "whatever"})
# Who speaks for somebody else.
_SERVING = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "secretary", "aide", "adviser", "advisor", "manager", "minister",
    "envoy", "ambassador", "lawyer", "attorney", "official", "counsel", "strategist", "surrogate", "deputy",
})  # fmt: skip
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
    if word == "would" and statement is not None and _is_indirect(statement, _modal_start(scene, verb)):
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


def _modal_start(scene: Scene, verb: int) -> int:
    """Where the modal stands: in `would "leave the talks"` it is the reporter's word, whatever the verb is."""
    aux = [c for c in scene.tree.children(verb, "aux") if scene.tree.tokens[c].tag == "MD"]
    return scene.tree.tokens[aux[0] if aux else verb].start


def _is_indirect(statement: StatementMention, at: int) -> bool:
    return statement.mode != "direct" and not any(q.start <= at < q.end for q in statement.quotes)


def _future(scene: Scene, verb: int, statement: StatementMention | None) -> Draft | None:
    tree = scene.tree
    token, no = tree.tokens[verb], negated(tree, verb)
    if statement and tree.child(verb, "expl") is not None:
        return Draft("pledge", "firm", verb, verb, (), True) if _no_limits(tree, verb) else None
    if any(tree.tokens[c].text.lower() in _LEFT_OPEN for c in tree.children(verb) if c < verb):
        return None  # what may turn out one way or the other is foretold, not promised
    subject = subject_of(tree, verb)
    known = lemmas(tree, verb)
    if statement and no and any(x in scene.words.defiance for x in known) and _is_at_us(scene, verb):
        agents = tuple(h for h in subject if scene.is_agent(h))
        return Draft("refusal", "firm", verb, verb, agents, True)
    if not subject:
        return None
    if all(scene.is_agent(h) for h in subject):
        if tree.child(verb, "nsubjpass") is not None or _is_state(scene, verb):
            return None
        if _speaks_for(scene, statement, subject):
            return Draft("refusal" if no else "pledge" if statement else "plan", "firm", verb, verb, subject, True)
        # Who will meet whom is arranged, and anybody may tell it.
        arranged = not no and token.lemma in scene.words.appointments and all(scene.actors_of(h) for h in subject)
        return Draft("plan", "firm", verb, verb, subject, True) if arranged else None
    lasting = token.lemma == "be" and any_lemma(tree, subject, scene.words.bonds)
    going_on = any_lemma(tree, subject, scene.words.relations) and token.lemma in scene.words.courses
    if statement and (going_on or (lasting and statement.mode != "indirect")):
        return Draft("pledge", "firm", verb, verb, (), True)
    if any(is_instrument(scene, h) for h in subject) and token.lemma in ("sign", "ratify", "conclude", "implement"):
        return Draft("plan", "firm", verb, verb, (), True)
    return None


def _is_state(scene: Scene, verb: int) -> bool:
    """Whether the verb names no act, or one of private life; "have talks" does name one."""
    tree = scene.tree
    if tree.tokens[verb].lemma in scene.words.private:
        return True
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
    if all(a.kind == "media" for a in own) or _speak_for_it(statement, named):
        return True
    serving = any(word in _SERVING for s in statement.speakers for word in s.text.lower().split())
    return any(_binds(a, own, serving) for a in named)


def _binds(actor: LocalActor, own: list[LocalActor], serving: bool) -> bool:
    """Whether the speakers can bind the actor: themselves, their country, or a group; a person binds no other person
    of his country by name, whom he may stand against, unless it is said that he is `serving` one."""
    ids, countries = {a.id for a in own}, {a.country for a in own if a.country}
    if actor.id in ids or ids & set(actor.members) or actor.kind == "group":
        return True
    apart = actor.kind == "person" and all(a.kind == "person" for a in own) and not serving
    return actor.country in countries and not apart


def _speak_for_it(statement: StatementMention, named: list[LocalActor]) -> bool:
    """Whether the speakers' description names the one who shall act: "Ana Ruiz's office", "Norway's news agency"."""
    words = {word.removesuffix("'s").removesuffix("’s") for s in statement.speakers for word in s.text.split()}
    return any(a.name is not None and a.name.split()[-1] in words for a in named)
