"""What an act is by PLOVER's types: from the verb and its objects, or from the noun that names it; through verbs that
promise, threaten, demand, refuse or report it, with its tense and negation."""

from dataclasses import dataclass, replace

from communique.annotate.tree import Tree
from communique.extract.acts.grammar import (
    CLAUSES,
    DUTY,
    FUTURE,
    complements,
    has_object,
    is_infinitive,
    leads,
    negated,
    noun_objects,
    object_nouns,
    subject_nouns,
    words,
)
from communique.extract.acts.harm import is_assault
from communique.extract.events.tense import helpers_of
from communique.knowledge.acts import ActRule, Acts, Type

MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# How a threat, and how a demand or a refusal, is made of what it threatens, demands or refuses.
THREATS = {"SANCTION": "relations", "COERCE": "restrict", "ASSAULT": "violence", "MOBILIZE": "violence"}
ASKED = {"AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "change",
         "CONSULT": "meet", "AGREE": "meet"}  # fmt: skip
DEPTH = 6


@dataclass(frozen=True, slots=True)
class Code:
    """The act at token `i`. `inner` is the token of the act that it speaks of, `i` itself where it is none;
    `by` is the verb whose subject does it."""

    i: int
    event: Type
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    inner: int = -1
    by: int = -1


def code(tree: Tree, acts: Acts, i: int, depth: int = 0) -> Code | None:
    """The act that the verb at token `i` reports, with what stands behind it."""
    if depth > DEPTH:
        return None
    found = acts.verb(words(tree, i))
    special = _by_rule(tree, acts, i, found, telling=True)
    if special is not None:
        return _in_tense(tree, special)
    operator = _operator(tree, acts, i)
    if operator == "report":
        return _reported(tree, acts, i, depth)
    if operator == "attempt":
        return _attempted(tree, acts, i, depth) or _plain(tree, acts, i, found, depth)
    if operator is not None:
        moved = _operated(tree, acts, i, operator, depth)
        if moved is not None:
            return moved
    return _plain(tree, acts, i, found, depth)


def _operator(tree: Tree, acts: Acts, i: int) -> str | None:
    """What the verb does with what stands behind it; "told them to leave" demands, "told them that" reports."""
    operator = acts.operator("verbs", words(tree, i))
    if operator == "report" and tree.tokens[i].lemma == "tell":
        ordered = tree.children(i, "dobj") and any(is_infinitive(tree, c) for c in tree.children(i, "xcomp", "ccomp"))
        return "demand" if ordered else "report"
    return operator


def _plain(tree: Tree, acts: Acts, i: int, found: tuple[str, frozenset[str]] | None, depth: int) -> Code | None:
    own = _by_rule(tree, acts, i, found, telling=False)
    if own is not None:
        return _in_tense(tree, own)
    return _by_noun(tree, acts, i, depth) or _light(tree, acts, i)


def _by_rule(tree: Tree, acts: Acts, i: int, found: tuple[str, frozenset[str]] | None, *, telling: bool) -> Code | None:
    """By the first rule that fits: `telling` rules name the object, the others do not."""
    if found is None:
        return None
    base, sets = found
    nouns = [acts.sets_of(noun) for noun in object_nouns(tree, i)]
    whose = [acts.nouns.get(noun, frozenset[str]()) for noun in subject_nouns(tree, i)]
    if "arrive" in sets:
        nouns = whose
    for rule in acts.rules:
        meant = rule.verb in sets and (rule.noun is not None) == telling and base not in rule.but
        if not meant or not _fits(tree, i, rule, nouns, whose):
            continue
        if rule.event != "ASSAULT" or is_assault(tree, acts, i, base):
            return Code(i, rule.event, rule.mode, rule.contexts, i, i)
    return None


def _fits(tree: Tree, i: int, rule: ActRule, nouns: list[frozenset[str]], whose: list[frozenset[str]]) -> bool:
    if rule.by is not None and not any(rule.by in sets for sets in whose):
        return False
    if rule.noun is not None:
        return any(rule.noun in sets for sets in nouns)
    if rule.leads:
        return bool(leads(tree, i) & set(rule.leads))
    return not rule.any or has_object(tree, i)


def _light(tree: Tree, acts: Acts, i: int) -> Code | None:
    """ "carried out a bombing", "made a threat": the noun says what was done."""
    for noun in noun_objects(tree, i):
        if (named := code_noun(tree, acts, noun)) is not None:
            return replace(named, by=i)
    return None


def code_noun(tree: Tree, acts: Acts, i: int) -> Code | None:
    """The act that the noun at token `i` names."""
    token = tree.tokens[i]
    before = tree.tokens[i - 1].text.lower() if i else ""
    for phrase in (f"{before} {token.text.lower()}", f"{before} {token.lemma}", token.text.lower(), token.lemma):
        if (row := acts.events.get(phrase)) is not None:
            return Code(i, row.event, row.mode, row.contexts, i, i)
    return None


def _in_tense(tree: Tree, found: Code) -> Code | None:
    """What will be done is promised or threatened; what is not done is refused; what must be done is demanded."""
    own = helpers_of(tree, found.i)
    if own & DUTY:
        return _asked(found)
    if negated(tree, found.i):
        return _not_done(found, own)
    if own & FUTURE or (is_infinitive(tree, found.i) and "going" in own):
        return _promised(found)
    return found


def _not_done(found: Code, own: set[str]) -> Code | None:
    """Cooperation that is not given is refused; an attack that will not come is promised away."""
    if found.event in COOPERATION:
        return _refused(found)
    return replace(found, event="AGREE", mode=None) if own & FUTURE else None


def _asked(found: Code) -> Code:
    return replace(found, event="REQUEST", mode=ASKED.get(found.event, "change"))


