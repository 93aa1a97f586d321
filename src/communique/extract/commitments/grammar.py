"""Small questions to the parse that the rules for commitments share."""

from collections.abc import Iterable

from communique.annotate.tree import Tree

_CLIMB = frozenset(
    {"xcomp", "advcl", "conj", "acl", "pcomp", "prep", "dep", "dobj", "pobj", "acomp", "attr", "oprd", "ccomp"}
)
_STEPS = 8


def lemmas(tree: Tree, i: int) -> tuple[str, ...]:
    """The token's lemma, and the one in -e that the parser shortens ("hoped" comes as "hop")."""
    token = tree.tokens[i]
    word = token.text.lower()
    if token.tag in ("JJS", "RBS"):  # "their best"
        return (word,)
    return (
        (token.lemma, word[:-1])
        if word.endswith("ed")
        else (token.lemma, f"{word[:-3]}e")
        if word.endswith("ing")
        else (token.lemma,)
    )


def with_conjuncts(tree: Tree, i: int) -> tuple[int, ...]:
    """A phrase's head and the heads coordinated with it."""
    found = [i]
    for at in found:
        found.extend(tree.children(at, "conj"))
    return tuple(sorted(found))


def subject_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """The heads of the subject of `verb`: its own, or that of the clause it hangs on. Empty where there is none,
    or where the clause between is another's."""
    at = verb
    for _ in range(_STEPS):
        own = tree.child(at, "nsubj", "nsubjpass")
        if own is not None and tree.tokens[own].lemma not in ("which", "that"):
            told_of = tree.tokens[own].lemma == "who" and tree.tokens[at].dep == "relcl"
            return _named_before(tree, own) if told_of else with_conjuncts(tree, own)
        token = tree.tokens[at]
        if token.dep == "relcl" or (token.dep == "acl" and tree.tokens[token.head].pos in ("NOUN", "PROPN", "PRON")):
            return (token.head,)
        if token.head == at or token.dep not in _CLIMB or (token.dep == "ccomp" and not has_to(tree, at)):
            return ()
        at = token.head
    return ()


def _named_before(tree: Tree, who: int) -> tuple[int, ...]:
    """ "Ana Ruiz, WHO will": the name before the comma; of others a clause only says which are meant."""
    last = who - 2
    if last < 0 or tree.tokens[who - 1].text != ",":
        return ()
    if last > 1 and tree.tokens[last - 1].text == "-":  # "Jae-in"
        last -= 2
    return (last,) if tree.tokens[last].pos == "PROPN" else ()


def has_to(tree: Tree, verb: int) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(tree.tokens[c].lemma == "to" and tree.tokens[c].tag == "TO" for c in tree.children(verb, "aux"))


def modal(tree: Tree, verb: int) -> str | None:
    """The modal verb before `verb`, in its full form ("will" for "'ll" and "wo")."""
    for c in tree.children(verb, "aux"):
        if tree.tokens[c].tag == "MD":
            word = tree.tokens[c].text.lower()
            return {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}.get(
                word, word
            )
    return None


def negated(tree: Tree, i: int) -> bool:
    """Whether a negation stands with the token."""
    modals = (c for c in tree.children(i, "aux") if tree.tokens[c].tag == "MD")
    helping = [c for c in modals if tree.child(c, "neg") is not None]
    return bool(tree.children(i, "neg") or helping) or any(
        tree.tokens[c].lemma in ("never", "no") and tree.tokens[c].dep in ("advmod", "det") for c in tree.children(i)
    )


def is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb, with its auxiliaries, speaks of the past: "sought", "was seeking", "had planned"."""
    aux = [tree.tokens[c] for c in tree.children(verb, "aux", "auxpass")]
    if any(a.lemma in ("will", "may", "can", "could", "should", "must", "to") for a in aux):
        return False
    if aux:
        return any(a.text.lower() in ("was", "were", "had", "did") for a in aux)
    if tree.tokens[verb].tag in ("VBG", "VBN") and tree.tokens[verb].dep in ("advcl", "acl", "conj", "xcomp"):
        head = tree.tokens[verb].head
        return head != verb and tree.tokens[head].pos in ("VERB", "AUX") and is_past(tree, head)
    return tree.tokens[verb].tag in ("VBD", "VBN")


def any_lemma(tree: Tree, tokens: Iterable[int], words: frozenset[str]) -> bool:
    """Whether one of the tokens has one of the lemmas."""
    return any(tree.tokens[i].lemma in words for i in tokens)
