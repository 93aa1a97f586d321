import pytest

from communique.errors import KnowledgeError
from communique.knowledge import load
from communique.knowledge.things import compile_things


def test_things_and_common_words():
    things = load().things
    assert [things.is_thing(name) for name in ("World Cup", "BREXIT", "World Bank")] == [True, True, False]
    assert [things.is_common(word) for word in ("Leadership", "Berg")] == [True, False]


def test_no_thing_is_a_known_body_or_person():
    knowledge = load()
    names = knowledge.things.names | knowledge.things.words
    capital = [name.title() for name in sorted(names)]
    assert [name for name in capital if knowledge.organizations.by_name(name) or knowledge.metonyms.by_name(name)] == []
    assert [name for name in capital if name.casefold() in knowledge.people.given] == []


@pytest.mark.parametrize("tables", [{"nouns": []}, {"names": "Easter"}])
def test_an_unknown_part_is_named(tables):
    with pytest.raises(KnowledgeError, match=r"things\.yaml"):
        compile_things(tables)
