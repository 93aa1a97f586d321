"""Groups: "the two presidents", "both sides", "the leaders", "Russian media", "two people briefed on the trip"."""

from communique.annotate.tree import Tree
from communique.extract.actors.company import companies, last_company, place_they
from communique.extract.actors.draft import Draft
from communique.extract.actors.nearby import nearest, nearest_states
from communique.extract.actors.phrases import Role
from communique.extract.actors.roles import singular
from communique.extract.actors.state_bodies import country_before, left_edge
from communique.knowledge import Knowledge
from communique.records.actors import How

COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
# Nouns for several states at once. "nations" of a text are no actors until it says which.
STATES = frozenset("side country nation state government party capital neighbour neighbor ally".split())
PEOPLE = frozenset("leader president statesman".split())
MEDIA = frozenset("media press newspaper outlet broadcaster".split())
OTHERS = frozenset(
    "official source analyst expert diplomat lawmaker aide adviser advisor authority observer people minister "
    "critic supporter opponent activist protester senator representative spokesman spokeswoman military police "
    "member soldier troop force partner ally militant fighter terrorist refugee civilian airman sailor trooper "
    "power rebel insurgent prosecutor investigator economist delegate negotiator envoy citizen resident voter "
    "witness".split()
)
# Parts of forces and bodies, which act as one.
UNITS = frozenset("unit team squad squadron brigade battalion regiment platoon detachment contingent".split())
# Bodies that a text calls by what they are ("the coalition").
COLLECTIVE = frozenset("coalition alliance opposition enemy".split())


# Of a state, as well as states.
DOMESTIC = frozenset({"state", "party"})
PARTISAN = frozenset({"major", "political", "main", "mainstream", "established"})
PARTIES = frozenset({"Republican", "Democratic", "GOP", "Labour", "Conservative", "Conservatives"})
WHOSE = frozenset({"the", "our", "their", "its"})
# With no number before them, all of the party.
PARTISANS = frozenset({"republican", "democrat"})
TOGETHER = frozenset(
    "colleague congressman lawmaker senator representative chairman republican democrat politician author".split()
)


# "A state news agency", "the media company".


def find_groups(
    tree: Tree, knowledge: Knowledge, people: list[Draft], others: list[Draft], roles: list[Role]
) -> list[Draft]:
    """Groups in text order. Members are the persons or states that the words can mean where they stand; what names one
    of the `others`, states and bodies, is no group."""
    states = [draft for draft in others if draft.kind == "state"]
    ranks = {c.title: _rank(knowledge, c.title) for d in people for c in d.offices}
    heads = [d for d in people if d.is_head(ranks)]
    leaders = [d for d in people if d.is_head(ranks) or _led_once(knowledge, d)]
    taken = {i for d in (*people, *others) for first, last, _ in d.at for i in range(first, last)}
    plural = {role.head: role for role in roles if role.plural}
    lists = companies(tree, people)
    found: dict[tuple[str, ...], Draft] = {}
    for i, token in enumerate(tree.tokens):
        if token.pos not in {"NOUN", "PROPN"} or i in taken or (token.dep == "compound" and token.head > i):
            continue
        draft = _taken_up(tree, i, people, lists, plural) or _group_at(
            tree, knowledge, i, heads if _counted(tree, i) is None else leaders, states, plural.get(i)
        )
        if draft is None:
            continue
        key = (draft.name.lower(), draft.country or "", *(str(m.first()) for m in draft.members))
        if key in found:
            found[key].at.extend(draft.at)
        else:
            found[key] = draft
    return place_they(tree, list(found.values()), lists)


def _all_of(tree: Tree, i: int, people: list[Draft], role: Role, count: int | None) -> list[Draft]:
    """ "Three committee chairmen", "the chairmen of the three committees": all whom the article calls so, where they
    are so many."""
    behind = [o for p in tree.children(i, "prep") for o in tree.children(p, "pobj")]
    numbers = [tree.tokens[n].text.lower() for o in behind for n in tree.children(o, "nummod")]
    count = count or next((COUNTS[n] for n in numbers if n in COUNTS), None)
    titles = {role.title, singular(tree.tokens[i]).lower()}
    bearers = [d for d in people if d.name and any(c.title in titles and not c.former for c in d.offices)]
    return sorted(bearers, key=Draft.first) if len(bearers) == count else []


