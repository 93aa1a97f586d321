"""The words that say what is to be done, under which condition, until when and for how long."""

import re

from communique.annotate.tree import Tree
from communique.extract.commitments.draft import Draft
from communique.extract.commitments.grammar import has_to
from communique.extract.commitments.scene import Scene
from communique.extract.indicators.durations import iso_duration
from communique.extract.indicators.quantities import quantities
from communique.knowledge.units import load_units
from communique.records.mentions import StatementMention
from communique.records.spans import Span

_CONDITIONS = re.compile(r"(?:if|unless|provided|providing|once|as long as|so long as|only when)\b", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:by|until|till|before|within|no later than|not later than|by the end of)\s(?:the\s)?$", re.IGNORECASE
)
# A duration after these words, or before "-year", is how long something shall last.
_HORIZON = re.compile(
    r"\b(?:for|over|next|coming|of|lasting|spanning|another)\s(?:the\s|a\s|about\s|at least\s|more than\s)?"
    r"(?:next\s|coming\s|period of\s|following\s)?$",
    re.IGNORECASE,
)
# Nouns that a duration passes through: units of time, and "a period of".
_SPANS = frozenset("period term time span day week month quarter year decade century".split())
_MAX_CHARS = 400


def action_tokens(scene: Scene, draft: Draft) -> list[int]:
    """The tokens of the action, in text order: the clause or noun phrase, without its subject, its condition and
    what is only said about it."""
    tree = scene.tree
    skip = {*_outside(tree, draft.action, bool(draft.subject) and draft.whole), *_asides(tree, draft.action)}
    tokens = tree.subtree(draft.action, skip)
    if not draft.whole:
        tokens = [i for i in tokens if i > draft.cue]
    elif draft.subject:
        helping = ("aux", "neg", "auxpass")
        tokens = [i for i in tokens if i >= draft.action or tree.tokens[i].dep in helping]
    return _trimmed(tree, _unbroken(tree, tokens, draft.action))


def _outside(tree: Tree, head: int, whole: bool) -> list[int]:
    found = []
    for c in tree.children(head):
        token = tree.tokens[c]
        named = tree.child(c, "nsubj", "nsubjpass", "expl") is not None
        if (
            (whole and token.dep in ("nsubj", "nsubjpass", "expl", "csubj"))
            or token.dep == "parataxis"
            or (token.dep == "conj" and (named or _is_finite(tree, c) > _is_finite(tree, head)))
            or (token.dep == "advcl" and not has_to(tree, c) and not _is_until(tree, c))
            or (token.dep == "ccomp" and c < head)
        ):
            found.append(c)
    return found


