"""Which way a time looks: from the tense of the verb that governs it."""

from collections.abc import Sequence

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.records.spans import Span
from communique.records.times import Direction, TimeExpression
from communique.text.times import is_clock

VERBS = frozenset(("VERB", "AUX"))
NOUNS = frozenset(("NOUN", "PROPN"))
AHEAD = frozenset(("will", "would", "shall", "'ll", "’ll", "wo"))
# What is planned lies ahead, whatever the tense of the planning.
PLANNING = frozenset(
    "plan expect schedule intend hope aim agree promise pledge vow due set prepare want propose invite slate be go "
    "ready likely allow".split()
)
# What could be, could have been: "he could not be found on Monday".
REMOTE = frozenset(("could", "would", "might", "'d", "’d"))
# What a diary says in the present tense: "the two meet on Monday".
DIARY = frozenset("meet debut premiere expire resume convene reconvene".split())
# The same of what has no object: "the trial begins Monday"; a caption tells of him who "opens the session".
BEGINNING = frozenset("begin start open close end conclude kick go vote".split())
PRESENT = frozenset(("VBZ", "VBP"))
SCHEDULING = frozenset("plan expect schedule reschedule slate postpone await anticipate".split())


# What moves or fixes a date looks ahead from then on: "was delayed until Friday".
MOVING = frozenset(
    "delay postpone extend adjourn suspend defer put push move set reschedule schedule prolong recess remand give "
    "grant have remain stay allow order".split()
)


def with_direction(tree: Tree, span: Span, expression: TimeExpression) -> TimeExpression:
    """`expression` with the direction that its verb gives, where it has none of its own and could use one."""
    if expression.direction == "future" and _recurs(expression) and _was_so(tree, span):
        return replace(expression, direction="past")
    if expression.direction or not (_recurs(expression) or is_clock(expression) or expression.anaphoric):
        return expression
    direction = direction_of(tree, span)
    if expression.bound == "before" and direction != "future" and not _possessive(tree, span):
        direction = _of_deadline(expression, direction or _told_before(tree, span))
    return expression if direction is None else replace(expression, direction=direction)


def _possessive(tree: Tree, span: Span) -> bool:
    """ "Before Friday's vote": the vote is before something, not the reader before Friday."""
    return tree.text[span.end : span.end + 2] in ("'s", "’s")


def _was_so(tree: Tree, span: Span) -> bool:
    """ "Went on until Friday", "as early as Monday they began": what has an end or a beginning that is past."""
    inside = tree.within(span.start, span.end)
    verb = _verb_above(tree, inside) if inside else None
    if verb is None or tree.tokens[verb].lemma in MOVING:
        return False
    if tree.tokens[verb].tag == "VBG" and tree.tokens[tree.tokens[verb].head].pos in VERBS:
        verb = tree.tokens[verb].head
    told = [tree.tokens[i] for i in (verb, *tree.children(verb, "aux", "auxpass"))]
    return any(each.tag == "VBD" for each in told) and not any(each.tag in ("MD", "TO") for each in told)


def _told_before(tree: Tree, span: Span) -> Direction | None:
    """ "Had raised millions to help him by June": what lies before is past, whatever hangs on it."""
    inside = tree.within(span.start, span.end)
    verb = _verb_above(tree, inside) if inside else None
    return "past" if verb is not None and any(was_before(tree, i) for i in tree.ancestors(verb)) else None


def _of_deadline(expression: TimeExpression, direction: Direction | None) -> Direction | None:
    # What was set "by May" lies ahead or behind, whatever the tense of the setting; "by Wednesday" had passed.
    if expression.day is not None or expression.feast is not None:
        return "nearest"
    if expression.weekday is not None or is_clock(expression):
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
    if inside[0] and tree.tokens[inside[0] - 1].lemma == "effective":
        return "future"
    verb = _verb_above(tree, inside)
    if verb is None:
        return None
    if _to_be(tree, span, inside, verb) or _awaited(tree, inside):
        return "future"
    return tense(tree, verb) or _of_clause(tree, verb)


def _awaited(tree: Tree, inside: Sequence[int]) -> bool:
    """ "The party's July convention, where it will vote": what the time belongs to is told of as to come."""
    noun = next((tree.tokens[i].head for i in inside if tree.tokens[i].head not in inside), inside[0])
    if tree.tokens[noun].pos not in NOUNS or noun in inside:
        return False
    return any(tense(tree, i) == "future" for i in tree.children(noun, "relcl"))


def _of_clause(tree: Tree, verb: int) -> Direction | None:
    """ "When we get there in July, I will": a present tense in a clause of time looks where its sentence does."""
    token = tree.tokens[verb]
    if token.dep != "advcl" or token.tag not in PRESENT:
        return None
    above = tree.tokens[token.head]
    governing = (token.head, above.head) if above.dep == "conj" else (token.head,)
    return "future" if any(tense(tree, i) == "future" for i in governing) else None


