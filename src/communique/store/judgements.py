"""What persons decided, as it stands in the file: only ever added to."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from communique.errors import UsageError
from communique.records.judgements import Anchor, AnchorKind, Judgement, Standing, StandingJudgement
from communique.records.spans import Span
from communique.review.active import active
from communique.review.made import MOST_ANCHORS
from communique.review.members import KINDS, members_of, words_of
from communique.store.codec import unpack
from communique.store.load import find, load_kind

_BY_ANCHOR = {anchor: kind for kind, anchor in KINDS.items()}


def logged(connection: sqlite3.Connection) -> list[Judgement]:
    """All of them, undone ones and what undoes them too, in the order in which they came."""
    decoder = msgspec.json.Decoder(Judgement)
    return [decoder.decode(data) for (data,) in connection.execute("SELECT data FROM judgement_log ORDER BY number")]


def add(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> int:
    """Adds those that are not there yet, and says how many."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    before = connection.total_changes
    connection.executemany(
        "INSERT OR IGNORE INTO judgement_log (id, added, data) VALUES (?, ?, ?)",
        [(one.id, now, msgspec.json.encode(one).decode()) for one in judgements],
    )
    return connection.total_changes - before


def holding(connection: sqlite3.Connection) -> list[Judgement]:
    """Those that nobody has withdrawn, the earliest first."""
    return active(logged(connection))


def standing(connection: sqlite3.Connection) -> list[StandingJudgement]:
    """How those that hold stand in the record, the latest first."""
    rows: list[StandingJudgement] = load_kind(connection, "judgements")
    return sorted(rows, key=lambda row: (row.made, row.id), reverse=True)


def listed(connection: sqlite3.Connection, *, every: bool) -> list[StandingJudgement]:
    """Those that hold, the latest first; with `every`, also those that were withdrawn and what withdrew them."""
    holding = standing(connection)
    if not every:
        return holding
    known = {one.id for one in holding}
    gone = [_withdrawn(one) for one in logged(connection) if one.id not in known]
    return sorted([*holding, *gone], key=lambda row: (row.made, row.id), reverse=True)


def _withdrawn(judgement: Judgement) -> StandingJudgement:
    stands: Standing = "applied" if judgement.kind == "undo" else "withdrawn"
    return StandingJudgement(**msgspec.structs.asdict(judgement), standing=stands)


def find_logged(connection: sqlite3.Connection, wanted: str) -> Judgement:
    """The judgement whose id is `wanted`, or begins so, with or without its kind before it.

    Raises:
        UsageError: there is none, or more than one.
    """
    found = [one for one in logged(connection) if wanted and any(i.startswith(wanted) for i in _ids(one))]
    if len(found) != 1:
        several = "More than one judgement has an id that" if found else "No judgement has an id that"
        raise UsageError(f"{several} begins with {wanted!r}; list them with: communique judge RECORD list --all")
    return found[0]


def _ids(judgement: Judgement) -> tuple[str, str]:
    return judgement.id, judgement.id.partition("-")[2]


def item(connection: sqlite3.Connection, kind: AnchorKind, wanted: str) -> Any:
    """The item of the record that an id as `show` prints it stands for.

    Raises:
        UsageError: there is none, or more than one.
    """
    return find(connection, _BY_ANCHOR[kind], wanted)


def anchors(connection: sqlite3.Connection, kind: AnchorKind, wanted: str) -> tuple[Anchor, ...]:
    """Anchors for an item: all its members, or of very many the first. `kind` "mention" is one report of an event, by
    the mention's whole id.

    Raises:
        UsageError: there is no such item, or more than one.
    """
    if kind == "mention":
        return (_mention(connection, wanted),)
    row = item(connection, kind, wanted)
    return anchors_of(kind, row, _spoken(connection, row) if kind == "utterance" else {})


