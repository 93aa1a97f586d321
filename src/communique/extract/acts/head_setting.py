"""When and where the event of an article's head was, by its own words, else by the sentences that tell it."""

from collections.abc import Collection

from msgspec.structs import replace

from communique.extract.acts.day import is_news, when
from communique.extract.acts.head import Head
from communique.extract.acts.mention import Scene
from communique.extract.acts.spot import same_or_inside, where
from communique.extract.events.where import dateline_of
from communique.records.mentions import EventMention
from communique.text.times.intervals import gap

# How many days before the article somebody still reports from where it was.
FRESH = 2


def with_setting(own: Scene, head: Head, mention: EventMention, acts: Collection[int]) -> EventMention:
    """The mention with when and where. `acts`: the words that tell its event, its own among them."""
    place = where(own, head, acts, mention)
    return replace(mention, time=when(own, head, acts, mention), place=place)


def completed(own: Scene, head: Head, mention: EventMention, acts: Collection[int]) -> EventMention:
    """An encounter with when and where, if its own words do not say it."""
    times = {t.id: t for _, t in own.calendar.times}
    stated = times.get(mention.time or "")
    time = mention.time if stated is not None and is_news(own, stated) else when(own, head, acts, mention)
    place = mention.place
    if place is None or (place.lat is None and place.venue is None):
        found = where(own, head, acts, mention)
        place = found if found is not None and same_or_inside(found, place) else place
    return replace(mention, time=time, place=place)


def reported_there(own: Scene, mention: EventMention) -> EventMention:
    """The mention of what took place on the article's day, or shortly before, with the place of the dateline where no
    words say another: a reporter was there. Words are said anywhere."""
    times = {t.id: t.time for _, t in own.calendar.times}
    time, published = times.get(mention.time or ""), own.tree.article.published
    if mention.place is not None or mention.status != "held" or mention.form == "statement":
        return mention
    if time is not None and published is not None and gap(time, published) > FRESH:
        return mention
    line = dateline_of(own.tree.article, own.knowledge)
    return replace(mention, place=line) if line is not None and line.lat is not None else mention


def agreed(title: EventMention, lead: EventMention) -> EventMention:
    """The title's mention without what its event's time and place are not: a country where the body names the town,
    another day."""
    place = title.place if title.place is None or lead.place is None else lead.place
    return replace(title, place=place, time=title.time if title.time == lead.time else None)
