"""Which way a time looks: from the tense of the verb that governs it."""

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.records.spans import Span
from communique.records.times import Direction, TimeExpression

VERBS = frozenset(("VERB", "AUX"))
AHEAD = frozenset(("will", "would", "shall", "'ll", "’ll", "wo"))
# What is planned lies ahead, whatever the tense of the planning.
PLANNING = frozenset(
    "plan expect schedule intend hope aim agree promise pledge vow due set prepare want propose invite slate be go "
    "ready likely allow".split()
)
SCHEDULING = frozenset("plan expect schedule reschedule slate postpone await anticipate".split())


def with_direction(tree: Tree, span: Span, expression: TimeExpression) -> TimeExpression:
    """`expression` with the direction that its verb gives, where it has none of its own and could use one."""
    if expression.direction or not _recurs(expression):
        return expression
    direction = direction_of(tree, span)
    if expression.bound == "before" and direction != "future" and not _possessive(tree, span):
        direction = _of_deadline(expression, direction)
    return expression if direction is None else replace(expression, direction=direction)


def _possessive(tree: Tree, span: Span) -> bool:
    """ "Before Friday's vote": the vote is before something, not the reader before Friday."""
    return tree.text[span.end : span.end + 2] in ("'s", "’s")


def _of_deadline(expression: TimeExpression, direction: Direction | None) -> Direction | None:
    # What was set "by May" lies ahead or behind, whatever the tense of the setting; "by Wednesday" had passed.
    if expression.day is not None:
        return "nearest"
    if expression.weekday is not None:
        return direction or "future"
    return "future" if direction is None else None


def _recurs(expression: TimeExpression) -> bool:
    """Whether it is a weekday, month, season or quarter without its year."""
    if expression.year is not None or expression.offset is not None:
        return False
    recurs = (expression.month, expression.weekday, expression.season, expression.quarter, expression.half)
    return expression.weekend or expression.feast is not None or any(each is not None for each in recurs)


def direction_of(tree: Tree, span: Span) -> Direction | None:
    """Past or future by the nearest verb above the span, or None where there is none or its tense is open."""
    inside = tree.within(span.start, span.end)
    if not inside:
        return None
    head = next((i for i in inside if tree.tokens[i].head not in inside), inside[0])
    if inside[0] and tree.tokens[inside[0] - 1].lemma == "effective":
        return "future"
    verb = next((i for i in (head, *tree.ancestors(head)) if tree.tokens[i].pos in VERBS), None)
    return None if verb is None else tense(tree, verb)


def _had(tree: Tree, verb: int) -> bool:
    """ "Had been scheduled", "had been due": the plan is over."""
    return any(tree.tokens[i].lemma == "have" and tree.tokens[i].tag == "VBD" for i in tree.children(verb, "aux"))


def tense(tree: Tree, verb: int) -> Direction | None:
    """Past or future of one verb; an infinitive looks ahead where something is planned or bound to come."""
    token = tree.tokens[verb]
    if token.lemma in SCHEDULING:
        return "past" if _had(tree, verb) else "future"
    helpers = [tree.tokens[i] for i in tree.children(verb, "aux", "auxpass")]
    perfect = any(each.lemma == "have" for each in helpers)
    if any(each.tag == "MD" and each.lemma in AHEAD for each in helpers):
        return "past" if perfect else "future"
    if any(each.tag == "MD" for each in helpers):
        return None
    if any(each.tag == "TO" for each in helpers):
        planned = token.head != verb and tree.tokens[token.head].lemma in PLANNING
        if planned and any(_had(tree, above) for above in (token.head, tree.tokens[token.head].head)):
            return "past"
        return "future" if planned and not perfect else None
    if perfect or token.tag == "VBD" or any(each.tag == "VBD" for each in helpers):
        return "past"
    # "The case is heard in May" is no past; "a man arrested in May" is.
    return "past" if token.tag == "VBN" and not helpers else None
