"""What an event is called: its form; of an act, which has none of its own, what kind of act it is, else its words; and
where it was."""

from communique.records.events import Event, Place
from communique.report.wording import FORMS, clipped, said

WORDS = 60
# Fewer words than these ("Vance ends") tell nobody what happened.
FEWEST = 3
# PLOVER's event types as nouns.
ACTS = {
    "AGREE": "promise", "CONSULT": "consultation", "SUPPORT": "support", "COOPERATE": "cooperation",
    "AID": "aid", "CONCEDE": "concession", "RETREAT": "retreat", "REQUEST": "request", "REJECT": "refusal",
    "ACCUSE": "accusation", "THREATEN": "threat", "SANCTION": "sanction", "MOBILIZE": "mobilization",
    "COERCE": "coercion", "PROTEST": "protest", "ASSAULT": "assault",
}  # fmt: skip

# Buildings and grounds that take an article: "at the Kremlin", "at the Blue Palace"; but "at Camp North".
BUILDINGS = frozenset(
    "academy airport building castle center centre chancellery complex embassy hall headquarters hotel house kremlin "
    "ministry palace parliament residence university".split()
)


def scene(place: Place | None) -> str:
    """ " in Moscow", " at the Kremlin, Moscow"; empty where no place is known."""
    if place is None:
        return ""
    venue = place.name.removesuffix(f", {place.city}") if place.city else place.name
    if venue == place.name:
        return f" in {place.name}"
    last = venue.split()[-1].lower() if venue.split() else ""
    article = "the " if last in BUILDINGS and not venue.lower().startswith("the ") else ""
    return f" at {article}{place.name}"


def act_of(event: Event, length: int = WORDS) -> str:
    """ "meeting", "statement (accusation)", "sanction", “the bridge fell”."""
    if event.form not in {"other", "statement"}:
        return said(FORMS, event.form)
    kind = said(ACTS, event.plover.event).lower() if event.plover else ""
    if event.form == "statement":
        return f"statement ({kind})" if kind else said(FORMS, event.form)
    first = min(event.mentions, key=lambda m: (m.article, m.span.start), default=None)
    enough = first is not None and len(first.span.exact.split()) >= FEWEST
    return kind or (f"“{clipped(first.span.exact, length)}”" if first and enough else said(FORMS, event.form))
