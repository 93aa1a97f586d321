"""Time expressions in their surroundings: two that make an interval, and what bounds one."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from communique.records.times import Direction, TimeExpression
from communique.text.times.lexemes import Lexeme
from communique.text.times.values import is_clock


class Candidate(NamedTuple):
    """Lexemes `first` to `last` (exclusive), and what they mean. Of an interval, `cut` is where the words for its
    first time end (exclusive) and those for its last one begin."""

    first: int
    last: int
    expression: TimeExpression
    cut: tuple[int, int] | None = None


BOUNDS: dict[str, Literal["before", "after"]] = {
    "before": "before", "until": "before", "till": "before", "by": "before",
    "since": "after", "after": "after",
}  # fmt: skip
# A deadline lies ahead and a beginning behind, whatever the tense around them.
LEANING: dict[str, Direction] = {
    "until": "future", "till": "future", "since": "past", "through": "nearest"
}  # fmt: skip
LINKS = {"from": ("to", "until", "till", "through", "-"), "between": ("and",)}
THROUGH = frozenset("to and until till through".split())
FINER = ("year", "month", "day", "weekday", "quarter", "season", "clock", "zone")


def ranges(chosen: Sequence[Candidate], lexemes: Sequence[Lexeme]) -> list[Candidate]:
    """Neighbours that name the ends of one interval are joined ("from May to July", "2015-2020"); the others bear
    the bound that stands before them ("since 2017")."""
    return [_bounded(_cut(each, lexemes), lexemes) for each in _joined(chosen, lexemes)]


def _joined(chosen: Sequence[Candidate], lexemes: Sequence[Lexeme]) -> Iterator[Candidate]:
    i = 0
    while i < len(chosen):
        here = chosen[i]
        if i + 1 < len(chosen) and _linked(here, chosen[i + 1], lexemes):
            last = chosen[i + 1]
            whole = interval(here.expression, last.expression)
            yield Candidate(here.first, last.last, whole, (here.last, last.first))
            i += 2
        else:
            yield here
            i += 1


def _cut(candidate: Candidate, lexemes: Sequence[Lexeme]) -> Candidate:
    """The candidate with its cut, where one rule reads a whole interval ("3 to 5 May"); "May 3-5" and "2021-22" are
    written as one, and half of them says nothing."""
    if candidate.expression.until is None or candidate.cut is not None:
        return candidate
    inside = range(candidate.first + 1, candidate.last - 1)
    link = next((i for i in inside if lexemes[i].text in THROUGH), None)
    return candidate if link is None else candidate._replace(cut=(link, link + 1))


def _linked(left: Candidate, right: Candidate, lexemes: Sequence[Lexeme]) -> bool:
    if right.first != left.last + 1 or not (_datelike(left.expression) and _datelike(right.expression)):
        return False
    link = lexemes[left.last]
    if link.text == "-":
        return not link.spaced or bool(left.expression.day and right.expression.day)
    before = lexemes[left.first - 1].text if left.first else ""
    weekdays = left.expression.weekday is not None and right.expression.weekday is not None
    return link.text in LINKS.get(before, ()) or (weekdays and link.text in ("to", "through"))


def _datelike(expression: TimeExpression) -> bool:
    dated = any(getattr(expression, name) is not None for name in FINER)
    return dated and expression.unit is None and expression.until is None


def interval(start: TimeExpression, until: TimeExpression) -> TimeExpression:
    """From `start` to `until`; what one end leaves out ("3 to 5 May", "May 3 to June 5, 2022") the other lends."""
    names = ("year", "month") if not is_clock(start) else ("year", "month", "day", "weekday")
    lent = {
        name: getattr(until, name)
        for name in names
        if getattr(start, name) is None and getattr(until, name) is not None and start.weekday is None
    }
    return replace(start, until=until, **lent)


def _bounded(candidate: Candidate, lexemes: Sequence[Lexeme]) -> Candidate:
    expression = candidate.expression
    if not candidate.first or expression.duration or expression.repeated or expression.vague:
        return candidate
    before = lexemes[candidate.first - 1].text
    direction = expression.direction or LEANING.get(before)
    if direction == "future" and expression.day is not None:
        direction = "nearest"
    if before == "of" and candidate.first > 1 and lexemes[candidate.first - 2].text == "ahead":
        direction = direction or "future"
    if before == "as" and candidate.first > 2 and lexemes[candidate.first - 2].text in ("soon", "early"):
        direction = "future"
    bounded = replace(expression, bound=BOUNDS.get(before), direction=direction)
    return candidate._replace(expression=bounded)
