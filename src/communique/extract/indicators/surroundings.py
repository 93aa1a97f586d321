"""What the other layers give an indicator: its period, its subjects, the statement it stands in."""

from collections.abc import Sequence

from communique.annotate.tree import Tree
from communique.extract.indicators.measure import Measure
from communique.extract.indicators.quantities import Quantity
from communique.records.annotated import Sentence
from communique.records.mentions import LocalActor, StatementMention
from communique.records.times import TimeMention

_NEAR = 80


def calendar_times(tree: Tree, sentence: Sentence, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The time mentions of `sentence` that name a date or a period; durations, sets and vague ones do not."""
    start, end = tree.tokens[sentence.first].start, tree.tokens[sentence.last - 1].end
    inside = [t for t in times if start <= t.span.start and t.span.end <= end]
    return [t for t in inside if not (t.expression.duration or t.expression.repeated or t.expression.vague)]


def period_of(quantity: Quantity, before: int, behind: int, times: Sequence[TimeMention]) -> str | None:
    """The time mention that dates the quantity: the next one behind it up to the next quantity (`behind`), or else
    the last one before it, back to the quantity before (`before`)."""
    after = [t for t in times if quantity.end <= t.span.start < min(behind, quantity.end + _NEAR)]
    if after:
        return after[0].id
    ahead = [t for t in times if before <= t.span.start and t.span.end <= quantity.start]
    return ahead[-1].id if ahead else None


def subjects_of(tree: Tree, measured: Measure, actors: Sequence[LocalActor]) -> tuple[str, ...]:
    """The actors named in the phrase that is measured, or else in the subject of the verb right above it."""
    places = [(m.span.start, actor.id) for actor in actors for m in actor.mentions]
    for top in _tops(tree, measured):
        starts = {tree.tokens[i].start for i in tree.subtree(top)}
        found = dict.fromkeys(actor for start, actor in sorted(places) if start in starts)
        if found:
            return tuple(found)
    return ()


def _tops(tree: Tree, measured: Measure) -> list[int]:
    tops = [] if measured.head is None or measured.head == measured.verb else [measured.head]
    if measured.verb is not None:
        tops += tree.children(measured.verb, "nsubj", "nsubjpass")
    return tops


def statement_of(quantity: Quantity, statements: Sequence[StatementMention]) -> str | None:
    """The statement whose content holds the quantity, the shortest of several."""
    holding = [s for s in statements if s.content.start <= quantity.start and quantity.end <= s.content.end]
    return min(holding, key=lambda s: (s.content.end - s.content.start, s.id)).id if holding else None
