"""Judgements made, and checked: one that was imported is as untrusted as a capture."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
from msgspec.structs import replace

from communique.errors import UsageError
from communique.records.ids import content_id
from communique.records.judgements import AnchorKind, Judgement, JudgementKind
from communique.text.names import fold

# In characters; anchors in number. A side has the members of a merged item, which may be many.
MOST = {"author": 100, "reason": 2000, "words": 2000, "name": 200, "member": 200}
MOST_ANCHORS = 1000
_ID = re.compile(r"[a-z]+-[0-9a-f]{20}")
_MEMBER = re.compile(r"[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,40}(?::\d{1,12}:\d{1,12})?", re.ASCII)
_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}")
# What steers a terminal, turns the direction of writing, or is no character at all.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
ANYTHING: frozenset[AnchorKind] = frozenset(get_args(AnchorKind))
PAIRED: frozenset[AnchorKind] = frozenset({"actor", "event", "utterance"})
MEANT: dict[JudgementKind, frozenset[AnchorKind]] = {
    "speaker": frozenset({"statement"}),
    "same": PAIRED,
    "not_same": PAIRED,
    "not_commitment": frozenset({"commitment"}),
    "date": frozenset({"article", "mention", "event"}),
    "place": frozenset({"mention", "event"}),
    "title": frozenset({"article"}),
    "hide": ANYTHING,
    "note": ANYTHING,
    "undo": frozenset(),
}  # fmt: skip
VALUES = ("who", "when", "where", "words", "undoes")
GIVES: dict[JudgementKind, str] = {
    "speaker": "who", "date": "when", "place": "where", "title": "words", "note": "words", "undo": "undoes",
}  # fmt: skip


def made(kind: JudgementKind, author: str, at: dt.datetime | None = None, **fields: Any) -> Judgement:
    """A judgement of now, or of `at`; `fields` are those of `Judgement`.

    Raises:
        UsageError: it says too little, too much, or what no judgement of its kind can say.
    """
    moment = (at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="milliseconds")
    draft = Judgement(id="", kind=kind, author=author, made=moment.replace("+00:00", "Z"), **fields)
    judgement = replace(draft, id=judgement_id(draft))
    for problem in problems(judgement):
        raise UsageError(problem)
    return judgement


def judgement_id(judgement: Judgement) -> str:
    """The id that follows from all the rest."""
    return content_id("judgement", msgspec.json.encode(replace(judgement, id="")).decode())


def problems(judgement: Judgement) -> Iterator[str]:
    """What is wrong with a judgement, the first thing first; nothing where it can be used."""
    yield from _texts(judgement)
    yield from _form(judgement)
    yield from _value(judgement)
    # Last, so that whoever wrote a line by hand learns first what else is wrong with it.
    if judgement.id != judgement_id(judgement):
        yield "its id is not that of what it says; export it anew where it was made"


def _texts(judgement: Judgement) -> Iterator[str]:
    if not judgement.author.strip():
        yield "it has no author; give one with --author, or in COMMUNIQUE_AUTHOR"
    who, where = judgement.who, judgement.where
    texts = [("author", judgement.author), ("reason", judgement.reason), ("words", judgement.words)]
    texts += [("name", one.name) for one in (who, where) if one is not None]
    for anchor in (*judgement.anchors, *judgement.others, *((who.anchor,) if who and who.anchor else ())):
        texts += [("words", anchor.words), ("member", anchor.article)]
        if len(anchor.member) > MOST["member"] or not _MEMBER.fullmatch(anchor.member):
            yield f"an anchor is no id of a member: {anchor.member[:60]!r}"
    for name, text in texts:
        if len(text) > MOST[name]:
            yield f"its {name} is longer than {MOST[name]} characters; shorten it"
        if _UNSAFE.search(text.replace("\n", " ").replace("\t", " ") if name in ("reason", "words") else text):
            yield f"its {name} holds control characters; leave them out"


def _form(judgement: Judgement) -> Iterator[str]:
    """What it speaks of."""
    if not _MADE.fullmatch(judgement.made) or _moment(judgement.made) is None:
        yield "its time is no moment in UTC like 2024-05-06T07:08:09.000Z"
    sides = (judgement.anchors, judgement.others)
    paired = judgement.kind in ("same", "not_same")
    if not judgement.anchors and judgement.kind != "undo":
        yield "it speaks of nothing: it has no anchor"
    if paired != bool(judgement.others):
        yield "it needs two sides" if paired else f"a judgement of kind {judgement.kind} has one side only"
    if any(len(side) > MOST_ANCHORS for side in sides):
        yield f"it has more than {MOST_ANCHORS} anchors"
    kinds = {anchor.kind for side in sides for anchor in side}
    if strange := sorted(kinds - MEANT[judgement.kind]):
        yield f"a judgement of kind {judgement.kind} cannot speak of: {', '.join(strange)}"
    if paired and len(kinds) > 1:
        yield "its two sides are not of one kind"
    if {a.member for a in judgement.anchors} & {a.member for a in judgement.others}:
        yield "its two sides have a member in common: nothing is the same as itself, or not"


def _value(judgement: Judgement) -> Iterator[str]:
    """What it says of that."""
    wanted = GIVES.get(judgement.kind)
    given = [name for name in VALUES if getattr(judgement, name)]
    if given != ([wanted] if wanted else []):
        yield f"a judgement of kind {judgement.kind} says " + (f"`{wanted}` and nothing else" if wanted else "no value")
    if judgement.who:
        if not fold(judgement.who.name) and not judgement.who.anchor:
            yield "it names nobody"
        if judgement.who.anchor and judgement.who.anchor.kind != "actor":
            yield "its speaker is no actor"
    for one in (judgement.who, judgement.where):
        if one and one.country is not None and not _COUNTRY.fullmatch(one.country):
            yield f"{one.country[:20]!r} is no country of two capital letters (ISO 3166-1 alpha-2)"
    if judgement.where and not fold(judgement.where.name):
        yield "it names no place"
    if judgement.kind == "title" and not judgement.words.strip():
        yield "its title is empty"
    if judgement.when and not _ordered(judgement.when.earliest, judgement.when.latest):
        yield "its date is no day like 2024-05-06, or ends before it begins"
    if judgement.undoes and not _ID.fullmatch(judgement.undoes):
        yield f"{judgement.undoes[:60]!r} is no id of a judgement"


def _ordered(earliest: str, latest: str) -> bool:
    try:
        days = [dt.date.fromisoformat(text) for text in (earliest, latest) if len(text) == len("2024-05-06")]
    except ValueError:
        return False
    return len(days) == 2 and days[0] <= days[1]


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def is_late(judgement: Judgement, now: dt.datetime) -> bool:
    """Whether it says that it was made a day or more after `now`: clocks differ, but by no more."""
    moment = _moment(judgement.made)
    return moment is not None and moment > now + dt.timedelta(days=1)
