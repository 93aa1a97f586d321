"""Words that commit somebody to act (`data/commitments.yaml`)."""

from collections.abc import Mapping
from functools import cache

from communique.knowledge import yaml_table
from communique.records.base import Row
from communique.records.commitments import CommitmentKind, Stage, Strength

_FILE = "commitments"


class CommitmentCue(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one kind, and what carries the action behind them. `past`: whether the past tense still commits;
    `own`: only where the one who commits acts himself; `joint`: only with an act for or with others;
    `reflexive`: only with "itself", "themselves"; `particle`: only with it ("rule out"); `stated`: a word that
    counts only where somebody states it; `shared`: a noun for what goes on between several, named or not;
    `avowed`: only where those who commit say it themselves; `active`: only of the one who does it ("invited", not
    "was invited"); `refusable`: an adjective that refuses where it is negated ("not ready to")."""

    words: tuple[str, ...]
    kind: CommitmentKind
    strength: Strength
    takes: tuple[str, ...]
    past: bool = True
    own: bool = False
    joint: bool = False
    reflexive: bool = False
    particle: str | None = None
    stated: bool = False
    shared: bool = False
    refusable: bool = False
    active: bool = False
    avowed: bool = False


class InstrumentWords(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"companions": "with"}):
    """Nouns that name an instrument: `heads` alone, the `weak` ones only among `companions`; `phrases` of several
    words; `drafts` of one."""

    heads: frozenset[str]
    weak: frozenset[str]
    companions: frozenset[str]
    phrases: tuple[str, ...]
    drafts: frozenset[str]


class CommitmentWords(Row, frozen=True, kw_only=True):
    """All tables, by lemma."""

    verbs: Mapping[str, tuple[CommitmentCue, ...]]
    nouns: Mapping[str, tuple[CommitmentCue, ...]]
    adjectives: Mapping[str, tuple[CommitmentCue, ...]]
    agents: frozenset[str]
    relations: frozenset[str]
    courses: frozenset[str]
    defiance: frozenset[str]
    states: frozenset[str]
    joint: frozenset[str]
    speech: frozenset[str]
    invitations: frozenset[str]
    talks: frozenset[str]
    bonds: frozenset[str]
    doubts: frozenset[str]
    signs: frozenset[str]
    personnel: frozenset[str]
    private: frozenset[str]
    remarks: frozenset[str]
    planning: frozenset[str]
    appointments: frozenset[str]
    telling: frozenset[str]
    instruments: InstrumentWords
    stages: Mapping[str, Stage]


def _by_word(tables: yaml_table.Tables, key: str) -> dict[str, tuple[CommitmentCue, ...]]:
    found: dict[str, tuple[CommitmentCue, ...]] = {}
    for row in yaml_table.rows(tables, key, CommitmentCue, f"{_FILE}.yaml"):
        for word in row.words:
            found[word] = (*found.get(word, ()), row)
    return found


def _list(tables: yaml_table.Tables, key: str) -> frozenset[str]:
    return frozenset(str(word) for word in yaml_table.listed(tables, key, f"{_FILE}.yaml"))


@cache
def load_commitment_words() -> CommitmentWords:
    """The shipped tables, checked. Raises KnowledgeError where a row does not fit."""
    tables = yaml_table.read(_FILE)
    stages = yaml_table.row(tables["stages"], dict[Stage, tuple[str, ...]], f"{_FILE}.yaml: stages")
    return CommitmentWords(
        verbs=_by_word(tables, "verbs"),
        nouns=_by_word(tables, "nouns"),
        adjectives=_by_word(tables, "adjectives"),
        agents=_list(tables, "agents"),
        relations=_list(tables, "relations"),
        courses=_list(tables, "courses"),
        defiance=_list(tables, "defiance"),
        states=_list(tables, "states"),
        joint=_list(tables, "joint"),
        speech=_list(tables, "speech"),
        invitations=_list(tables, "invitations"),
        talks=_list(tables, "talks"),
        bonds=_list(tables, "bonds"),
        doubts=_list(tables, "doubts"),
        signs=_list(tables, "signs"),
        personnel=_list(tables, "personnel"),
        private=_list(tables, "private"),
        remarks=_list(tables, "remarks"),
        planning=_list(tables, "planning"),
        appointments=_list(tables, "appointments"),
        telling=_list(tables, "telling"),
        instruments=yaml_table.row(tables["instruments"], InstrumentWords, f"{_FILE}.yaml: instruments"),
        stages={word: stage for stage, words in stages.items() for word in words},
    )
