"""What one article says, before other articles are known. Mentions are never changed after extraction:
what only other articles can settle (a date, a speaker) is left to the merge."""

from typing import Literal

from communique.records.actors import ActorKind, How
from communique.records.articles import Article
from communique.records.base import Row
from communique.records.commitments import CommitmentKind, Stage, Strength
from communique.records.events import Certainty, Form, Level, MentionStatus, ParticipantRole, Place, Plover
from communique.records.indicators import Bound, Change
from communique.records.spans import Span
from communique.records.statements import Mode, Polarity, SpeakerHow
from communique.records.times import Time, TimeMention


class ActorMention(Row, frozen=True, kw_only=True):
    """The words that name, describe or stand for an actor, in one place."""

    span: Span
    how: How


class OfficeClaim(Row, frozen=True, kw_only=True):
    """ "Iranian President Ebrahim Raisi": the text calls the actor by an office. `title` is the normal form
    ("president"), `country` ISO alpha-2 or null, `organization` a knowledge key; `former` where the text says so."""

    title: str
    country: str | None = None
    organization: str | None = None
    former: bool = False
    span: Span


class LocalActor(Row, frozen=True, kw_only=True):
    """One actor as one article shows it: all its mentions there. `name` is the fullest name in the article, or
    "" where it is only described ("the Iranian president"). `key` is its key in the knowledge tables (states,
    organizations, formats), where it has one. `members` are the local ids of a group's members, as far as known
    ("the two presidents")."""

    id: str
    article: str
    kind: ActorKind
    name: str = ""
    names: tuple[str, ...] = ()
    country: str | None = None
    key: str | None = None
    offices: tuple[OfficeClaim, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
    members: tuple[str, ...] = ()


class LocalParticipant(Row, frozen=True, kw_only=True):
    """A local actor's part in an event."""

    actor: str
    role: ParticipantRole
    spans: tuple[Span, ...] = ()


class EventMention(Row, frozen=True, kw_only=True):
    """One article's words about one event. `span` is the clause or phrase that reports it, `trigger` its head
    word. `time` is the id of a time mention. `antecedent` is the id of an earlier mention in the article that this one
    refers back to ("the meeting"). `since` is a time mention that bounds the last event of its kind
    before this one ("the first visit since 2017"). `plover` codes an act that no form of encounter tells; `main` marks
    the event that the article is about, where its title or its first sentences tell it."""

    id: str
    article: str
    span: Span
    trigger: Span
    form: Form
    status: MentionStatus
    certainty: Certainty = "certain"
    level: Level = "other"
    participants: tuple[LocalParticipant, ...] = ()
    place: Place | None = None
    time: str | None = None
    since: str | None = None
    antecedent: str | None = None
    part_of: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    plover: Plover | None = None
    main: bool = False


class LocalSpeaker(Row, frozen=True, kw_only=True):
    """Who a statement is attributed to in its article. `actor` is a local actor's id, or null; `candidates` are
    the local ids among which the text leaves it open."""

    actor: str | None = None
    text: str
    span: Span | None = None
    how: SpeakerHow
    candidates: tuple[str, ...] = ()


class StatementMention(Row, frozen=True, kw_only=True):
    """Words attributed to a speaker. `event` is the id of an event mention, the occasion. `apart`: its own sentence has
    it written, or else told to outsiders or said over time: not said at what the article is about."""

    id: str
    article: str
    mode: Mode
    speakers: tuple[LocalSpeaker, ...] = ()
    via: tuple[str, ...] = ()
    stance: str = "say"
    polarity: Polarity = "positive"
    addressees: tuple[str, ...] = ()
    content: Span
    pieces: tuple[Span, ...] = ()
    quotes: tuple[Span, ...] = ()
    cue: Span | None = None
    event: str | None = None
    apart: Literal["written", "elsewhere"] | None = None
    topics: tuple[str, ...] = ()


class CommitmentMention(Row, frozen=True, kw_only=True):
    """A pledge, proposal, plan, agreement, refusal or threat to act, in a statement or in the outlet's words.
    `words` run from the word that commits to the end of the action; `instrument` is the id of an agreement mention
    it speaks of; `deadline` the id of a time mention."""

    id: str
    article: str
    kind: CommitmentKind
    strength: Strength
    condition: Span | None = None
    parties: tuple[str, ...] = ()
    counterparties: tuple[str, ...] = ()
    action: Span
    words: Span | None = None
    instrument: str | None = None
    deadline: str | None = None
    horizon: str | None = None
    topics: tuple[str, ...] = ()
    statement: str | None = None
    event: str | None = None


class AgreementMention(Row, frozen=True, kw_only=True):
    """A text's words about an instrument (treaty, draft, memorandum, zone) at a stage of its life."""

    id: str
    article: str
    name: str
    parties: tuple[str, ...] = ()
    stage: Stage
    time: str | None = None
    horizon: str | None = None
    span: Span


class IndicatorMention(Row, frozen=True, kw_only=True):
    """One measured quantity. `period` is the id of a time mention."""

    id: str
    article: str
    measure: str
    subjects: tuple[str, ...] = ()
    value: float
    value_to: float | None = None
    unit: str = ""
    bound: Bound = "exact"
    change: Change = "none"
    period: str | None = None
    duration: str | None = None
    span: Span
    statement: str | None = None


class Extraction(Row, frozen=True, kw_only=True):
    """All that one article yields. `reference` is what relative times were counted from, where it is known."""

    article: Article
    reference: Time | None = None
    times: tuple[TimeMention, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    events: tuple[EventMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    indicators: tuple[IndicatorMention, ...] = ()


Mention = (
    TimeMention | LocalActor | EventMention | StatementMention | CommitmentMention | AgreementMention | IndicatorMention
)
Layer = Literal["times", "actors", "events", "statements", "commitments", "agreements", "indicators"]
