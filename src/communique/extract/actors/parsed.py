"""Persons and bodies as the parser saw them: cut to the name, and less what the article shows to be none."""

import re
from collections.abc import Iterator

from communique.annotate.tree import Tree
from communique.extract.actors.common import CommonWords
from communique.extract.actors.locative import is_locative
from communique.extract.actors.mistaken import is_route, is_ship, ships, things_counted
from communique.extract.actors.phrases import Name
from communique.extract.actors.placed import place_names
from communique.extract.actors.surnames import BODY_HEADS, FIRMS, ends_title
from communique.knowledge import Knowledge
from communique.records.annotated import Entity
from communique.text.names import SUFFIXES, fold

# "(D-Ore.)": a lawmaker's party and state.
PARTY_AND_STATE = re.compile(r"[A-Z]{1,3}-[A-Z][A-Za-z.]{1,6}")
BUSINESS = FIRMS | frozenset(
    "motors airlines stores energy oil gas steel foods media sports records pictures entertainment solutions systems "
    "technologies services partners capital securities insurance pharmaceuticals healthcare financial brothers".split()
)
# "PolitiFact", "YouGov"; but "McCrory", "DeVos", "LaBelle", "O'Leary".
INNER_CAPITAL = re.compile(r"^(?!Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’]|St)[A-Z][a-z]+[A-Z][a-z]")
BRACKETS = re.compile(r"[\[\](){}]")
PERSON_PARTICLES = frozenset("mr mrs ms miss dr sir lady lord hon rev prof".split())
# "US-led", "president-elect": what a hyphen adds to a name to make a word of it.
QUALITIES = frozenset(
    "led backed based born bound elect designate era style run owned controlled held sponsored funded made friendly "
    "ruled trained wide like linked affiliated aligned occupied brokered mediated hosted dominated turned focused "
    "related oriented only".split()
)
# What such a name begins with is a thing that bodies do.
NO_BODIES = frozenset({"Operation", "Exercise"})
# Parts of the world, which the parser takes for bodies now and then.
REGIONS = frozenset(
    "Indo-Pacific Asia-Pacific Euro-Atlantic Afro-Eurasia Eurasia Trans-Caucasus Sahel Levant Maghreb Mashreq".split()
)


# Short forms of offices, which may have a place before them: "Ohio Sen. Berg".
SHORT = frozenset({"Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Capt", "Sgt", "Det", "Insp", "Supt"})
# What names of places and bodies end with, and no person's.
NO_SURNAMES = frozenset(
    "hospital cathedral school college airport stadium museum palace avenue boulevard theatre university".split()
)


class Judged:
    """What the whole article tells of the names that the parser saw in it."""

    def __init__(self, tree: Tree, knowledge: Knowledge) -> None:
        self.places = place_names(tree, knowledge)
        self.things = things_counted(tree)
        self.ships = ships(tree)
        self.common = CommonWords(tree, knowledge)
        self.bodies = _bodies(tree)
        self.nobodies = self.places | self.ships | self.bodies | self._heads(tree)

    def _heads(self, tree: Tree) -> set[str]:
        """Common words that the parser took for surnames."""
        singles = (e for e in tree.entities if e.label == "PERSON" and e.last - e.first == 1)
        return {tree.tokens[e.first].text for e in singles if self.common.are(e.first, e.last, person=True)}

    def is_nobody(self, tree: Tree, label: str, first: int, last: int) -> bool:
        """Whether the name is a ship's, or no name."""
        return self.common.are(first, last, label == "PERSON") or is_ship(tree, first, last, self.ships)


def _bodies(tree: Tree) -> set[str]:
    """Names in one word that are short for a firm's, which the article names in full."""
    full = [[t.text for t in tree.tokens[e.first : e.last]] for e in tree.entities if e.label == "ORG"]
    return {words[0] for words in full if len(words) > 1 and {w.lower().rstrip(".") for w in words[1:]} <= FIRMS}


