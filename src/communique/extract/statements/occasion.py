"""The occasion of a statement: the event its own sentence names, or the one that its speaker spoke at just before."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from communique.annotate.tree import Tree
from communique.extract.statements.described import lemma
from communique.extract.statements.model import Draft, Page
from communique.records.events import Form
from communique.records.mentions import EventMention, Extraction, LocalSpeaker

# Forms at which people speak: a trip is an occasion only where no meeting is named.
SPOKEN_AT: tuple[Form, ...] = (
    "press_conference", "statement", "call", "talks", "meeting", "summit", "ceremony", "signing", "visit", "arrival",
    "departure",
)  # fmt: skip

WRITING = frozenset({"write", "tweet", "retweet", "post", "repost", "blog", "email", "text", "publish", "testify"})
# What people speak in, on or to without meeting those of whom the article tells, besides papers of any kind.
MEDIA = frozenset({
    "interview", "twitter", "facebook", "instagram", "youtube", "telegram", "tv", "television", "radio", "broadcast",
    "show", "hearing", "rally", "lecture", "book", "blog", "message", "newspaper", "lawmaker", "senator", "committee",
    "crowd", "audience", "court", "jury", "judge",
})  # fmt: skip
# Who may be those of whom the article tells, or waits at the door to be told of it.
AT_HAND = frozenset({
    "guest", "host", "visitor", "counterpart", "colleague", "delegation", "reporter", "journalist", "press", "media",
})  # fmt: skip
PLACED = frozenset({"in", "on", "to", "during", "at", "via", "through", "with", "before", "by"})


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


def apart(page: Page, draft: Draft, *, heard: bool) -> Literal["written", "elsewhere"] | None:
    """Whether the sentence of the cue has the words written, spread over time ("has long said", "would say"), or put
    to others than people of the article. `heard`: somebody of the article is addressed."""
    tree, verb = page.tree, draft.verb
    if tree.tokens[verb].lemma.lower() in WRITING:
        return "written"
    outsiders = not heard and any(_is_outsider(tree, hearer) for hearer in draft.hearers)
    phrases = (c for c in tree.children(verb, "prep") if tree.tokens[c].text.lower() in PLACED)
    by_medium = any(_is_medium(page, noun) for phrase in phrases for noun in tree.children(phrase, "pobj"))
    return "elsewhere" if outsiders or by_medium or _is_spread(tree, verb) else None


def _is_outsider(tree: Tree, hearer: int) -> bool:
    return tree.tokens[hearer].pos != "PRON" and lemma(tree, hearer) not in AT_HAND


def _is_spread(tree: Tree, verb: int) -> bool:
    """ "has said", "may have said", "would not say": no single day on which it was said."""
    helping = [tree.tokens[c] for c in tree.children(verb, "aux")]
    return any(t.tag == "MD" or (t.lemma == "have" and t.tag in ("VBZ", "VBP")) for t in helping)


def _is_medium(page: Page, noun: int) -> bool:
    word = lemma(page.tree, noun)
    return word in MEDIA or page.verbs.is_document(word)
