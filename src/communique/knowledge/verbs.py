"""The lexicon of words that report speech, thought and stance (data/verbs.yaml).

Looked up by any inflected form, made by rule (verb_forms.py): the parser's lemmas of short verbs are not to be
trusted ("hoped" comes as "hop", "rated" as "rat").
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from communique.errors import KnowledgeError
from communique.knowledge.verb_forms import forms, plural
from communique.knowledge.yaml_table import read

CLASSES = ("say", "claim", "ask", "promise", "praise", "criticise", "deny", "announce", "agree", "think")
CONSTRUCTIONS = frozenset({"clause", "infinitive", "object", "gerund", "hearer", "thing", "unspoken"})
PREPOSITIONS = frozenset({
    "about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "out", "over", "to", "toward",
    "towards", "upon", "with",
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
    deeds: frozenset[str] = frozenset()

    def verb(self, form: str) -> Cue | None:
        """The verb of which `form` is an inflected form."""
        return self.verbs.get(form)

    def with_particle(self, form: str, particles: Iterable[str]) -> Cue | None:
        """The verb that `form` is with one of the particles ("ruled", "out"), else the plain verb."""
        phrasal = (self.verbs.get(f"{form} {particle}") for particle in particles)
        return next((cue for cue in phrasal if cue is not None), self.verbs.get(form))

    def noun(self, form: str) -> Cue | None:
        """The noun of which `form` is the singular or plural."""
        return self.nouns.get(form)

    def adjective(self, form: str) -> Cue | None:
        """The adjective."""
        return self.adjectives.get(form)

    def is_document(self, form: str) -> bool:
        """Whether the noun is a thing that speaks for its authors: a report, a poll, a website."""
        return form in self.documents

    def is_deed(self, form: str) -> bool:
        """Whether the verb, with a mere object, may tell what somebody does rather than says ("backs the plan")."""
        return form in self.deeds

    def is_light(self, form: str) -> bool:
        """Whether the verb may only carry a reporting noun ("made a promise", "gave an assurance")."""
        return form in self.light


@cache
def load_verbs() -> Verbs:
    """The shipped lexicon. Raises KnowledgeError where a row does not hold together; see build."""
    return build(read("verbs"))


def build(table: Mapping[str, Any]) -> Verbs:
    """The lexicon of a parsed table.

    Raises:
        KnowledgeError: a class or a construction is unknown, a verb stands twice.
    """
    verbs: dict[str, Cue] = {}
    words: set[str] = set()
    for cue in _rows(table, "verbs"):
        if cue.word in words:
            raise KnowledgeError(f"verbs.yaml, verbs, {cue.stance}: {cue.word!r} stands twice; keep one row")
        words.add(cue.word)
        for form in forms(cue.word):
            verbs.setdefault(form, cue)
    nouns: dict[str, Cue] = {}
    for stance, own in _classes(table, "nouns"):
        for word in own:
            for form in (word, plural(word)):
                nouns.setdefault(form, Cue(word, stance, frozenset()))
    adjectives = {cue.word: cue for cue in _rows(table, "adjectives")}
    light = frozenset(form for word in table.get("light", ()) for form in forms(word))
    documents = frozenset(form for word in table.get("documents", ()) for form in (word, plural(word)))
    deeds = frozenset(form for word in table.get("deeds", ()) for form in forms(word))
    return Verbs(verbs, nouns, adjectives, light, documents, deeds)


def _classes(table: Mapping[str, Any], part: str) -> Iterator[tuple[str, Any]]:
    for stance, rows in (table.get(part) or {}).items():
        if stance not in CLASSES:
            raise KnowledgeError(f"verbs.yaml, {part}: {stance!r} is no class; use one of {', '.join(CLASSES)}")
        yield stance, rows


def _rows(table: Mapping[str, Any], part: str) -> Iterator[Cue]:
    for stance, rows in _classes(table, part):
        for word, takes in rows.items():
            found = frozenset(str(takes).split())
            if unknown := found - CONSTRUCTIONS - PREPOSITIONS:
                raise KnowledgeError(f"verbs.yaml, {part}, {stance}, {word!r}: no construction {sorted(unknown)}")
            yield Cue(str(word), stance, found)
