import pytest

from communique.errors import KnowledgeError
from communique.knowledge import load


def test_the_tables_load_once():
    assert load() is load()


def test_a_users_file_is_laid_over_the_tables(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(
        "states:\n- {code: QQ, name: Ruritania, demonyms: [Ruritanian], capital: Strelsau}\n"
        "offices:\n  QQ:\n    king:\n    - [1894-07, .., Rudolf V, Rudolf Elphberg]\n"
        "topics:\n- {name: dynasty, forms: [coronation]}\n",
        encoding="utf-8",
    )
    knowledge = load(str(own))
    assert knowledge.states.by_demonym("Ruritanian") == knowledge.states.get("QQ")
    assert [holder.name for holder in knowledge.offices.holders("king", "QQ", "1900-01-01", None)] == ["Rudolf V"]
    assert knowledge.topics.of("The coronations hurt trade.") == ("trade", "dynasty")
    assert load().states.get("QQ") is None


def test_a_users_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match=r"none\.yaml"):
        load(str(tmp_path / "none.yaml"))