def _is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb says that something is or was so: "went" beside "to build" belongs to another clause."""
    return tree.tokens[verb].tag in ("VBD", "VBZ", "VBP")


def _asides(tree: Tree, head: int) -> list[int]:
    """Clauses below the action that only tell more of something in it: ", which he thinks useful"."""
    below = [i for i in tree.subtree(head) if i != head]
    return [
        i
        for i in below
        if (tree.tokens[i].dep == "relcl" and tree.tokens[tree.subtree(i)[0] - 1].text in (",", '"', "”"))
        or (tree.tokens[i].dep == "advcl" and tree.tokens[i].head != head and not has_to(tree, i))
    ]


def _is_until(tree: Tree, clause: int) -> bool:
    return tree.tokens[tree.subtree(clause)[0]].lemma in ("until", "till")


def _is_condition(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return bool(_CONDITIONS.match(tree.text, tree.tokens[first].start))


def _unbroken(tree: Tree, tokens: list[int], head: int) -> list[int]:
    """The stretch round the head: a quotation may be opened inside it, but not be left; and of a readable length."""
    if not tokens:
        return [head]
    first, last, depth = tokens[0], tokens[-1], 0
    for i in range(first, last + 1):
        token = tree.tokens[i]
        depth += 1 if _opens(tree, i) else 0
        if i > head and ((depth == 0 and _closes(tree, i)) or token.end - tree.tokens[first].start > _MAX_CHARS):
            last = i - 1
            break
        depth -= 1 if depth and _closes(tree, i) else 0
    return list(range(first, last + 1)) if last >= first else [head]


def _opens(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.text in "“«" or (
        token.text == '"' and not tree.text[max(0, token.start - 1) : token.start].strip(" (—–-")
    )


def _closes(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.text in "”»" or (token.text == '"' and not _opens(tree, i))


def _trimmed(tree: Tree, tokens: list[int]) -> list[int]:
    edge = ("punct", "cc", "mark")
    opened = any(_opens(tree, i) for i in tokens)
    while len(tokens) > 1 and tree.tokens[tokens[-1]].dep in edge and not (opened and _closes(tree, tokens[-1])):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tree.tokens[tokens[0]].dep in edge:
        tokens = tokens[1:]
    return tokens


def condition_of(scene: Scene, draft: Draft) -> Span | None:
    """The clause that makes it conditional ("if the sanctions are lifted")."""
    tree = scene.tree
    for head in (draft.action, draft.cue):
        for c in tree.children(head, "advcl"):
            if _is_condition(tree, c):
                below = tree.subtree(c)
                return scene.span_of(below[:1] + _trimmed(tree, below[1:]) if len(below) > 1 else below)
    return None


def deadline_of(scene: Scene, action: Span) -> str | None:
    """The time mention up to which it shall be done."""
    for t in scene.so_far.times:
        inside = action.start <= t.span.start and t.span.end <= action.end + 1
        dated = not (t.expression.duration or t.expression.repeated or t.expression.vague)
        lead = scene.tree.text[max(0, t.span.start - 24) : t.span.start]
        if inside and dated and _DEADLINE.search(lead):
            return t.id
    return None


def horizon_of(scene: Scene, head: int, start: int, end: int) -> str | None:
    """How long what token `head` names shall last, as an ISO 8601 duration: the first one of a day or more between
    two characters that says so and hangs on it, on something in its phrase or on the verb above it."""
    tree = scene.tree
    at = tree.at(start)
    if at is None:
        return None
    within = {*tree.subtree(head), *_verb_over(tree, head)}
    for quantity in quantities(tree, tree.sentence_of(at), load_units(), ()):
        duration = iso_duration(quantity.value, quantity.known)
        if duration is None or duration.startswith("PT") or not start <= quantity.start < end:
            continue
        lead = tree.text[max(0, quantity.start - 28) : quantity.start]
        joined = tree.text[quantity.number_end : quantity.number_end + 1] == "-"
        if (joined or _HORIZON.search(lead)) and _bearer(tree, quantity.start) in within:
            return duration
    return None


def _verb_over(tree: Tree, head: int) -> list[int]:
    """The verb above, and what it is done "with" ("an agenda, with actions for the next ten years")."""
    verb = next((a for a in tree.ancestors(head) if tree.tokens[a].pos in ("VERB", "AUX")), head)
    along = [c for c in tree.children(verb, "prep") if c > head and tree.tokens[c].text.lower() == "with"]
    return [verb, *(thing for c in along for thing in tree.children(c, "pobj"))]


def _bearer(tree: Tree, at: int) -> int | None:
    """The word that a duration at character `at` tells of: up through its unit, "period of" and prepositions."""
    first = tree.at(at)
    if first is None:
        return None
    for above in tree.ancestors(first):
        token = tree.tokens[above]
        if token.pos in ("VERB", "AUX") or (token.pos in ("NOUN", "PROPN") and token.lemma not in _SPANS):
            return above
    return first


def statement_of(scene: Scene, action: Span) -> StatementMention | None:
    """The statement that holds the middle of the action."""
    middle = (action.start + action.end) // 2
    return scene.statement_at(middle, middle + 1)
