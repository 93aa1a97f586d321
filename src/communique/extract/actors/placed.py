"""Names that the parser takes for persons' and bodies' and the article uses as places'."""

from collections.abc import Callable

from communique.annotate.tree import Tree
from communique.knowledge import Knowledge
from communique.records.annotated import Entity

# Behind these nobody stands, but for those whom somebody believes in.
PLACING = frozenset("in near outside around inside across surrounding throughout".split())
BELIEF = frozenset("confidence trust faith belief believe interest hope see find lie invest".split())
# Behind these a place may stand, where the name is a city's.
GOING = frozenset("to toward towards from of at".split())
# "the city of X", "north of X", "the siege of X".
OF_PLACES = frozenset(
    "city town village province district area region island suburb outskirts governorate municipality neighborhood "
    "neighbourhood port north south east west northeast northwest southeast southwest centre center capital "
    "liberation siege recapture evacuation shelling bombardment occupation mayor streets".split()
)
# What is done to places. A person may be captured and visited, and is not recaptured.
TAKEN = frozenset("liberate recapture retake besiege encircle overrun evacuate occupy flee shell reach".split())
# What bears a place's name.
BUILDINGS = frozenset(
    "palace palaces airport airfield stadium hotel castle harbour harbor square railway station prison cemetery "
    "monastery cathedral mosque barrage dam bridge reservoir".split()
)
PLACES = frozenset({"GPE", "LOC", "FAC"})
# Longer names of bodies are seldom places'.
LONGEST = 3


def place_names(tree: Tree, knowledge: Knowledge) -> set[str]:
    """Names that the parser takes for persons' or bodies' and the article uses as places' more often than it lets them
    act; elsewhere in the article it may have seen the place."""
    votes: dict[str, int] = {}
    named = {_text(tree, e) for e in tree.entities if e.label in {"PERSON", "ORG"}} - parts_of_names(tree)
    for entity in tree.entities:
        text = _text(tree, entity)
        if text not in named or entity.last - entity.first > LONGEST or text.isupper():
            continue
        if knowledge.people.is_given(text) or knowledge.offices.named(text):
            continue
        if entity.label in PLACES:
            votes[text] = votes.get(text, 0) + 1
        elif judge := _JUDGES.get(entity.label):
            votes[text] = votes.get(text, 0) + judge(tree, knowledge, entity)
    return {text for text, count in votes.items() if count > 0}


def parts_of_names(tree: Tree) -> set[str]:
    """The words of the full names of persons."""
    full = (e for e in tree.entities if e.label == "PERSON" and e.last - e.first > 1)
    return {token.text for e in full for token in tree.tokens[e.first : e.last]}


def _text(tree: Tree, entity: Entity) -> str:
    return tree.span(entity.first, entity.last - 1).exact


def _person(tree: Tree, knowledge: Knowledge, entity: Entity) -> int:
    if entity.first and _is_placed(tree, entity, PLACING):
        return 1
    if entity.first and (_behind_place(tree, entity) or _is_home(tree, knowledge, entity)):
        return 1
    if entity.last - entity.first == 1 and _before_building(tree, entity):
        return 1
    if _is_city(tree, knowledge, entity) and _is_placed(tree, entity, GOING):
        return 1
    return -_acts(tree, entity)


def _body(tree: Tree, knowledge: Knowledge, entity: Entity) -> int:
    """Bodies stand behind the same words as places do: a city's name is wanted, or a word for places before it."""
    if knowledge.organizations.by_name(_text(tree, entity)):
        return -1
    if entity.first and (_behind_place(tree, entity) or _is_home(tree, knowledge, entity)):
        return 1
    if _is_city(tree, knowledge, entity) and entity.first and _is_placed(tree, entity, PLACING | GOING):
        return 1
    return -_acts(tree, entity)


_JUDGES: dict[str, Callable[[Tree, Knowledge, Entity], int]] = {"PERSON": _person, "ORG": _body}


def _is_placed(tree: Tree, entity: Entity, leads: frozenset[str]) -> bool:
    lead = tree.tokens[entity.first - 1]
    return lead.text.lower() in leads and tree.tokens[lead.head].lemma not in BELIEF


def _behind_place(tree: Tree, entity: Entity) -> bool:
    """ "the city of X", "retook X"."""
    lead = tree.tokens[entity.first - 1]
    if lead.text.lower() == "of" and entity.first > 1:
        return tree.tokens[entity.first - 2].text.lower() in OF_PLACES
    top = tree.tokens[entity.last - 1]
    return top.dep == "dobj" and tree.tokens[top.head].lemma in TAKEN


def _is_home(tree: Tree, knowledge: Knowledge, entity: Entity) -> bool:
    """ "A man from X", "Ana Ruiz, 42, of X": where somebody lives."""
    lead = tree.tokens[entity.first - 1]
    if lead.text.lower() not in {"from", "of"}:
        return False
    above = tree.tokens[lead.head]
    aged = above.text.isdigit() and len(above.text) == 2
    from_there = lead.text.lower() == "from" and knowledge.people.is_person(above.text.lower())
    age = [t.text for t in tree.tokens[max(0, entity.first - 4) : entity.first - 1]]
    behind_age = age[:1] == [","] and age[1].isdigit() and age[2:] == [","]
    return (aged and tree.tokens[lead.head + 1].text == ",") or from_there or behind_age


def _before_building(tree: Tree, entity: Entity) -> bool:
    return entity.last < len(tree.tokens) and tree.tokens[entity.last].text.lower() in BUILDINGS


def _is_city(tree: Tree, knowledge: Knowledge, entity: Entity) -> bool:
    return knowledge.places.city(_text(tree, entity), ()) is not None


def _acts(tree: Tree, entity: Entity) -> bool:
    return any(tree.tokens[i].dep in {"nsubj", "nsubjpass"} for i in range(entity.first, entity.last))
