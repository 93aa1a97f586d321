"""Words that look like a time and are a name: April Jones, Sunday Times, Black September."""

from communique.annotate.tree import Tree
from communique.records.spans import Span

NAMES = frozenset(("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LAW", "FAC"))
AROUND = 60


def is_name(tree: Tree, span: Span) -> bool:
    """Whether the span is a single word within a longer name."""
    inside = tree.within(span.start, span.end)
    if len(inside) != 1 or not tree.tokens[inside[0]].text[:1].isupper():
        return False
    at = inside[0]
    if at and all(tree.tokens[i].text.isupper() and len(tree.tokens[i].text) > 1 for i in (at - 1, at)):
        # A name in capitals, "USA TODAY", where the words around it are not.
        return not tree.text[max(0, span.start - AROUND) : span.end].isupper()
    return any(
        each.first <= at < each.last and each.last - each.first > 1 for each in tree.entities if each.label in NAMES
    )
