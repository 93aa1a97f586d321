"""When an event was, by all its reports, and whose words for it stand.

The value is the narrowest that the reports give, narrowed by what the others allow; of several as narrow that exclude
each other, the one that most texts tell. An event holds the words of one report (each report keeps its own beside it):
of those that say the value as narrowly,

1. the one that names the hour, which the value itself can only hold where the zone is known;
2. a date, which stands for itself, before a day counted from the article's own date, and that before an inferred one;
3. an article that is about the event before one that mentions it;
4. the wording that most articles have in common;
5. the article that appeared first;
6. a mention that has the words itself before one that they were said of elsewhere in the article;
7. what stands nearer the top of its article (a sentence of the lead before the caption of a picture);
8. the lesser id of an article, and the first of its mentions.

Where none says the value alone (two reports that overlap), the narrowest has the word.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node
from communique.records.times import Time
from communique.review.limits import FREE, Limits
from communique.text.times.intervals import civil, intersect

BASIS_ORDER = ("stated", "given", "relative", "inferred")
# Sorts behind every date.
NEVER = "~"
Told = tuple[Node, Time]


def own_time(node: Node, limits: Limits) -> Time | None:
    """The time that the mention itself tells, not what a judgement on the event gives it."""
    given = limits.event_times.get(node.id)
    return None if given and given.value is node.time else node.time


def event_time(cluster: Cluster, limits: Limits = FREE) -> Time | None:
    """What all dated mentions allow, in the words of one of them."""
    rows = [(n, time) for n in cluster.telling() if (time := own_time(n, limits)) is not None]
    if not rows:
        return None
    told: dict[tuple[str, str], set[str]] = {}
    for node, time in rows:
        told.setdefault(_value(time), set()).add(node.origin)
    rows.sort(key=lambda row: (*_width(row[1]), -len(told[_value(row[1])]), _basis(row[1]), row[1].earliest, row[0].id))
    best = rows[0][1]
    for _, other in rows[1:]:
        best = intersect(best, other) or best
    same = [(n, t) for n, t in rows if (_value(t), t.approximate) == (_value(best), best.approximate)]
    about = {n.mention.article for n in cluster.telling() if n.mention.main}
    return _worded(same, about) if same else best


def _worded(rows: Sequence[Told], about: set[str]) -> Time:
    """The time in the words of the best of reports that give one value. `about`: the articles that the event is the
    news of."""
    shared = Counter(words for _, words in {(n.mention.article, _words(t)) for n, t in rows})
    return min(rows, key=lambda row: _rank(row[0], row[1], about, shared))[1]


def _rank(node: Node, time: Time, about: set[str], shared: Mapping[str, int]) -> tuple[int | bool | str, ...]:
    mention, span = node.mention, time.span
    said = span is not None and mention.span.start <= span.start and span.end <= mention.span.end
    return (
        span is None,
        node.expression is None or node.expression.clock is None,
        _basis(time),
        mention.article not in about,
        -shared[_words(time)],
        node.published.earliest if node.published else NEVER,
        not said,
        span.start if span else 0,
        mention.article,
        mention.span.start,
        node.id,
    )


def _words(time: Time) -> str:
    return time.span.exact.casefold() if time.span else ""


def _value(time: Time) -> tuple[str, str]:
    return time.earliest, time.latest


def _width(time: Time) -> tuple[int, bool]:
    first, last = civil(time)
    return (last - first).days, time.approximate


def _basis(time: Time) -> int:
    return BASIS_ORDER.index(time.basis)
