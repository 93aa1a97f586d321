"""What happened between actors, once, however many articles report it."""

from typing import Literal

from msgspec import field

from communique.records.base import Row
from communique.records.judged import Judged
from communique.records.spans import Span
from communique.records.times import Time

Form = Literal[
    "meeting", "summit", "visit", "talks", "call", "press_conference", "signing", "ceremony", "arrival",
    "departure", "statement", "exercise", "election", "other",
]  # fmt: skip
Status = Literal["held", "planned", "ongoing", "conditional", "denied", "cancelled"]
MentionStatus = Literal["held", "planned", "ongoing", "conditional", "denied", "cancelled", "recalled"]
# What is told as a fact of its day.
TOOK_PLACE = frozenset({"held", "ongoing"})
Level = Literal["head", "minister", "official", "other"]
Certainty = Literal["certain", "possible"]
ParticipantRole = Literal["host", "guest", "participant", "chair", "mediator", "signatory", "addressee"]


class Participant(Row, frozen=True, kw_only=True):
    """An actor's part in an event."""

    actor: str
    role: ParticipantRole
    spans: tuple[Span, ...] = ()


class Place(Row, frozen=True, kw_only=True):
    """Where, as the texts say it: `name` is the city, or the country or its part where no city is said; `region` is
    the state or province that it is or lies in, where that is known; of an event whose reports
    agree on a venue, the venue and its `city` ("Kremlin palace, Moscow"). `country` is ISO alpha-2; coordinates are
    given only where they are sure."""

    name: str
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    spans: tuple[Span, ...] = ()


class EventReport(Row, frozen=True, kw_only=True):
    """One article's words about the event, with what those words say of its status, form, time, place and
    participants (actors' ids); null or empty where they say nothing."""

    id: str
    article: str
    span: Span
    status: MentionStatus
    certainty: Certainty = "certain"
    form: Form = "other"
    time: Time | None = None
    place: Place | None = None
    participants: tuple[str, ...] = ()


class Plover(Row, frozen=True, kw_only=True):
    """PLOVER's event type, mode, contexts and quad; `cameo` is CAMEO's code, where one stands for the type and mode."""

    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str | None = None
    cameo: str | None = None


class MergeStep(Row, frozen=True, kw_only=True):
    """Why a mention joined the event: the rule, its weight and the features it was judged by. `rivals`: what kept it
    out of the nearest other events, by a mention of each."""

    mention: str
    rule: str
    score: float
    features: dict[str, float] = field(default_factory=dict)
    rivals: dict[str, str] = field(default_factory=dict)


class Event(Row, frozen=True, kw_only=True):
    """A meeting, visit, call, signing, … `merge` explains how its mentions came together."""

    id: str
    form: Form
    status: Status
    level: Level
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    time: Time | None = None
    part_of: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mentions: tuple[EventReport, ...] = ()
    plover: Plover | None = None
    merge: tuple[MergeStep, ...] = ()
    judged: tuple[Judged, ...] = ()
