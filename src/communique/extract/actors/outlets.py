"""Papers, agencies and stations that no table knows, told by what the article calls them: "Esti Hirlap, a daily,",
"the broadcaster Radio Lofoten", "the Narvik Herald"."""

from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.actors.phrases import Name
from communique.records.annotated import Entity

NOUNS = frozenset("newspaper daily weekly magazine tabloid broadcaster newswire broadsheet".split())
# With these words before them they are outlets too: "news agency", "news site".
OF_NEWS = frozenset("agency site website channel network outlet portal service programme program wire".split())
NEWS = frozenset("news television tv radio media".split())
# What names of papers and stations end with, in several languages.
ENDS = frozenset(
    "times post herald tribune gazette chronicle telegraph observer journal guardian advertiser mirror courier "
    "examiner inquirer sentinel ilbo shimbun sinmun zeitung tageblatt tagblatt rundschau allgemeine newspaper magazine "
    "radio tv television news newswire".split()
)
# Papers that are called by one word, with "the" before it.
ALONE = frozenset(
    {"Times", "Post", "Guardian", "Telegraph", "Journal", "Economist", "Independent", "Observer", "Tribune"}
)
NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "GPE"})


def outlets(tree: Tree, known: list[Name]) -> Iterator[Name]:
    """A name for each mention of such an outlet; `known` are those that the tables know."""
    found = {_text(tree, e) for e in tree.entities if e.label in NAMES and _is_outlet(tree, e)}
    for entity in tree.entities:
        text = _text(tree, entity)
        if entity.label not in NAMES:
            continue
        if entity.label != "GPE" and (whole := _short(tree, entity, known)) is not None:
            yield Name(entity.first, entity.last, "media", whole.text, whole.key, whole.country)
        elif text in found:
            first = entity.first + (tree.tokens[entity.first].text.lower() == "the")
            yield Name(first, entity.last, "media", tree.span(first, entity.last - 1).exact)


def _text(tree: Tree, entity: Entity) -> str:
    return tree.span(entity.first, entity.last - 1).exact.removeprefix("the ").removeprefix("The ")


def _is_outlet(tree: Tree, entity: Entity) -> bool:
    last = tree.tokens[entity.last - 1].text
    if entity.last - entity.first > 1 and entity.label == "ORG" and last.lower() in ENDS:
        return True
    if not tree.tokens[entity.first].text[:1].isupper():
        return False
    noun = _noun_behind(tree, entity.last)
    return noun or _noun_before(tree, entity)


def _noun_behind(tree: Tree, i: int) -> bool:
    """ "X newspaper", "X news agency", "X, a daily": what is right behind the name, written small."""
    words = [t.text for t in tree.tokens[i : i + 4]]
    if words[:1] == [","] and words[1:2] in (["a"], ["the"], ["an"]):
        words = words[2:]
    return words[:1] != [] and (words[0] in NOUNS or (words[0] in NEWS and words[1:2] != [] and words[1] in OF_NEWS))


def _noun_before(tree: Tree, entity: Entity) -> bool:
    """ "the newspaper X", "a local daily, X,": the noun and the name are one phrase."""
    i = entity.first - 1
    comma = i > 0 and tree.tokens[i].text == ","
    i -= comma
    if i < tree.sentence_of(entity.first).first or not _is_noun(tree, i):
        return False
    inside = range(entity.first, entity.last)
    top = next((k for k in inside if tree.tokens[k].head not in inside), entity.last - 1)
    apposed = tree.tokens[top].dep == "appos" and tree.tokens[top].head == i
    return apposed or (not comma and tree.tokens[i].head in inside)


def _is_noun(tree: Tree, i: int) -> bool:
    text = tree.tokens[i].text
    return text in NOUNS or (text in OF_NEWS and i > 0 and tree.tokens[i - 1].text in NEWS)


def _short(tree: Tree, entity: Entity, known: list[Name]) -> Name | None:
    """ "The Times", where the article names one outlet that ends so; else the word itself."""
    last = tree.tokens[entity.last - 1]
    text = _text(tree, entity)
    if text not in ALONE:
        return None
    whole = {name.text: name for name in known if name.kind == "media" and name.text.endswith(" " + text)}
    if len(whole) == 1:
        return next(iter(whole.values()))
    first = entity.first if tree.tokens[entity.first].text.lower() == "the" else entity.first - 1
    definite = first >= 0 and tree.tokens[first].text.lower() == "the"
    return Name(entity.first, entity.last, "media", last.text) if definite and entity.label == "ORG" else None
