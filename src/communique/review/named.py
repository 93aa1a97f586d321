"""Who and where a judgement names, as the merge knows actors and places."""

from collections.abc import Mapping

from msgspec.structs import replace

from communique.knowledge import Knowledge
from communique.records.events import Place
from communique.records.ids import content_id
from communique.records.judgements import Where, Who
from communique.records.mentions import LocalActor


def local_actor(who: Who, article: str, known: Mapping[str, LocalActor], knowledge: Knowledge) -> LocalActor:
    """The actor in an article that does not mention it: like the member that is named, or by the name alone."""
    if who.anchor is not None:
        like = known[who.anchor.member]
        id_ = content_id("local", article, "judged", like.id)
        return replace(like, id=id_, article=article, offices=(), mentions=(), members=())
    name, key, country = _normal(who, knowledge)
    return LocalActor(
        id=content_id("local", article, "judged", who.kind, name, country or ""),
        article=article,
        kind=who.kind,
        name=name,
        names=(name,),
        country=country,
        key=key,
    )


def _normal(who: Who, knowledge: Knowledge) -> tuple[str, str | None, str | None]:
    """Name, key and country as the tables have them, where they know the body."""
    if who.kind == "state":
        state = knowledge.states.by_name(who.name)
        if state is not None:
            return state.name, state.code, state.code
    elif who.kind != "person":
        body = knowledge.organizations.by_name(who.name)
        if body is not None and body.kind == who.kind:
            return body.name, body.key, who.country or body.country
    return who.name, None, who.country


def place_of(where: Where, knowledge: Knowledge) -> Place:
    """The place: a state, a city that the tables know, or no more than its name."""
    state = knowledge.states.by_name(where.name)
    if state is not None and where.country in (None, state.code):
        return Place(name=state.name, country=state.code)
    city = knowledge.places.city(where.name, (where.country,) if where.country else ())
    if city is None or where.country not in (None, city.country):
        return Place(name=where.name, country=where.country)
    return Place(name=city.name, city=city.name, country=city.country, lat=city.lat, lon=city.lon)
