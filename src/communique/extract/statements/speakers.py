"""From a reporting verb to the words that say who speaks: one form a function."""

from communique.annotate.tree import Tree
from communique.extract.statements.model import Page, Source

RELATIVE = frozenset({"who", "which", "that", "whom"})
CLIMBS = frozenset({"xcomp", "advcl", "ccomp", "conj", "dep", "parataxis", "pcomp", "acl", "prep", "ROOT", "relcl"})
# What follows the head of a phrase without being part of the name or role.
LOOSE = frozenset({"advcl", "parataxis", "punct", "cc", "ccomp", "dep", "advmod", "npadvmod"})
QUOTING = frozenset({"quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"})
MAX_CLIMB = 8
MAX_BACK = 60
MAX_BETWEEN = 20
NOMINAL = ("NOUN", "PROPN", "PRON")


def speaker(page: Page, verb: int) -> Source:
    """The speaker of `verb`: its subject, the agent of a passive, the subject of what governs it, or, where the
    parser lost it, the phrase right behind the verb. Never a word inside quotation marks."""
    tree = page.tree
    head = _of_verb(page, verb, 0)
    if head is None and not is_passive(tree, verb) and tree.child(verb, "expl") is None:
        finite = tree.tokens[verb].tag in ("VBD", "VBZ", "VBP")
        found = (find(page, verb) for find in ((behind, _right_before, _between) if finite else (_of_sentence,)))
        head = next((one for one in found if one is not None), None)
    return Source() if head is None else phrase(tree, head)


def behind(page: Page, verb: int) -> int | None:
    """The head of the phrase right behind a verb that closes a quotation or a clause: ", said Mr Smith"."""
    tree = page.tree
    if verb == 0 or not (page.is_quoted(verb - 1) or tree.tokens[verb - 1].text in (",", "―", "—", "–")):
        return None
    for i in range(verb + 1, min(verb + 8, len(tree.tokens))):
        if tree.tokens[i].text.endswith("day"):
            return None
        if tree.tokens[i].pos in NOMINAL:
            return _top(tree, i)
        if tree.tokens[i].pos in ("PUNCT", "ADP", "VERB", "AUX", "SCONJ"):
            return None
    return None


def _right_before(page: Page, verb: int) -> int | None:
    """The noun that stands right before a finite verb, where the parser gave it another place."""
    tree = page.tree
    start = _before_brackets(tree, verb)
    for i in range(start, max(-1, start - 3), -1):
        token = tree.tokens[i]
        if token.pos in NOMINAL:
            fits = token.dep not in ("pobj", "poss") and not page.is_quoted(i)
            return i if fits and tree.sentence_number(i) == tree.sentence_number(verb) else None
        if token.pos not in ("ADV", "AUX"):
            return None
    return None


def _between(page: Page, verb: int) -> int | None:
    """The first noun between a quotation and the verb: "…," the minister, who was in Rome, SAID on Friday."""
    tree = page.tree
    first = verb
    while first > 0 and verb - first < MAX_BETWEEN and not page.is_quoted(first - 1):
        first -= 1
        if tree.tokens[first].text in (".", ";", "!", "?"):
            return None
    if first == 0 or not page.is_quoted(first - 1):
        return None
    start = next((i for i in range(first, verb) if tree.tokens[i].pos in NOMINAL), None)
    return None if start is None else _top(tree, start)


def _before_brackets(tree: Tree, verb: int) -> int:
    """The token before the verb, and before a remark in brackets that stands there."""
    if verb == 0 or tree.tokens[verb - 1].text != ")":
        return verb - 1
    opening = (i for i in range(verb - 2, max(-1, verb - 12), -1) if tree.tokens[i].text == "(")
    return next(opening, verb) - 1


def _of_sentence(page: Page, verb: int) -> int | None:
    """The subject of the main clause, for a participle or infinitive that found none nearer; where the main
    clause is quoted, the last subject outside the quotation."""
    tree = page.tree
    root = [verb, *tree.ancestors(verb)][-1]
    if root == verb:
        return None
    if not page.is_quoted(root):
        return next((c for c in tree.children(root, "nsubj") if not page.is_quoted(c)), None)
    first = max(tree.sentence_of(verb).first, verb - MAX_BACK)
    found = (i for i in range(verb - 1, first - 1, -1) if tree.tokens[i].dep == "nsubj" and not page.is_quoted(i))
    return next(found, None)


def _top(tree: Tree, token: int) -> int:
    """The last noun of the compound that `token` begins."""
    while tree.tokens[token].dep in ("compound", "nmod", "poss", "amod") and tree.tokens[token].head > token:
        token = tree.tokens[token].head
    return token


def phrase(tree: Tree, head: int) -> Source:
    """The phrase around `head`: titles, names, appositions and "of …", without clauses."""
    skip = [c for c in tree.children(head) if _is_loose(tree, head, c)]
    tokens = tree.subtree(head, skip)
    first = _contiguous_from(tokens, head)
    return Source(head, tuple(first))


