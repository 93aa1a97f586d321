"""Offices and descriptions: "Iranian President Ebrahim Raisi", "his Russian counterpart", "the head of state"."""

from collections.abc import Iterator
from dataclasses import replace

from communique.annotate.tree import Tree
from communique.extract.actors.bearers import bearer
from communique.extract.actors.phrases import Name, Role
from communique.knowledge import Knowledge
from communique.records.annotated import Token

LONGEST_TITLE = 5
FORMER = frozenset("former ex late ousted then erstwhile".split())
# "deputy minister": another office, of a lower rank.
UNDER = frozenset("deputy assistant associate under vice undersecretary sub".split())
# Styles of a person rather than offices: a comma before one does not begin another person.
STYLES = frozenset({"religious", "military", "royal"})
FILLERS = frozenset("new current incumbent visiting newly elected re-elected acting interim hardline".split()) | FORMER
# Behind an office: whoever is to have it.
DESIGNATE = frozenset("designate elect nominee pick".split())
# Of whom a state has many: its bodies tell them apart.
HEADS_OF_BODIES = frozenset({"director", "chief", "head", "chairman", "commissioner", "inspector"})
POSSESSIVES = frozenset("his her its their".split())
DETERMINERS = frozenset("the this that".split())


def find_roles(tree: Tree, knowledge: Knowledge, names: list[Name]) -> list[Role]:
    """Every office or description of a person in text order, with the name it goes with, if any."""
    starts = {name.first: number for number, name in enumerate(names) if name.kind == "person"}
    ends = {name.last: number for number, name in enumerate(names) if name.kind == "person"}
    named = {i for name in names for i in range(name.first, name.last)}
    found = []
    for bare in _titles(tree, knowledge, named):
        role = _with_right(tree, knowledge, _with_left(tree, knowledge, _to_be(tree, bare), names), names)
        role = _of_seat(tree, knowledge, role)
        found.append(replace(role, name=bearer(tree, role, names, starts, ends)))
    return _chained(found)


def _to_be(tree: Tree, role: Role) -> Role:
    """ "The foreign minister-designate", "his secretary of state pick": who does not hold the office yet."""
    i = role.last
    limit = tree.sentence_of(role.head).last
    i += i < limit and tree.tokens[i].text == "-"
    if i < limit and tree.tokens[i].text.lower() in DESIGNATE and not role.plural:
        return replace(role, last=i + 1, title=f"{role.title}-designate", rank="official", generic=False)
    return role


def _of_seat(tree: Tree, knowledge: Knowledge, role: Role) -> Role:
    """ "The Kremlin chief", "the White House boss": whoever leads the state that is led from there."""
    if role.title != "chief" or role.head == role.first:
        return role
    seat = knowledge.metonyms.by_name(tree.span(role.first, role.head - 1).exact)
    leads = seat is not None and seat.stands_for in {"presidency", "government"}
    return replace(role, title="leader", rank="head", generic=True, organization=None) if leads else role


def _chained(roles: list[Role]) -> list[Role]:
    """ "Supreme Leader Ayatollah Ali Khamenei": the first of two offices in a row goes with the second one's name."""
    found = list(roles)
    for n in range(len(found) - 2, -1, -1):
        role, after = found[n], found[n + 1]
        gap = 1 if after.rank in STYLES else 0
        if role.name is None and not role.plural and role.last <= after.first <= role.last + gap:
            found[n] = replace(role, name=after.name)
    return found


def _titles(tree: Tree, knowledge: Knowledge, named: set[int]) -> Iterator[Role]:
    for sentence in tree.sentences:
        i = sentence.first
        while i < sentence.last:
            outside = i in named or tree.tokens[i].pos == "PUNCT"
            match = None if outside else _longest(tree, knowledge, i, sentence.last)
            if match:
                yield match
                i = match.last
            else:
                i += 1


def _longest(tree: Tree, knowledge: Knowledge, i: int, limit: int) -> Role | None:
    for n in range(min(LONGEST_TITLE, limit - i), 0, -1):
        last = tree.tokens[i + n - 1]
        hyphened = n > 1 and tree.tokens[i + n - 2].text == "-"
        if not (hyphened or last.pos in {"NOUN", "PROPN", "ADJ"}) or _says_what_kind(tree, i + n - 1):
            continue
        title = knowledge.titles.normal(tree.span(i, i + n - 1).exact)
        plural = False
        if title is None and last.tag in {"NNS", "NNPS"}:
            stem = tree.text[tree.tokens[i].start : last.start] + singular(last)
            title, plural = knowledge.titles.normal(stem), True
        if title is not None:
            return Role(i, i + n, i + n - 1, title.name, title.rank, generic=title.generic, plural=plural)
    return None


def _says_what_kind(tree: Tree, i: int) -> bool:
    """ "official media", "leader summit": the word only says what kind of thing the noun behind it is."""
    token = tree.tokens[i]
    after = tree.tokens[token.head]
    says = token.dep in {"amod", "compound", "nmod"} and token.head == i + 1 and after.pos == "NOUN"
    return says and after.text.lower() not in DESIGNATE


def singular(token: Token) -> str:
    """The token's singular: the parser's lemma where it has one, else without its s."""
    text = token.text
    return token.lemma if token.lemma != text.lower() else text.removesuffix("s")


