"""What an event is called: its form; of an act, which has none of its own, what kind of act it is, else its words."""

from communique.records.events import Event
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
