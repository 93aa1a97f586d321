"""An event's fact sheet: who, where, when, in what form, by how many reports, and what was said and promised."""

from collections.abc import Iterable
from dataclasses import dataclass

from communique.records.events import Event, EventReport, MergeStep
from communique.records.judged import Judged
from communique.records.times import Time
from communique.report.dates import DAY, when
from communique.report.index import Index
from communique.report.ledger import Ruling, rulings
from communique.report.naming import act_of, scene
from communique.report.people import Participant, participants, principals
from communique.report.promises import Figure, Promise, event_label, figures, promises
from communique.report.renderings import Said, utterances
from communique.report.sources import Citer, Evidence, Source
from communique.report.wording import BASES, FORMS, LEVELS, STATUSES, capital, counted, listed, said

# The findings that stand beside a row of the fact sheet; all others are listed below it.
WITHIN = "in the course of it"  # of a part without a date of its own
BESIDE = {"participants": "who", "place": "where", "time": "when", "form": "form", "status": "status"}


@dataclass(frozen=True)
class Row:
    """A line of the fact sheet: what, the value, a remark on it, the words it rests on, the finding beside it."""

    label: str
    value: str
    note: str
    evidence: Evidence
    ruling: Ruling | None


@dataclass(frozen=True)
class Report:
    """One article's mention, with what it said of the event's status, and why it is held to be of this event."""

    status: str
    possible: bool
    why: str
    evidence: Evidence


@dataclass(frozen=True)
class Sheet:
    """Everything shown of one event."""

    anchor: str
    title: str
    date: str
    status: str
    principal: bool
    who: tuple[Participant, ...]
    agreed_who: Ruling | None
    rows: tuple[Row, ...]
    reports: tuple[Report, ...]
    wholes: tuple[tuple[str, str], ...]
    rulings: tuple[Ruling, ...]
    said: tuple[Said, ...]
    promises: tuple[Promise, ...]
    figures: tuple[Figure, ...]
    parts: tuple["Sheet", ...]
    sources: tuple[Source, ...]
    tally: str


def parties(event: Event, index: Index) -> tuple[str, ...]:
    """The countries that take part, by name; the participants' own names where no country is known."""
    codes = {index.actors[row.actor].country for row in event.participants if row.actor in index.actors}
    names = sorted(index.countries[code] for code in codes if code)
    return tuple(names) or tuple(sorted(actor.name for actor in principals(event, index)))


def is_principal(event: Event, index: Index) -> bool:
    """Whether the dossier tells the event at length: two or more parties, and no part of another event."""
    enough = len(principals(event, index)) >= 2 and event.form not in {"arrival", "departure", "statement", "election"}
    return enough and event.id not in index.wholes and event.level in {"head", "minister"}


def sheets(index: Index, citer: Citer) -> tuple[Sheet, ...]:
    """The events that are no part of another, in the order of time, each with its parts."""
    return tuple(sheet(event, index, citer) for event in index.events.values() if event.id not in index.wholes)


def sheet(event: Event, index: Index, citer: Citer) -> Sheet:
    """The event's fact sheet, with those of its parts."""
    # That one text alone gives a field says something only where there are several.
    steps = {step.mention: step for step in event.merge}
    several = index.origins(mention.article for mention in event.mentions) > 1
    telling = [row for row in index.findings_on.get(event.id, []) if several or row.judgement != "alone"]
    found = {BESIDE.get(row.field, row.field): row for row in telling}
    beside = {field: ruling for field, row in found.items() for ruling in rulings([row], index, citer)}
    articles = [mention.article for mention in event.mentions]
    return Sheet(
        anchor=event.id,
        title=_title(event, index),
        date=when(event.time) if event.time or event.id not in index.wholes else WITHIN,
        status=said(STATUSES, event.status),
        principal=is_principal(event, index),
        who=participants(event, index, citer),
        agreed_who=beside.get("who"),
        rows=tuple(_rows(event, index, citer, beside)),
        reports=tuple(_report(mention, steps, citer) for mention in _by_article(event.mentions, index)),
        wholes=tuple((name, event_label(index.events[name], index)) for name in event.part_of if name in index.events),
        rulings=tuple(ruling for field, ruling in beside.items() if field not in BESIDE.values()),
        said=utterances(index.utterances_at.get(event.id, []), index, citer),
        promises=promises(index.commitments_at.get(event.id, []), index, citer),
        figures=figures(index.indicators_at.get(event.id, []), index, citer),
        parts=tuple(sheet(part, index, citer) for part in index.parts.get(event.id, [])),
        sources=citer.sources(articles),
        tally=_tally(event, index),
    )