def _with_left(tree: Tree, knowledge: Knowledge, role: Role, names: list[Name]) -> Role:
    """`role` with what stands before it: fillers, a nationality, a body, a possessor, a determiner."""
    i = role.first - 1
    start = tree.sentence_of(role.first).first
    former, countries, organization = False, role.countries, role.organization
    while i >= start:
        text = tree.tokens[i].text
        if i == role.first - 1 and _ranks_below(tree, i):
            role = replace(role, title=f"{text.lower()} {role.title}", rank="official", first=i)
            i -= 1
        elif text.lower() in FILLERS or text == "-":
            former = former or text.lower() in FORMER
            i -= 1
        elif tree.tokens[i].tag == "POS":
            i -= 1
        elif not countries and organization is None and (left := _nation_before(tree, knowledge, i, names, role)):
            i, countries, organization = left[0] - 1, left[1], left[2]
        else:
            break
    word = tree.tokens[i].text.lower() if i >= start else ""
    if tree.tokens[i].pos == "SCONJ" or tree.tokens[i + 1].text.lower() in DETERMINERS:
        # "said that the president"
        word = ""
    first = i if word in DETERMINERS | POSSESSIVES | {"a", "an", "both"} else i + 1
    return replace(
        role,
        first=max(first, start),
        former=former,
        countries=countries,
        organization=organization,
        possessor=word in POSSESSIVES,
        definite=word not in {"a", "an"},
    )


def _ranks_below(tree: Tree, i: int) -> bool:
    """ "Deputy minister", "under secretary"; not "served under President Berg"."""
    word = tree.tokens[i].text
    return word.lower() in UNDER and (tree.tokens[i].pos != "ADP" or word[:1].isupper())


def _nation_before(
    tree: Tree, knowledge: Knowledge, i: int, names: list[Name], role: Role
) -> tuple[int, tuple[str, ...], str | None] | None:
    """The nationality, state or body that ends at token `i`: (its first token, countries, organization's key)."""
    if tree.tokens[i].pos == "PUNCT":
        # "The president of Chile, General Rivas": what stands before the comma belongs to the office before it.
        return None
    for name in names:
        if name.last == i + 1 and name.kind == "government" and knowledge.organizations.by_name(name.text):
            return name.first, (name.country,) if name.country else (), name.key
        if name.last == i + 1 and name.kind in {"state", "government"} and name.country:
            of_body = name.kind == "government" and role.title.split()[-1] in HEADS_OF_BODIES
            return name.first, (name.country,), name.key if of_body else None
        if name.last == i + 1 and name.kind in {"organization", "bloc", "format"}:
            return name.first, (), name.key or name.text
    for first in (i - 2, i - 1, i):
        if first < tree.sentence_of(i).first or not tree.tokens[first].text[:1].isupper():
            continue
        text = tree.span(first, i).exact
        if first < i and knowledge.places.region(text):
            # "the New Mexico governor"
            return None
        state = knowledge.states.by_demonym(text) or knowledge.states.by_name(text)
        if state:
            return first, (state.code,), None
        if (metonym := knowledge.metonyms.by_name(text)) and metonym.country:
            return first, (metonym.country,), None
    described = knowledge.descriptions.country_of(tree.tokens[i].text) if tree.tokens[i].text[:1].isupper() else ()
    return (i, described, None) if described else None


def _with_right(tree: Tree, knowledge: Knowledge, role: Role, names: list[Name]) -> Role:
    """`role` with "of Russia", "of the Eurasian nation", "for Iran" behind it."""
    i = role.last
    limit = tree.sentence_of(role.head).last
    if role.countries or role.organization or i >= limit or tree.tokens[i].text.lower() not in {"of", "for"}:
        return role
    i += 1
    while i < limit and tree.tokens[i].text.lower() in {"the", "both"}:
        i += 1
    for name in names:
        if name.first == i and name.country and name.kind in {"state", "government"}:
            if _owns_more(tree, names, name):
                return _of_part(tree, names, name, role)
            return replace(role, last=name.last, countries=(name.country,))
        if name.first == i and name.kind in {"organization", "bloc", "format"}:
            return replace(role, last=name.last, organization=name.key or name.text)
    for last in range(min(limit, i + 4), i, -1):
        if described := knowledge.descriptions.country_of(tree.span(i, last - 1).exact):
            return replace(role, last=last, countries=described)
    return role


def _owns_more(tree: Tree, names: list[Name], name: Name) -> bool:
    """ "The director of Chile's weather service", "the head of the US firm Acme": of what stands behind the state."""
    token = tree.tokens[name.last - 1]
    if token.dep not in {"poss", "compound", "amod", "nmod"} or token.head < name.last:
        return False
    return not any(other.kind == "person" and other.first <= token.head < other.last for other in names)


def _of_part(tree: Tree, names: list[Name], owner: Name, role: Role) -> Role:
    """`role` with the body of the state that it leads, where the text names one."""
    top = tree.tokens[owner.last - 1].head
    body = next((n for n in names if n.first <= top < n.last and n.kind in {"organization", "government"}), None)
    if body is None or not owner.country:
        return role
    return replace(role, last=body.last, countries=(owner.country,), organization=body.key or body.text)