def _taken_up(
    tree: Tree, i: int, people: list[Draft], lists: list[tuple[int, list[Draft]]], plural: dict[int, Role]
) -> Draft | None:
    """ "the ministers", "the three lawmakers": the persons that were last named together, where they are so many."""
    token = tree.tokens[i]
    lemma = singular(token).lower()
    if token.tag not in {"NNS", "NNPS"} or lemma in PEOPLE or not (lemma in TOGETHER or i in plural):
        return None
    if token.dep == "poss":
        # "the Press Photographers' Dinner"
        return None
    first = left_edge(tree, i)
    words = {tree.tokens[k].text.lower() for k in range(first, i)}
    count = next((COUNTS[w] for w in sorted(words) if w in COUNTS), None)
    role = plural.get(i)
    if role is not None and len(all_of := _all_of(tree, i, people, role, count)) > 1:
        return _of_members(tree, first, i, all_of)
    if not words & {"the", "both", "these", "those"} or (lemma in PARTISANS and count is None):
        return None
    if "few" in words or tree.children(i, "relcl"):
        # "the senators who held it up"
        return None
    if role is not None and lemma not in TOGETHER:
        return None
    return _of_members(tree, first, i, last_company(lists, i, count))


def _counted(tree: Tree, i: int) -> int | None:
    """How many leaders "the two leaders" are."""
    if singular(tree.tokens[i]).lower() not in PEOPLE:
        return None
    words = {tree.tokens[k].text.lower() for k in range(left_edge(tree, i), i)}
    return next((COUNTS[w] for w in sorted(words) if w in COUNTS), None)


def _led_once(knowledge: Knowledge, draft: Draft) -> bool:
    """Whether the tables know the person, whom the article calls by no office, as a leader."""
    if draft.offices or not draft.name:
        return False
    titles = (knowledge.titles.get(holder.title) for holder in knowledge.offices.of(draft.name))
    return any(title is not None and title.rank == "head" for title in titles)


def _rank(knowledge: Knowledge, title: str) -> str:
    normal = knowledge.titles.normal(title)
    return normal.rank if normal else "other"


def _group_at(
    tree: Tree, knowledge: Knowledge, i: int, heads: list[Draft], states: list[Draft], role: Role | None
) -> Draft | None:
    token = tree.tokens[i]
    lemma = singular(token).lower() if token.tag in {"NNS", "NNPS"} else token.text.lower()
    first = left_edge(tree, i)
    words = {tree.tokens[k].text.lower() for k in range(first, i)}
    count = next((COUNTS[w] for w in sorted(words) if w in COUNTS), None)
    definite = bool(words & {"the", "both", "these", "those"}) or count is not None
    if _is_said_of_another(tree, i):
        return None
    # "He served three presidents": not those whom the article names most.
    known = bool(words & {"the", "both", "these", "those", "our", "their"})
    if token.tag in {"NNS", "NNPS"} and definite and (lemma in PEOPLE or (role and role.rank == "head")):
        named = _most_named(heads, count or 2) if known else []
        return _of_members(tree, first, i, nearest(tree, heads, i, count) or named)
    if token.tag in {"NNS", "NNPS"} and definite and lemma in STATES:
        if (not count and lemma != "side") or _of_no_state(tree, knowledge, i, lemma, words):
            return None
        near = nearest_states(tree, knowledge, states, heads, i, count or 2)
        led = _led(states, heads, count or 2) if known and lemma not in DOMESTIC else []
        return _of_members(tree, first, i, near or led)
    if lemma in OTHERS and words & {"a", "an", "one", "another"} and token.tag in {"NN", "NNP"}:
        return _plain(tree, knowledge, first, i, "group")
    if lemma in COLLECTIVE and token.tag in {"NN", "NNP"} and (_is_named(tree, i) or words & WHOSE):
        return _plain(tree, knowledge, first, i, "group")
    if lemma in UNITS and (token.tag in {"NNS", "NNPS"} or words & {"a", "an", "another"} or _of_body(tree, first, i)):
        return _plain(tree, knowledge, first, i, "group")
    if lemma in MEDIA:
        return _plain(tree, knowledge, first, i, "media")
    if lemma in OTHERS and (token.tag in {"NNS", "NNPS"} or lemma in {"people", "police", "military"}):
        return _plain(tree, knowledge, first, i, "group")
    return None


