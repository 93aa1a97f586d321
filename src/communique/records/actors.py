"""Persons, states, governments, organizations, blocs, formats, media and groups."""

from typing import Literal

from msgspec import field

from communique.records.base import Row
from communique.records.judged import Judged
from communique.records.spans import Span

ActorKind = Literal["person", "state", "government", "organization", "bloc", "format", "media", "group"]
How = Literal["name", "nominal", "pronoun"]


class Office(Row, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """An actor's role over an interval, from its own words ("text") or from the knowledge table ("reference")."""

    title: str
    country: str | None = None
    start: str | None = None
    end: str | None = None
    spans: tuple[Span, ...] = ()
    basis: Literal["text", "reference"]


class MergedMention(Row, frozen=True, kw_only=True):
    """Where an actor is mentioned, and how."""

    span: Span
    how: How


class Actor(Row, frozen=True, kw_only=True):
    """Somebody or something that acts, once, however many articles name it. `members`: local actors' ids."""

    id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()
    identifiers: dict[str, str] = field(default_factory=dict)
    mentions: tuple[MergedMention, ...] = ()
    members: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
