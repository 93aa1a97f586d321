"""Words that look like a time and are a name: April Jones, Sunday Times, Black September, the programme This Week."""

from collections.abc import Sequence

from communique.annotate.tree import Tree
from communique.records.spans import Span
from communique.records.times import TimeExpression
from communique.text.times.lexicon import CLASSES, PLURALS, UNITS

NAMES = frozenset(("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LAW", "FAC"))
AROUND = 60
# What begins with a capital only at the beginning of a sentence, in a headline, and in a name.
COMMON = frozenset((*UNITS, *PLURALS, *CLASSES["deictic"], *CLASSES["daypart"], *CLASSES["noon"], "tonight", "now"))
# Of the words around, so many have a capital in a headline.
HEADLINE = 0.5
NEAR = 6


def is_name(tree: Tree, span: Span, expression: TimeExpression | None = None) -> bool:
    """Whether the span is a name, or a single word within a longer one."""
    inside = tree.within(span.start, span.end)
    if expression is not None and _is_titled(tree, inside, expression):
        return True
    if _in_name(tree, inside):
        return True
    if len(inside) != 1 or not tree.tokens[inside[0]].text[:1].isupper():
        return False
    at = inside[0]
    if at and all(tree.tokens[i].text.isupper() and len(tree.tokens[i].text) > 1 for i in (at - 1, at)):
        # A name in capitals, "USA TODAY", where the words around it are not.
        return not tree.text[max(0, span.start - AROUND) : span.end].isupper()
    return any(
        each.first <= at < each.last and each.last - each.first > 1 for each in tree.entities if each.label in NAMES
    )


def _in_name(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether the words are the beginning or the middle of a name that goes on with a capital: "21st Century Fox"."""
    if len(inside) < 2 or not tree.tokens[inside[-1]].text.istitle():
        return False
    behind = inside[-1] + 1
    return any(
        each.first <= inside[-1] and behind < each.last and tree.tokens[behind].text[:1].isupper()
        for each in tree.entities
        if each.label in NAMES
    )


def _is_titled(tree: Tree, inside: Sequence[int], expression: TimeExpression) -> bool:
    """Whether a common word has a capital where a sentence has none: "60 Minutes", "This Week", "High Noon"."""
    if not inside or expression.feast is not None or expression.month is not None:
        return False
    titled = [i for i in inside if tree.tokens[i].text.istitle() and tree.tokens[i].text.lower() in COMMON]
    if not titled or not _within(tree, titled[-1]):
        return False
    return not _is_headline(tree, inside)


def _within(tree: Tree, at: int) -> bool:
    """Whether a word goes before it in the sentence, and for a single one that it has a capital too."""
    before = at - 1
    if before < tree.sentence_of(at).first:
        return False
    word = tree.tokens[before].text
    return word[:1].isupper() or word.isdigit()


def _is_headline(tree: Tree, inside: Sequence[int]) -> bool:
    sentence = tree.sentence_of(inside[0])
    near = [
        *range(max(sentence.first, inside[0] - NEAR), inside[0]),
        *range(inside[-1] + 1, min(sentence.last, inside[-1] + 1 + NEAR)),
    ]
    words = [tree.tokens[i].text for i in near if tree.tokens[i].text.isalpha()]
    capitals = [word for word in words if word[:1].isupper()]
    return len(capitals) > HEADLINE * len(words)
