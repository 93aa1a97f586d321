"""Names: what the parser saw, corrected and completed by the knowledge tables."""

from collections.abc import Iterable, Iterator

from communique.annotate.tree import Tree
from communique.extract.actors.locative import is_locative, is_seat
from communique.extract.actors.outlets import outlets
from communique.extract.actors.parsed import Judged, from_parser, plain, with_month
from communique.extract.actors.phrases import Name
from communique.extract.actors.speaking import speaking
from communique.extract.actors.surnames import by_surname
from communique.knowledge import Knowledge

LONGEST_NAME = 7
# "America" alone is a state.
CONTINENTS = frozenset({"North America", "South America", "Latin America", "Central America"})
ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ar"})


def find_names(tree: Tree, knowledge: Knowledge, dated: Iterable[int] = ()) -> list[Name]:
    """Every name of an actor in text order, none overlapping another: persons and unknown bodies as the parser
    saw them, states, organizations, formats and media by the tables, capitals where they stand for a state. The
    tokens of time expressions, `dated`, name nobody ("UTC"), but for a person's own ("Theresa May")."""
    people = [
        span for e in tree.entities if e.label == "PERSON" and len(range(*(span := with_month(tree, knowledge, e)))) > 1
    ]
    taken: set[int] = set(dated) - _own(tree, knowledge, people)
    found: list[Name] = []
    judged = Judged(tree, knowledge)
    tables = list(_from_tables(tree, knowledge, people))
    papers = list(outlets(tree, tables))
    parsed = list(from_parser(tree, knowledge, judged))
    full = _shortened(
        tree, knowledge, [name for name in parsed if name.kind == "person" and name.last - name.first > 1]
    )
    parsed_at = {i for name in parsed for i in range(name.first, name.last)}
    spoken = [
        name
        for name in speaking(tree, knowledge, parsed_at)
        if not judged.common.are(name.first, name.last, person=True)
    ]
    full += [name for name in spoken if name.kind == "person" and name.last - name.first > 1]
    surnames = by_surname(tree, knowledge, ((name.first, name.last) for name in full), judged.nobodies)
    for name in (*tables, *papers, *full, *surnames, *parsed, *spoken):
        tokens = set(range(name.first, name.last))
        if not tokens & taken:
            taken |= tokens
            found.append(name)
    found = [name for name in found if name.kind != "demonym"]
    return sorted(found, key=lambda name: name.first)


def _own(tree: Tree, knowledge: Knowledge, people: list[tuple[int, int]]) -> set[int]:
    """The tokens of names with a given name in them, which the grammar of times may take for months."""
    return {
        i
        for first, last in people
        if knowledge.people.gender_of_name(tree.span(first, last - 1).exact)
        for i in range(first, last)
    }


def _shortened(tree: Tree, knowledge: Knowledge, full: list[Name]) -> list[Name]:
    """Full names, where another one begins alike as that one: in a headline the parser runs names into the words
    behind them ("Anna Berg Secretly Met")."""
    known = {tuple(t.text for t in tree.tokens[n.first : n.last]) for n in full}
    common = {t.text for t in tree.tokens if t.text.islower()}
    found = []
    for whole in full:
        name = _without_common(tree, knowledge, whole, common)
        words = tuple(t.text for t in tree.tokens[name.first : name.last])
        size = min((n for n in range(2, len(words)) if words[:n] in known), default=len(words))
        last = name.first + size
        found.append(Name(name.first, last, "person", plain(tree.span(name.first, last - 1).exact)))
    return found


def _without_common(tree: Tree, knowledge: Knowledge, name: Name, common: set[str]) -> Name:
    """The name without words behind it that the article writes small elsewhere: a headline's capitals."""
    last = name.last
    while last - name.first > 1 and tree.tokens[last - 1].text.lower() in common:
        if tree.tokens[last - 2].text == "-":
            # "Jae-in": the small second half of a given name is no word of the headline.
            break
        if last - name.first == 2 and knowledge.people.gender_of_name(name.text) and tree.tokens[last - 1].tag == "NNP":
            # "Theresa May" is whole, though the article says "may".
            break
        last -= 1
    return Name(name.first, last, "person", tree.span(name.first, last - 1).exact)


