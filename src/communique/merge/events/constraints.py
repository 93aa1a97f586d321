"""What keeps two mentions apart whatever else speaks for them: identity before similarity.

Each constraint takes two nodes and says why they cannot be one event, or nothing.
"""

from collections.abc import Callable, Iterable, Sequence

from communique.merge.events.nodes import Node
from communique.merge.events.principals import Principal, same, stands_for
from communique.records.events import Place
from communique.records.times import Time, TimeExpression
from communique.text.times.intervals import SLACK_DAYS, civil, compatible, days

Constraint = Callable[[Node, Node], str | None]
MONTH, YEAR = 31, 366


def family(left: Node, right: Node) -> str | None:
    """A press conference is no meeting."""
    return None if left.family == right.family else "another kind of event"


def time(left: Node, right: Node) -> str | None:
    """Dates that exclude each other; a weekday or a day of the month that is not the other's date."""
    if left.time and right.time:
        return None if compatible(left.time, right.time) else "another date"
    known, open_ = (left, right) if left.time else (right, left)
    if known.time is not None and not _may_be_told(open_, known.time):
        return "told at another time"
    if open_.expression is None:
        return None
    if known.time is not None:
        return None if may_fall_on(open_.expression, known.time) else "another weekday or day"
    if known.expression and open_.expression and not _alike(known.expression, open_.expression):
        return "another weekday or day"
    return None


def _may_be_told(open_: Node, when: Time) -> bool:
    """Whether an article of that date may tell of an event of that time as it does: news of it comes after it, a plan
    for it a year before it at most, and not long after it."""
    if open_.published is None or not (open_.told or open_.ahead):
        return True
    first, last = civil(when)
    printed_first, printed_last = civil(open_.published)
    if open_.told:
        return (first - printed_last).days <= SLACK_DAYS
    return (first - printed_last).days <= YEAR and (printed_first - last).days <= MONTH


def may_fall_on(expression: TimeExpression, when: Time) -> bool:
    """Whether what the expression says of weekday, day, month and year is true of some day of `when`. A longer time
    than a fortnight says too little to exclude anything but the year."""
    first, last = civil(when)
    if expression.year is not None and not first.year <= expression.year <= last.year:
        return False
    # The week of a day, the weekend of a day, the quarter that ended with it: the day named is not the day meant.
    around = expression.weekend or (expression.unit is not None and expression.offset is None)
    if when.approximate or days(when) > 14 or around:
        return True
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = type(first).fromordinal(ordinal)
        if (
            expression.weekday in (None, day.weekday())
            and expression.day in (None, day.day)
            and expression.month in (None, day.month)
        ):
            return True
    return False


def _alike(left: TimeExpression, right: TimeExpression) -> bool:
    pairs = ((left.weekday, right.weekday), (left.day, right.day), (left.month, right.month), (left.year, right.year))
    return all(a is None or b is None or a == b for a, b in pairs)


def place(left: Node, right: Node) -> str | None:
    """Two cities, or a city and a country it is not in."""
    a, b = left.mention.place, right.mention.place
    if a is None or b is None or same_place(a, b):
        return None
    return "another place"


def same_place(a: Place, b: Place) -> bool:
    """The same city, or the country or the part of it around it."""
    if a.region and b.region and a.region != b.region:
        return False
    if (a.city or a.name) == (b.city or b.name) and (a.country is None or b.country is None or a.country == b.country):
        return True
    a_is_country, b_is_country = a.lat is None and a.venue is None, b.lat is None and b.venue is None
    return (a_is_country or b_is_country) and a.country is not None and a.country == b.country


def participants(left: Node, right: Node) -> str | None:
    """Two persons of one state's one office, neither of whom takes part in both (whoever holds it and whoever will may
    meet); or nobody in common at all."""
    for p in left.persons:
        for q in right.persons:
            if _rivals(p, q) and not _among(p, right.persons, same) and not _among(q, left.persons, same):
                return "another holder of the office"
    if left.principals and right.principals and not shared(left, right):
        return "nobody in common"
    return None


def _rivals(left: Principal, right: Principal) -> bool:
    """Whether the two lead one state in one office."""
    if not (left.head and right.head) or left.country is None or left.country != right.country or same(left, right):
        return False
    return not {title for title, _ in left.offices}.isdisjoint(title for title, _ in right.offices)


def company(left: Node, right: Node) -> str | None:
    """A meeting of three heads is not one of two of them, unless its words say that more take part than they name."""
    a = [p for p in left.persons if p.head]
    b = [p for p in right.persons if p.head]
    if len(a) < 2 or len(b) < 2:
        return None
    if len({left.parties, right.parties} - {0}) > 1:
        return "another number of parties"
    apart = (_missing(a, right) and right.parties != len(a)) or (_missing(b, left) and left.parties != len(b))
    return "other heads of state take part" if apart else None


