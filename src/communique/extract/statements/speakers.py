"""From a reporting verb to the words that say who speaks: one form a function."""

from communique.annotate.tree import Tree
from communique.extract.statements.lost import NOMINAL, lost_subject
from communique.extract.statements.model import Page, Source

CLIMBS = frozenset({"xcomp", "advcl", "ccomp", "conj", "dep", "parataxis", "pcomp", "acl", "prep", "ROOT", "relcl"})
# What follows the head of a phrase without being part of the name or role.
LOOSE = frozenset({"advcl", "parataxis", "punct", "cc", "ccomp", "dep", "advmod", "npadvmod"})
QUOTING = frozenset({"quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"})
PASSING = frozenset({"report", "reports", "reported", "reporting", "heard", "record", "recorded"})
# What stands before a place, and never before a subject.
LOCATIVE = frozenset({"in", "at", "near", "inside", "throughout", "across", "within"})
MAX_CLIMB = 8


def speaker(page: Page, verb: int) -> Source:
    """The speaker of `verb`: its subject, the agent of a passive, the subject of what governs it, or, where the
    parser lost it, the phrase right behind the verb. Never a word inside quotation marks."""
    tree = page.tree
    quoted = _quoted_by(page, verb)
    if quoted is not None:
        return phrase(tree, quoted)
    head = _of_verb(page, verb, 0)
    if (
        head is None
        and not is_passive(tree, verb)
        and not _is_bare_participle(tree, verb)
        and tree.child(verb, "expl") is None
    ):
        head = lost_subject(page, verb)
    if head is None or (tree.tokens[head].text.lower() == "it" and is_passive(tree, verb)):
        # "it was reported that": nobody is named.
        return Source()
    found = phrase(tree, head)
    # "customers we spoke to say": the verb itself hangs in the phrase.
    held = head < verb and verb in found.tokens
    return found._replace(tokens=tuple(t for t in found.tokens if t <= head)) if held else found


def phrase(tree: Tree, head: int) -> Source:
    """The phrase around `head`: titles, names, appositions and "of …", without clauses."""
    skip = [c for c in tree.children(head) if _is_loose(tree, head, c)]
    tokens = tree.subtree(head, skip)
    first = _contiguous_from(tokens, head)
    while first and first[0] != head and tree.tokens[first[0]].pos == "PUNCT":
        first.pop(0)
    return Source(head, tuple(first))


def is_quoting(tree: Tree, verb: int) -> bool:
    """Whether the verb passes on another's words: "quoted him as saying", "reported him as writing". What "was
    reported in a book" says nothing."""
    word = tree.tokens[verb].text.lower()
    if word in QUOTING or word not in PASSING or tree.child(verb, "dobj", "nsubjpass") is None:
        return word in QUOTING
    ways = (c for c in tree.children(verb, "prep") if tree.tokens[c].text.lower() == "as")
    return tree.child(verb, "dobj", "xcomp", "ccomp", "advcl", "oprd") is not None or next(ways, None) is not None


def passed_on(page: Page, verb: int) -> int:
    """`verb`, or where it passes on another's words the verb of those: "reported her as WRITING"."""
    tree = page.tree
    if not is_quoting(tree, verb):
        return verb
    inner = (c for p in tree.children(verb, "prep") if tree.tokens[p].text.lower() == "as" for c in tree.children(p))
    found = (c for c in inner if tree.tokens[c].tag == "VBG" and page.verbs.verb(tree.tokens[c].text.lower()))
    return next(found, verb)


def relays(page: Page, verb: int) -> tuple[Source, ...]:
    """Who passes on what is said at `verb`: "the agency quoted him as SAYING", "was cited by the paper as SAYING"."""
    tree = page.tree
    if _quoted_by(page, verb) is not None and (outlet := _of_verb(page, verb, 0)) is not None:
        return (phrase(tree, outlet),)
    for steps, above in enumerate(tree.ancestors(verb)):
        if is_quoting(tree, above):
            head = _agent(tree, above) if is_passive(tree, above) else tree.child(above, "nsubj")
            return () if head is None or page.is_quoted(head) else (phrase(tree, head),)
        if steps > 2:
            break
    return ()


def _quoted_by(page: Page, verb: int) -> int | None:
    """ "the agency said, QUOTING the minister": the minister, whose words they are."""
    tree = page.tree
    for child in tree.children(verb, "advcl", "acl", "prep", "dep", "conj"):
        if child > verb and tree.tokens[child].text.lower() == "quoting" and not page.is_quoted(child):
            return tree.child(child, "dobj", "pobj")
    return None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is a passive with its auxiliary."""
    return bool(tree.children(verb, "nsubjpass", "auxpass"))


def _of_verb(page: Page, verb: int, climbed: int) -> int | None:
    tree = page.tree
    subjects = [c for c in tree.children(verb, "nsubj") if not page.is_quoted(c) and not is_placed(tree, c)]
    if subjects:
        subject = min(subjects, key=lambda c: abs(c - verb))
        asked = climbed and tree.tokens[verb].dep == "relcl" and tree.tokens[subject].text.lower() in ("we", "i")
        # "customers we spoke to SAY": the parser makes an infinitive of it.
        return tree.tokens[verb].head if asked else subject
    if is_passive(tree, verb) or _is_bare_participle(tree, verb):
        told = climbed == 0 and not is_quoting(tree, verb)
        return _agent(tree, verb) if told else tree.child(verb, "nsubjpass")
    if tree.child(verb, "expl", "csubj") is not None:
        return None
    return _above(page, verb, climbed) if climbed < MAX_CLIMB else None


def is_placed(tree: Tree, noun: int) -> bool:
    """Whether the phrase only says where: "in Syria", whatever the parser made of it."""
    token = tree.tokens[noun]
    if token.dep == "pobj" and tree.tokens[token.head].text.lower() in LOCATIVE:
        return True
    before = min([noun, *(c for c in tree.children(noun, "compound", "amod", "det", "poss") if c < noun)]) - 1
    return before >= 0 and tree.tokens[before].text.lower() in LOCATIVE and tree.tokens[before].pos == "ADP"


def _is_place(tree: Tree, noun: int) -> bool:
    """Whether the noun is a name in a phrase that only says where."""
    return tree.tokens[noun].pos == "PROPN" and is_placed(tree, noun)


def _is_bare_participle(tree: Tree, verb: int) -> bool:
    """ "ASKED about it, she left": said to her, not by her."""
    token = tree.tokens[verb]
    return token.tag == "VBN" and token.dep == "advcl" and not tree.children(verb, "aux", "dobj", "ccomp", "xcomp")


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
        if not _is_place(tree, noun):
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
    by = tree.child(verb, "agent")
    return None if by is None else tree.child(by, "pobj")


def _is_loose(tree: Tree, head: int, child: int) -> bool:
    token = tree.tokens[child]
    if token.dep == "prep":
        return child > head and token.text.lower() not in ("of", "for", "from", "at", "in", "by")
    if token.dep == "appos":
        return False
    return token.dep in LOOSE and child > head


def _contiguous_from(tokens: list[int], head: int) -> list[int]:
    """The unbroken run of `tokens` around `head`, one mark allowed in a gap."""
    at = tokens.index(head)
    first = last = at
    while first > 0 and tokens[first] - tokens[first - 1] <= 2:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] - tokens[last] <= 2:
        last += 1
    return tokens[first : last + 1]
