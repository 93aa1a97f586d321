"""Reports that state a wrong day. Many tell of a meeting on a day; one or two, alike in all else and printed in the
same days, tell of it on another day that nobody else knows: the same meeting, and an error of theirs.

Only what stands alone is taken for an error: a cluster with a quarter of the other's texts at most, that shares no
article with it, names the same people and no other place, and fits no event as it is and one such event, or one far
better known than the next; printed among the others' reports, or too late for news of the day that it states. A
mention keeps that day; the event does not take it, and nothing is compared with it.
"""

import datetime as dt

from communique.merge.events.choice import MORE, Fit, support
from communique.merge.events.cluster import Clusters
from communique.merge.events.features import FRESH, total
from communique.merge.events.group import Cluster
from communique.merge.events.nodes import Node
from communique.records.events import MergeStep
from communique.records.times import Time, TimeExpression
from communique.text.times.intervals import civil

# How far off a wrong day is: a weekday is one of the week before the article, a date a few days off.
OFF_BY_WEEKDAY = 6
OFF_BY_DATE = 3
# How many days old news is mostly.
NEWS = 2


def absorb_slips(clusters: Clusters) -> None:
    """Puts the mentions that state a wrong day to the event that they tell of."""
    for small in list(clusters.found):
        if _may_slip(small):
            near = {c.number: c for n in small.nodes for c in clusters.blocks.near(n, *_times(n)) if c is not small}
            rows = [(c, row) for c in near.values() if (row := _told_otherwise(small, c, clusters)) is not None]
            rows.sort(key=lambda row: (-support(row[0]), row[0].least))
            alone = len(rows) == 1 or (len(rows) > 1 and support(rows[0][0]) >= MORE * support(rows[1][0]))
            if alone and not any(_fits(small, c, clusters) for c in near.values() if c.dated()):
                _move(small, *rows[0])
    clusters.found = [c for c in clusters.found if c.nodes]


def _may_slip(small: Cluster) -> bool:
    """All its mentions are news of one stated day."""
    return not small.slips and all(n.told and (n.day or _names_a_day(n)) for n in small.nodes)


def _times(node: Node) -> list[Time | None]:
    """When the event may have been: about the day that the mention states, and about the article's own."""
    return [node.time, node.published] if node.time and node.published else [node.time]


def _names_a_day(node: Node) -> bool:
    expression = node.expression
    return node.time is None and expression is not None and (expression.weekday, expression.day) != (None, None)


def _fits(small: Cluster, large: Cluster, clusters: Clusters) -> bool:
    return not any(clusters.judge.apart(a, b) for a in small.faces() for b in large.faces())


def _told_otherwise(small: Cluster, large: Cluster, clusters: Clusters) -> list[Fit] | None:
    """How each mention of `small` fits `large` but for its day; None where it does not, or where `large` is not sure
    enough."""
    stated = {n.day for n in large.telling() if n.day is not None}
    if len(stated) != 1 or large.opposed(small):
        return None
    (day,) = stated
    enough = 1 if all(_contradicts_itself(n, day) for n in small.nodes) else MORE * len({n.origin for n in small.nodes})
    if support(large) < enough:
        return None
    if {n.mention.article for n in small.nodes} & {n.mention.article for n in large.nodes}:
        return None
    if not all(_near(node, day) and _printed_among(node, large) for node in small.nodes):
        return None
    fits = [_fit(node, large, clusters) for node in small.nodes]
    return [fit for fit in fits if fit] if all(fits) else None


def _fit(node: Node, large: Cluster, clusters: Clusters) -> Fit | None:
    faces = list(large.faces())
    if any(clusters.judge.apart_but_time(node, other) for other in faces):
        return None
    beside = max(faces, key=lambda other: _but_time(node, other, clusters)[0])
    points, features = _but_time(node, beside, clusters)
    return Fit(large, points, features, beside) if features.get("same_participants") == 1.0 else None


def _but_time(node: Node, other: Node, clusters: Clusters) -> tuple[float, dict[str, float]]:
    """What speaks for one event, whatever the times."""
    found = clusters.judge.score(node, other)[1]
    features = {name: value for name, value in found.items() if name not in {"same_time", "fresh"}}
    return total(features), features


def _near(node: Node, day: dt.date) -> bool:
    """Whether an error explains the day that the mention states, and its article can be news of `day`."""
    if node.published is not None and not -1 <= (civil(node.published)[0] - day).days <= FRESH:
        return False
    stated = node.day
    if stated is not None and 0 < abs((stated - day).days) <= OFF_BY_WEEKDAY:
        return True
    # A weekday that contradicts its date may have been taken for a word on another year.
    return node.expression is not None and node.expression.year is None and _almost(node.expression, day)


def _printed_among(node: Node, large: Cluster) -> bool:
    """Whether its article appeared in the days in which the others told of the event. What appeared before or after
    all of them, and tells of a day that it can be fresh news of, may be of another meeting."""
    if node.published is None:
        return True
    days = [civil(n.published)[0] for n in large.telling() if n.published is not None and n.told]
    printed, stated = civil(node.published)[0], node.day
    late = (printed - stated).days if stated is not None else -1
    return not days or not 0 <= late <= NEWS or min(days) <= printed <= max(days)


def _contradicts_itself(node: Node, day: dt.date) -> bool:
    """Whether it states a weekday and a date, and one of them is the day's and the other not."""
    said = node.expression
    if said is None or said.weekday is None or said.day is None or said.year is not None:
        return False
    return (said.weekday == day.weekday()) != ((said.day, said.month or day.month) == (day.day, day.month))


def _almost(expression: TimeExpression, day: dt.date) -> bool:
    """A weekday that is not the day's, or a date in the days before or after it."""
    if expression.day is None:
        return expression.weekday is not None
    around = (day + dt.timedelta(days=n) for n in range(-OFF_BY_DATE, OFF_BY_DATE + 1))
    return any(d.day == expression.day and expression.month in (None, d.month) for d in around)


def _move(small: Cluster, large: Cluster, fits: list[Fit]) -> None:
    for node, step, fit in zip(small.nodes, small.steps, fits, strict=True):
        row = MergeStep(
            mention=node.id, rule="another day, an error", score=min(1.0, fit.points), features=fit.features,
            rivals=step.rivals,
        )  # fmt: skip
        large.add(node, row, slip=True)
    small.nodes.clear()
