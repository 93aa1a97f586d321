"""Names: what the parser saw, corrected and completed by the knowledge tables."""

from collections.abc import Iterable, Iterator

from communique.annotate.tree import Tree
from communique.extract.actors.mistaken import is_heading, is_route, place_names, things_counted
from communique.extract.actors.phrases import Name
from communique.extract.actors.speaking import speaking
from communique.extract.actors.surnames import BODY_HEADS, by_surname, ends_title
from communique.knowledge import Knowledge

LONGEST_NAME = 7
# A capital after one of these is a place; elsewhere it speaks or acts for its state.
LOCATIVE = frozenset(
    "in at to from near outside around into via through inside across within toward towards for off above".split()
)
LOCATIVE_VERBS = frozenset("leave visit reach enter depart tour quit".split())
# What such a name begins with is a thing that bodies do.
NO_BODIES = frozenset({"Operation", "Exercise"})
# Parts of the world, which the parser takes for bodies now and then.
REGIONS = frozenset(
    "Indo-Pacific Asia-Pacific Euro-Atlantic Afro-Eurasia Eurasia Trans-Caucasus Sahel Levant Maghreb Mashreq".split()
)
ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ar"})
PERSON_PARTICLES = frozenset("mr mrs ms miss dr sir lady lord hon rev prof".split())


def find_names(tree: Tree, knowledge: Knowledge, dated: Iterable[int] = ()) -> list[Name]:
    """Every name of an actor in text order, none overlapping another: persons and unknown bodies as the parser
    saw them, states, organizations, formats and media by the tables, capitals where they stand for a state. The
    tokens of time expressions, `dated`, name nobody ("UTC")."""
    people = [(e.first, e.last) for e in tree.entities if e.label == "PERSON" and e.last - e.first > 1]
    taken: set[int] = set(dated)
    found: list[Name] = []
    parsed = list(_from_parser(tree, knowledge))
    full = _shortened(tree, [name for name in parsed if name.kind == "person" and name.last - name.first > 1])
    parsed_at = {i for name in parsed for i in range(name.first, name.last)}
    spoken = list(speaking(tree, knowledge, parsed_at))
    full += [name for name in spoken if name.kind == "person" and name.last - name.first > 1]
    surnames = by_surname(tree, knowledge, ((name.first, name.last) for name in full), place_names(tree))
    for name in (*_from_tables(tree, knowledge, people), *full, *surnames, *parsed, *spoken):
        tokens = set(range(name.first, name.last))
        if not tokens & taken:
            taken |= tokens
            found.append(name)
    return sorted(found, key=lambda name: name.first)


def _shortened(tree: Tree, full: list[Name]) -> list[Name]:
    """Full names, where another one begins alike as that one: in a headline the parser runs names into the words
    behind them ("Anna Berg Secretly Met")."""
    known = {tuple(t.text for t in tree.tokens[n.first : n.last]) for n in full}
    common = {t.text for t in tree.tokens if t.text.islower()}
    found = []
    for whole in full:
        name = _without_common(tree, whole, common)
        words = tuple(t.text for t in tree.tokens[name.first : name.last])
        size = min((n for n in range(2, len(words)) if words[:n] in known), default=len(words))
        last = name.first + size
        found.append(Name(name.first, last, "person", tree.span(name.first, last - 1).exact))
    return found


def _without_common(tree: Tree, name: Name, common: set[str]) -> Name:
    """The name without words behind it that the article writes small elsewhere: a headline's capitals."""
    last = name.last
    while last - name.first > 1 and tree.tokens[last - 1].text.lower() in common:
        if tree.tokens[last - 2].text == "-":
            # "Jae-in": the small second half of a given name is no word of the headline.
            break
        last -= 1
    return Name(name.first, last, "person", tree.span(name.first, last - 1).exact)


def _from_tables(tree: Tree, knowledge: Knowledge, people: list[tuple[int, int]]) -> Iterator[Name]:
    inside_person = {i for first, last in people for i in range(first, last)}
    for sentence in tree.sentences:
        i = sentence.first
        while i < sentence.last:
            name = _longest(tree, knowledge, i, sentence.last) if _may_begin(tree, i) else None
            if name and (name.first not in inside_person or name.last - name.first > 2 or _whole(name, people)):
                if name.kind != "demonym":
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
    if state := knowledge.states.by_name(text):
        return Name(first, last, "state", state.name, state.code, state.code)
    if state := knowledge.states.by_demonym(text):
        return _people_of(tree, first, last, state.name, state.code)
    if metonym := knowledge.metonyms.by_name(text):
        if is_locative(tree, last - 1):
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


