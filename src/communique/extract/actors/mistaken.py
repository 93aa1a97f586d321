"""What the parser takes for persons and bodies though the article uses it otherwise: places and things."""

from communique.annotate.tree import Tree
from communique.records.annotated import Token

# Behind these nobody stands, but for those whom somebody believes in.
PLACING = frozenset("in near outside around inside across".split())
BELIEF = frozenset("confidence trust faith belief believe interest hope see find lie invest".split())
# What bears a place's name, and what runs between two places.
BUILDINGS = frozenset(
    "palace palaces airport airfield stadium hotel castle harbour harbor square railway station prison cemetery "
    "monastery cathedral mosque".split()
)
ROUTES = frozenset(
    "railway railroad line road highway motorway corridor pipeline route border canal link section stretch ferry "
    "cable train".split()
)


def place_names(tree: Tree) -> set[str]:
    """Names that the parser takes for persons' and the article uses as places' more often than it lets them act."""
    seen: dict[str, int] = {}
    for entity in tree.entities:
        if entity.label != "PERSON" or entity.first == 0:
            continue
        lead = tree.tokens[entity.first - 1]
        text = tree.span(entity.first, entity.last - 1).exact
        placed = lead.text.lower() in PLACING and tree.tokens[lead.head].lemma not in BELIEF
        placed = placed or (entity.last - entity.first == 1 and _stands_before(tree, entity.last, BUILDINGS))
        acts = any(tree.tokens[i].dep in {"nsubj", "nsubjpass"} for i in range(entity.first, entity.last))
        seen[text] = seen.get(text, 0) + (1 if placed else -acts)
    return {text for text, count in seen.items() if count > 0}


def is_route(tree: Tree, first: int, last: int) -> bool:
    """ "the Narvik-Bergen railway": two places with a hyphen, and what runs between them."""
    hyphened = any(tree.tokens[i].text in {"-", "–"} for i in range(first, last))
    return hyphened and _stands_before(tree, last, ROUTES)


def _stands_before(tree: Tree, last: int, words: frozenset[str]) -> bool:
    """Whether the name that ends before token `last` stands before one of the words, written small."""
    return last < len(tree.tokens) and tree.tokens[last].text in words


def is_heading(tree: Tree, first: int, last: int) -> bool:
    """ "MOST READ: …": a word in capitals among others that begin their line and end with a colon."""
    i = last
    while i < len(tree.tokens) and tree.tokens[i].text.isupper() and tree.tokens[i].text.isalpha():
        i += 1
    starts = tree.sentence_of(first).first == first
    return starts and i > last and i < len(tree.tokens) and tree.tokens[i].text == ":"


def things_counted(tree: Tree) -> set[str]:
    """Acronyms of things, of which there are one and several: "a UAV", "two UAVs" are no bodies."""
    counted = {t.text for i, t in enumerate(tree.tokens) if t.text.isupper() and i and _counts(tree.tokens[i - 1])}
    plural = {t.text[:-1] for t in tree.tokens if len(t.text) > 2 and t.text.endswith("s") and t.text[:-1].isupper()}
    return counted | plural


def _counts(token: Token) -> bool:
    return token.text.lower() in {"a", "an", "another"} or (token.pos == "NUM" and token.tag == "CD")
