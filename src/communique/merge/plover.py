"""PLOVER's event type, mode and contexts of an event (manual of February 2024; the part that forms settle)."""

from msgspec.structs import replace

from communique.records.events import Event, Plover

CONSULTS = frozenset(
    {"meeting", "summit", "visit", "talks", "call", "arrival", "press_conference", "ceremony", "departure"}
)
# Sectors as PLOVER's contexts; the others have none.
CONTEXTS = {
    "economy": "economic", "trade": "economic", "energy": "economic", "transport": "economic", "industry": "economic",
    "finance": "economic", "sanctions": "economic", "agriculture": "economic", "infrastructure": "economic",
    "defence": "military", "security": "military", "counter-terrorism": "terrorism", "nuclear": "cbrn",
    "technology": "technology", "science": "technology", "space": "technology", "human rights": "human_rights",
    "migration": "migration", "humanitarian": "human_rights", "politics": "diplomatic", "diplomacy": "diplomatic",
}  # fmt: skip


def with_plover(event: Event) -> Event:
    """The event with its PLOVER coding; forms that PLOVER has no type for have none."""
    coded = _coded(event)
    if coded is None:
        return event
    contexts = {"diplomatic", *(CONTEXTS[t] for t in event.topics if t in CONTEXTS)}
    return replace(event, plover=Plover(event=coded[0], mode=coded[1], contexts=tuple(sorted(contexts))))


def _coded(event: Event) -> tuple[str, str | None] | None:
    if event.status in {"cancelled", "denied"} and event.form in CONSULTS:
        return "REJECT", "meet"
    if event.status in {"planned", "conditional"} and event.form in CONSULTS:
        return "AGREE", None
    if event.form in CONSULTS:
        return "CONSULT", _mode(event)
    if event.form == "signing":
        return ("SUPPORT", None) if event.status in {"held", "ongoing"} else ("AGREE", None)
    if event.form == "exercise":
        return "COOPERATE", None
    return None


def _mode(event: Event) -> str | None:
    if event.form == "call":
        return "phone"
    if sum(p.role != "mediator" for p in event.participants) > 2:
        return "multilateral"
    roles = {p.role for p in event.participants}
    if "host" in roles or "guest" in roles or event.form == "visit":
        return "visit"
    return None
