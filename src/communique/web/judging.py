"""What a form on a page means: a judgement, made of ids and words."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from communique.errors import UsageError
from communique.records.actors import ActorKind
from communique.records.judgements import Anchor, AnchorKind, Judgement, JudgementKind, Where, Who
from communique.review.made import made
from communique.review.when import when_of
from communique.store import judgements as log
from communique.store.heads import gather

PAIRS: tuple[AnchorKind, ...] = ("event", "actor", "utterance")
KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)


@dataclass(frozen=True)
class Form:
    """The fields of a form, each text, blanks at the ends taken off; a missing one is empty."""

    given: Mapping[str, Any]

    def __getattr__(self, name: str) -> str:
        value = self.given.get(name, "")
        return value.strip() if isinstance(value, str) else ""


def judgement_of(connection: sqlite3.Connection, form: Form) -> Judgement:
    """The judgement that a form makes.

    Raises:
        UsageError: it says too little or what cannot be, in words for whoever filled it in.
    """
    if form.kind not in KINDS:
        raise UsageError("The form does not say what is judged; load its page again")
    kind = form.kind
    match kind:
        case "undo":
            return made(kind, form.author, undoes=log.find_logged(connection, form.item).id, reason=form.reason)
        case "same" | "not_same":
            mine, theirs = (_both if kind == "same" else _apart)(connection, form)
            return made(kind, form.author, anchors=mine, others=theirs, reason=form.reason)
        case _:
            return made(
                kind,
                form.author,
                anchors=_anchors(connection, form),
                **_value(connection, kind, form),
                reason=form.reason,
            )


def _anchors(connection: sqlite3.Connection, form: Form) -> tuple[Anchor, ...]:
    if form.on not in get_args(AnchorKind):
        raise UsageError("The form does not say what it speaks of; load its page again")
    return log.anchors(connection, form.on, form.item)  # type: ignore[arg-type]


def _value(connection: sqlite3.Connection, kind: JudgementKind, form: Form) -> dict[str, Any]:
    match kind:
        case "speaker":
            return {"who": _who(connection, form)}
        case "date":
            if not form.when:
                raise UsageError("Give a date: 2024-05-06, 2024-05, or 2024-05-06/2024-05-08")
            return {"when": when_of(form.when)}
        case "place":
            if not form.place:
                raise UsageError("Give a place: a city or a state")
            return {"where": Where(name=form.place, country=form.country.upper() or None)}
        case "title" | "note":
            return {"words": form.words}
        case _:
            return {}


def _who(connection: sqlite3.Connection, form: Form) -> Who:
    """The actor chosen from the list, or else the one whose name was written."""
    if form.actor:
        found = gather(connection, "actors", [form.actor])
        if not found:
            raise UsageError("The actor chosen is no longer in the record; load the page again")
        actor = found[0]
        return Who(anchor=log.anchors_of("actor", actor)[0], name=actor.name, kind=actor.kind, country=actor.country)
    if not form.who:
        raise UsageError("Choose the speaker, or write a name")
    kind = form.who_kind if form.who_kind in get_args(ActorKind) else "person"
    return Who(name=form.who, kind=kind, country=form.country.upper() or None)  # type: ignore[arg-type]


def _pair(form: Form) -> AnchorKind:
    if form.on not in PAIRS:
        raise UsageError("Only actors, events and utterances can be told to be the same or not")
    return form.on


def _both(connection: sqlite3.Connection, form: Form) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    """Two items that are one: the other one by its id, or by the address of its page."""
    kind = _pair(form)
    other = form.other or form.address.split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2]
    if not other:
        raise UsageError("Choose the other one, or paste the address of its page")
    return log.anchors(connection, kind, form.item), log.anchors(connection, kind, other)


def _apart(connection: sqlite3.Connection, form: Form) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    """An item without what is not of it (what one article, one statement or one mention says), and that."""
    kind = _pair(form)
    row = log.item(connection, kind, form.item)
    whole = log.anchors(connection, kind, form.item)
    part = tuple(anchor for anchor in whole if anchor.member == form.part)
    part = part or log.part(connection, kind, row, form.part)
    within = {anchor.member for anchor in part}
    rest = tuple(anchor for anchor in whole if anchor.member not in within)
    if not rest:
        raise UsageError("All of it rests on that article: there is nothing to keep it apart from")
    return rest, part
