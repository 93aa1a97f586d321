"""The inflected forms of English verbs and nouns, by rule."""

from functools import cache

# Past and participle, where the rule does not make them.
IRREGULAR = {
    "say": "said", "tell": "told", "speak": "spoke spoken", "think": "thought", "feel": "felt", "know": "knew known",
    "write": "wrote written", "swear": "swore sworn", "see": "saw seen", "find": "found", "show": "showed shown",
    "understand": "understood", "foresee": "foresaw foreseen", "forget": "forgot forgotten", "give": "gave given",
    "make": "made", "undertake": "undertook undertaken", "forbid": "forbade forbidden", "seek": "sought",
    "dream": "dreamed dreamt", "beseech": "besought", "take": "took taken", "send": "sent", "hold": "held",
    "learn": "learned learnt", "have": "had", "spell": "spelled spelt", "hit": "hit", "cast": "cast",
    "draw": "drew drawn", "pay": "paid", "lay": "laid", "set": "set", "put": "put", "bring": "brought",
}  # fmt: skip
# Verbs that double their last letter before -ed and -ing.
DOUBLING = frozenset({
    "admit", "ban", "bar", "beg", "blog", "brag", "commit", "concur", "dub", "extol", "forget", "hit", "jab", "opt",
    "pan", "permit", "pin", "plan", "prefer", "prod", "quip", "quiz", "rebut", "refer", "regret", "rip", "shun", "slam",
    "submit", "set", "put",
})  # fmt: skip


@cache
def forms(verb: str) -> tuple[str, ...]:
    """Base, third person, past and participles; of a verb with a particle ("rule out"), with it."""
    if " " in verb:
        first, particle = verb.split(" ", 1)
        return tuple(f"{form} {particle}" for form in forms(first))
    past = IRREGULAR[verb].split() if verb in IRREGULAR else [_past(verb)]
    third = "has" if verb == "have" else plural(verb)
    return tuple(dict.fromkeys([verb, third, *past, _ing(verb)]))


def plural(word: str) -> str:
    """The regular plural of a noun, which is also a verb's third person."""
    if _ends_in_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if _ends_in_y(word) else _stem(word) + "ed"


def _ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return _stem(word) + "ing"


def _stem(word: str) -> str:
    return word + word[-1] if word in DOUBLING else word


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in tuple("aeiou")
