"""What speaks for two mentions being one event: a list of named functions with weights, read as a specification."""

from collections.abc import Callable

from communique.merge.events.constraints import same_place, shared
from communique.merge.events.nodes import Node
from communique.text.times.intervals import civil

Feature = Callable[[Node, Node], float]


def refers_back(left: Node, right: Node) -> float:
    """One is said to be the other, or both the same third, in one article."""
    a, b = left.mention, right.mention
    if a.article != b.article:
        return 0.0
    linked = a.antecedent == b.id or b.antecedent == a.id or (a.antecedent is not None and a.antecedent == b.antecedent)
    return 1.0 if linked else 0.0


def same_participants(left: Node, right: Node) -> float:
    """The share of the participants in common, where two or more are; a single one in common says half as much."""
    both = shared(left, right)
    fewer = min(len(left.principals), len(right.principals))
    return 0.0 if not fewer else (both / fewer) * (1.0 if both >= 2 else 0.5)


def same_time(left: Node, right: Node) -> float:
    """The same day; less for a day within a longer or approximate time, or a weekday that fits a date."""
    if left.time and right.time:
        exact = civil(left.time) == civil(right.time) and not (left.time.approximate or right.time.approximate)
        return 1.0 if exact else 0.6
    known, open_ = (left, right) if left.time else (right, left)
    if known.time and open_.expression:
        return 0.5
    if left.expression and right.expression and left.expression == right.expression:
        return 0.5
    return 0.0


def same_town(left: Node, right: Node) -> float:
    """The same city; half for the country around it."""
    a, b = left.mention.place, right.mention.place
    if a is None or b is None or not same_place(a, b):
        return 0.0
    return 1.0 if a.name == b.name else 0.5


def same_article(left: Node, right: Node) -> float:
    """An article speaks of its own event more often than of another of the same people: unless it says that it
    recalls or looks forward."""
    if left.mention.article != right.mention.article:
        return 0.0
    looks_away = {"recalled", "planned", "conditional", "cancelled", "denied"}
    return 0.0 if (left.mention.status in looks_away) != (right.mention.status in looks_away) else 1.0


FEATURES: tuple[tuple[Feature, float], ...] = (
    (refers_back, 1.0),
    (same_participants, 0.5),
    (same_time, 0.3),
    (same_town, 0.25),
    (same_article, 0.2),
)
THRESHOLD = 0.7


def score(left: Node, right: Node) -> tuple[float, dict[str, float]]:
    """The weighted sum, at most 1, and the features it is made of, those at zero left out."""
    values = {feature.__name__: round(feature(left, right), 4) for feature, _ in FEATURES}
    total = sum(values[feature.__name__] * weight for feature, weight in FEATURES)
    return round(min(1.0, total), 4), {name: value for name, value in values.items() if value}