def is_locative(tree: Tree, i: int) -> bool:
    """Whether the place name at token `i` says where, rather than who."""
    token, head = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    first = i
    while first > 0 and tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].head == i:
        first -= 1
    before = tree.tokens[first - 1].text.lower() if first > 0 else ""
    if before in LOCATIVE or (before == "the" and first > 1 and tree.tokens[first - 2].text.lower() in LOCATIVE):
        return not (before == "for" and head.text.lower() == "for" and token.dep == "nsubj")
    if token.dep == "pobj" and head.text.lower() in LOCATIVE:
        return True
    if token.dep in {"conj", "appos"} and head.head != token.head and head.pos == "PROPN":
        return token.head < i and is_locative(tree, token.head)
    if token.dep == "conj" and head.dep == "pobj":
        return is_locative(tree, token.head)
    return token.dep == "dobj" and head.lemma in LOCATIVE_VERBS


def _from_parser(tree: Tree, knowledge: Knowledge) -> Iterator[Name]:
    places, things = place_names(tree), things_counted(tree)
    for entity in tree.entities:
        first, last = _trimmed(tree, entity.first, entity.last)
        if entity.label == "PERSON":
            first = _behind_title(tree, knowledge, first, last)
        if first >= last or not tree.tokens[first].text[:1].isupper():
            continue
        text = tree.span(first, last - 1).exact
        if entity.label == "PERSON" and text in places and not knowledge.offices.of(text):
            continue
        if _parsed_person(tree, knowledge, entity.label, first, last):
            yield Name(first, last, "person", text)
        elif entity.label == "ORG" and text not in things and _parsed_body(tree, knowledge, first, last):
            yield Name(first, last, "organization", text)


def _parsed_person(tree: Tree, knowledge: Knowledge, label: str, first: int, last: int) -> bool:
    text = tree.span(first, last - 1).exact
    if label == "PERSON":
        return _is_person(tree, knowledge, first, last, text)
    return label == "ORG" and last - first > 1 and _called_person(tree, knowledge, first, text)


def _called_person(tree: Tree, knowledge: Knowledge, first: int, text: str) -> bool:
    """Whether a name that the parser took for a body's is a person's: by the table of offices, or because an office
    or a courtesy stands before it."""
    if text.split()[-1].lower() in BODY_HEADS:
        return False
    before = first - 1
    if before >= 0 and tree.tokens[before].text == ",":
        before -= 1
    return bool(knowledge.offices.of(text)) or (before >= 0 and ends_title(tree, knowledge, before))


def _behind_title(tree: Tree, knowledge: Knowledge, first: int, last: int) -> int:
    """Where the name begins behind an office or a style that the parser took into it ("Ayatollah", "President")."""
    for n in range(min(3, last - first - 1), 0, -1):
        if knowledge.titles.normal(tree.span(first, first + n - 1).exact) is not None:
            return first + n
    return first


def _trimmed(tree: Tree, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        tree.tokens[first].text.lower() in {"the", "'s", "’s"} or tree.tokens[first].pos == "PUNCT"
    ):
        first += 1
    while first < last and tree.tokens[first].text.lower().rstrip(".") in PERSON_PARTICLES:
        first += 1
    while first < last and (tree.tokens[last - 1].tag == "POS" or tree.tokens[last - 1].pos == "PUNCT"):
        last -= 1
    while last + 1 < len(tree.tokens) and tree.tokens[last].text == "-" and _joined(tree, last):
        last += 2
    return first, last


def _joined(tree: Tree, hyphen: int) -> bool:
    """Whether a hyphen stands between two words without space: "Jae-in" is one name, so is "ABC-DE"."""
    tokens = tree.tokens
    before, behind = tokens[hyphen - 1], tokens[hyphen + 1]
    glued = before.end == tokens[hyphen].start and tokens[hyphen].end == behind.start
    acronyms = before.text.isupper() and behind.text.isupper()
    return glued and behind.text.isalpha() and (behind.text.islower() or acronyms)


def _is_person(tree: Tree, knowledge: Knowledge, first: int, last: int, text: str) -> bool:
    if any(c.isdigit() for c in text) or knowledge.states.by_demonym(text) or knowledge.titles.normal(text):
        return False
    if not any(tree.tokens[i].pos == "PROPN" for i in range(first, last)) and last - first == 1:
        return bool(knowledge.offices.of(text)) or text[1:].islower()
    is_city = knowledge.places.city(text, ()) is not None
    return not (is_city and last - first == 1 and is_locative(tree, last - 1))


def _parsed_body(tree: Tree, knowledge: Knowledge, first: int, last: int) -> bool:
    """Whether what the parser took for a body can be one: not a building that the tables know, which acts only where
    they say so; nor a route, nor the heading of a line."""
    text = tree.span(first, last - 1).exact
    if knowledge.metonyms.by_name(text) or text in REGIONS:
        return False
    return _is_body(text, knowledge) and not is_route(tree, first, last) and not is_heading(tree, first, last)


def _is_body(text: str, knowledge: Knowledge) -> bool:
    """A name of a body needs a letter of its own; a city, a day or a title alone is none."""
    return sum(c.isalpha() for c in text) > 1 and not knowledge.titles.normal(text) and text.split()[0] not in NO_BODIES
