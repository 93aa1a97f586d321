"""Words attributed to a speaker, and what was said once behind several renderings of it."""

from typing import Literal

from msgspec import field

from communique.records.base import Row
from communique.records.judged import Judged
from communique.records.spans import Span

Mode = Literal["direct", "indirect", "mixed"]
SpeakerHow = Literal["named", "role", "pronoun", "relative", "collective", "source", "carried"]
SpeakerBasis = Literal["article", "other articles", "reference", "judgement"]
Polarity = Literal["positive", "negative", "unknown"]
DifferenceKind = Literal[
    "number", "bound", "subject", "object", "verb", "polarity", "added", "name", "time", "place", "occasion", "other"
]


class Speaker(Row, frozen=True, kw_only=True):
    """Whose words they are. `basis` says what settled it; `candidates` remain where nothing did."""

    actor: str | None = None
    text: str
    span: Span | None = None
    how: SpeakerHow
    basis: SpeakerBasis = "article"
    candidates: tuple[str, ...] = ()


class Statement(Row, frozen=True, kw_only=True):
    """Words attributed to a speaker in one article. `quotes` are the stretches inside quotation marks, without
    the marks; `pieces` the parts of `content` where a cue or a source stands inside."""

    id: str
    article: str
    mode: Mode
    speakers: tuple[Speaker, ...] = ()
    via: tuple[str, ...] = ()
    stance: str
    polarity: Polarity
    addressees: tuple[str, ...] = ()
    content: Span
    pieces: tuple[Span, ...] = ()
    quotes: tuple[Span, ...] = ()
    cue: Span | None = None
    event: str | None = None
    utterance: str
    topics: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()


class Link(Row, frozen=True, kw_only=True):
    """Two renderings judged to be one utterance: the score and the features it is made of."""

    left: str
    right: str
    score: float
    features: dict[str, float] = field(default_factory=dict)


class Difference(Row, frozen=True, kw_only=True):
    """What differs in wording between two renderings."""

    kind: DifferenceKind
    left: Span | None = None
    right: Span | None = None
    note: str = ""


class Utterance(Row, frozen=True, kw_only=True):
    """What was said once, on one occasion, with all its renderings (statements)."""

    id: str
    speakers: tuple[str, ...] = ()
    event: str | None = None
    renderings: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    differences: tuple[Difference, ...] = ()
    judged: tuple[Judged, ...] = ()
