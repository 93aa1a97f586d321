"""What archives have in common: which members are captures, their names, and their sidecars."""

import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from communique.errors import InputError
from communique.read.budget import Budget
from communique.read.saved import page_of_part
from communique.read.sidecar import PAGE_SUFFIXES, SUFFIX
from communique.read.source import Item, Source, partial, printable

MAX_NAME = 500


@dataclass(frozen=True)
class Entry:
    """A file in an archive: its name as found there, and how to open it."""

    name: str
    open: Callable[[], BinaryIO]


@dataclass(frozen=True)
class Listing:
    """The names of all files in an archive, and what is in the sidecars among them."""

    names: Collection[str]
    sidecar: Callable[[str], bytes | None]


def members(source: Source, entries: Iterable[Entry], listing: Listing, budget: Budget) -> Iterator[Item]:
    """The members that are captures, or containers of such, as sources. Names are text here and nothing else: no
    member is ever written to disk, so that it does not matter where a name points.

    Raises:
        InputError: there is none.
    """
    seen: Counter[str] = Counter()
    for entry in entries:
        if hidden(entry.name) or is_aside(entry.name, listing.names):
            continue
        name = shown(entry.name) or "unnamed"
        seen[name] += 1
        unique = name if seen[name] == 1 else f"{name}#{seen[name]}"
        if page_of_part(entry.name, listing.names):
            yield partial(source.member(unique), "asset", "A part of a saved page, not a page; it is left out")
            continue
        member = source.inside(unique, entry.open, budget)
        yield replace(member, aside=_aside(entry.name, listing))
    if not seen:
        raise InputError("empty", "No file in it; pack the captures again")


def _aside(name: str, listing: Listing) -> Callable[[], bytes | None]:
    beside = posixpath.splitext(name)[0] + SUFFIX
    return lambda: listing.sidecar(beside) if beside in listing.names and beside != name else None


def is_aside(name: str, names: Collection[str]) -> bool:
    """Whether a member is NAME.json with a page of that NAME beside it."""
    stem = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else None
    return stem is not None and any(stem + suffix in names for suffix in PAGE_SUFFIXES)


def hidden(name: str) -> bool:
    """Whether a member is one that a walk over folders would leave out, or a Macintosh's shadow of another."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in (".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def shown(name: str) -> str:
    """A member's name as it stands in a path of the record: printable, and not endless."""
    plain = printable(name.removeprefix("./"))
    return plain if len(plain) <= MAX_NAME else plain[: MAX_NAME // 2] + "…" + plain[-MAX_NAME // 2 :]


def too_many(limit: int) -> InputError:
    """What to say of a container with more than `limit` members."""
    return InputError("too-many", f"More than {limit} members; raise --max-members, or split it")