def _of_no_state(tree: Tree, knowledge: Knowledge, i: int, lemma: str, words: set[str]) -> bool:
    """ "Both sides of the Atlantic", "the two major parties", "both states" of one union."""
    if lemma == "side" and i + 1 < len(tree.tokens) and tree.tokens[i + 1].text.lower() == "of":
        return True
    if lemma not in DOMESTIC:
        return False
    first = tree.sentences[max(0, tree.sentence_number(i) - 1)].first
    last = tree.sentence_of(i).last
    near = [tree.tokens[k] for k in range(first, last)]
    if lemma == "party":
        return bool(words & PARTISAN) or any(
            t.text.lower().removesuffix("s") in PARTISANS or t.text in PARTIES for t in near
        )
    return any(
        knowledge.places.region(tree.span(k, n).exact)
        for k in range(first, last)
        for n in (k, min(k + 1, last - 1))
        if tree.tokens[k].text[:1].isupper()
    )


def _is_said_of_another(tree: Tree, i: int) -> bool:
    """ "Japan is a great ally", "as an important partner": what somebody is called, who is an actor already."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    if token.dep == "attr":
        return tree.child(token.head, "expl") is None
    return token.dep == "pobj" and head.text.lower() == "as" and head.head != token.head


def _is_named(tree: Tree, i: int) -> bool:
    """Whether the noun is written like a name inside its sentence ("Coalition aircraft")."""
    text = tree.tokens[i].text
    return text[:1].isupper() and not text.isupper() and (tree.tokens[i].tag == "NNP" or i > tree.sentence_of(i).first)


def _of_body(tree: Tree, first: int, i: int) -> bool:
    """Whether a name stands before the noun: whose unit it is."""
    return any(tree.tokens[k].pos == "PROPN" and tree.tokens[k].text[:1].isupper() for k in range(first, i))


def _most_named(drafts: list[Draft], count: int) -> list[Draft]:
    """The `count` actors that the article speaks of most: what "the two" are in it; none where there are fewer."""
    chosen = sorted(drafts, key=lambda d: (-len(d.at), d.first()))[:count]
    return sorted(chosen, key=Draft.first) if len(chosen) == count else []


def _led(states: list[Draft], heads: list[Draft], count: int) -> list[Draft]:
    """The states whose leaders the article speaks of, where they are enough: "both countries" are theirs."""
    countries = {d.country for d in _most_named(heads, count)}
    led = [d for d in states if d.country in countries]
    return led if len(led) == count else _most_named(states, count)


def _of_members(tree: Tree, first: int, i: int, members: list[Draft]) -> Draft | None:
    if not members:
        return None
    name = " and ".join(member.name or member.offices[0].title for member in members if member.name or member.offices)
    return Draft("group", name, [tree.span(first, i).exact], at=[(first, i + 1, "nominal")], members=members)


def _plain(tree: Tree, knowledge: Knowledge, first: int, i: int, kind: str) -> Draft:
    while first < i and tree.tokens[first].pos in {"DET", "PRON"}:
        first += 1
    text = tree.span(first, i).exact
    country = country_before(tree, knowledge, first, i) or _country_behind(tree, knowledge, i)
    at: list[tuple[int, int, How]] = [(first, i + 1, "nominal")]
    return Draft("media" if kind == "media" else "group", text, [text], country=country, at=at)


def _country_behind(tree: Tree, knowledge: Knowledge, i: int) -> str | None:
    """ "rebels in Norway", "officials from Oslo": the state that they are of."""
    if i + 1 >= tree.sentence_of(i).last or tree.tokens[i + 1].text not in {"of", "in", "from"}:
        return None
    for last in range(min(i + 6, tree.sentence_of(i).last), i + 2, -1):
        first = i + 3 if tree.tokens[i + 2].text.lower() == "the" else i + 2
        if first < last:
            text = tree.span(first, last - 1).exact
            state = knowledge.states.by_name(text) or knowledge.states.by_capital(text)
            if state is not None:
                return state.code
    return None
