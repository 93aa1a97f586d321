"""What each outlet gives and leaves out beside the others: counts with the items behind them, never a score."""

from collections.abc import Iterable, Mapping, Sequence

from communique.records.articles import Article
from communique.records.base import Row
from communique.records.events import EventReport
from communique.records.findings import About, Finding
from communique.records.record import Record

# What so many other texts report of an event is left out by one that reports the event without it.
FEWEST_OTHERS = 2


class Omission(Row, frozen=True, kw_only=True):
    """An item of an event that the outlet reports, which so many other texts give and it does not."""

    about: About
    event: str
    others: int


class Outlet(Row, frozen=True, kw_only=True):
    """An outlet beside the others. `origins`: its distinct texts. `items` is how many items it gives; `alone` those
    that nobody else gives. `shared` is how many fields it and others give; `agreeing`, `refining` and `differing` are
    the findings on these, and `outnumbered` those of the last in which more texts give another value than its own."""

    name: str
    articles: tuple[str, ...]
    origins: int
    items: int
    alone: tuple[About, ...] = ()
    shared: int = 0
    agreeing: tuple[str, ...] = ()
    refining: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    outnumbered: tuple[str, ...] = ()
    left_out: tuple[Omission, ...] = ()


def outlets(record: Record) -> tuple[Outlet, ...]:
    """Every outlet of the record, those with most articles first."""
    articles: dict[str, list[Article]] = {}
    for article in record.articles:
        articles.setdefault(name_of(article), []).append(article)
    of = {a.id: name for name, own in articles.items() for a in own}
    origin = {a.id: a.origin for a in record.articles}
    tellers = _tellers(record)
    given: dict[str, list[About]] = {}
    for about in sorted(tellers, key=_by_kind):
        for name in sorted({of[a] for a in tellers[about] if a in of}):
            given.setdefault(name, []).append(about)
    shared: dict[str, list[Finding]] = {}
    for finding in record.findings:
        if finding.judgement != "alone":
            for name in sorted({of[a] for v in finding.values for a in v.articles if a in of}):
                shared.setdefault(name, []).append(finding)
    left_out = _left_out(record, tellers, of, origin)
    rows = [
        _outlet(name, own, given.get(name, []), shared.get(name, []), tellers, left_out.get(name, []))
        for name, own in articles.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.articles), row.name)))


def name_of(article: Article) -> str:
    """What an article's outlet is called: by its name, its agency, the site of its address, or its capture."""
    named = article.outlet or article.agency
    if named:
        return named.value
    site = (article.url or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    return site or article.capture


def _outlet(
    name: str,
    own: Sequence[Article],
    given: Sequence[About],
    shared: Sequence[Finding],
    tellers: Mapping[About, frozenset[str]],
    left_out: Sequence[Omission],
) -> Outlet:
    ids = frozenset(a.id for a in own)
    return Outlet(
        name=name,
        articles=tuple(sorted(ids)),
        origins=len({a.origin for a in own}),
        items=len(given),
        alone=tuple(about for about in given if tellers[about] <= ids),
        shared=len(shared),
        agreeing=_judged(shared, "agree"),
        refining=_judged(shared, "refine"),
        differing=_judged(shared, "differ"),
        outnumbered=tuple(f.id for f in shared if f.judgement == "differ" and _is_outnumbered(f, ids)),
        left_out=tuple(left_out),
    )


def _by_kind(about: About) -> tuple[str, str]:
    return about.kind, about.id


def _judged(findings: Iterable[Finding], judgement: str) -> tuple[str, ...]:
    return tuple(f.id for f in findings if f.judgement == judgement)


def _values(finding: Finding, ids: frozenset[str]) -> list[int]:
    """How many texts give each of the outlet's values."""
    return [v.origins for v in finding.values if not ids.isdisjoint(v.articles)]


def _is_outnumbered(finding: Finding, ids: frozenset[str]) -> bool:
    return max(v.origins for v in finding.values) > max(_values(finding, ids))


def _tellers(record: Record) -> dict[About, frozenset[str]]:
    """The articles that give each event, utterance, commitment, agreement and indicator."""
    said = {s.id: s.article for s in record.statements}
    found: dict[About, frozenset[str]] = {}
    for event in record.events:
        found[About(kind="event", id=event.id)] = frozenset(
            m.article for m in event.mentions if m.certainty == "certain"
        )
    for utterance in record.utterances:
        articles = frozenset(said[r] for r in utterance.renderings if r in said)
        found[About(kind="utterance", id=utterance.id)] = articles
    for commitment in record.commitments:
        found[About(kind="commitment", id=commitment.id)] = frozenset(m.article for m in commitment.mentions)
    for agreement in record.agreements:
        found[About(kind="agreement", id=agreement.id)] = frozenset(s.span.article for s in agreement.stages)
    for indicator in record.indicators:
        found[About(kind="indicator", id=indicator.id)] = frozenset(m.article for m in indicator.mentions)
    return {about: articles for about, articles in found.items() if articles}


def _reports(mention: EventReport) -> bool:
    """Whether an article's words report an event, and do not only recall it."""
    return mention.certainty == "certain" and mention.status != "recalled"


def _left_out(
    record: Record, tellers: Mapping[About, frozenset[str]], of: Mapping[str, str], origin: Mapping[str, str]
) -> dict[str, list[Omission]]:
    """By outlet, what others say was said and promised at events that it reports."""
    reporters = {e.id: {of[m.article] for m in e.mentions if m.article in of and _reports(m)} for e in record.events}
    events = {About(kind="utterance", id=u.id): u.event for u in record.utterances}
    events |= {About(kind="commitment", id=c.id): c.event for c in record.commitments}
    found: dict[str, list[Omission]] = {}
    for about, event in sorted(events.items(), key=lambda row: _by_kind(row[0])):
        articles = tellers.get(about, frozenset())
        others = len({origin[a] for a in articles if a in origin})
        if event is not None and others >= FEWEST_OTHERS:
            for name in sorted(reporters.get(event, set()) - {of[a] for a in articles if a in of}):
                found.setdefault(name, []).append(Omission(about=about, event=event, others=others))
    return found
