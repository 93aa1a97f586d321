"""When and where the event of an article's head was, by its own words, else by the first sentences."""

from collections.abc import Iterator

from msgspec.structs import replace

from communique.extract.acts.head import Head
from communique.extract.acts.mention import Scene, near_spots
from communique.extract.events.where import place_named
from communique.records.annotated import Sentence
from communique.records.events import Place
from communique.records.mentions import EventMention, LocalParticipant
from communique.records.times import Time, TimeMention
from communique.text.times.intervals import civil, days, shift

# News is of the days before it appears; a longer time says when something else was.
LONGEST = 8
FRESH = 31
PLACES = frozenset({"GPE", "LOC", "FAC"})


def with_setting(own: Scene, head: Head, mention: EventMention) -> EventMention:
    """The mention with when and where."""
    times = {t.id: t for _, t in own.calendar.times}
    stated = times.get(mention.time or "")
    time = mention.time if stated is not None and _is_news(own, stated) else _when(own, head)
    return replace(mention, time=time, place=_where(own, head, mention))


def settled(title: EventMention, lead: EventMention) -> EventMention:
    """The title's mention, without a country where the body names the town."""
    if title.place is not None and lead.place is not None and title.place.lat is None and title.place.venue is None:
        return replace(title, place=lead.place)
    return title


def _when(own: Scene, head: Head) -> str | None:
    """The first time of the title and the first sentences that can be the news's."""
    for sentence in (*head.parts, *head.body):
        for _, time in own.calendar.within(sentence.first, sentence.last):
            if not own.calendar.is_ahead(time.id) and _is_news(own, time):
                return time.id
    return None


def _is_news(own: Scene, time: TimeMention) -> bool:
    """Whether the time is one of the days before the article; of an undated article, any day."""
    published = own.tree.article.published
    if published is None:
        return True
    return time.time is not None and days(time.time) <= LONGEST and _near(time.time, published)


def _near(time: Time, published: Time) -> bool:
    first, last = civil(published)
    return shift(first, -FRESH) <= civil(time)[1] and civil(time)[0] <= shift(last, 1)


def _where(own: Scene, head: Head, mention: EventMention) -> Place | None:
    """The mention's own place; a town of the first sentences where it names none or only the country."""
    stated = mention.place
    if stated is not None and _precise(stated):
        return stated
    if mention.form == "statement":
        # Words need no place, and are seldom said where they speak of.
        return None
    found = [place for s in (*head.parts, *head.near) for place in _places(own, s, mention.participants)]
    inside = [p for p in found if stated is None or p.country == stated.country]
    precise = next((p for p in inside if _precise(p)), None)
    return precise or stated or next(iter(inside), None)


def _precise(place: Place) -> bool:
    return place.lat is not None or place.venue is not None


def _places(own: Scene, s: Sentence, who: tuple[LocalParticipant, ...]) -> Iterator[Place]:
    """Places behind a word of place, the most precise first; then towns that a name before a noun tells
    ("the Bergen ferry fire")."""
    spots = near_spots(own, s.first, s.last, who)
    yield from (spot.place for spot in sorted(spots, key=lambda spot: (not _precise(spot.place), spot.first)))
    for entity in own.tree.entities:
        if entity.label not in PLACES or not s.first <= entity.first < s.last:
            continue
        if own.tree.tokens[entity.last - 1].dep in {"poss", "nsubj", "nsubjpass"}:
            # A capital that acts or owns is its state.
            continue
        span = own.tree.span(entity.first, entity.last - 1)
        place = place_named(own.knowledge, span.exact, ())
        if place is not None and _precise(place):
            yield replace(place, spans=(span,))
