"""Which way a time looks: from the tense of the verb that governs it."""

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.records.spans import Span
from communique.records.times import Direction, TimeExpression

VERBS = frozenset(("VERB", "AUX"))
AHEAD = frozenset(("will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "would", "should", "must"))
# What is planned lies ahead, whatever the tense of the planning.
PLANNING = frozenset(
    "plan expect schedule intend hope aim agree promise pledge vow due set prepare want propose invite slate".split()
)


def with_direction(tree: Tree, span: Span, expression: TimeExpression) -> TimeExpression:
    """`expression` with the direction that its verb gives, where it has none of its own and could use one."""
    if expression.direction or not needs_direction(expression):
        return expression
    direction = direction_of(tree, span)
    return expression if direction is None else replace(expression, direction=direction)


def needs_direction(expression: TimeExpression) -> bool:
    """Whether it recurs: a weekday, month, season or quarter without its year."""
    if expression.year is not None or expression.offset is not None or expression.decade is not None:
        return False
    recurs = (expression.month, expression.weekday, expression.season, expression.quarter, expression.half)
    return any(each is not None for each in recurs)


def direction_of(tree: Tree, span: Span) -> Direction | None:
    """Past or future by the nearest verb above the span, or None where there is none or its tense is open."""
    inside = tree.within(span.start, span.end)
    if not inside:
        return None
    head = next((i for i in inside if tree.tokens[i].head not in inside), inside[0])
    verb = next((i for i in (head, *tree.ancestors(head)) if tree.tokens[i].pos in VERBS), None)
    return None if verb is None else tense(tree, verb)


def tense(tree: Tree, verb: int) -> Direction | None:
    """Past or future of one verb; an infinitive looks ahead where something is planned or bound to come."""
    token = tree.tokens[verb]
    helpers = [tree.tokens[i] for i in tree.children(verb, "aux", "auxpass")]
    if any(each.tag == "MD" and each.lemma in AHEAD | {"will"} for each in helpers):
        perfect = any(each.lemma == "have" for each in helpers)
        return "past" if perfect else "future"
    if token.tag in ("VBD", "VBN") or any(each.tag == "VBD" for each in helpers):
        return "past"
    if token.tag == "VB" and any(each.tag == "TO" for each in helpers):
        return "future"
    if any(each.lemma in ("have",) for each in helpers):
        return "past"
    return None