def looking_back(mentions: Iterable[EventReport]) -> set[str]:
    """The articles that only recall the event, long after it."""
    rows = list(mentions)
    return {row.article for row in rows} - {row.article for row in rows if row.status != "recalled"}


def first_told(event: Event, index: Index) -> str:
    """ "first told on 19 July 2022": of an event without a date, the day of the first report that has one."""
    known = (index.articles.get(mention.article) for mention in event.mentions)
    days = sorted({row.published.earliest[:DAY] for row in known if row and row.published})
    if event.time is not None or not days:
        return ""
    return f"first told on {when(Time(earliest=days[0], latest=days[0], basis='stated'))}"


def in_parts(event: Event, index: Index) -> str:
    """ "; its parts in 2 more": articles that tell a part of the event and not the whole."""
    articles = {mention.article for mention in event.mentions}
    others = {mention.article for part in index.parts.get(event.id, []) for mention in part.mentions} - articles
    return f"; its parts in {len(others)} more" if others else ""


def _tally(event: Event, index: Index) -> str:
    """ "5 reports in 4 distinct texts, 3 of them looking back; its parts in 2 more"."""
    articles = {mention.article for mention in event.mentions}
    words = f"{counted(len(articles), 'report')} in {counted(index.origins(articles), 'distinct text')}"
    back = len(looking_back(event.mentions))
    if back:
        words += ", looking back" if back == len(articles) else f", {back} of them looking back"
    return words + in_parts(event, index)


def _title(event: Event, index: Index) -> str:
    names = listed([actor.name for actor in principals(event, index)])
    act = f"{act_of(event)}{scene(event.place)}"
    return f"{names}: {act}" if names else capital(act)


def _rows(event: Event, index: Index, citer: Citer, beside: dict[str, Ruling]) -> list[Row]:
    nothing = citer.evidence([])
    rows = []
    if event.place:
        country = index.countries.get(event.place.country or "", "")
        venue = "" if (event.place.venue or "") in event.place.name else event.place.venue
        place = ", ".join(dict.fromkeys(part for part in (venue, event.place.name, country) if part))
        rows.append(Row("Where", place, "", citer.evidence(event.place.spans), beside.get("where")))
    else:
        rows.append(Row("Where", "place not known", "", nothing, beside.get("where")))
    spans = [event.time.span] if event.time and event.time.span else []
    date = when(event.time) if event.time or event.id not in index.wholes else f"{WITHIN}; no date of its own is told"
    rows.append(
        Row(
            "When",
            date,
            basis(event.time, citer, event.judged) or first_told(event, index),
            citer.evidence(spans),
            beside.get("when"),
        )
    )
    form = f"{capital(said(FORMS, event.form))} of {said(LEVELS, event.level)}"
    form = capital(said(FORMS, event.form)) if event.level == "other" else form
    rows.append(Row("Form", form, "", nothing, beside.get("form")))
    rows.append(Row("Status", said(STATUSES, event.status), "", nothing, beside.get("status")))
    if event.topics:
        rows.append(Row("Topics", ", ".join(event.topics), "", nothing, None))
    return rows


def basis(time: Time | None, citer: Citer, judged: Iterable[Judged] = ()) -> str:
    """How the time was reached, and through which articles. `judged` is what a person settled of the item."""
    if time is None:
        return ""
    if time.basis == "given" and any(row.field in {"time", "published"} for row in judged):
        return "given by a person"
    named = [f"{source.outlet} [{source.number}]" for source in citer.sources(time.inferred_from)]
    return said(BASES, time.basis) + (f": {listed(named)}" if named else "")


def _by_article(mentions: tuple[EventReport, ...], index: Index) -> list[EventReport]:
    numbers = index.numbers
    return sorted(mentions, key=lambda row: (numbers.get(row.article, 0), row.span.start))


def _report(mention: EventReport, steps: dict[str, MergeStep], citer: Citer) -> Report:
    why = _why(steps[mention.id]) if mention.id in steps else ""
    return Report(said(STATUSES, mention.status), mention.certainty == "possible", why, citer.evidence([mention.span]))


def _why(step: MergeStep) -> str:
    """ "joined: same participants, same town, same time 50%; held apart from other events: another date"."""
    parts = [
        name.replace("_", " ") + ("" if value == 1 else f" {value:.0%}")
        for name, value in sorted(step.features.items())
        if value
    ]
    joined = f"{step.rule.replace('_', ' ')}: {', '.join(parts)}" if parts else ""
    apart = ", ".join(sorted(set(step.rivals.values())))
    return "; ".join(part for part in (joined, f"held apart from other events: {apart}" if apart else "") if part)
