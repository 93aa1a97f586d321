"""Times as claims: the same days, one within the other, or apart."""

from communique.compare.ledger import Claim
from communique.records.findings import Relation
from communique.records.spans import Span
from communique.records.times import Time
from communique.text.times.intervals import bounds, compatible, refines


def time_claim(time: Time, article: str, said: Span) -> Claim:
    """What an article gives as a time, by its own words for it, or else by what it said (`said`)."""
    key = f"{time.earliest}/{time.latest}/{'~' if time.approximate else ''}"
    spans = (time.span,) if time.span else (said,)
    value = time.edtf or (time.earliest if time.earliest == time.latest else f"{time.earliest}/{time.latest}")
    return Claim(value=value, key=key, article=article, spans=spans, slack=time.approximate)


def related_times(lead: Claim, other: Claim) -> Relation:
    """The same days, one within the other, or apart; slack joins events, it does not make dates agree."""
    a, b = _parsed(lead), _parsed(other)
    if bounds(a) == bounds(b):
        return "same"
    if refines(a, b) or refines(b, a) or compatible(a, b, slack_days=0):
        return "refines"
    return "differs"


def _parsed(claim: Claim) -> Time:
    earliest, latest, mark = claim.key.split("/")
    return Time(earliest=earliest, latest=latest, basis="stated", approximate=bool(mark))
