"""Documents that are handed over: "sent the report to the committee"."""

from communique.annotate.tree import Tree

PAPERS = frozenset(
    "memo memorandum memoranda document record report file transcript petition dossier evidence draft list copy "
    "paper proposal plan notebook tape recording subpoena application complaint resolution invitation "
    "credential bill".split()
)


def hands_over(tree: Tree, i: int) -> bool:
    """ "Delivered the report to the committee", "sent the committee the report", "the memos were released to it"."""
    token = tree.tokens[i]
    described = token.dep in {"acl", "relcl"} and not tree.children(i, "dobj")
    papers = [token.head] if described else tree.children(i, "dobj", "nsubjpass")
    to = any(tree.tokens[p].text.lower() == "to" for p in tree.children(i, "prep", "dative"))
    named = any(tree.tokens[o].lemma.lower() in PAPERS for o in _with_of(tree, papers))
    return named and (to or bool(tree.children(i, "dative")))


def _with_of(tree: Tree, nouns: list[int]) -> list[int]:
    """The nouns, and what is counted by them: "copies of the memos"."""
    of = [o for n in nouns for p in tree.children(n, "prep") if tree.tokens[p].text.lower() == "of"
          for o in tree.children(p, "pobj")]  # fmt: skip
    return [*nouns, *of]


def receivers(tree: Tree, i: int) -> list[int]:
    """Whoever gets what the verb hands over."""
    to = [p for p in tree.children(i, "prep", "dative") if tree.tokens[p].text.lower() == "to"]
    given = [d for d in tree.children(i, "dative") if d not in to]
    return [*given, *(o for p in to for o in tree.children(p, "pobj"))]