def anchors_of(kind: AnchorKind, row: Any, spoken: dict[str, Span] | None = None) -> tuple[Anchor, ...]:
    """Anchors for an item of the record. `spoken`: the words of an utterance's renderings."""
    members = [(m, s or (spoken or {}).get(m)) for m, s in members_of(_BY_ANCHOR[kind], row)]
    return tuple(anchor(kind, member, span) for member, span in members[:MOST_ANCHORS])


def anchor(kind: AnchorKind, member: str, span: Span | None) -> Anchor:
    """An anchor with its words, where there are any."""
    if span is None:
        return Anchor(kind=kind, member=member, article=member if kind == "article" else "")
    return Anchor(kind=kind, member=member, article=span.article or span.capture, words=words_of(span))


def part(connection: sqlite3.Connection, kind: AnchorKind, row: Any, article: str) -> tuple[Anchor, ...]:
    """Anchors for what one article holds of an actor, an event or an utterance.

    Raises:
        UsageError: it holds nothing of it.
    """
    if kind == "actor":
        here = _locals(connection, article)
        found = [anchor(kind, member, here[member]) for member in row.members if member in here]
    elif kind == "event":
        found = [anchor(kind, m.id, m.span) for m in row.mentions if m.article == article]
    else:
        spoken = _spoken(connection, row)
        found = [anchor(kind, id_, span) for id_, span in spoken.items() if span.article == article]
    if not found:
        raise UsageError(f"{article} holds nothing of {row.id}; see what it rests on with: communique show RECORD")
    return tuple(found)


class _Mention(msgspec.Struct, frozen=True):
    span: Span


class _Local(msgspec.Struct, frozen=True):
    id: str
    mentions: tuple[_Mention, ...] = ()


class _Extraction(msgspec.Struct, frozen=True):
    actors: tuple[_Local, ...] = ()


class _Kept(msgspec.Struct, frozen=True):
    extraction: _Extraction | None = None


def _locals(connection: sqlite3.Connection, article: str) -> dict[str, Span | None]:
    """The local actors of an article, with the first words that name each."""
    found = connection.execute(
        "SELECT e.data FROM articles a JOIN captures c ON c.path = a.capture AND c.sha256 = a.sha256"
        " JOIN extractions e ON e.digest = c.digest WHERE a.id = ? ORDER BY e.version, e.digest",
        (article,),
    )
    kept = [msgspec.json.decode(unpack(data), type=_Kept).extraction for (data,) in found]
    actors = [actor for extraction in kept if extraction for actor in extraction.actors]
    return {actor.id: actor.mentions[0].span if actor.mentions else None for actor in actors}


def _mention(connection: sqlite3.Connection, wanted: str) -> Anchor:
    row = connection.execute("SELECT event FROM event_mentions WHERE mention = ?", (wanted,)).fetchone()
    if row is None:
        raise UsageError(
            f"No event has a mention {wanted!r}; see those of an event with: communique show RECORD events ID --json"
        )
    event = find(connection, "events", row[0])
    report = next(mention for mention in event.mentions if mention.id == wanted)
    return anchor("mention", report.id, report.span)


def _spoken(connection: sqlite3.Connection, row: Any) -> dict[str, Span]:
    return {one: find(connection, "statements", one).content for one in row.renderings}


def about(connection: sqlite3.Connection, wanted: str, kinds: Sequence[AnchorKind]) -> AnchorKind:
    """Of which of `kinds` an id is, as `show` prints it.

    Raises:
        UsageError: of none, or of more than one.
    """
    fitting: list[AnchorKind] = []
    problem = ""
    for kind in kinds:
        try:
            anchors(connection, kind, wanted)
        except UsageError as error:
            problem = problem or str(error)
        else:
            fitting.append(kind)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UsageError(f"{wanted} may be the {' or the '.join(fitting)}; give its whole id")
    listed = ", ".join(_BY_ANCHOR.get(kind, "mentions") for kind in kinds)
    raise UsageError(f"None of these has the id {wanted}: {listed}" if len(kinds) > 1 else problem)
