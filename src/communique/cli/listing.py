"""The tables of `communique show`: for each kind its columns, and its rows as a person reads them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from communique.cli.terminal import line
from communique.cli.view import View, when_of
from communique.records.events import Event, Place
from communique.report.countries import country_name
from communique.report.naming import act_of
from communique.report.promises import value_of
from communique.report.wording import duration

WORDS = 90
FEW_WORDS = 30


class Listing(NamedTuple):
    """The columns of a kind's table, and the cells of one of its rows."""

    columns: tuple[str, ...]
    cells: Callable[[Any, View], tuple[object, ...]]


def _event(row: Any, view: View) -> tuple[object, ...]:
    place = _place(row.place) if row.place else ""
    people = view.names(tuple(one.actor for one in row.participants))
    reports = len({mention.article for mention in row.mentions})
    form = ("└ " if any(whole in view.events for whole in row.part_of) else "") + what_of(row)
    return (when_of(row.time), form, row.status, place, people, reports, view.short(row.id))


def _place(place: Place) -> str:
    """ "Tehran, IR"; a state without its own code behind it."""
    whole = place.country and place.name == country_name(place.country)
    return ", ".join(filter(None, (place.name, "" if whole else place.country)))


def what_of(event: Event) -> str:
    """The form; of an act, which has none of its own, what kind of act it is, else the words that first tell it."""
    return line(act_of(event, FEW_WORDS))


def parts_below(rows: Sequence[Event]) -> list[Event]:
    """The events in their order, each part below what it is a part of."""
    listed = {row.id for row in rows}
    parts: dict[str, list[Event]] = {}
    for row in rows:
        whole = next((w for w in row.part_of if w in listed), None)
        if whole is not None:
            parts.setdefault(whole, []).append(row)
    below = {row.id for found in parts.values() for row in found}
    done: dict[str, Event] = {}
    for row in rows:
        if row.id not in below:
            done |= {r.id: r for r in _with_parts(row, parts)}
    # What is a part of its own part, by somebody's judgement, is listed too.
    return list((done | {row.id: row for row in rows if row.id not in done}).values())


def _with_parts(row: Event, parts: dict[str, list[Event]], above: tuple[str, ...] = ()) -> Iterator[Event]:
    yield row
    for part in parts.get(row.id, ()):
        if part.id not in above:
            yield from _with_parts(part, parts, (*above, row.id))


def _statement(row: Any, view: View) -> tuple[object, ...]:
    return (
        view.speakers(row.id),
        row.mode,
        row.stance,
        line(row.content.exact, WORDS),
        view.outlet(row.article),
        view.short(row.id),
    )


def _utterance(row: Any, view: View) -> tuple[object, ...]:
    first = view.statements.get(row.renderings[0]) if row.renderings else None
    words = line(first.content.exact, WORDS) if first else ""
    return (view.names(row.speakers), view.event(row.event), len(row.renderings), words, view.short(row.id))


def _commitment(row: Any, view: View) -> tuple[object, ...]:
    due = when_of(row.deadline) or (f"for {duration(row.horizon)}" if row.horizon else "")
    words = line(row.action.exact, WORDS)
    return (
        row.kind,
        row.strength,
        view.names(row.parties),
        view.names(row.counterparties),
        words,
        due,
        view.short(row.id),
    )


def _agreement(row: Any, view: View) -> tuple[object, ...]:
    stages = ", ".join(dict.fromkeys(stage.stage for stage in row.stages))
    horizon = f"for {duration(row.horizon)}" if row.horizon else ""
    return (row.name, view.names(row.parties), stages.replace("_", " "), horizon, view.short(row.id))


def _indicator(row: Any, view: View) -> tuple[object, ...]:
    return (row.measure, view.names(row.subjects), value_of(row), when_of(row.period), view.short(row.id))


def _actor(row: Any, view: View) -> tuple[object, ...]:
    titles = (" ".join(filter(None, (office.title, office.country))) for office in row.offices)
    offices = "; ".join(dict.fromkeys(titles))
    return (row.name, row.kind, row.country or "", offices, len(row.mentions), view.short(row.id))


def _time(row: Any, view: View) -> tuple[object, ...]:
    return (
        row.span.exact,
        row.value or "",
        when_of(row.time) or (duration(row.duration) if row.duration else ""),
        view.outlet(row.article),
        view.short(row.id),
    )


def _relationship(row: Any, view: View) -> tuple[object, ...]:
    sectors = ", ".join(sector.sector for sector in row.sectors)
    return (
        view.names(row.actors),
        len(row.events),
        sectors,
        len(row.agreements),
        view.names(row.formats),
        view.short(row.id),
    )


def _finding(row: Any, view: View) -> tuple[object, ...]:
    about = view.about(row.about.kind, row.about.id)
    values = "; ".join(f"{value.value} ({value.origins})" for value in row.values)
    return (row.judgement, about, row.field, line(values, WORDS), row.note, view.short(row.id))


def _judgement(row: Any, view: View) -> tuple[object, ...]:
    said = row.words or (row.who and row.who.name) or (row.where and row.where.name) or (row.when and row.when.earliest)
    words = next((anchor.words for anchor in row.anchors if anchor.words), "")
    about = ", ".join(view.told(item) for item in row.items) or line(words, WORDS)
    standing = row.standing + (f", against {len(row.against)}" if row.against else "")
    return (
        row.kind,
        about,
        said or "",
        row.author,
        row.made[:16].replace("T", " "),
        row.reason,
        standing,
        view.short(row.id),
    )


def _article(row: Any, view: View) -> tuple[object, ...]:
    kept = sum(1 for paragraph in row.paragraphs if paragraph.start is not None)
    title = line(row.title.value, 60) if row.title else ""
    by = next((who.value for who in (row.outlet, row.agency) if who), "")
    others = len(view.same_text(row))
    same = f"{others} more" if others else ""
    return (row.capture, title, when_of(row.published), by, same, kept, len(row.paragraphs) - kept, view.short(row.id))


def _problem(row: Any, view: View) -> tuple[object, ...]:
    return (row.capture, row.stage, row.code, "lost" if row.lost else "", row.message)


LISTINGS: dict[str, Listing] = {
    "events": Listing(("when", "form", "status", "where", "who", ">articles", "id"), _event),
    "statements": Listing(("who", "mode", "how", "what", "source", "id"), _statement),
    "utterances": Listing(("who", "occasion", ">renderings", "one of them", "id"), _utterance),
    "commitments": Listing(("kind", "strength", "who", "to whom", "what", "by when", "id"), _commitment),
    "agreements": Listing(("name", "parties", "stages", "horizon", "id"), _agreement),
    "indicators": Listing(("measure", "of", "value", "period", "id"), _indicator),
    "actors": Listing(("name", "kind", "country", "offices", ">mentions", "id"), _actor),
    "times": Listing(("words", "value", "when", "source", "id"), _time),
    "relationships": Listing(("between", ">events", "sectors", ">agreements", "formats", "id"), _relationship),
    "findings": Listing(("judgement", "about", "field", "values (origins)", "note", "id"), _finding),
    "judgements": Listing(("kind", "about", "says", "by", "when", "why", "standing", "id"), _judgement),
    "articles": Listing(("capture", "title", "published", "by", "same text", ">kept", ">dropped", "id"), _article),
    "problems": Listing(("capture", "stage", "code", "", "message"), _problem),
}  # fmt: skip
