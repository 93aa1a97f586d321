"""What the rules had found, in the few words that stand beside a person's judgement."""

from collections.abc import Sequence

from communique.records.events import Place
from communique.records.mentions import LocalActor, LocalSpeaker
from communique.records.spans import Sourced
from communique.records.times import Time


def time_words(time: Time | None) -> str:
    """A time as it stands in the record, shortest form first."""
    if time is None:
        return ""
    return time.edtf or (time.earliest if time.earliest == time.latest else f"{time.earliest}/{time.latest}")


def place_words(place: Place | None) -> str:
    """A place with its country."""
    return ", ".join(part for part in (place.name, place.country) if part) if place else ""


def title_words(title: Sourced | None) -> str:
    """A title."""
    return title.value if title else ""


def speaker_words(speakers: Sequence[LocalSpeaker], actors: dict[str, LocalActor]) -> str:
    """The speakers by name, where the article names them, else by the words that stand for them."""
    found = []
    for speaker in speakers:
        actor = actors.get(speaker.actor or "")
        found.append((actor.name if actor else "") or speaker.text)
    return ", ".join(found)
