"""What actors do to each other, by PLOVER's types: reviewed verbs, nouns and what they mean together
(`data/acts.yaml`)."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from communique.errors import KnowledgeError
from communique.knowledge.verb_forms import forms, plural
from communique.knowledge.yaml_table import read, row, rows
from communique.records.base import Row
from communique.text.stems import stem

_FILE = "acts.yaml"
Type = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Operator = Literal["report", "promise", "threaten", "demand", "refuse", "attempt"]


class ActRule(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"leads": "with"}):
    """A verb of the set `verb` (or that verb) and a noun of the set `noun` among its objects make an act of a type.
    `any`: with whatever object; `leads`: prepositions one of which opens a phrase of the verb; `by`: a set that
    a noun of its subject is in; `but`: verbs of the set that it does not hold for."""

    verb: str
    event: Type
    noun: str | None = None
    any: bool = False
    leads: tuple[str, ...] = ()
    by: str | None = None
    but: tuple[str, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()


class ActNouns(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that name an act by themselves."""

    nouns: tuple[str, ...]
    event: Type
    mode: str | None = None
    contexts: tuple[str, ...] = ()


class OperatorWords(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one operator."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class Acts(Row, frozen=True, kw_only=True):
    """The tables by word form, in lower case. `verbs`: form (with particle) to base form and sets; `nouns`: form to
    sets; `rules`: by set or base form, in order; `events`: nouns that name an act; `operators`: by kind of word, form
    to operator; `quads`: type to quad; `contexts`: word to context; `people`: nouns for
    those whom nobody names; `harmful`: verbs of accidents as well as of attacks;
    `figurative`: verbs of attacks that are used of things too; `dismissing`: those that send away
    whomever they take; `mishaps`: nouns for what these and
    `deaths`, verbs of accidents alone, were part of, and `wrecks` the verbs that tell them; `makes`: forms of
    verbs whose object is the act's name; `same`: stem to the numbers of the meanings that it shares with others;
    `taken_up`: nouns that stand for what was said or done."""

    verbs: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    nouns: Mapping[str, frozenset[str]]
    rules: tuple[ActRule, ...]
    events: Mapping[str, ActNouns]
    operators: Mapping[str, Mapping[str, Operator]]
    quads: Mapping[Type, str]
    contexts: Mapping[str, str]
    people: frozenset[str]
    harmful: frozenset[str]
    figurative: frozenset[str]
    dismissing: frozenset[str]
    mishaps: frozenset[str]
    deaths: frozenset[str]
    wrecks: frozenset[str]
    makes: frozenset[str]
    same: Mapping[str, frozenset[int]]
    taken_up: Mapping[str, frozenset[str]]

    def one_act(self, left: str, right: str) -> bool:
        """Whether two stems are of words for one act."""
        return left == right or bool(self.same.get(left, frozenset()) & self.same.get(right, frozenset()))

    def verb(self, words: Iterable[str]) -> tuple[str, frozenset[str]] | None:
        """Base form and sets of the first of the words that is known: the form as it stands, then its lemma."""
        return next((self.verbs[word][0] for word in words if word in self.verbs), None)

    def sets_of(self, noun: str) -> frozenset[str]:
        """The sets that the noun is in; a word for people is in that of people too."""
        return self.nouns.get(noun, frozenset()) | ({"people"} if noun in self.people else frozenset())

    def operator(self, kind: str, words: Iterable[str]) -> Operator | None:
        """What the first known word does with what stands behind it. `kind`: verbs, nouns or adjectives."""
        return next((self.operators[kind][word] for word in words if word in self.operators[kind]), None)


@cache
def load_acts() -> Acts:
    """The shipped tables.

    Raises:
        KnowledgeError: a row does not hold together, or names a set that is not there.
    """
    tables = read("acts")
    verb_sets = row(tables["verbs"], dict[str, list[str]], f"{_FILE}: verbs")
    noun_sets = row(tables["nouns"], dict[str, list[str]], f"{_FILE}: nouns")
    rules = rows(tables, "acts", ActRule, _FILE)
    _check(rules, noun_sets)
    operators = row(tables["operators"], dict[Operator, OperatorWords], f"{_FILE}: operators")
    quads = row(tables["quads"], dict[str, list[Type]], f"{_FILE}: quads")
    people = row(tables["people"], list[str], f"{_FILE}: people")
    harmful = row(tables["harmful"], list[str], f"{_FILE}: harmful")
    contexts = row(tables["contexts"], dict[str, list[str]], f"{_FILE}: contexts")
    return Acts(
        verbs=_verbs(verb_sets, rules),
        nouns=_turned({name: {f for w in words for f in (w, plural(w))} for name, words in noun_sets.items()}),
        rules=rules,
        events={
            form: item
            for item in reversed(rows(tables, "events", ActNouns, _FILE))
            for noun in item.nouns
            for form in (noun, plural(noun))
        },
        operators={
            "verbs": {f: op for op, words in operators.items() for verb in words.verbs for f in forms(verb)},
            "nouns": {f: op for op, words in operators.items() for noun in words.nouns for f in (noun, plural(noun))},
            "adjectives": {word: op for op, words in operators.items() for word in words.adjectives},
        },
        quads={event: quad for quad, events in quads.items() for event in events},
        contexts={
            form: name for name, words in reversed(contexts.items()) for word in words for form in (word, plural(word))
        },
        people=frozenset(form for word in people for form in (word, _several(word))),
        harmful=frozenset(harmful),
        dismissing=frozenset(row(tables["dismissing"], list[str], f"{_FILE}: dismissing")),
        figurative=frozenset(row(tables["figurative"], list[str], f"{_FILE}: figurative")),
        mishaps=frozenset(row(tables["mishaps"], list[str], f"{_FILE}: mishaps")),
        deaths=frozenset(row(tables["deaths"], list[str], f"{_FILE}: deaths")),
        wrecks=frozenset(row(tables["wrecks"], list[str], f"{_FILE}: wrecks")),
        makes=frozenset(form for verb in row(tables["makes"], list[str], f"{_FILE}: makes") for form in forms(verb)),
        same=_rows_of(row(tables["same"], list[list[str]], f"{_FILE}: same")),
        taken_up={
            kind: frozenset(words)
            for kind, words in row(tables["taken_up"], dict[str, list[str]], f"{_FILE}: taken_up").items()
        },
    )


def _check(rules: Iterable[ActRule], noun_sets: Mapping[str, list[str]]) -> None:
    for number, rule in enumerate(rules, 1):
        for name in (rule.noun, rule.by):
            if name is not None and name not in noun_sets:
                raise KnowledgeError(
                    f"{_FILE}: acts, row {number}: no set of nouns {name!r}; add it or correct the row"
                )


def _verbs(
    sets: Mapping[str, list[str]], rules: Iterable[ActRule]
) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Form to base form and sets; a rule's own verb is a set of one."""
    own = _turned({name: set(words) for name, words in sets.items()})
    bases = {**{rule.verb: frozenset[str]() for rule in rules if rule.verb not in sets}, **own}
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for base in sorted(bases):
        for form in forms(base):
            found[form] = (*found.get(form, ()), (base, bases[base] | {base}))
    return found


def _rows_of(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """The numbers of the rows that each word stands in, by its stem."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(groups):
        for word in words:
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _several(word: str) -> str:
    """The plural of a word for people."""
    if word.endswith("man"):
        return word.removesuffix("man") + "men"
    return {"child": "children", "person": "persons"}.get(word, plural(word))


def _turned(sets: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for name, own in sets.items():
        for word in own:
            words.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in words.items()}