def _refused(found: Code) -> Code:
    return replace(found, event="REJECT", mode=ASKED.get(found.event))


def _promised(found: Code) -> Code:
    if found.event in MATERIAL_CONFLICT:
        return replace(found, event="THREATEN", mode=THREATS.get(found.event))
    if found.event in {"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}:
        return replace(found, event="AGREE", mode=None)
    return found


def _behind(tree: Tree, acts: Acts, i: int, depth: int, *, purposes: bool = True) -> Code | None:
    """The first act among the clauses that token `i` takes, those of its purpose (`purposes`) included."""
    for c in complements(tree, i):
        if tree.tokens[c].pos not in {"VERB", "AUX"} or not (purposes or tree.tokens[c].dep in CLAUSES):
            continue
        if (found := code(tree, acts, c, depth + 1)) is not None:
            return found
    return None


def _reported(tree: Tree, acts: Acts, i: int, depth: int) -> Code | None:
    """What is said to be done; "must" in it is a demand of the one who says so."""
    for clause in complements(tree, i):
        if tree.tokens[clause].pos not in {"VERB", "AUX"}:
            continue
        if helpers_of(tree, clause) & DUTY:
            own = code(tree, acts, clause, depth + 1)
            base = own or Code(clause, "REQUEST", "change", (), clause, i)
            return replace(base, i=i, event="REQUEST", by=i)
        if (inner := code(tree, acts, clause, depth + 1)) is not None:
            return inner
    return _by_noun(tree, acts, i, depth)


def _by_noun(tree: Tree, acts: Acts, i: int, depth: int) -> Code | None:
    """ "repeated its demand that …", "made an offer to …": what the noun does with the act behind it."""
    for noun in noun_objects(tree, i):
        operator = acts.operator("nouns", [tree.tokens[noun].text.lower()])
        if operator is not None and complements(tree, noun):
            moved = _operated(tree, acts, noun, operator, depth + 1)
            return replace(moved, i=i, by=i) if moved is not None else None
    return None


def _attempted(tree: Tree, acts: Acts, i: int, depth: int) -> Code | None:
    """ "began to withdraw", "will help rebuild", "is ready to talk": the act behind it, in this verb's own tense."""
    for c in tree.children(i, "acomp", "attr", "oprd"):
        if acts.operator("adjectives", [tree.tokens[c].text.lower()]) == "promise":
            inner = _behind(tree, acts, c, depth) or _behind(tree, acts, i, depth)
            promised = _promised(inner) if inner is not None else Code(i, "AGREE", None, (), i, i)
            return replace(promised, i=i, by=i) if not negated(tree, i) else replace(_refused(promised), i=i, by=i)
    inner = _behind(tree, acts, i, depth)
    if inner is None:
        return None
    moved = _in_tense(tree, replace(inner, i=i))
    return replace(moved, inner=inner.inner) if moved is not None else None


def _operated(tree: Tree, acts: Acts, i: int, operator: str, depth: int) -> Code | None:
    """A promise, threat, demand or refusal, with the act that it speaks of."""
    inner = _behind(tree, acts, i, depth, purposes=operator != "promise" or not has_object(tree, i))
    if inner is None and operator != "promise":
        named = (code_noun(tree, acts, n) for n in noun_objects(tree, i))
        inner = next((n for n in named if n is not None), None)
    about = inner or Code(i, "AGREE", None, (), i, i)
    if operator == "promise" and negated(tree, i):
        operator = "refuse"
    if operator == "promise":
        return _promise(tree, acts, i, inner)
    if operator == "threaten":
        return replace(about, i=i, event="THREATEN", mode=THREATS.get(about.event), by=i)
    if operator == "demand":
        return _demand(tree, i, inner, about)
    if operator == "refuse" and (inner or _has_plan(tree, acts, i)):
        return replace(about, i=i, event="REJECT", mode=ASKED.get(about.event) if inner else None, by=i)
    return None


def _promise(tree: Tree, acts: Acts, i: int, inner: Code | None) -> Code | None:
    if inner is not None:
        promised = _promised(inner)
        event: Type = promised.event if promised.event in {"THREATEN", "REJECT", "REQUEST", "ACCUSE"} else "AGREE"
        return replace(promised, i=i, event=event, by=i)
    base = acts.verb(words(tree, i))
    sure = {"agree", "offer", "promise", "pledge", "vow", "commit", "undertake", "consent", "volunteer", "accept"}
    lemma = {tree.tokens[i].lemma, base[0] if base else ""}
    return Code(i, "AGREE", None, (), i, i) if lemma & sure else None


def _demand(tree: Tree, i: int, inner: Code | None, about: Code) -> Code | None:
    """ "called for sanctions against" turns others against somebody; "called a halt" demands nothing."""
    if inner is not None and inner.event == "SANCTION" and inner.i == inner.inner:
        return replace(about, i=i, event="ACCUSE", mode="disapprove", by=i)
    asks = inner is not None or bool(complements(tree, i)) or has_object(tree, i) or bool(leads(tree, i))
    mode = "change" if inner is None else ASKED.get(about.event, "change")
    return replace(about, i=i, event="REQUEST", mode=mode, by=i) if asks else None


def _has_plan(tree: Tree, acts: Acts, i: int) -> bool:
    """Whether what is refused can be: a plan, a demand, a deed; a denied claim is only talk."""
    if complements(tree, i) and tree.tokens[i].lemma not in {"deny", "dismiss"}:
        return True
    sets = [acts.nouns.get(noun, frozenset[str]()) for noun in object_nouns(tree, i)]
    return any(s & {"plan", "demands", "aid", "talks", "agreement", "access", "settlements"} for s in sets)