def partner(left: Node, right: Node) -> str | None:
    """Of two meetings that one person had, each with somebody by name who was not at the other, neither is the other;
    two who hold one office may be one man by two names."""
    if shared(left, right) != 1:
        return None
    a, b = _others(left, right), _others(right, left)
    return "another partner" if a and b and not any(p.offices & q.offices for p in a for q in b) else None


def _others(node: Node, other: Node) -> list[Principal]:
    """The people whom only `node` names."""
    alone = (p for p in node.persons if p.named and not p.may_be)
    return [p for p in alone if not _among(p, other.principals, _one_side)]


def margins(left: Node, right: Node) -> str | None:
    """A gathering on whose margins others met is no meeting of two."""
    for gathering, other in ((left, right), (right, left)):
        if gathering.many and not other.many and other.two:
            return "held on its margins"
    return None


def tenure(left: Node, right: Node) -> str | None:
    """Of two without a time, one by an undated article: what articles tell that know different people in one office
    was at different times."""
    if left.published is not None and right.published is not None:
        return None
    there = {(title, country) for title, country, _ in right.holders}
    both = {(title, country) for title, country, _ in left.holders} & there
    known = left.holders & right.holders
    rivals = both - {(title, country) for title, country, _ in known}
    return "another holder of the office then" if rivals else None


def envoys(left: Node, right: Node) -> str | None:
    """Talks of two states that an article speaks of beside a meeting of their officials are not that meeting; heads
    of state are their states."""
    if linked(left, right):
        return None
    for states, persons in ((left, right), (right, left)):
        acting = [p for p in persons.persons if any(stands_for(p, s) for s in states.principals)]
        if len(states.principals) > 1 and not states.persons and acting and not all(p.head for p in acting):
            return "talks of the states, not of these persons"
    return None


def recounted(left: Node, right: Node) -> str | None:
    """Within an article, what it recalls is not what it tells or looks forward to, and what was done again is not what
    was told before it: unless one refers back to the other. The news of the article, and what is told behind "again",
    may be that very event."""
    if left.mention.article != right.mention.article or linked(left, right):
        return None
    if left.recalled != right.recalled:
        return "one is only recalled"
    before, behind = sorted((left, right), key=lambda node: node.mention.span.start)
    more = behind.again and not before.again and not before.mention.main
    return "one more of its kind" if more else None


def linked(left: Node, right: Node) -> bool:
    """Whether one refers back to the other, or both to the same third."""
    a, b = left.mention, right.mention
    return a.antecedent == b.id or b.antecedent == a.id or (a.antecedent is not None and a.antecedent == b.antecedent)


def _missing(heads: Sequence[Principal], other: Node) -> bool:
    return any(not _among(p, other.principals, _one_side) for p in heads)


def shared(left: Node, right: Node) -> int:
    """How many participants of one have a match on the other: a person and the person's state match one, not two."""
    there = sum([_among(p, right.principals, _one_side) for p in left.principals])
    return min(there, sum([_among(p, left.principals, _one_side) for p in right.principals])) if there else 0


def same_actors(left: Node, right: Node) -> bool:
    """Whether each of those whom the one with fewer of them names takes part in the other, as itself."""
    few, many = sorted((left.principals, right.principals), key=len)
    return bool(few) and all(_among(p, many, same) for p in few)


def hosts(left: Node, right: Node) -> str | None:
    """Whom somebody received is not whom he visited."""
    if not left.hosts or not right.hosts or any(_one_side(p, q) for p in left.hosts for q in right.hosts):
        return None
    swapped = any(_one_side(p, q) for p in left.hosts for q in right.principals)
    return "another host" if swapped else None


def whole(left: Node, right: Node) -> str | None:
    """Parts of two encounters that cannot be one."""
    if left.whole is None and right.whole is None:
        return None
    a, b = left.whole or left, right.whole or right
    known = (time, place, tenure) if left.whole and right.whole else (place,)
    return "part of another event" if any(constraint(a, b) for constraint in known) else None


def _one_side(left: Principal, right: Principal) -> bool:
    return same(left, right) or stands_for(left, right)


def _among(one: Principal, others: Iterable[Principal], match: Callable[[Principal, Principal], bool]) -> bool:
    """Whether one of the others matches. A plain loop: this is asked millions of times in a large collection."""
    for other in others:  # noqa: SIM110
        if match(one, other):
            return True
    return False


CONSTRAINTS: tuple[Constraint, ...] = (
    family,
    time,
    place,
    participants,
    company,
    partner,
    margins,
    tenure,
    hosts,
    whole,
)


def kept_apart(left: Node, right: Node, constraints: Sequence[Constraint] = CONSTRAINTS) -> str | None:
    """The first reason why the two cannot be one event."""
    return next((reason for constraint in constraints if (reason := constraint(left, right))), None)
