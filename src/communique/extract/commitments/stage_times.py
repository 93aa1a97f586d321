"""When an instrument reached a stage: the date that stands in the clause that says so."""

from communique.extract.commitments.scene import Scene
from communique.records.commitments import Stage
from communique.records.times import TimeMention

_CLAUSES = ("ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj")
_BETWEEN = frozenset({"pobj", "prep", "npadvmod", "nummod", "tmod", "compound", "advmod", "amod"})
# A stage that lasts has no day of its own.
_LASTING: frozenset[Stage] = frozenset({"negotiated"})


def when_of(scene: Scene, at: int, stage: Stage) -> str | None:
    """The time mention that dates the word at token `at`: a date in its own clause, not in one that hangs on it; none
    where there are several."""
    if stage in _LASTING:
        return None
    tree = scene.tree
    below = set(tree.subtree(at, tree.children(at, *_CLAUSES)))
    dated = [
        t.id
        for t in scene.so_far.times
        if is_date(t)
        and (token := tree.at(t.span.start)) is not None
        and ((token in below and _hangs_on(scene, token, at)) or _opens(scene, token, at))
    ]
    return dated[0] if len(dated) == 1 else None


def is_date(time: TimeMention) -> bool:
    """Whether the words name a day, a month, a year, however far back they are counted."""
    expression = time.expression
    return time.duration is None and not (expression.duration or expression.repeated or expression.vague)


def _hangs_on(scene: Scene, token: int, at: int) -> bool:
    """Whether nothing but prepositions and the parts of a date stand between the date and the word: the year of "the
    2015 deal" is no time of what is done with it."""
    tree = scene.tree
    for above in tree.ancestors(token):
        if above == at:
            return True
        if tree.tokens[above].dep not in _BETWEEN:
            return False
    return False


def _opens(scene: Scene, token: int, at: int) -> bool:
    """Whether the date opens the sentence whose main verb says so, wherever the parser hangs it."""
    tree = scene.tree
    sentence = tree.sentence_of(token)
    return token <= sentence.first + 1 and tree.tokens[at].head == at and sentence.first <= at < sentence.last
