"""The page as this stage sees it: its repaired tree, its quotations, and where each token stands in them."""

from collections.abc import Sequence

from communique.annotate.tree import Tree
from communique.extract.statements.model import Page
from communique.extract.statements.repairs import repaired
from communique.knowledge import Knowledge
from communique.records.annotated import Annotated
from communique.text.quotes import Quotation, find_all, outermost


def open_page(annotated: Annotated, knowledge: Knowledge, persons: frozenset[int] = frozenset()) -> Page:
    """The page of `annotated`, whose persons' names end at the characters `persons`."""
    tree = repaired(annotated, knowledge.verbs)
    kept = {s.paragraph for s in annotated.sentences}
    paragraphs = [(p.start, p.end) for n, p in enumerate(annotated.article.paragraphs) if n in kept]
    bounds = [(start, end) for start, end in paragraphs if start is not None and end is not None]
    quotations = outermost(find_all(tree.text, bounds))
    return Page(tree, knowledge.verbs, knowledge.people, quotations, _within(tree, quotations), persons)


def _within(tree: Tree, quotations: Sequence[Quotation]) -> list[int]:
    """For each token the number of the quotation that it stands in, or -1."""
    found, n = [], 0
    for token in tree.tokens:
        while n < len(quotations) and quotations[n].end <= token.start:
            n += 1
        inside = n < len(quotations) and quotations[n].start <= token.start
        found.append(n if inside else -1)
    return found
