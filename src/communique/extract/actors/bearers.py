"""Who bears an office: the name beside it, "Anna Berg is the director", or each of a list behind a plural."""

from communique.annotate.tree import Tree
from communique.extract.actors.phrases import Name, Role

# Between a name's comma and the office that its bearer has, or had.
ONCE = frozenset({"then", "now", "currently", "formerly", "also", "once"})


def bearer(tree: Tree, role: Role, names: list[Name], starts: dict[int, int], ends: dict[int, int]) -> int | None:
    """The number of the person's name right behind the role, or before it as in "Name, the Russian president,".
    `starts`, `ends`: the numbers of the persons' names by their first token and by the one behind their last."""
    after, limit = role.last, len(tree.tokens)
    if role.plural:
        return None
    if (author := _author(tree, role, names, ends)) is not None:
        return author
    if after in starts:
        return starts[after]
    if (
        after < limit
        and tree.tokens[after].text == ","
        and after + 1 in starts
        and not _new_clause(tree, role, names[starts[after + 1]].last - 1)
    ):
        return starts[after + 1]
    before = role.first - 1
    if before > 0 and tree.tokens[before].text.lower() in ONCE:
        before -= 1
    if before > 0 and tree.tokens[before].text == "," and before in ends and _closes(tree, role):
        return ends[before]
    return _subject_of(tree, role, names)


def _author(tree: Tree, role: Role, names: list[Name], ends: dict[int, int]) -> int | None:
    """ "By Anna Berg, Oslo correspondent": the line of who writes, whatever stands behind it."""
    before = role.first - 1
    while before > 0 and tree.tokens[before].pos == "PROPN":
        before -= 1
    number = ends.get(before) if before > 0 and tree.tokens[before].text == "," else None
    first = names[number].first if number is not None else 0
    return number if first and tree.tokens[first - 1].text == "By" else None


def _subject_of(tree: Tree, role: Role, names: list[Name]) -> int | None:
    """ "Anna Berg is the director of Acme": the subject of the verb that says what she is."""
    token = tree.tokens[role.head]
    verb = tree.tokens[token.head]
    if token.dep != "attr" or verb.lemma != "be" or verb.tag not in {"VBZ", "VBP"}:
        return None
    subject = tree.child(token.head, "nsubj")
    return next((n for n, m in enumerate(names) if m.kind == "person" and subject == m.last - 1), None)


def _new_clause(tree: Tree, role: Role, i: int) -> bool:
    """Whether the name behind the comma, with last token `i`, is somebody else: the subject of the clause that
    begins there."""
    token = tree.tokens[i]
    return token.dep in {"nsubj", "nsubjpass"} and tree.tokens[role.head].head != i and token.head != role.head


def _closes(tree: Tree, role: Role) -> bool:
    """An apposition behind a name ends with a mark, a verb or the sentence."""
    after = role.last
    return after >= len(tree.tokens) or tree.tokens[after].pos in {"PUNCT", "VERB", "AUX", "CCONJ"}


def listed(tree: Tree, role: Role, names: list[Name]) -> list[tuple[str, int]]:
    """ "The presidents of Russia, Vladimir Putin, and Iran, Ebrahim Raisi": (country, number of the person's name)
    for each pair in the list behind a plural office."""
    pairs: list[tuple[str, int]] = []
    country = role.countries[0] if role.countries else None
    limit = tree.sentence_of(role.head).last
    at = role.last
    for number, name in enumerate(names):
        if name.first < at or name.first >= limit or (country is None and not pairs):
            continue
        between = {t.text.lower() for t in tree.tokens[at : name.first]}
        if not between <= {",", "and", "(", ")", "of", "the"}:
            break
        if name.kind == "person" and country is not None:
            pairs.append((country, number))
            country = None
        elif name.kind == "state":
            country = name.country
        at = name.last
    return pairs