def from_parser(tree: Tree, knowledge: Knowledge, judged: Judged) -> Iterator[Name]:
    """Persons and bodies as the parser saw them, less what is none."""
    for entity in tree.entities:
        first, last = _trimmed(tree, knowledge, *with_month(tree, knowledge, entity))
        if entity.label in {"PERSON", "GPE"} or _is_titled(tree, knowledge, first, last):
            first = _behind_title(tree, knowledge, first, last)
        if entity.label == "PERSON":
            last = _before_more(tree, knowledge, first, last)
        if (
            first >= last
            or not tree.tokens[first].text[:1].isupper()
            or judged.is_nobody(tree, entity.label, first, last)
        ):
            continue
        text = tree.span(first, last - 1).exact
        if entity.label in {"PERSON", "ORG"} and text in judged.places:
            continue
        if _parsed_person(tree, knowledge, entity.label, first, last) and text not in judged.bodies:
            yield Name(first, last, "person", plain(text))
        elif (
            (entity.label == "ORG" or text in judged.bodies)
            and text not in judged.things
            and _parsed_body(tree, knowledge, first, last)
        ):
            yield Name(first, last, "organization", text)


def with_month(tree: Tree, knowledge: Knowledge, entity: Entity) -> tuple[int, int]:
    """Where the name begins and ends: a given name alone goes on with a surname that is a month's as well, where no day
    or year follows ("Theresa May")."""
    first, last = entity.first, entity.last
    after = [token.text for token in tree.tokens[last : last + 2]]
    if last - first > 1 or after[:1] != ["May"] or not knowledge.people.is_given(tree.tokens[first].text):
        return first, last
    return first, last if len(after) > 1 and after[1][:1].isdigit() else last + 1


def _is_titled(tree: Tree, knowledge: Knowledge, first: int, last: int) -> bool:
    """ "Actress Ana Berg", whatever the parser took it for."""
    words = [t.text for t in tree.tokens[first:last]]
    return len(words) == 3 and knowledge.people.is_person(words[0].lower()) and knowledge.people.is_given(words[1])


def _before_more(tree: Tree, knowledge: Knowledge, first: int, last: int) -> int:
    """Where a person's name ends before what a headline or a caption runs into it: a verb ("Berg Seeks"), an agency
    ("Berg AP"), a name in capitals that a sentence takes up ("ANA BERG Berg said")."""
    for i in range(first + 1, last):
        token, before = tree.tokens[i], tree.tokens[i - 1]
        outlet = knowledge.organizations.by_name(token.text) if token.text.isupper() else None
        if token.tag in {"VBZ", "VBP"} or (outlet is not None and outlet.kind == "media"):
            return i
        if before.text.isupper() and before.text.isalpha() and len(before.text) > 3 and token.text[1:].islower():
            return i
    return last


def plain(text: str) -> str:
    """A name without the brackets that an editor put into it, and without an agency's: "Carl [B.] Dahl/Pool"."""
    return " ".join(BRACKETS.sub(" ", text.partition("/")[0]).split()) or text


def _parsed_person(tree: Tree, knowledge: Knowledge, label: str, first: int, last: int) -> bool:
    text = tree.span(first, last - 1).exact
    if label == "PERSON":
        return _is_person(tree, knowledge, first, last, text)
    if label == "ORG" and last - first == 1:
        return _is_leader(knowledge, text)
    if label == "ORG" and _is_full_name(tree, knowledge, first, last):
        return True
    if label == "GPE" and (knowledge.states.by_name(text) or knowledge.places.city(text, ())):
        return False
    return label in {"ORG", "GPE"} and last - first > 1 and _called_person(tree, knowledge, first, text)


def _is_full_name(tree: Tree, knowledge: Knowledge, first: int, last: int) -> bool:
    """ "Ana Berg", whom the parser took for a body: a given name and one more word, with no "the" before."""
    words = [t.text for t in tree.tokens[first:last]]
    if len(words) != 2 or not knowledge.people.is_given(words[0]) or not words[1][1:].islower():
        return False
    before = tree.tokens[first - 1].text.lower() if first else ""
    owned = words[1].lower() in BODY_HEADS | NO_SURNAMES | BUSINESS
    return before != "the" and not owned


def _is_leader(knowledge: Knowledge, surname: str) -> bool:
    """Whether the tables give the surname to one person alone, who leads or led a state."""
    bearers = knowledge.offices.named(surname)
    held = knowledge.offices.of(bearers[0]) if len(bearers) == 1 and bearers[0].endswith(surname) else ()
    titles = (knowledge.titles.get(holder.title) for holder in held)
    return any(title is not None and title.rank == "head" for title in titles)


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
    """Where the name begins behind what the parser took into it: an office or a style ("Ayatollah"), a trade
    ("Singer"), a site ("Instagram"), or, behind "mayor of", a city."""
    for n in range(min(3, last - first - 1), 0, -1):
        text = tree.span(first, first + n - 1).exact
        if knowledge.titles.normal(text) is not None or text.split()[-1].rstrip(".") in SHORT:
            return first + n
    if 0 < first < last - 1 and knowledge.things.is_thing(tree.span(first - 1, first).exact):
        return first + 1
    return first + 1 if last - first > 2 and _is_lead(tree, knowledge, first) else first


