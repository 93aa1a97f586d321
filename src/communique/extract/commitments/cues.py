"""Commitments by words that commit: "agreed to", "a proposal for", "is ready to"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.commitments.complements import (
    complement,
    infinitive,
    next_infinitive,
    predicated_infinitive,
)
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.grammar import is_past, lemmas, negated, subject_of
from communique.extract.commitments.holders import holder_of
from communique.extract.commitments.scene import Scene
from communique.extract.commitments.speaking import speaks_for
from communique.knowledge.commitments import CommitmentCue
from communique.records.commitments import CommitmentKind

_GETTING = frozenset("seek want ask demand get obtain receive win secure need request extract await require".split())
_DONE = frozenset("make take undertake exert hold conduct".split())


def cued(scene: Scene) -> Iterator[Draft]:
    """Every commitment that a verb, noun or adjective of the lexicon announces, in text order."""
    for i, token in enumerate(scene.tree.tokens):
        if token.pos in ("VERB", "AUX"):
            yield from _first(_by_verb(scene, i, cue) for cue in _cues(scene, i, "verbs"))
        elif token.pos == "NOUN" or (token.pos == "ADJ" and token.dep == "dobj"):
            yield from _first(_by_noun(scene, i, cue) for cue in _cues(scene, i, "nouns"))
        if token.pos == "ADJ" or (token.tag == "VBN" and token.dep in ("acomp", "ROOT", "ccomp", "conj")):
            yield from _first(_by_adjective(scene, i, cue) for cue in _cues(scene, i, "adjectives"))


def _first(found: Iterator[Draft | None]) -> Iterator[Draft]:
    draft = next((x for x in found if x), None)
    if draft:
        yield draft


def _cues(scene: Scene, i: int, table: str) -> tuple[CommitmentCue, ...]:
    words = getattr(scene.words, table)
    return tuple(cue for lemma in dict.fromkeys(lemmas(scene.tree, i)) for cue in words.get(lemma, ()))


def _by_verb(scene: Scene, i: int, cue: CommitmentCue) -> Draft | None:
    tree = scene.tree
    if negated(tree, i) or not _fits(scene, i, cue):
        return None
    token = tree.tokens[i]
    if cue.stated and scene.statement_at(token.start, token.end) is None:
        return None
    if not cue.past and is_past(tree, i) and not _backshifted(scene, i):
        return None
    subject = _subject(scene, i)
    if not any(scene.is_agent(h) for h in subject) and not _impersonal(scene, i, subject):
        subject = scene.said_by(i)
        if not subject:
            return None
    if token.tag == "VBG" and token.dep == "pcomp":  # "doubts about his agreeing to ..."
        return None
    if cue.avowed and not _is_avowed(scene, i, subject):
        return None
    for takes in cue.takes:
        action = complement(scene, i, takes, cue.own, cue.kind == "pledge")
        if action is not None and _is_act(scene, cue, action):
            if takes != "instrument":
                return Draft(_kind(scene, cue.kind, action), cue.strength, i, action, subject)
            # What is still to be signed is a plan.
            ahead = cue.kind == "agreed" and not is_past(tree, i)
            return Draft("plan" if ahead else cue.kind, "intended" if ahead else cue.strength, i, i, subject, True)
    return None


def _is_act(scene: Scene, cue: CommitmentCue, action: int) -> bool:
    lemma = scene.tree.tokens[action].lemma
    if lemma == "be" and cue.own:  # what is hoped or expected to be so is no act
        return False
    if cue.kind == "refusal" and lemma in scene.words.speech:
        return False
    if lemma in (scene.words.personnel if cue.kind == "agreed" else scene.words.private if cue.kind == "plan" else ()):
        return False
    if cue.kind == "proposal" and lemma in scene.words.remarks:
        return False
    return not cue.joint or lemma in scene.words.joint


def _fits(scene: Scene, i: int, cue: CommitmentCue) -> bool:
    tree = scene.tree
    # "Pressed him for an answer" demands something of another.
    if "for" in cue.takes and cue.kind == "plan" and any(scene.is_agent(c) for c in tree.children(i, "dobj")):
        return False
    if cue.particle and not any(tree.tokens[c].text.lower() == cue.particle for c in tree.children(i, "prt", "advmod")):
        return False
    if cue.active and _is_passive(tree, i):
        return False
    if cue.reflexive:
        thing = tree.child(i, "dobj")
        return thing is not None and tree.tokens[thing].text.lower().endswith(("self", "selves"))
    return True


def _is_passive(tree: Tree, i: int) -> bool:
    """Whether the verb is told of the one it is done to: "was invited to", "the guests invited to"."""
    if tree.child(i, "nsubjpass", "auxpass", "agent") is not None:
        return True
    return tree.tokens[i].tag == "VBN" and tree.child(i, "aux", "dobj") is None


def _backshifted(scene: Scene, i: int) -> bool:
    """Whether a past tense is only the sequence of tenses of reported speech ("said they planned to")."""
    token = scene.tree.tokens[i]
    if any(scene.tree.tokens[a].dep == "ccomp" for a in [i, *list(scene.tree.ancestors(i))[:2]]):
        return True
    statement = scene.statement_at(token.start, token.end)
    if statement is None or statement.mode == "direct" or statement.content.start > token.start:
        return False
    return not any(q.start <= token.start < q.end for q in statement.quotes)


def _subject(scene: Scene, i: int) -> tuple[int, ...]:
    """Who commits: a verb's subject. "It was agreed that they ..." names nobody: "they" are only told of it."""
    subject = subject_of(scene.tree, i)
    return () if _impersonal(scene, i, subject) else subject


