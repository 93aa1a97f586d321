"""What the steps of the actors' extraction hand each other: stretches of tokens with what they say."""

from dataclasses import dataclass
from typing import Literal

from communique.records.actors import ActorKind


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last` (exclusive) that name something. A "demonym" is no actor by itself; it is kept
    while names are looked for, so that no shorter name is read into it."""

    first: int
    last: int
    kind: ActorKind | Literal["demonym"]
    text: str
    key: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens `first` to `last` (exclusive) that call somebody by an office or a description of one.

    `countries` are the states it may speak of; `name` is the number of the name it goes with, or none where it
    stands by itself; `possessor` says that the office is the possessor's ("his Iranian counterpart"); `plural`
    that it speaks of several.
    """

    first: int
    last: int
    head: int
    title: str
    rank: str
    generic: bool = False
    countries: tuple[str, ...] = ()
    organization: str | None = None
    former: bool = False
    plural: bool = False
    definite: bool = True
    possessor: bool = False
    name: int | None = None
