"""Leaders whom an article calls by office and surname alone: "President Berg", where the tables know one of them."""

from collections.abc import Iterable

from communique.knowledge import Knowledge
from communique.knowledge.offices import Holder
from communique.records.mentions import Extraction, LocalActor
from communique.records.times import Time
from communique.text.names import words

# Years after the end of an office in which its holder is still called by it.
REMEMBERED = 25


def leaders(extractions: Iterable[Extraction], knowledge: Knowledge) -> dict[str, Holder]:
    """By the local id of each person so called, the one holder whom the tables know by that surname and office."""
    found = {}
    for extraction in extractions:
        for actor in extraction.actors:
            if actor.kind == "person" and len(words(actor.name)) == 1:
                holder = _leader(actor, extraction.article.published, knowledge)
                if holder is not None:
                    found[actor.id] = holder
    return found


def _leader(actor: LocalActor, published: Time | None, knowledge: Knowledge) -> Holder | None:
    titles = {claim.title for claim in actor.offices if _leads(claim.title, knowledge) and not claim.organization}
    states = {claim.country for claim in actor.offices if claim.country} | ({actor.country} - {None})
    if not titles:
        return None
    bearers = [h for name in knowledge.offices.named(actor.name) for h in knowledge.offices.of(name)]
    fitting = [h for h in bearers if h.title in titles and h.country and (not states or h.country in states)]
    if len({h.name for h in fitting}) != 1 or words(fitting[0].name)[-1] != words(actor.name)[0]:
        return None
    return fitting[0] if any(_may_be_then(h, published) for h in fitting) else None


def _leads(title: str, knowledge: Knowledge) -> bool:
    known = knowledge.titles.get(title)
    return title == "vice president" or (known is not None and known.rank == "head")


def _may_be_then(holder: Holder, published: Time | None) -> bool:
    if published is None:
        return True
    year = int(published.latest[:4])
    ended = int(holder.end[:4]) if holder.end else year
    return (holder.start or "") <= published.latest[:10] and year - ended <= REMEMBERED