def _from_tables(tree: Tree, knowledge: Knowledge, people: list[tuple[int, int]]) -> Iterator[Name]:
    inside_person = {i for first, last in people for i in range(first, last)}
    inside_body = {i for e in tree.entities if e.label == "ORG" for i in range(e.first, e.last)}
    for sentence in tree.sentences:
        i = sentence.first
        while i < sentence.last:
            name = _longest(tree, knowledge, i, sentence.last) if _may_begin(tree, i) else None
            if name and (name.first not in inside_person or name.last - name.first > 2 or _whole(name, people)):
                within = name.last in inside_body and knowledge.places.region(name.text) is not None
                if name.kind != "demonym" or (name.last - name.first > 1 and not within):
                    # "in the White House": nobody, and no "House" in it either.
                    yield name
                i = name.last
            else:
                i += 1


def _may_begin(tree: Tree, i: int) -> bool:
    """Whether a name may begin here: with a capital, or with an article that is written small ("al-Qaeda")."""
    text = tree.tokens[i].text
    small = text in ARTICLES and i + 2 < len(tree.tokens) and tree.tokens[i + 1].text == "-"
    return text[:1].isupper() or (small and tree.tokens[i + 2].text[:1].isupper())


def _whole(name: Name, people: list[tuple[int, int]]) -> bool:
    """Whether the parser's "person" is nothing but this name, so that the table is to be believed."""
    return (name.first, name.last) in people


def _longest(tree: Tree, knowledge: Knowledge, i: int, limit: int) -> Name | None:
    for n in range(min(LONGEST_NAME, limit - i), 0, -1):
        last = tree.tokens[i + n - 1]
        if n > 1 and (last.pos == "PUNCT" or last.tag == "POS"):
            continue
        name = _looked_up(tree, knowledge, i, i + n)
        if name:
            return name
    return None


def _looked_up(tree: Tree, knowledge: Knowledge, first: int, last: int) -> Name | None:
    text = tree.span(first, last - 1).exact
    organization = knowledge.organizations.by_name(text)
    if organization and not _inside_name(tree, knowledge, first):
        return Name(first, last, organization.kind, organization.name, organization.key, organization.country)
    if text in CONTINENTS:
        return Name(first, last, "demonym", text)
    if last - first > 1 and (region := knowledge.places.region(text)):
        # "New Mexico" is no Mexico.
        return Name(first, last, "demonym", text, None, region.country)
    if state := knowledge.states.by_name(text):
        return Name(first, last, "state", state.name, state.code, state.code)
    if state := knowledge.states.by_demonym(text):
        return _people_of(tree, first, last, state.name, state.code)
    if metonym := knowledge.metonyms.by_name(text):
        if is_locative(tree, last - 1) or (metonym.place and is_seat(tree, last - 1)):
            return Name(first, last, "demonym", text, None, metonym.country)
        return Name(first, last, "government", text, metonym.names[0], metonym.country)
    if state := knowledge.states.by_capital(text):
        if is_locative(tree, last - 1):
            return Name(first, last, "demonym", text, None, state.code)
        return Name(first, last, "state", state.name, state.code, state.code)
    return None


def _inside_name(tree: Tree, knowledge: Knowledge, first: int) -> bool:
    """Whether a capitalised word before belongs to the name, which is then another's ("National Security Council")."""
    if first == tree.sentence_of(first).first:
        return False
    before = tree.tokens[first - 1]
    if before.pos != "PROPN" or not before.text[:1].isupper() or before.dep != "compound" or before.head < first:
        return False
    known = knowledge.states.by_name(before.text) or knowledge.states.by_demonym(before.text)
    return not known and knowledge.titles.normal(before.text) is None


def _people_of(tree: Tree, first: int, last: int, name: str, code: str) -> Name:
    """ "the Americans" are the state where they act; "American" before a noun is no actor."""
    token = tree.tokens[last - 1]
    acts = token.tag in {"NNPS", "NNS"} or (
        token.text.endswith("s") and token.dep in {"nsubj", "dobj", "pobj", "nsubjpass"}
    )
    return Name(first, last, "state" if acts else "demonym", name, code, code)