def is_quoting(tree: Tree, verb: int) -> bool:
    """Whether the verb passes on another's words: "quoted him as saying"."""
    return tree.tokens[verb].text.lower() in QUOTING


def relays(page: Page, verb: int) -> tuple[Source, ...]:
    """Who passes on what is said at `verb`: "the agency quoted him as SAYING", "was cited by the paper as SAYING"."""
    tree = page.tree
    for steps, above in enumerate(tree.ancestors(verb)):
        if is_quoting(tree, above):
            head = _agent(tree, above) if is_passive(tree, above) else tree.child(above, "nsubj")
            return () if head is None or page.is_quoted(head) else (phrase(tree, head),)
        if steps > 2:
            break
    return ()


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is a passive with its auxiliary."""
    return bool(tree.children(verb, "nsubjpass", "auxpass"))


def _of_verb(page: Page, verb: int, climbed: int) -> int | None:
    tree = page.tree
    subject = next((c for c in tree.children(verb, "nsubj") if not page.is_quoted(c)), None)
    if subject is not None:
        return subject
    if is_passive(tree, verb):
        told = climbed == 0 and not is_quoting(tree, verb)
        return _agent(tree, verb) if told else tree.child(verb, "nsubjpass")
    if tree.child(verb, "expl", "csubj") is not None:
        return None
    return _above(page, verb, climbed) if climbed < MAX_CLIMB else None


def _above(page: Page, verb: int, climbed: int) -> int | None:
    """The subject that a verb without one of its own shares with its governor."""
    tree = page.tree
    token = tree.tokens[verb]
    upper = token.head
    if upper == verb or token.dep not in CLIMBS or page.is_quoted(upper):
        return None
    if tree.tokens[upper].pos in NOMINAL:
        return _of_noun(page, upper, verb, climbed)
    if tree.tokens[upper].pos in ("VERB", "AUX"):
        if is_quoting(tree, upper) and (quoted := tree.child(upper, "dobj")) is not None:
            return quoted
        held = tree.child(upper, "dobj", "dative") if token.dep == "xcomp" else None
        if held is not None and held < verb and _hands_over(page, upper):
            return held
        return _of_verb(page, upper, climbed + 1)
    return _above(page, upper, climbed + 1) if climbed < MAX_CLIMB else None


def _hands_over(page: Page, upper: int) -> bool:
    """Whether the object of the verb is the subject of its infinitive: "asked him to announce"."""
    word = page.verbs.verb(page.tree.tokens[upper].text.lower())
    return word is not None and word.has("infinitive") and word.stance in ("ask", "think")


def _of_noun(page: Page, noun: int, verb: int, climbed: int) -> int | None:
    """ "a letter saying that": the letter; "his attempt to persuade": he; "held talks, saying": who held them."""
    tree = page.tree
    token = tree.tokens[verb]
    owner = tree.child(noun, "poss")
    apart = tree.tokens[verb - 1].text == "," if verb else False
    if token.dep in ("acl", "relcl") and not (apart and token.tag == "VBG"):
        if owner is not None and token.tag == "VB":
            return owner
        # A passive participle has no object and no clause: with one, its noun is a subject that the parser missed.
        own = tree.child(verb, "ccomp", "dobj") is not None or tree.tokens[noun].head == noun
        return noun if token.tag != "VBN" or own else None
    governor = _clause_of(tree, noun)
    if governor is not None and climbed < MAX_CLIMB:
        return _of_verb(page, governor, climbed + 1)
    return owner


def _clause_of(tree: Tree, noun: int) -> int | None:
    """The verb that governs the noun, through its phrases."""
    for steps, above in enumerate(tree.ancestors(noun)):
        if tree.tokens[above].pos in ("VERB", "AUX"):
            return above
        if steps > MAX_CLIMB:
            return None
    return None


def _agent(tree: Tree, verb: int) -> int | None:
    near = [p for p in tree.children(verb, "prep") if tree.tokens[p].text.lower() == "by"]
    by = next(iter(tree.children(verb, "agent") + near), None)
    return None if by is None else tree.child(by, "pobj")


def _is_loose(tree: Tree, head: int, child: int) -> bool:
    token = tree.tokens[child]
    if token.dep == "prep":
        return child > head and token.text.lower() not in ("of", "for", "from", "at", "in", "by")
    if token.dep == "appos":
        return False
    return token.dep in LOOSE and child > head


def _is_name(tree: Tree, token: int) -> bool:
    return tree.tokens[token].pos == "PROPN"


def _contiguous_from(tokens: list[int], head: int) -> list[int]:
    """The unbroken run of `tokens` around `head`, one mark allowed in a gap."""
    at = tokens.index(head)
    first = last = at
    while first > 0 and tokens[first] - tokens[first - 1] <= 2:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] - tokens[last] <= 2:
        last += 1
    return tokens[first : last + 1]
