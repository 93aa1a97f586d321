"""Commitments by words that commit: "agreed to", "a proposal for", "is ready to"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.grammar import has_to, is_past, lemmas, modal, negated, subject_of, with_conjuncts
from communique.extract.commitments.holders import holder_of
from communique.extract.commitments.instruments import is_instrument
from communique.extract.commitments.scene import Scene
from communique.extract.commitments.speaking import speaks_for
from communique.knowledge.commitments import CommitmentCue
from communique.records.commitments import CommitmentKind

_CLAUSES = ("xcomp", "advcl", "acl", "ccomp", "relcl", "conj", "dep")
_COMMITTING = frozenset({"will", "would", "shall", "should", "must"})
_OFFERING = _COMMITTING | {"may", "might", "could", "can"}
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
        action = complement(scene, i, takes, cue.own)
        if action is not None and _is_act(scene, cue, action):
            if takes != "instrument":
                return Draft(_kind(scene, cue.kind, action), cue.strength, i, action, subject)
            # What is still to be signed is a plan.
            ahead = cue.kind == "agreed" and not is_past(tree, i)
            return Draft("plan" if ahead else cue.kind, "intended" if ahead else cue.strength, i, i, subject, True)
    return None


def _is_act(scene: Scene, cue: CommitmentCue, action: int) -> bool:
    lemma = scene.tree.tokens[action].lemma
    if cue.kind == "refusal" and lemma in scene.words.speech:
        return False
    if lemma in (scene.words.personnel if cue.kind == "agreed" else scene.words.private if cue.kind == "plan" else ()):
        return False
    if cue.kind == "proposal" and lemma in scene.words.remarks:
        return False
    return not cue.joint or lemma in scene.words.joint


def _fits(scene: Scene, i: int, cue: CommitmentCue) -> bool:
    tree = scene.tree
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


def _by_noun(scene: Scene, i: int, cue: CommitmentCue) -> Draft | None:
    tree = scene.tree
    token, above = tree.tokens[i], tree.tokens[i].head
    if negated(tree, i) or (cue.stated and not scene.stated(token.start, token.end)):
        return None
    doing = tree.tokens[above].pos == "VERB" and token.dep == "dobj"
    if doing and (negated(tree, above) or _is_over(scene, i, above)):
        return None
    if token.dep == "pobj" and not cue.stated and cue.kind == "plan" and not _is_under_way(tree, i):
        return None
    for takes in cue.takes:
        action = complement(scene, i, takes, False)
        if action is None and takes == "inf":
            action = (_infinitive(scene, above, behind=i) if doing else None) or _next_infinitive(scene, i)
            action = action or _predicated_infinitive(scene, i)
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
            action = _infinitive(scene, verb, behind=i)
        if action is not None and (not possible or tree.tokens[action].lemma in scene.words.joint):
            if no:
                return Draft("refusal", "firm", i, action, subject)
            return Draft(_kind(scene, cue.kind, action), cue.strength, i, action, () if possible else subject)
    return None


def _kind(scene: Scene, kind: CommitmentKind, action: int) -> CommitmentKind:
    """ "Agreed not to" refuses."""
    return "refusal" if kind in ("pledge", "agreed") and negated(scene.tree, action) else kind


def complement(scene: Scene, i: int, takes: str, own: bool) -> int | None:
    """The head of what stands behind word `i` in the construction `takes`, where it names something to do."""
    tree = scene.tree
    if takes == "inf":
        found = _infinitive(scene, i, behind=i)
        return None if own and found is not None and tree.child(found, "nsubj") is not None else found
    if takes in ("that", "offer", "bare"):
        clauses = [c for c in tree.children(i, "ccomp") if c > i and _is_to_come(scene, c, takes)]
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


def _infinitive(scene: Scene, i: int, behind: int) -> int | None:
    tree = scene.tree
    return next((c for c in tree.children(i, *_CLAUSES) if c > behind and has_to(tree, c) and c - behind <= 14), None)


def _next_infinitive(scene: Scene, noun: int) -> int | None:
    """The infinitive right behind a noun, wherever the parser hangs it."""
    tree = scene.tree
    if noun + 1 >= len(tree.tokens) or tree.tokens[noun + 1].tag != "TO":
        return None
    verb = tree.tokens[noun + 1].head
    own = tree.tokens[noun].head == verb and tree.tokens[noun].dep in ("nsubj", "nsubjpass")
    return verb if verb > noun and tree.tokens[verb].pos == "VERB" and not own else None


def _predicated_infinitive(scene: Scene, noun: int) -> int | None:
    """ "Our goal is TO BUILD"."""
    token = scene.tree.tokens[noun]
    be = token.head
    if token.dep != "nsubj" or scene.tree.tokens[be].lemma != "be":
        return None
    return next(
        (c for c in scene.tree.children(be, "xcomp", "attr", "ccomp") if c > be and has_to(scene.tree, c)), None
    )


def _is_to_come(scene: Scene, clause: int, takes: str) -> bool:
    """Whether a that-clause says what is to be done, not what is the case."""
    tree = scene.tree
    subject = tree.child(clause, "nsubj", "nsubjpass")
    if subject is None:
        return False
    word = modal(tree, clause)
    if any(tree.tokens[c].lemma == "have" for c in tree.children(clause, "aux")):
        return False  # "may have left"
    if word in (_OFFERING if takes == "offer" else _COMMITTING) or has_to(tree, clause):
        return scene.is_agent(subject) or tree.tokens[subject].lemma in scene.words.relations
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
