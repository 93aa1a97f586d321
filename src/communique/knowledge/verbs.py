"""The lexicon of words that report speech, thought and stance (data/verbs.yaml).

Looked up by any inflected form, made here by rule: the parser's lemmas of short verbs are not to be trusted
("hoped" comes as "hop", "rated" as "rat").
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from communique.errors import KnowledgeError

CLASSES = ("say", "claim", "ask", "promise", "praise", "criticise", "deny", "announce", "agree", "think")
CONSTRUCTIONS = frozenset({"clause", "infinitive", "object", "gerund", "hearer", "group"})
IRREGULAR = {
    "say": "said", "tell": "told", "speak": "spoke spoken", "think": "thought", "feel": "felt", "know": "knew known",
    "write": "wrote written", "swear": "swore sworn", "see": "saw seen", "find": "found", "show": "showed shown",
    "understand": "understood", "foresee": "foresaw foreseen", "choose": "chose chosen", "give": "gave given",
    "cast": "cast", "forget": "forgot forgotten", "seek": "sought", "hit": "hit", "have": "has had having",
    "make": "made", "undertake": "undertook undertaken", "forbid": "forbade forbidden",
    "withdraw": "withdrew withdrawn", "dream": "dreamt", "go": "went gone goes", "beseech": "besought", "withhold": "withheld", "take": "took taken",
    "send": "sent", "hold": "held", "spell": "spelt", "misstate": "misstated", "learn": "learnt",
}  # fmt: skip
DOUBLING = frozenset({
    "admit", "commit", "submit", "beg", "plan", "refer", "chat", "rebut", "rip", "slam", "pin", "pan", "jab", "opt",
    "bar", "ban", "permit", "prefer", "quip", "blog", "dub", "concur", "brag", "extol", "quiz", "regret",
    "hit", "forget", "prod", "shun",
})  # fmt: skip


class Cue(NamedTuple):
    """A reporting word: its class and the constructions that carry what it reports."""

    word: str
    stance: str
    takes: frozenset[str]

    def has(self, construction: str) -> bool:
        """Whether the construction (or preposition) carries what is reported."""
        return construction in self.takes


class Verbs(NamedTuple):
    """The lexicon. All lookups take a word as it stands, in lower case."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    light: frozenset[str]
    documents: frozenset[str]

    def verb(self, form: str) -> Cue | None:
        """The verb of which `form` is an inflected form."""
        return self.verbs.get(form)

    def noun(self, form: str) -> Cue | None:
        """The noun of which `form` is the singular or plural."""
        return self.nouns.get(form)

    def adjective(self, form: str) -> Cue | None:
        """The adjective."""
        return self.adjectives.get(form)

    def is_document(self, form: str) -> bool:
        """Whether the noun is a thing that speaks for its authors: a report, a poll, a website."""
        return form in self.documents

    def is_light(self, form: str) -> bool:
        """Whether the verb may only carry a reporting noun ("expressed concern", "made a promise")."""
        return form in self.light


@cache
def load_verbs() -> Verbs:
    """The shipped lexicon, checked.

    Raises:
        KnowledgeError: a row names an unknown class or has no construction.
    """
    path = files("communique.knowledge") / "data" / "verbs.yaml"
    return build(yaml.safe_load(path.read_text(encoding="utf-8")))


def build(table: Mapping[str, Any]) -> Verbs:
    """The lexicon of a parsed table; see load_verbs."""
    verbs: dict[str, Cue] = {}
    for stance, word, takes in _rows(table, "verbs"):
        for form in forms(word):
            verbs[form] = _joined(verbs.get(form), Cue(word, stance, takes))
    nouns: dict[str, Cue] = {}
    for stance, words in _classes(table, "nouns"):
        for word in words:
            for form in (word, plural(word)):
                nouns.setdefault(form, Cue(word, stance, frozenset()))
    adjectives = {word: Cue(word, stance, takes) for stance, word, takes in _rows(table, "adjectives")}
    light = frozenset(form for word in table.get("light", ()) for form in forms(word))
    documents = frozenset(form for word in table.get("documents", ()) for form in (word, plural(word)))
    return Verbs(verbs, nouns, adjectives, light, documents)


def _joined(known: Cue | None, cue: Cue) -> Cue:
    """A word of two rows keeps its first class and the constructions of both."""
    return cue if known is None else known._replace(takes=known.takes | cue.takes)


def _classes(table: Mapping[str, Any], part: str) -> Iterator[tuple[str, Any]]:
    for stance, rows in (table.get(part) or {}).items():
        if stance not in CLASSES:
            raise KnowledgeError(f"verbs.yaml, {part}: {stance!r} is no class; use one of {', '.join(CLASSES)}")
        yield stance, rows


def _rows(table: Mapping[str, Any], part: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    for stance, rows in _classes(table, part):
        for word, takes in rows.items():
            if not isinstance(word, str) or not isinstance(takes, str) or not takes.split():
                raise KnowledgeError(f"verbs.yaml, {part}, {stance}: {word!r} needs its constructions, as in 'clause'")
            yield stance, word, frozenset(takes.split())


@cache
def forms(word: str) -> tuple[str, ...]:
    """The inflected forms of a verb: base, third person, past, participles."""
    regular = [word, _third(word), _past(word), _ing(word)]
    if word in IRREGULAR:
        regular[2:3] = IRREGULAR[word].split()
    return tuple(dict.fromkeys(regular))


def plural(noun: str) -> str:
    """The regular plural."""
    return _third(noun)


def _third(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied"
    return _stem(word) + "ed"


def _ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return _stem(word) + "ing"


def _stem(word: str) -> str:
    return word + word[-1] if word in DOUBLING else word
