"""One field of one item as the sources give it: values side by side, judged against the value of most origins."""

from collections.abc import Callable, Iterable, Mapping

from communique.compare.corrections import corrections, withdrawn
from communique.records.base import Row
from communique.records.findings import About, Finding, FindingValue, Judgement, Relation
from communique.records.ids import content_id
from communique.records.record import Record
from communique.records.spans import Span


class Claim(Row, frozen=True, kw_only=True):
    """What one article gives for a field: `value` as people read it, `key` as it is compared."""

    value: str
    key: str
    article: str
    spans: tuple[Span, ...] = ()
    slack: bool = False


# Later than any day: when an article was published is not known.
_OPEN = "9999"
# How the second claim stands to the first.
Relate = Callable[[Claim, Claim], Relation]


def equal(left: Claim, right: Claim) -> Relation:
    """Same or different, nothing between."""
    return "same" if left.key == right.key else "differs"


class Sources:
    """What is known of the articles behind claims: their origin and whom they cite."""

    def __init__(self, record: Record) -> None:
        self._origin = {a.id: a.origin for a in record.articles}
        via: dict[str, set[str]] = {}
        for statement in record.statements:
            via.setdefault(statement.article, set()).update(statement.via)
        self._via = {article: tuple(sorted(actors)) for article, actors in via.items()}
        self.corrections = corrections(record.articles)
        self.days = {a.id: a.published.earliest[:10] for a in record.articles if a.published}

    def origins(self, articles: Iterable[str]) -> int:
        """How many distinct texts."""
        return len({self._origin.get(a, a) for a in articles})

    def via(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Whom these articles cite as passing statements on."""
        return tuple(sorted({v for a in articles for v in self._via.get(a, ())}))


def finding(
    about: About, field: str, claims: Iterable[Claim], relate: Relate, sources: Sources, note: str = ""
) -> Finding | None:
    """The finding for one field, or none where nobody gives it. What an article says that its earlier version said
    counts for nothing, but in the note."""
    given = tuple(claims)
    standing = _standing(given, sources)
    groups = _by_key(standing)
    if not groups:
        return None
    ranked = sorted(groups.values(), key=lambda g: (-sources.origins(c.article for c in g), -len(g), g[0].key))
    lead = ranked[0][0]
    values = tuple(_value(group, "same" if group is ranked[0] else relate(lead, group[0]), sources) for group in ranked)
    everyone = {c.article for group in ranked for c in group}
    used = [c for group in ranked for c in group if c.slack]
    notes = [note] if note else []
    if used and len(ranked) > 1:
        notes.append("compared with ten days of slack: " + ", ".join(sorted({c.value for c in used})))
    notes += [f"withdrawn by its outlet: {value}" for value in sorted({c.value for c in given if c not in standing})]
    notes += _superseded(ranked, sources)
    return Finding(
        id=content_id("finding", about.kind, about.id, field),
        about=about,
        field=field,
        judgement=_judgement(values, sources.origins(everyone)),
        values=values,
        note="; ".join(notes),
    )


def _standing(claims: tuple[Claim, ...], sources: Sources) -> list[Claim]:
    """The claims without those that their own article withdraws and replaces by another value."""
    kept = [c for c in claims if not withdrawn(c.spans, sources.corrections)]
    replaced = {c.article for c in kept}
    return [
        c
        for c in claims
        if c in kept or c.article not in replaced or c.key in {k.key for k in kept if k.article == c.article}
    ]


def _superseded(groups: list[list[Claim]], sources: Sources) -> list[str]:
    """What a later correction gives, where others give something else and none of them is later."""
    days = [max(sources.days.get(c.article, _OPEN) for c in group) for group in groups]
    found = []
    for n, group in enumerate(groups):
        others = days[:n] + days[n + 1 :]
        corrects = sorted(a for a in {c.article for c in group} if a in sources.corrections)
        if others and corrects and max(others) <= days[n] < _OPEN:
            words = sources.corrections[corrects[0]].words.exact
            found.append(f"superseded by a later correction: {group[0].value} (“{words}”)")
    return found


def _by_key(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.key, c.article, [(s.start, s.end) for s in c.spans])):
        groups.setdefault(claim.key, []).append(claim)
    return groups


def _value(group: list[Claim], relation: Relation, sources: Sources) -> FindingValue:
    articles = sorted({c.article for c in group})
    spans = {(s.article, s.capture, s.start, s.end): s for c in group for s in c.spans}
    return FindingValue(
        value=group[0].value,
        relation=relation,
        articles=tuple(articles),
        origins=sources.origins(articles),
        via=sources.via(articles),
        spans=tuple(spans[k] for k in sorted(spans)),
    )


def _judgement(values: tuple[FindingValue, ...], origins: int) -> Judgement:
    if origins < 2:
        return "alone"
    relations = {v.relation for v in values}
    if "differs" in relations:
        return "differ"
    if "refines" in relations:
        return "refine"
    return "agree"
