"""What a reader asks: the words of a quotation, and whom they are ascribed to."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.compare.check.ascribed import parted
from communique.records.actors import Actor
from communique.text.names import fold, words

_QUOTED = re.compile('["“„«]([^"“”„«»]{8,})["”“»]?')
_MARKS = " \t\n\"“”„«»‘’'"
# With more words than this around it, what stands in quotation marks is a quotation inside the one asked for.
_MOST_AROUND = 12


class Asked(NamedTuple):
    """`said`: the words to look for; `name`: whom they are ascribed to as it was given, or ""; `actors`: those of the
    record who may be meant; `around`: the words around them, which may tell when they were said."""

    said: str
    name: str
    actors: tuple[Actor, ...]
    around: str = ""


def asked(text: str, speaker: str, actors: Sequence[Actor]) -> Asked:
    """The question. Where part of `text` stands in quotation marks and little around them, that part is looked for,
    and the rest read for a person whom it is ascribed to, unless a `speaker` is given; without such marks, an
    attribution before or behind the words is read in the same way."""
    said, around = _parted(text)
    name = ""
    if not around:
        said, name, around = parted(said, lambda words: bool(_meant(actors, words)))
        said = said.strip(_MARKS)
    if speaker.strip():
        return Asked(said, speaker.strip(), tuple(a for a in actors if is_called(a, speaker)), around)
    named = _meant(actors, name) if name else tuple(_named(actors, around))
    return Asked(said, " and ".join(sorted({a.name for a in named})) or _proper(name), named, around)


def _meant(actors: Sequence[Actor], name: str) -> tuple[Actor, ...]:
    """Who may be meant by the words of an attribution: by name, or a person whose surname is among them."""
    return tuple(a for a in actors if is_called(a, name)) or tuple(_named(actors, name))


def _proper(name: str) -> str:
    """A name that the record does not have; an office alone ("the president") names nobody it could lack."""
    return "" if name.lower().startswith("the ") else name


def _parted(text: str) -> tuple[str, str]:
    pieces = [m.group(1).strip() for m in _QUOTED.finditer(text)]
    around = _QUOTED.sub(" ", text)
    if pieces and len(around.split()) <= max(_MOST_AROUND, len(" ".join(pieces).split()) // 2):
        return " ".join(pieces), around
    return text.strip(_MARKS), ""


def is_called(actor: Actor, name: str) -> bool:
    """Whether an actor may be meant by a name: by one of its names, or by a part of one that a person goes by."""
    wanted = words(name)
    return any(_part(wanted, words(known), actor.kind == "person") for known in (actor.name, *actor.names) if known)


def _part(wanted: Sequence[str], known: Sequence[str], person: bool) -> bool:
    if not wanted or not known:
        return False
    if person:
        return wanted[-1] in (known[-1], *((known[0],) if len(wanted) == 1 else ())) and (
            len(wanted) == 1 or len(known) == 1 or wanted[0][0] == known[0][0]
        )
    return list(wanted) == list(known)


def _named(actors: Sequence[Actor], around: str) -> Iterator[Actor]:
    """Persons whose surname stands in the words around a quotation."""
    tokens = set(fold(around).split())
    for actor in actors:
        last = {w[-1] for known in (actor.name, *actor.names) if (w := words(known))}
        if actor.kind == "person" and any(len(w) > 1 and w in tokens for w in last):
            yield actor