def _is_lead(tree: Tree, knowledge: Knowledge, first: int) -> bool:
    word = tree.tokens[first].text
    if knowledge.people.is_person(word.lower()):
        return True
    outlet = knowledge.organizations.by_name(word)
    if outlet is not None and outlet.kind == "media":
        return True
    behind_of = first > 0 and tree.tokens[first - 1].text == "of"
    return behind_of and knowledge.places.city(word, ()) is not None


def _trimmed(tree: Tree, knowledge: Knowledge, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        tree.tokens[first].text.lower() in {"the", "'s", "’s", "&"} or tree.tokens[first].pos == "PUNCT"
    ):
        first += 1
    while first < last and tree.tokens[first].text.lower().rstrip(".") in PERSON_PARTICLES:
        first += 1
    while first < last and (tree.tokens[last - 1].tag == "POS" or tree.tokens[last - 1].pos == "PUNCT"):
        last -= 1
    last = next((i for i in range(first + 1, last) if _is_dash(tree, i)), last)
    while last + 1 < len(tree.tokens) and tree.tokens[last].text == "-" and _joined(tree, last):
        last += 2
    return first, last


def _is_dash(tree: Tree, i: int) -> bool:
    """Whether token `i` is a dash with blanks around it, which no name has."""
    token = tree.tokens[i]
    return token.text in {"-", "–", "—"} and tree.tokens[i - 1].end < token.start


def _joined(tree: Tree, hyphen: int) -> bool:
    """Whether a hyphen stands between two words without space: "Jae-in" is one name, so is "ABC-DE"."""
    tokens = tree.tokens
    before, behind = tokens[hyphen - 1], tokens[hyphen + 1]
    glued = before.end == tokens[hyphen].start and tokens[hyphen].end == behind.start
    acronyms = before.text.isupper() and behind.text.isupper()
    small = behind.text.islower() and behind.text not in QUALITIES
    return glued and behind.text.isalpha() and (small or acronyms)


def _is_person(tree: Tree, knowledge: Knowledge, first: int, last: int, text: str) -> bool:
    if any(c.isdigit() for c in text) or set(fold(text).split()) <= SUFFIXES:
        return False
    if knowledge.states.by_demonym(text) or knowledge.titles.normal(text):
        return False
    if last - first > 1 and text.split()[-1].lower() in NO_SURNAMES:
        return False
    if last - first == 1 and INNER_CAPITAL.search(text):
        return False
    if not any(tree.tokens[i].pos == "PROPN" for i in range(first, last)) and last - first == 1:
        return text[1:].islower()
    is_city = knowledge.places.city(text, ()) is not None
    return not (is_city and last - first == 1 and is_locative(tree, last - 1))


def _parsed_body(tree: Tree, knowledge: Knowledge, first: int, last: int) -> bool:
    """Whether what the parser took for a body can be one: not a building that the tables know, which acts only where
    they say so; nor a route."""
    text = tree.span(first, last - 1).exact
    bracketed = first > 0 and tree.tokens[first - 1].text == "("
    if bracketed and PARTY_AND_STATE.fullmatch(text):
        return False
    if knowledge.metonyms.by_name(text) or text in REGIONS or _in_title(tree, knowledge, first, last):
        return False
    return _is_body(text, knowledge) and not is_route(tree, first, last)


def _in_title(tree: Tree, knowledge: Knowledge, first: int, last: int) -> bool:
    """ "secretary of State": the name is the end of an office, begun before it with a small letter."""
    start = tree.sentence_of(first).first
    return any(
        tree.tokens[k + 1].text.islower() and knowledge.titles.normal(tree.span(k, last - 1).exact) is not None
        for k in range(max(start, first - 3), first - 1)
    )


def _is_body(text: str, knowledge: Knowledge) -> bool:
    """A name of a body needs a letter of its own; a city, a day or a title alone is none."""
    return sum(c.isalpha() for c in text) > 1 and not knowledge.titles.normal(text) and text.split()[0] not in NO_BODIES
