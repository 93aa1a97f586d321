"""Bodies named by what they are and whose: "the Syrian government", "Iran's foreign ministry"."""

from communique.annotate.tree import Tree
from communique.extract.actors.phrases import Name
from communique.knowledge import Knowledge

NEWS = frozenset({"news", "media", "press"})


def bodies(tree: Tree, knowledge: Knowledge, names: list[Name]) -> list[Name]:
    """Bodies named by what they are and whose: "the Syrian government", "Iran's foreign ministry", "the Iranian
    presidency's website"."""
    found = []
    covered = {i for name in names for i in range(name.first, name.last)}
    for i, token in enumerate(tree.tokens):
        kind = knowledge.bodies.kind_of(token.text)
        if kind is None or i in covered:
            continue
        if kind == "organization" and i and tree.tokens[i - 1].text.lower() in NEWS:
            kind = "media"
        first, last = left_edge(tree, i), i + 1
        country = country_before(tree, knowledge, first, i)
        if country is None and (whose := _state_behind(tree, knowledge, i)) is not None:
            last, country = whose
        if country is None:
            continue
        while tree.tokens[first].pos in {"DET", "PRON"} and first < i:
            first += 1
        text = tree.span(first, last - 1).exact
        found.append(Name(first, last, kind, text, f"{country}:{_body_key(tree, knowledge, first, i)}", country))
    return found


def _state_behind(tree: Tree, knowledge: Knowledge, i: int) -> tuple[int, str] | None:
    """ "the government of Norway": where its name ends, and the state."""
    if i + 2 >= len(tree.tokens) or tree.tokens[i + 1].text != "of":
        return None
    start = i + 3 if tree.tokens[i + 2].text.lower() == "the" else i + 2
    for last in range(min(start + 4, tree.sentence_of(i).last), start, -1):
        state = knowledge.states.by_name(tree.span(start, last - 1).exact)
        if state is not None:
            return last, state.code
    return None


def left_edge(tree: Tree, i: int) -> int:
    """The first token of the noun phrase that ends at token `i`."""
    first = i
    start = tree.sentence_of(i).first
    while first > start and (
        tree.tokens[first - 1].pos in {"DET", "NUM", "ADJ", "PROPN", "NOUN", "PRON"}
        or tree.tokens[first - 1].tag == "POS"
    ):
        if tree.tokens[first - 1].pos in {"NOUN", "PROPN"} and not _reaches(tree, first - 1, i):
            # "met a condition Norwegian diplomats had set"
            break
        if tree.tokens[first - 1].pos == "PRON" and tree.tokens[first - 1].tag != "PRP$":
            break
        first -= 1
    return first


def _reaches(tree: Tree, k: int, i: int) -> bool:
    """Whether token `k` hangs on token `i`, at any depth, or both on one noun ("U.S. Army sergeant")."""
    return i in tree.ancestors(k) or tree.tokens[k].head == tree.tokens[i].head > i


def country_before(tree: Tree, knowledge: Knowledge, first: int, i: int) -> str | None:
    """The state of the longest name or nationality before the noun: "North Korea's" is not Korea's."""
    for size in (3, 2, 1):
        for k in range(first, i - size + 1):
            text = tree.span(k, k + size - 1).exact
            if text[:1].isupper() and (state := knowledge.states.by_demonym(text) or knowledge.states.by_name(text)):
                return state.code
    return None


def _body_key(tree: Tree, knowledge: Knowledge, first: int, i: int) -> str:
    words = [tree.tokens[k].text.lower() for k in range(first, i + 1)]
    return " ".join(
        w
        for w in words
        if w.isalpha() and not (knowledge.states.by_demonym(w.title()) or knowledge.states.by_name(w.title()))
    )
