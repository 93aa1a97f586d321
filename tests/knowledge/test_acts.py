"""The lexicon of acts."""

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import acts
from communique.knowledge.acts import load_acts
from communique.knowledge.yaml_table import read


def test_verbs_are_found_by_any_form_and_with_their_particle() -> None:
    table = load_acts()
    assert table.verb(["lifted"]) == ("lift", frozenset({"ease", "lift"}))
    assert table.verb(["handed over", "handed"]) == ("hand over", frozenset({"free", "hand over"}))
    assert table.verb(["hummed"]) is None


def test_operators_and_people() -> None:
    table = load_acts()
    assert table.operator("verbs", ["urges"]) == "demand"
    assert table.operator("nouns", ["pledge"]) == "promise"
    assert {"gunmen", "gunman", "children"} <= table.people
    assert "people" in table.sets_of("nurses")
    assert table.sets_of("treaty") == {"agreement"}


def test_every_rule_names_sets_that_are_there() -> None:
    tables = read("acts")
    for rule in load_acts().rules:
        assert rule.noun is None or rule.noun in tables["nouns"]
        assert rule.by is None or rule.by in tables["nouns"]


def test_a_rule_without_its_set_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {**read("acts"), "acts": [{"verb": "ease", "noun": "nowhere", "event": "AID"}]}
    monkeypatch.setattr(acts, "read", lambda _: broken)
    load_acts.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match="row 1: no set of nouns 'nowhere'"):
            load_acts()
    finally:
        load_acts.cache_clear()
