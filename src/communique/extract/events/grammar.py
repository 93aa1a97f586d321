"""Places of the grammar: subjects, objects, what stands behind a preposition, what is coordinated."""

from dataclasses import dataclass

from communique.annotate.tree import Tree
from communique.records.events import ParticipantRole

SENDS = frozenset(
    "send dispatch order ask urge instruct invite authorise authorize tell allow encourage force persuade get help "
    "want press enable permit lead subpoena summon require compel oblige expect implore beg advise pressure".split()
)
# What those who come along do, or those who lead.
BRINGING = frozenset({"accompany", "join", "flank", "lead", "head"})
TOGETHER = frozenset({"together", "along"})
# "plans to meet her": those whose plans they are meet her, not the plans.
PLAN_NOUNS = frozenset(
    "plan agreement decision negotiation talk effort bid offer promise pledge invitation intention intent proposal "
    "desire wish hope deal mission trip visit journey move attempt commitment vow preparation arrangement".split()
)
TAKES = frozenset("accept receive get have welcome take consider weigh".split())
# "accused her of leaving", "kept him from leaving", "thanked them for coming": what the object does.
OF_WHAT = frozenset({"of", "from", "for", "into", "against"})
NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
OUTSIDE = frozenset({"prep", "relcl", "acl", "advcl", "poss"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A token that stands for a participant, and the part it takes. `inner`: it only lies within such a phrase, so
    that it counts where it names a person. `again`: in apposition to another."""

    token: int
    role: ParticipantRole
    inner: bool = False
    again: bool = False


def subjects(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb: its own, or those of the clause it continues ("arrived and met")."""
    own = tree.children(verb, "nsubj")
    if own:
        # Of two, the parser took an aside for one.
        return [relative(tree, own[-1], verb)]
    token = tree.tokens[verb]
    if token.dep == "acomp":
        return subjects(tree, token.head)
    if token.dep in {"xcomp", "advcl", "ccomp"} and tree.tokens[token.head].lemma in SENDS:
        # "sent his envoy to meet the king": the one who is sent meets him.
        return tree.children(token.head, "dobj") or tree.children(token.head, "nsubjpass")
    if (
        token.dep in {"conj", "xcomp", "advcl"}
        and token.head != verb
        and tree.tokens[token.head].pos in {"VERB", "AUX"}
    ):
        return (
            []
            if tree.children(verb, "nsubjpass")
            else subjects(tree, token.head) or tree.children(token.head, "nsubjpass")
        )
    if token.dep == "pcomp":
        return _of_gerund(tree, verb)
    if token.dep in {"acl", "relcl"} and token.head != verb:
        return _of_plan(tree, token.head) if token.tag == "VB" and _planned(tree, token.head) else [token.head]
    return []


def _of_gerund(tree: Tree, verb: int) -> list[int]:
    """ "Before leaving Tehran, the president said": the subject of the verb. "They accused her of leaving": the object.
    "Her account of leaving": whose account it is, also where the parser hangs the gerund on the verb."""
    by = tree.tokens[verb].head
    above = tree.tokens[by].head
    if above == verb:
        return []
    if tree.tokens[above].pos not in {"VERB", "AUX"}:
        return tree.children(above, "poss")
    if tree.tokens[by].text.lower() in OF_WHAT:
        others = tree.children(above, "dobj", "nsubjpass")
        if others:
            return [o for o in others if o < by]
        nouns = [o for p in tree.children(above, "prep") if p < by for o in tree.children(p, "pobj")]
        if owners := [p for o in nouns for p in tree.children(o, "poss")]:
            return owners
    return subjects(tree, above) or tree.children(above, "nsubjpass")


def _planned(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma in PLAN_NOUNS


def _of_plan(tree: Tree, noun: int) -> list[int]:
    """Who is to do what a noun says is planned: "his decision to meet her", "an agreement between A and B to meet", "an
    invitation to the king to visit", "they are in talks to meet"."""
    owners = tree.children(noun, "poss")
    lead = {"to", "for"} if tree.tokens[noun].lemma == "invitation" else {"between", "by"}
    named = [a.token for a in behind(tree, noun, lead, "participant")]
    if named or (owners and tree.tokens[noun].lemma != "invitation"):
        return named or owners
    token = tree.tokens[noun]
    above = tree.tokens[token.head].head if token.dep == "pobj" else token.head
    if above == noun or token.dep not in {"pobj", "dobj"} or tree.tokens[above].pos not in {"VERB", "AUX"}:
        return []
    gives = tree.tokens[noun].lemma == "invitation" and tree.tokens[above].lemma not in TAKES
    return [] if gives else subjects(tree, above)


def relative(tree: Tree, i: int, verb: int) -> int:
    """ "Raisi, who met Putin", "Raisi, whom Putin met": the noun that the clause describes."""
    is_relative = tree.tokens[i].text.lower() in {"who", "whom", "that", "which"} and tree.tokens[verb].dep == "relcl"
    return tree.tokens[verb].head if is_relative else i


def both(tree: Tree, verb: int) -> list[int]:
    """Subject and object of the verb, or nobody where one of them lacks."""
    left, right = subjects(tree, verb), tree.children(verb, "dobj", "dative")
    return [*left, *right] if left and right else []


def behind(tree: Tree, i: int, prepositions: set[str] | frozenset[str], role: ParticipantRole) -> list[Argument]:
    """What stands behind one of the prepositions of token `i`."""
    return [
        Argument(p, role)
        for prep in tree.children(i, "prep")
        if tree.tokens[prep].text.lower() in prepositions
        for p in tree.children(prep, "pobj")
    ]


def _parallel(tree: Tree, i: int) -> list[int]:
    """ "Berg of Norway and Dahl of Sweden", where the parser joins the second person to the first one's state."""
    below = [p.token for p in behind(tree, i, {"of"}, "participant")]
    return [
        c
        for b in below
        for c in tree.children(b, "conj")
        if any(tree.tokens[p].text.lower() == "of" for p in tree.children(c, "prep"))
    ]


def companions(tree: Tree, i: int) -> list[int]:
    """Those who come along with the subject of verb `i`, or with noun `i`: "together with", "accompanied by"."""
    found = []
    for p in tree.children(i, "prep"):
        word = tree.tokens[p].text.lower()
        if word == "along":
            found += [o for w in tree.children(p, "prep") for o in tree.children(w, "pobj")]
        elif word == "alongside" or (word == "with" and any(tree.tokens[t].text in TOGETHER for t in tree.children(p))):
            found += tree.children(p, "pobj")
    for clause in tree.children(i, "acl", "advcl"):
        if tree.tokens[clause].tag == "VBN" and tree.tokens[clause].lemma in BRINGING:
            found += [o for agent in tree.children(clause, "agent") for o in tree.children(agent, "pobj")]
    return found


def _denied(tree: Tree, other: int) -> bool:
    """ "Berg, not Dahl" """
    first = min(tree.subtree(other))
    return any(tree.tokens[k].text.lower() == "not" for k in (max(0, first - 1), first))


def spread(tree: Tree, found: list[Argument]) -> list[Argument]:
    """Each argument with what is coordinated with it. Inside its phrase other tokens are offered as `inner`: the
    parser often hangs the first of two names on the second."""
    out: list[Argument] = []
    for argument in found:
        stack = [(argument.token, tree.tokens[argument.token].dep == "appos")]
        while stack:
            at, again = stack.pop()
            out.append(Argument(at, argument.role, argument.inner, again))
            beside = [c for c in tree.children(at, "conj", "appos") if tree.tokens[c].pos in NAMING]
            joined = [c for c in beside if not _denied(tree, c)]
            stack.extend((c, again or tree.tokens[c].dep == "appos") for c in joined)
            out.extend(Argument(c, argument.role, inner=True) for c in _parallel(tree, at))
            cut = [c for c in tree.children(at) if tree.tokens[c].dep in OUTSIDE or c in beside]
            inner = [i for i in tree.subtree(at, skip=cut) if i != at]
            out.extend(Argument(i, argument.role, inner=True) for i in inner)
    return sorted(out, key=lambda a: (a.token, a.inner))
