"""Bodies that an article names in full and in short: "the Lofoten Fishing Board (LFB)", "the Fishing Board"."""

import re

from communique.extract.actors.draft import Draft
from communique.extract.actors.surnames import BODY_HEADS, FIRMS
from communique.text.names import fold

ACRONYM = re.compile(r"(?:[A-Z]\.?){3,6}")


def key_of(name: str) -> str:
    """What two spellings of one body's name have in common: no article, no mark, "&" as it is spoken."""
    return fold(name.replace("&", " and ")).removeprefix("the ")


def one_body(drafts: list[Draft]) -> list[Draft]:
    """`drafts`, where each body that no table knows stands once: short names join the one longer name that they are
    short for; of several, none."""
    bodies = [d for d in drafts if d.kind == "organization" and not d.key]
    whole = _joined(bodies)
    for short in bodies:
        full = whole.get(id(short))
        if full is not None:
            full.names += short.names
            full.at += short.at
    return [d for d in drafts if id(d) not in whole]


def _joined(bodies: list[Draft]) -> dict[int, Draft]:
    """By a short name's draft, the draft of the longest name that it stands for."""
    found: dict[int, Draft] = {}
    for short in sorted(bodies, key=lambda d: (len(d.name.split()), d.name)):
        fitting = [d for d in bodies if d is not short and is_short_for(short.name, d.name)]
        longest = max(fitting, key=lambda d: (len(d.name), d.name), default=None)
        if longest is not None and all(d is longest or is_short_for(d.name, longest.name) for d in fitting):
            found[id(short)] = longest
    return {short: _last(found, full) for short, full in found.items()}


def _last(found: dict[int, Draft], draft: Draft) -> Draft:
    while id(draft) in found:
        draft = found[id(draft)]
    return draft


def is_short_for(short: str, full: str) -> bool:
    """Whether the name may be a shorter one of `full`: its initials, its last words, or all but what firms add."""
    less, more = key_of(short).split(), key_of(full).split()
    if ACRONYM.fullmatch(short):
        return len(more) > 2 and short.replace(".", "") in initials(full.removeprefix("The "))
    if len(less) >= len(more):
        return False
    if less == more[: len(less)]:
        return set(more[len(less) :]) <= FIRMS
    return less == more[-len(less) :] and (len(less) > 1 or less[0] not in BODY_HEADS | FIRMS)


def initials(name: str) -> frozenset[str]:
    """The acronyms that a name may have: of its words in capitals, and of all of them."""
    words = re.findall(r"\w[\w'’]*", name)
    return frozenset({"".join(w[0] for w in words if w[0].isupper()), "".join(w[0] for w in words).upper()})
