"""What the parser takes for persons and bodies though the article uses it otherwise: routes, ships, things."""

from communique.annotate.tree import Tree
from communique.records.annotated import Token

# What runs between two places.
ROUTES = frozenset(
    "railway railroad line road highway motorway corridor pipeline route border canal link section stretch ferry "
    "cable train".split()
)

# What stands before the name of a ship.
SHIPS = frozenset("USS USNS HMS HMAS HMCS HMNZS FS INS PNS ROKS TCG MV MT frigate destroyer warship".split())


def ships(tree: Tree) -> set[str]:
    """Names of ships in one word: "HMS Lofoten", and "Lofoten" wherever the article comes back to it."""
    words = [t.text for t in tree.tokens]
    rows = zip(words, words[1:], [*words[2:], ""], strict=False)
    return {name for lead, name, after in rows if lead in SHIPS and name[:1].isupper() and not after[:1].isupper()}


def is_ship(tree: Tree, first: int, last: int, known: set[str]) -> bool:
    """Whether the name is a ship's, with or without what ships are."""
    return tree.tokens[last - 1].text in known and (last - first == 1 or tree.tokens[first].text in SHIPS)


def is_route(tree: Tree, first: int, last: int) -> bool:
    """ "the Narvik-Bergen railway": two places with a hyphen, and what runs between them."""
    hyphened = any(tree.tokens[i].text in {"-", "–"} for i in range(first, last))
    return hyphened and _stands_before(tree, last, ROUTES)


def _stands_before(tree: Tree, last: int, words: frozenset[str]) -> bool:
    """Whether the name that ends before token `last` stands before one of the words, written small."""
    return last < len(tree.tokens) and tree.tokens[last].text in words


def things_counted(tree: Tree) -> set[str]:
    """Acronyms of things, of which there are one and several: "a UAV", "two UAVs" are no bodies."""
    counted = {t.text for i, t in enumerate(tree.tokens) if t.text.isupper() and i and _counts(tree.tokens[i - 1])}
    plural = {t.text[:-1] for t in tree.tokens if len(t.text) > 2 and t.text.endswith("s") and t.text[:-1].isupper()}
    return counted | plural


def _counts(token: Token) -> bool:
    return token.text.lower() in {"a", "an", "another"} or (token.pos == "NUM" and token.tag == "CD")