def _impersonal(scene: Scene, i: int, subject: tuple[int, ...]) -> bool:
    passive = scene.tree.child(i, "nsubjpass")
    return (
        passive is not None
        and scene.tree.tokens[passive].text.lower() == "it"
        and (not subject or subject == (passive,))
    )


def _first_of(tree: Tree, i: int) -> int:
    """The noun that a list of nouns begins with."""
    while tree.tokens[i].dep == "conj" and tree.tokens[tree.tokens[i].head].pos in {"NOUN", "PROPN"}:
        i = tree.tokens[i].head
    return i


def _governor(tree: Tree, i: int) -> str:
    """The verb or noun above a list of nouns."""
    return tree.tokens[tree.tokens[_first_of(tree, i)].head].lemma


def _by_noun(scene: Scene, i: int, cue: CommitmentCue) -> Draft | None:
    tree = scene.tree
    token, above = tree.tokens[i], tree.tokens[i].head
    if negated(tree, i) or (cue.stated and not scene.stated(token.start, token.end)):
        return None
    doing = tree.tokens[above].pos == "VERB" and token.dep == "dobj"
    if doing and (negated(tree, above) or _is_over(scene, i, above)):
        return None
    if cue.kind == "pledge" and tree.tokens[_first_of(tree, i)].dep == "dobj" and _governor(tree, i) in _GETTING:
        return None  # "seeks assurances that", "sought a waiver and assurances that": another gives them
    if token.dep == "pobj" and not cue.stated and cue.kind == "plan" and not _is_under_way(tree, i):
        return None
    for takes in cue.takes:
        action = complement(scene, i, takes, False, cue.kind == "pledge")
        if action is None and takes == "inf":
            action = (infinitive(scene, above, behind=i) if doing else None) or next_infinitive(scene, i)
            action = action or predicated_infinitive(scene, i)
        if action is not None and _is_act(scene, cue, action):
            holder = holder_of(scene, i, cue) or _those_in(scene, i)
            if not holder and not scene.stated(token.start, token.end):
                return None
            if cue.avowed and not _is_avowed(scene, i, holder):
                return None
            if not holder and not _is_the_speakers(cue):
                holder = (i,)  # stands for those whom nothing names
                if not cue.shared:
                    return None
            return Draft(_kind(scene, cue.kind, action), cue.strength, i, action, holder)
    return None


def _is_under_way(tree: Tree, noun: int) -> bool:
    """ "Is in negotiations to"."""
    prep = tree.tokens[noun].head
    above = tree.tokens[tree.tokens[prep].head]
    return tree.tokens[prep].text.lower() == "in" and above.lemma == "be"


def _those_in(scene: Scene, noun: int) -> tuple[int, ...]:
    """Who is in negotiations."""
    if scene.tree.tokens[noun].dep != "pobj" or not _is_under_way(scene.tree, noun):
        return ()
    be = scene.tree.tokens[scene.tree.tokens[noun].head].head
    return tuple(h for h in subject_of(scene.tree, be) if scene.is_agent(h))


def _is_avowed(scene: Scene, i: int, heads: tuple[int, ...]) -> bool:
    """Whether they say it of themselves: an outlet and strangers only guess at what somebody tries."""
    token = scene.tree.tokens[i]
    statement = scene.statement_at(token.start, token.end)
    if statement is None:
        return scene.stated(token.start, token.end)
    return not heads or speaks_for(scene, statement, heads)


def _is_over(scene: Scene, noun: int, verb: int) -> bool:
    """ "Efforts have been made to": what was done is no plan; talks that "were held" are over too."""
    tree = scene.tree
    if not any(lemma in _DONE for lemma in lemmas(tree, verb)):
        return False
    perfect = any(tree.tokens[c].lemma == "have" for c in tree.children(verb, "aux"))
    going = tree.tokens[verb].tag == "VBG"
    return (perfect and not going) or (is_past(tree, verb) and not _backshifted(scene, verb))


def _is_the_speakers(cue: CommitmentCue) -> bool:
    """Whether naming it makes it one's own: "the need to", "readiness to". An effort or a plan that has no owner is
    mostly another's than his who speaks of it."""
    return cue.stated or cue.kind in ("proposal", "agreed")


def _by_adjective(scene: Scene, i: int, cue: CommitmentCue) -> Draft | None:
    tree = scene.tree
    token = tree.tokens[i]
    verb = i if token.tag == "VBN" and tree.children(i, "auxpass") else token.head
    no = negated(tree, i) or negated(tree, verb)
    if (no and not cue.refusable) or tree.tokens[verb].pos not in ("AUX", "VERB"):
        return None
    if is_past(tree, verb) and not _backshifted(scene, verb):
        return None
    subject = subject_of(tree, verb)
    possible = cue.strength == "possible"
    if possible and not scene.stated(token.start, token.end):
        return None
    if not possible and not any(scene.is_agent(h) for h in subject):
        return None
    for takes in cue.takes:
        action = complement(scene, i, takes, False)
        if action is None and takes == "inf":
            action = infinitive(scene, verb, behind=i)
        if action is not None and (not possible or tree.tokens[action].lemma in scene.words.joint):
            if no:
                return Draft("refusal", "firm", i, action, subject)
            return Draft(_kind(scene, cue.kind, action), cue.strength, i, action, () if possible else subject)
    return None


def _kind(scene: Scene, kind: CommitmentKind, action: int) -> CommitmentKind:
    """ "Agreed not to" refuses."""
    return "refusal" if kind in ("pledge", "agreed") and negated(scene.tree, action) else kind