# What people are doing on a day when the day is to come: "they are meeting on Thursday".
APPOINTED = frozenset(
    "meet visit travel head fly arrive leave return begin start open hold host go attend vote".split()
)


def _to_be(tree: Tree, span: Span, inside: Sequence[int], verb: int) -> bool:
    """ "They are meeting on Thursday", "the vote is on Sunday": present, and the time hangs on the verb itself."""
    head = next((i for i in inside if tree.tokens[i].head not in inside), inside[0])
    at = head if tree.tokens[head].head == verb else tree.tokens[head].head
    if tree.tokens[at].head != verb or at == verb or _possessive(tree, span):
        return False
    token = tree.tokens[verb]
    if token.lemma == "be" and token.tag in PRESENT:
        others = [
            i for i in tree.children(verb) if i != at and tree.tokens[i].dep not in ("nsubj", "punct", "cc", "conj")
        ]
        return at > verb and not others and not tree.children(at, "det")
    helpers = [tree.tokens[i] for i in tree.children(verb, "aux")]
    present = bool(helpers) and all(each.tag in PRESENT and each.lemma == "be" for each in helpers)
    return token.tag == "VBG" and token.lemma in APPOINTED and present


def _verb_above(tree: Tree, inside: Sequence[int]) -> int | None:
    """The nearest verb that the tokens hang on; "as planned" is none."""
    head = next((i for i in inside if tree.tokens[i].head not in inside), inside[0])
    above = (i for i in (head, *tree.ancestors(head)) if tree.tokens[i].pos in VERBS)
    return next((i for i in above if not _aside(tree, i)), None)


def _aside(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].lemma == "as" for i in tree.children(verb, "mark")) and tree.tokens[verb].tag == "VBN"


def was_before(tree: Tree, verb: int) -> bool:
    """ "Had been scheduled": before what is told, and a plan that is over."""
    return any(tree.tokens[i].lemma == "have" and tree.tokens[i].tag == "VBD" for i in tree.children(verb, "aux"))


def _is_diary(tree: Tree, verb: int) -> bool:
    """Whether a present tense tells what is to be: "the two meet on Monday", "the vote is on Sunday"."""
    lemma = tree.tokens[verb].lemma
    if lemma == "take":
        return any(tree.tokens[i].lemma in ("place", "effect") for i in tree.children(verb, "dobj"))
    if lemma == "be":
        return any(tree.tokens[i].lemma in ("due", "set") for i in tree.children(verb, "acomp"))
    told = [verb, tree.tokens[verb].head] if tree.tokens[verb].dep == "conj" else [verb]
    begins = lemma in BEGINNING and any(tree.children(i, "nsubj") for i in told) and not _has_object(tree, verb)
    return lemma in DIARY or begins


def _has_object(tree: Tree, verb: int) -> bool:
    """Also "let the talks begin", where the parser sees a present tense."""
    above = tree.tokens[verb].head
    led = above != verb and tree.tokens[above].lemma in ("let", "make", "help", "see", "watch")
    return led or bool(tree.children(verb, "dobj", "ccomp", "xcomp"))


def tense(tree: Tree, verb: int) -> Direction | None:
    """Past or future of one verb; an infinitive looks ahead where something is planned or bound to come."""
    token = tree.tokens[verb]
    if token.lemma in SCHEDULING:
        return "past" if was_before(tree, verb) else "future"
    helpers = [tree.tokens[i] for i in tree.children(verb, "aux", "auxpass")]
    perfect = any(each.lemma == "have" for each in helpers)
    if any(each.tag == "MD" and each.lemma in AHEAD for each in helpers):
        return "past" if perfect else "future"
    if any(each.tag == "MD" for each in helpers):
        ahead = not perfect and all(each.text.lower() not in REMOTE for each in helpers if each.tag == "MD")
        return "future" if ahead else None
    if any(each.tag == "TO" for each in helpers):
        planned = token.head != verb and tree.tokens[token.head].lemma in PLANNING
        if planned and any(was_before(tree, above) for above in (token.head, tree.tokens[token.head].head)):
            return "past"
        return "future" if planned and not perfect else None
    if token.tag in PRESENT and not helpers and _is_diary(tree, verb):
        return "future"
    if perfect or token.tag == "VBD" or any(each.tag == "VBD" for each in helpers):
        return "past"
    if token.tag == "VBG" and not helpers and tree.tokens[token.head].lemma == "after":
        return "past"
    # "The case is heard in May" is no past; "a man arrested in May" is.
    return "past" if token.tag == "VBN" and not helpers else None
