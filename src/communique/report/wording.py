"""The words that a reader sees for the record's own values, and English lists and counts."""

from collections.abc import Sequence

FORMS = {
    "meeting": "meeting", "summit": "summit", "visit": "visit", "talks": "talks", "call": "telephone call",
    "press_conference": "press conference", "signing": "signing", "ceremony": "ceremony", "arrival": "arrival",
    "departure": "departure", "statement": "statement", "exercise": "exercise", "election": "election",
    "other": "event",
}  # fmt: skip
STATUSES = {
    "held": "took place", "planned": "planned", "ongoing": "going on", "conditional": "possible, on a condition",
    "denied": "denied", "cancelled": "cancelled", "recalled": "recalled",
}  # fmt: skip
ROLES = {
    "host": "host", "guest": "guest", "participant": "", "chair": "chair", "mediator": "mediator",
    "signatory": "signatory", "addressee": "addressee",
}  # fmt: skip
LEVELS = {
    "head": "heads of state or government", "minister": "ministers", "official": "officials", "other": "other level",
}  # fmt: skip
MODES = {"direct": "quoted", "indirect": "reported", "mixed": "reported, partly quoted"}
HOWS = {
    "named": "by name", "role": "by office", "pronoun": "by pronoun", "relative": "by a relative clause",
    "collective": "as a group", "source": "as a source", "carried": "carried on from before",
}  # fmt: skip
SPEAKER_BASES = {
    "article": "settled within the article", "other articles": "settled by other articles",
    "reference": "settled by the table of offices",
}  # fmt: skip
KINDS = {
    "pledge": "Pledges", "agreed": "Agreed", "proposal": "Proposals", "plan": "Plans", "refusal": "Refusals",
    "threat": "Threats",
}  # fmt: skip
KIND = {
    "pledge": "pledge", "agreed": "agreed", "proposal": "proposal", "plan": "plan", "refusal": "refusal",
    "threat": "threat",
}  # fmt: skip
STRENGTHS = {"firm": "firm", "intended": "intended", "possible": "possible"}
FOLLOWUPS = {
    "repeats": "repeated", "advances": "carried further", "completes": "completed", "delays": "delayed",
    "drops": "dropped",
}  # fmt: skip
STAGES = {
    "proposed": "proposed", "drafted": "drafted", "negotiated": "under negotiation", "agreed": "agreed",
    "signed": "signed", "ratified": "ratified", "in_force": "in force", "suspended": "suspended", "ended": "ended",
}  # fmt: skip
BOUNDS = {"exact": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}
CHANGES = {"up": "up", "down": "down", "none": ""}
JUDGEMENTS = {"agree": "agree", "refine": "one is more precise", "differ": "differ", "alone": "one origin only"}
RELATIONS = {"same": "", "refines": "of another precision", "differs": "differs"}
BASES = {
    "given": "given with the capture", "stated": "stated on the page",
    "relative": "worked out from the page’s own date", "inferred": "inferred from other articles",
}  # fmt: skip
OFFICE_BASES = {"text": "in the texts", "reference": "from the table of offices"}
ACTOR_KINDS = {
    "person": "person", "state": "state", "government": "government", "organization": "organization",
    "bloc": "bloc", "format": "negotiating format", "media": "media outlet", "group": "group",
}  # fmt: skip
FIELDS = {
    "participants": "who", "place": "where", "time": "when", "form": "form", "status": "status",
    "number": "number", "value": "value", "speakers": "speaker", "reported": "manner",
    "bound": "bound of a figure", "strength": "firmness", "polarity": "denial",
}  # fmt: skip


def said(table: dict[str, str], value: str) -> str:
    """The table's words for `value`, or the value without underscores where a newer record has one more."""
    return table.get(value, value.replace("_", " "))


def listed(names: Sequence[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 report", "3 reports", "no reports"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number or 'no'} {plural or noun + 's'}"


def clipped(text: str, length: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `length`."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[:length]
    return f"{cut.rpartition(' ')[0] or cut}…"


def capital(text: str) -> str:
    """`text` with its first letter raised, the rest as it is."""
    return text[:1].upper() + text[1:]


def number(value: float) -> str:
    """ "38", "5,000", "2.5 million", "0.25": no more decimals than the value has."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if size <= abs(value) < size * 1000 and value * 1000 % size == 0:
            return f"{value / size:,.6g} {name}"
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}"


# Units that have no plural of their own.
INVARIABLE = frozenset("percent yen yuan won baht hertz degrees celsius".split())
CURRENCIES = frozenset(
    "dollar euro pound yen yuan won rial rouble ruble rupee lira franc real dirham riyal toman".split()
)


def units(unit: str, value: float) -> str:
    """A unit as it stands behind the value: "dollars per year", "Japanese yen", "percent"."""
    head, per, rest = unit.partition(" per ")
    words = head.split()
    if len(words) == 2 and words[1] in CURRENCIES:
        words[0] = capital(words[0])
    if words and abs(value) != 1 and words[-1].isalpha() and words[-1].islower() and words[-1] not in INVARIABLE:
        words[-1] = _plural(words[-1])
    return f"{' '.join(words)}{per}{rest}"


def _plural(noun: str) -> str:
    if noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("x", "ch", "sh")) else f"{noun}s"


def duration(iso: str) -> str:
    """ "P20Y" as "20 years", "PT3H" as "3 hours"; as it is where it has several parts."""
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    clock = {"H": "hour", "M": "minute", "S": "second"}
    timed = iso.startswith("PT")
    count, unit = iso[1 + timed : -1], (clock if timed else units).get(iso[-1:])
    if not iso.startswith("P") or unit is None or not count.isascii() or not count.isdigit():
        return iso
    return counted(int(count), unit)
