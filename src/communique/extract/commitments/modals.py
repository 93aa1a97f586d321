"""Commitments by modal verbs: "will", "shall", "is going to", "may", "should"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.grammar import any_lemma, has_to, is_past, lemmas, modal, negated, subject_of
from communique.extract.commitments.instruments import is_instrument
from communique.extract.commitments.scene import Scene
from communique.extract.commitments.speaking import speaks_for
from communique.records.mentions import StatementMention

_FUTURE = frozenset({"will", "shall"})
_OFFERS = frozenset({"may", "might", "could", "can"})
_DUTIES = frozenset({"should", "must"})
# Before the verb: "will either win or lose", "what they will look for".
_LEFT_OPEN = frozenset({"either", "what", "how", "why", "whatever"})
_NO_LIMIT = frozenset({"limit", "restriction", "obstacle", "barrier", "ceiling"})
_AIMED_AT = frozenset("us our country nation people government me state".split())

# What is done by saying that one would like to: "I would like to thank you".
COURTESIES = frozenset(
    "thank commend congratulate praise salute applaud welcome express extend apologise apologize remind stress point "
    "emphasise emphasize underline add note begin start conclude".split()
)


def modals(scene: Scene) -> Iterator[Draft]:
    """Every clause whose modal verb commits its subject, in text order."""
    for i, token in enumerate(scene.tree.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass"):
            continue
        word = modal(scene.tree, i) or ("will" if _is_going_to(scene.tree, i) or _is_to(scene.tree, i) else None)
        if word and (draft := _of_modal(scene, i, word)):
            yield draft


def _is_going_to(tree: Tree, i: int) -> bool:
    head = tree.tokens[i].head
    if not has_to(tree, i) or tree.tokens[head].text.lower() != "going" or tree.tokens[i].dep != "xcomp":
        return False
    return tree.child(head, "prt", "prep") is None  # "went on to", "was going to the sea to"


def _is_to(tree: Tree, i: int) -> bool:
    """ "The bank IS TO close": nothing stands between."""
    be = tree.tokens[i].head
    close = i >= 2 and tree.tokens[i - 1].tag == "TO" and tree.tokens[i - 2].text.lower() in ("is", "are")
    return close and be == i - 2 and tree.tokens[i].dep == "xcomp" and tree.tokens[i].lemma != "blame"


def _of_modal(scene: Scene, verb: int, word: str) -> Draft | None:
    token = scene.tree.tokens[verb]
    statement = scene.statement_at(token.start, token.end)
    if word == "would" and token.lemma == "like":
        return _wish(scene, verb)
    if word == "would" and statement is not None and _is_indirect(statement, _modal_start(scene, verb)):
        word = "will"
    if word in _FUTURE:
        draft = _future(scene, verb, statement)
        return _going(scene, draft, statement) if draft and _is_going_to(scene.tree, verb) else draft
    if statement is None or negated(scene.tree, verb):
        return None
    subject = subject_of(scene.tree, verb)
    acting = bool(subject) and all(scene.is_agent(h) for h in subject) and scene.is_joint(subject)
    if not acting or token.lemma not in scene.words.joint or not speaks_for(scene, statement, subject):
        return None
    if word in _OFFERS:
        return Draft("proposal", "possible", verb, verb, subject, True)
    return Draft("proposal", "intended", verb, verb, subject, True) if word in _DUTIES else None


def _going(scene: Scene, draft: Draft, statement: StatementMention | None) -> Draft | None:
    """ "Is GOING to build": what stands with "going", a denial too, is said of the act. What an outlet tells that
    somebody was going to do is a tale."""
    cue = scene.tree.tokens[draft.action].head
    if statement is None and is_past(scene.tree, cue):
        return None
    return draft._replace(cue=cue, kind="refusal" if negated(scene.tree, cue) else draft.kind)


def _wish(scene: Scene, verb: int) -> Draft | None:
    """ "We would like to host the talks": a wish to act oneself."""
    action, subject = scene.tree.child(verb, "xcomp"), subject_of(scene.tree, verb)
    acting = bool(subject) and all(scene.is_agent(h) for h in subject) and not negated(scene.tree, verb)
    if action is None or not acting or scene.tree.child(action, "nsubj") is not None or _is_state(scene, action):
        return None
    told = scene.tree.tokens[action].lemma in scene.words.speech | COURTESIES
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
        if statement is None and all(_is_some(scene, h) for h in subject):
            return None
        if speaks_for(scene, statement, subject):
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


def _is_some(scene: Scene, head: int) -> bool:
    """Whether the phrase means any such, "corporations", of whom an outlet only foretells what they will do."""
    tree = scene.tree
    plural = tree.tokens[head].tag == "NNS" and tree.child(head, "det", "poss", "nummod") is None
    return plural and not any(actor.name for actor in scene.actors_of(head))


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
