"""PLOVER's event type, mode, contexts and quad of an event (manual of February 2024), and CAMEO's code where one alone
stands for type and mode. Acts bring their code with them; encounters have it by their form."""

from msgspec.structs import replace

from communique.knowledge.acts import load_acts
from communique.records.events import TOOK_PLACE, Event, Plover

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
# CAMEO's table read backwards, where one code alone maps to a type and mode: (type, mode, context) or (type, mode).
CAMEO: dict[tuple[str, ...], str] = {
    ("CONSULT", "phone"): "041",
    ("CONSULT", "third-party"): "044",
    ("SUPPORT", "sign"): "057",
    ("COOPERATE", "", "military"): "062",
    ("ACCUSE", "investigate"): "090",
    ("RETREAT", "ceasefire"): "0871",
    ("PROTEST", "demo"): "141",
    ("PROTEST", "hunger"): "142",
    ("PROTEST", "boycott"): "143",
    ("PROTEST", "obstruct"): "144",
    ("PROTEST", "riot"): "145",
    ("COERCE", "arrest"): "173",
    ("COERCE", "deport"): "174",
    ("COERCE", "curfew"): "1723",
    ("COERCE", "martial-law"): "1724",
    ("ASSAULT", "beat"): "182",
    ("ASSAULT", "torture"): "1822",
    ("ASSAULT", "suicide-attack"): "1831",
    ("ASSAULT", "firearms"): "193",
}


def with_plover(event: Event) -> Event:
    """The event with its PLOVER coding; what PLOVER has no type for has none."""
    coded = event.plover or _of_form(event)
    return event if coded is None else replace(event, plover=_completed(coded, event))


def _completed(coded: Plover, event: Event) -> Plover:
    contexts = {*coded.contexts, *(CONTEXTS[t] for t in event.topics if t in CONTEXTS)}
    mode = coded.mode or ""
    with_context = (CAMEO.get((coded.event, mode, c)) for c in coded.contexts)
    cameo = CAMEO.get((coded.event, mode)) or next((c for c in with_context if c), None)
    if event.form == "signing" and coded.event == "SUPPORT":
        cameo = CAMEO["SUPPORT", "sign"]
    quad = load_acts().quads.get(coded.event)  # type: ignore[call-overload]
    return replace(coded, contexts=tuple(sorted(contexts)), quad=quad, cameo=cameo)


def _of_form(event: Event) -> Plover | None:
    found = _coded(event)
    if found is None:
        return None
    context = ("military",) if event.form == "exercise" else ("diplomatic",)
    return Plover(event=found[0], mode=found[1], contexts=context)


def _coded(event: Event) -> tuple[str, str | None] | None:
    if event.status in {"cancelled", "denied"} and event.form in CONSULTS:
        return "REJECT", "meet"
    if event.status in {"planned", "conditional"} and event.form in CONSULTS:
        return "AGREE", None
    if event.form in CONSULTS:
        return "CONSULT", _mode(event)
    if event.form == "signing":
        return ("SUPPORT", None) if event.status in TOOK_PLACE else ("AGREE", None)
    if event.form == "exercise":
        return "COOPERATE", None
    return None


def _mode(event: Event) -> str | None:
    """How they met: by telephone, several, a visit, or in a country that is nobody's who takes part."""
    if event.form == "call":
        return "phone"
    if sum(p.role != "mediator" for p in event.participants) > 2:
        return "multilateral"
    roles = {p.role for p in event.participants}
    if "host" in roles or "guest" in roles or event.form == "visit":
        return "visit"
    return None
