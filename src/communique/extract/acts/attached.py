"""What the words of a time or a place hang on: the act that an article is about, a verb that carries it, the telling of
it, or something else."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from communique.annotate.tree import Tree
from communique.extract.events.triggers import LIGHT
from communique.extract.events.when import SAYS

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
# What follows these is another time's, or told as the ground of the act.
ELSEWHEN = frozenset("after since before until till through following ahead despite amid prior".split())
CARRIED = frozenset({"nsubj", "nsubjpass"})
# "faces a test on Monday": what stands behind the act's object says when the act is.
ARGUMENTS = frozenset({"dobj", "attr"})
OBJECTS = frozenset({"dobj", "attr", "pobj"})
# Clauses that tell something else of somebody or something.
ASIDE = frozenset({"relcl", "acl", "advcl"})
# "in the early hours of Monday" is said of what Monday is said of.
HOURS = frozenset("hour morning afternoon evening night day start end middle beginning eve rest".split())
# "was shot as crowds marched on Monday": what is told beside an act to say when it was is of its time.
MEANWHILE = frozenset({"as", "when", "while", "whilst"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "‘"})

How = Literal["act", "carrier", "telling", "verb", "noun", "aside", "none"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """What the words hang on (`how`, token `at`), and whether a word leads to them that makes them another's ("after
    the vote in Oslo")."""

    how: How
    at: int
    aside: bool = False


def attached(
    tree: Tree,
    tokens: Collection[int],
    acts: Collection[int],
    *,
    passes: Callable[[int], bool],
    happens: Callable[[int], bool] = lambda _: False,
    others: Collection[str] = (),
) -> Attachment:
    """What the expression hangs on. `acts`: the words that tell the act. `passes`: whether what hangs on a noun is
    said of the noun's verb too: a place is ("a hospital in Oslo"), a time is not ("the June vote"), unless it is a noun
    that has no time ("met the mayor on Monday"). `happens`: whether a noun is of what has a time, which a time behind
    it never passes ("the vote Monday"). `others`: the nouns that a place does not pass ("after raids in Oslo")."""
    top = next((i for i in tokens if tree.tokens[i].head not in tokens or tree.tokens[i].head == i), min(tokens))
    aside = loose = False
    told: Attachment | None = None
    for above in (top, *tree.ancestors(top)):
        token = tree.tokens[above]
        if above in acts:
            return Attachment("act", above, aside)
        if above in tokens:
            continue
        aside = aside or token.text.lower() in ELSEWHEN
        if token.pos == "NOUN" and token.lemma in others:
            return told or Attachment("noun", above, aside=True)
        if token.pos in NOUNS and not loose and token.lemma not in HOURS:
            # What is said beside a place is said of nothing that the place is told of: "at the track in Oslo, Sunday".
            loose = not happens(above) and (_only_beside(tree, top, above) or passes(above))
            if not loose:
                return told or _of_noun(tree, above, acts, aside, direct=tree.tokens[top].head == above)
        if token.pos in VERBS:
            told = Attachment(_of_verb(tree, above, acts), above, aside)
            if told.how != "aside" or not _meanwhile(tree, above):
                return told
    return told or Attachment("none", top, aside)


def _of_noun(tree: Tree, noun: int, acts: Collection[int], aside: bool, *, direct: bool) -> Attachment:
    """ "faces a test of strength on Monday": behind the act's object, though not on it, it is the act's."""
    token = tree.tokens[noun]
    behind = token.dep in ARGUMENTS and token.head in acts and not direct
    return Attachment("act", token.head, aside) if behind else Attachment("noun", noun, aside)


def _only_beside(tree: Tree, top: int, noun: int) -> bool:
    """Whether the expression stands behind the noun without a word between: parsers hang "the ministry Monday evening
    said" on the ministry."""
    return tree.tokens[top].head == noun and top > noun and tree.tokens[top].dep in {"npadvmod", "nmod", "appos"}


def _meanwhile(tree: Tree, verb: int) -> bool:
    """Whether the verb's clause tells what went on when something else was done: "as crowds marched", "speaking in
    Oslo"; not "having marched". Nor does who reports it, behind it, part the two ("…, police said")."""
    token = tree.tokens[verb]
    marks = [tree.tokens[c].text.lower() for c in tree.children(verb, "mark", "advmod") if c < verb]
    if token.dep != "advcl" or marks:
        return token.dep == "advcl" and any(mark in MEANWHILE for mark in marks)
    if token.tag == "VBG":
        return not tree.children(verb, "aux", "auxpass", "nsubj", "nsubjpass")
    return token.tag == "VBD" and token.lemma in SAYS and verb > token.head


def _of_verb(tree: Tree, verb: int, acts: Collection[int]) -> How:
    """ "the crash happened at noon", "police said on Monday that the tram had crashed" """
    nouns = [i for i in acts if tree.tokens[i].pos in NOUNS and _first_verb(tree, i) == verb]
    # "hailed the move on Monday": what is said of the act is not when it was.
    if any(tree.tokens[i].dep in CARRIED or tree.tokens[verb].lemma in LIGHT for i in nouns):
        return "carrier"
    if any(_meanwhile(tree, i) and tree.tokens[i].head == verb for i in acts):
        return "carrier"
    told = tree.children(verb, "ccomp", "xcomp")
    if any(c in acts or _holds(tree, c, acts) for c in told):
        return "telling"
    return "aside" if tree.tokens[verb].dep in ASIDE else "verb"


def _first_verb(tree: Tree, i: int) -> int | None:
    """The verb that a noun phrase is said with; none through a clause of the noun's own."""
    return next((a for a in tree.ancestors(i) if tree.tokens[a].pos in VERBS), None)


def _holds(tree: Tree, clause: int, acts: Collection[int]) -> bool:
    return any(c in acts for c in tree.children(clause, "ccomp", "xcomp", "conj", *CARRIED, *OBJECTS))


def quoted(tree: Tree, i: int) -> bool:
    """Whether the token stands in what its sentence quotes."""
    sentence = tree.sentence_of(i)
    return sum(tree.tokens[k].text in QUOTES for k in range(sentence.first, i)) % 2 == 1
