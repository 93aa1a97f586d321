"""Names that the parser saw no name in, found because they speak: "…," Ana Ruiz said; Acme said it would close."""

from collections.abc import Collection, Iterator

from communique.annotate.tree import Tree
from communique.extract.actors.phrases import Name
from communique.extract.actors.surnames import BODY_HEADS, COURTESY, ends_title
from communique.knowledge import Knowledge

# What the parser takes for one of these is no person and no body.
OTHERS = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "EVENT", "LAW", "LANGUAGE", "CARDINAL", "ORDINAL"})
SPEECH = frozenset({"say", "claim", "deny", "announce", "ask", "promise"})
BUSINESS = frozenset({"inc", "inc.", "corp", "corp.", "ltd", "llc", "plc", "co", "co.", "holdings", "industries"})
LONGEST = 5


def speaking(tree: Tree, knowledge: Knowledge, taken: Collection[int]) -> Iterator[Name]:
    """A name for each subject of a reporting verb that is a run of capitalised names outside `taken`."""
    others = {i for e in tree.entities if e.label in OTHERS for i in range(e.first, e.last)}
    for i, token in enumerate(tree.tokens):
        if token.dep != "nsubj" or token.tag != "NNP" or i in taken or i in others or not _reports(tree, knowledge, i):
            continue
        first, last = _run(tree, i)
        if last - first > LONGEST or any(k in taken or k in others for k in range(first, last)):
            continue
        first = _behind_title(tree, knowledge, first, last)
        text = tree.span(first, last - 1).exact
        if not text[:1].isupper() or knowledge.titles.normal(text) or text.lower() in BODY_HEADS:
            continue
        yield Name(first, last, "person" if _is_person(tree, knowledge, first, last) else "organization", text)


def _reports(tree: Tree, knowledge: Knowledge, i: int) -> bool:
    word = knowledge.verbs.verb(tree.tokens[tree.tokens[i].head].text.lower())
    return word is not None and word.has("clause") and word.stance in SPEECH and not word.has("unspoken")


def _run(tree: Tree, i: int) -> tuple[int, int]:
    sentence = tree.sentence_of(i)
    first = i
    while first > sentence.first and _is_part(tree, first - 1):
        first -= 1
    return first, i + 1


def _is_part(tree: Tree, i: int) -> bool:
    return tree.tokens[i].tag == "NNP" and tree.tokens[i].text[:1].isupper()


def _behind_title(tree: Tree, knowledge: Knowledge, first: int, last: int) -> int:
    while first < last - 1 and tree.tokens[first].text.lower().rstrip(".") in COURTESY:
        first += 1
    for n in range(last - first - 1, 0, -1):
        if knowledge.titles.normal(tree.span(first, first + n - 1).exact) is not None:
            return first + n
    return first


def _is_person(tree: Tree, knowledge: Knowledge, first: int, last: int) -> bool:
    """By an office or courtesy before it, a given name, an age or a description behind it; never with "the"."""
    before = tree.tokens[first - 1].text.lower() if first else ""
    parts = [tree.tokens[i].text for i in range(first, last)]
    if before == "the" or parts[-1].lower() in BODY_HEADS | BUSINESS or any(p.isupper() and len(p) > 2 for p in parts):
        return False
    text = tree.span(first, last - 1).exact
    if knowledge.people.gender_of_name(text) or (first and ends_title(tree, knowledge, first - 1)):
        return True
    return _is_described(tree, knowledge, last)


def _is_described(tree: Tree, knowledge: Knowledge, last: int) -> bool:
    """Whether ", 72," or ", a teacher" stands behind the name."""
    if last + 1 >= len(tree.tokens) or tree.tokens[last].text != ",":
        return False
    behind = tree.tokens[last + 1 : last + 6]
    first = behind[0].text.lower()
    if first == "who" or (first.isdigit() and len(first) == 2):
        return True
    stop = next((n for n, token in enumerate(behind) if token.text == ","), len(behind))
    nouns = (token.text.lower() for token in behind[:stop] if token.pos == "NOUN")
    return any(knowledge.people.is_person(noun) for noun in nouns)
