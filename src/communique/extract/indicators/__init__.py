"""Indicators: measured quantities with measure, unit, bound, change, period and subjects."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.indicators.bounds import bound, change
from communique.extract.indicators.durations import iso_duration
from communique.extract.indicators.measure import NOTHING, Measure, measure, without_names
from communique.extract.indicators.quantities import Quantity, quantities
from communique.extract.indicators.surroundings import calendar_times, period_of, statement_of, subjects_of
from communique.knowledge.units import load_units
from communique.records.annotated import Sentence
from communique.records.ids import content_id
from communique.records.indicators import Change
from communique.records.mentions import Extraction, IndicatorMention

_FEW = 3
# "38 percent, up from 6 percent": two observations of one measure.
_COMPARED = re.compile(
    r"[^.;:]{0,40}?\b(?:(?P<change>up|down)\sfrom|from|compared (?:to|with)|against|versus|than the)\s"
    r"(?:about|around|roughly|nearly|just|only|over|under|more than|a|the|\s)*",
    re.IGNORECASE,
)


def extract(tree: Tree, so_far: Extraction, knowledge: object) -> Iterator[IndicatorMention]:
    """The indicators of an article, in text order. Units come from the units table; `knowledge` is not consulted."""
    for sentence in tree.sentences:
        yield from _of_sentence(tree, sentence, so_far)


def _of_sentence(tree: Tree, sentence: Sentence, so_far: Extraction) -> Iterator[IndicatorMention]:
    times = calendar_times(tree, sentence, so_far.times)
    found = quantities(tree, sentence, load_units(), [(t.span.start, t.span.end) for t in times])
    found = _compared_units(tree, found)
    measures = _measures(tree, found)
    changes = _changes(tree, sentence, found)
    names = {m.span.exact for a in so_far.actors for m in a.mentions if m.how == "name"}
    for i, quantity in enumerate(found):
        if not quantity.unit and measures[i] == NOTHING and "\n\n" in _to_end(tree, sentence, quantity):
            continue
        if _is_turn_of_speech(quantity, so_far):
            continue
        duration = iso_duration(quantity.value, quantity.known)
        behind = found[i + 1].start if i + 1 < len(found) else tree.tokens[sentence.last - 1].end
        before = found[i - 1].end if i else tree.tokens[sentence.first].start
        span = tree.stretch(*_with_bound(tree, sentence, quantity))
        yield IndicatorMention(
            id=content_id("indicator", tree.article.id, span.start, span.end, quantity.value),
            article=tree.article.id,
            measure=measures[i].words if quantity.noun is not None else without_names(measures[i].words, names),
            subjects=subjects_of(tree, measures[i], so_far.actors),
            value=quantity.value,
            value_to=quantity.value_to,
            unit=quantity.unit,
            bound=bound(tree.text, quantity.start, quantity.end),
            change=changes[i],
            period=None if duration else period_of(quantity, before, behind, times),
            duration=duration,
            span=span,
            statement=statement_of(quantity, so_far.statements),
        )


def _is_turn_of_speech(quantity: Quantity, so_far: Extraction) -> bool:
    """ "A matter of one season": what somebody counts up to three in his own words measures nothing."""
    if quantity.form != "words" or quantity.known is not None or not 0 < quantity.value <= _FEW:
        return False
    quotes = (q for s in so_far.statements for q in s.quotes)
    return any(q.start <= quantity.start and quantity.end <= q.end for q in quotes)


def _to_end(tree: Tree, sentence: Sentence, quantity: Quantity) -> str:
    """What stands behind a bare number: where a paragraph ends in it, the number is a line's, of nothing known."""
    return tree.text[quantity.end : tree.tokens[sentence.last - 1].end]


def _compared_units(tree: Tree, found: list[Quantity]) -> list[Quantity]:
    """ "460 vehicles, compared with 63": what is compared without a unit has the unit before it."""
    out = found[:1]
    for right in found[1:]:
        bare = not right.unit and right.noun is None and _link(tree, out[-1], right)
        out.append(replace(right, unit=out[-1].unit, known=out[-1].known) if bare else right)
    return out


def _measures(tree: Tree, found: Sequence[Quantity]) -> list[Measure]:
    out: list[Measure] = []
    for i, quantity in enumerate(found):
        own = measure(tree, quantity)
        linked = (
            i > 0 and (quantity.unit == found[i - 1].unit or not quantity.unit) and _link(tree, found[i - 1], quantity)
        )
        out.append(out[-1] if linked and out[-1] != NOTHING else own)
    return out


def _link(tree: Tree, left: Quantity, right: Quantity) -> re.Match[str] | None:
    return _COMPARED.fullmatch(tree.text, left.end, right.start)


def _changes(tree: Tree, sentence: Sentence, found: Sequence[Quantity]) -> list[Change]:
    """Each quantity's change; "or 0.6 percent" goes on with the one before, "up from" turns back to it."""
    out: list[Change] = []
    for i, quantity in enumerate(found):
        own = change(tree, quantity.start, sentence.first)
        if i:
            gap = tree.text[found[i - 1].end : quantity.start]
            if own == "none" and re.fullmatch(r"\)?,?\s(?:or|\()\s?(?:about\s|nearly\s)?\(?", gap):
                own = out[-1] if found[i - 1].unit != quantity.unit else own
            if own == "none" and found[i - 1].unit == quantity.unit and re.search(r",[^,]{0,40}\bby\s$", gap):
                own = out[-1]
            link = _link(tree, found[i - 1], quantity)
            if link and link["change"]:
                out[-1] = "up" if link["change"].lower() == "up" else "down"
                own = "none"
        out.append(own)
    return out


_BOUND_WORDS = re.compile(
    r"(?:over|more than|above|at least|up to|as (?:much|many) as|no (?:more|less|fewer) than|less than|fewer than|under"
    r"|about|around|roughly|approximately|nearly|almost|some|the (?:next|last|past|coming|first))\s$",
    re.IGNORECASE,
)


def _with_bound(tree: Tree, sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """The quantity with the words that bound it: "over 40 years"."""
    first = tree.tokens[sentence.first].start
    lead = _BOUND_WORDS.search(tree.text[first : quantity.start])
    return (first + lead.start() if lead else quantity.start), quantity.end
