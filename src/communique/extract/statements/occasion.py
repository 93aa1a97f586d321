"""The occasion of a statement: the event its own sentence names, or the one that its speaker spoke at just before."""

from bisect import bisect_left
from collections.abc import Sequence

from communique.annotate.tree import Tree
from communique.extract.statements.model import Draft
from communique.records.events import Form
from communique.records.mentions import EventMention, Extraction, LocalSpeaker

# Forms at which people speak: a trip is an occasion only where no meeting is named.
SPOKEN_AT: tuple[Form, ...] = (
    "press_conference", "statement", "call", "talks", "meeting", "summit", "ceremony", "signing", "visit", "arrival",
    "departure",
)  # fmt: skip


class Occasions:
    """The event mentions of the article by their triggers, and the occasion that went before."""

    def __init__(self, so_far: Extraction) -> None:
        held = [event for event in so_far.events if event.form in SPOKEN_AT]
        self._events = sorted(held, key=lambda event: (event.trigger.start, event.id))
        self._starts = [event.trigger.start for event in self._events]
        self._last: tuple[int, tuple[str | None, ...], str] | None = None

    def of(self, tree: Tree, draft: Draft, speakers: Sequence[LocalSpeaker]) -> str | None:
        """The id of the event mention that the words were said at, as far as the text shows it."""
        sentence = tree.sentence_of(draft.verb)
        start, end = tree.tokens[sentence.first].start, tree.tokens[sentence.last - 1].end
        inside = self._events[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        framing = [event for event in inside if not _is_reported(draft, event) and event.status != "recalled"]
        found = min(framing, key=lambda event: (SPOKEN_AT.index(event.form), event.id), default=None)
        who = tuple(speaker.actor for speaker in speakers)
        if found is not None:
            self._last = (sentence.paragraph, who, found.id)
            return found.id
        if self._last is not None and self._last[:2] == (sentence.paragraph, who):
            return self._last[2]
        return None


def _is_reported(draft: Draft, event: EventMention) -> bool:
    """Whether the event is part of what is said."""
    return any(start <= event.trigger.start < end for start, end in draft.pieces)
