"""What speaks for two mentions being one event: a list of named functions with weights, read as a specification."""

from collections.abc import Callable, Mapping

from communique.merge.events.constraints import linked, same_actors, same_place, shared
from communique.merge.events.nodes import Node
from communique.merge.events.principals import same
from communique.text.times.intervals import SLACK_DAYS, civil, days, gap

Feature = Callable[[Node, Node], float]
# How long after an event it is told as news, in days.
FRESH = 7
# How long before an event it is spoken of as planned, and how long plans of it go on being spoken of, in days.
PLANNED = 180
SEASON = 60
MONTH = 31


def refers_back(left: Node, right: Node) -> float:
    """One is said to be the other, or both the same third, in one article."""
    same = left.mention.article == right.mention.article
    return 1.0 if same and linked(left, right) else 0.0


def same_participants(left: Node, right: Node) -> float:
    """The share of the participants in common, where two or more are; a single one in common says half as much."""
    both = shared(left, right)
    fewer = min(len(left.principals), len(right.principals))
    return 0.0 if not fewer else (both / fewer) * (1.0 if both >= 2 else 0.5)


def same_time(left: Node, right: Node) -> float:
    """The same day; less for a day within a longer or approximate time, the less the further off; or a weekday that
    fits a date."""
    if left.time and right.time:
        exact = civil(left.time) == civil(right.time) and not (left.time.approximate or right.time.approximate)
        return 1.0 if exact else round(0.6 - 0.5 * min(1.0, gap(left.time, right.time) / SLACK_DAYS), 4)
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


def fresh(left: Node, right: Node) -> float:
    """Told as news, without a time, by an article that appeared within a week after the other's time, or in the same
    days as the other's article."""
    if left.mention.article == right.mention.article or (left.time and right.time):
        return 0.0
    known, open_ = (left, right) if left.time else (right, left)
    if not open_.told or open_.published is None:
        return 0.0
    if known.time:
        late = (civil(open_.published)[0] - civil(known.time)[1]).days
        return 1.0 if -1 <= late <= FRESH // 2 else 0.5 if 0 < late <= FRESH else 0.0
    return 1.0 if known.told and known.published and gap(known.published, open_.published) <= 1 else 0.0


def same_plan(left: Node, right: Node) -> float:
    """Both look forward to it, and one or both without a time: what the same people plan in one season is one thing."""
    if not (left.ahead and right.ahead) or (left.time and right.time) or not same_actors(left, right):
        return 0.0
    known, open_ = (left, right) if left.time else (right, left)
    if known.time and open_.published:
        return 1.0 if -1 <= (civil(known.time)[1] - civil(open_.published)[0]).days <= PLANNED else 0.0
    if known.published and open_.published and not known.time:
        return 1.0 if gap(known.published, open_.published) <= SEASON else 0.0
    return 1.0


def visits_host(left: Node, right: Node) -> float:
    """One is a journey to a country, the other an encounter of the traveller with somebody of that country."""
    for visit, other in ((left, right), (right, left)):
        place = visit.mention.place
        if visit.mention.form != "visit" or place is None or place.country is None or not shared(left, right):
            continue
        if visit.time and not other.time and days(visit.time) > MONTH:
            # "a visit in 2013" only says that somebody has been there.
            continue
        if not any(p.country != place.country for p in visit.principals):
            # Whoever is at home everywhere in the country is nobody's guest.
            continue
        hosts = [p for p in other.persons if p.country == place.country]
        if any(not same(h, p) for h in hosts for p in visit.principals):
            return 1.0
    return 0.0


def same_host(left: Node, right: Node) -> float:
    """Both say who received whom, and agree."""
    return 1.0 if any(same(p, q) for p in left.hosts for q in right.hosts) else 0.0


# Articles apart, nodes of one facet score the same; within one article the two last are asked too.
FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_participants, 0.5),
    (same_time, 0.3),
    (same_town, 0.25),
    (fresh, 0.15),
    (refers_back, 1.0),
    (same_article, 0.2),
    (same_plan, 0.2),
    (visits_host, 0.25),
    (same_host, 0.1),
)
NAMED = tuple((feature.__name__, feature) for feature, _ in FEATURES)
WEIGHTS = {feature.__name__: weight for feature, weight in FEATURES}
THRESHOLD = 0.7
# Told as news, with a time or a place left open, of people of whom the collection knows one event that it can be.
ONLY_EVENT = 0.2
# Told by undated articles on the same news.
SAME_STORY = 0.25


def score(left: Node, right: Node) -> tuple[float, dict[str, float]]:
    """The weighted sum and the features it is made of, those at zero left out."""
    found = ((name, feature(left, right)) for name, feature in NAMED)
    values = {name: round(value, 4) for name, value in found if value}
    return total(values), values


def total(values: Mapping[str, float]) -> float:
    """The weighted sum of features, which stand in their order."""
    return round(sum([value * WEIGHTS[name] for name, value in values.items()]), 4)
