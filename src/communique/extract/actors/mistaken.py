"""What the parser takes for persons and bodies though the article uses it otherwise: places and things."""

from communique.annotate.tree import Tree
from communique.records.annotated import Token

# Behind these nobody stands, but for those whom somebody believes in.
PLACING = frozenset("in near outside around inside across".split())
BELIEF = frozenset("confidence trust faith belief believe interest hope see find lie invest".split())


def place_names(tree: Tree) -> set[str]:
    """Names that the parser takes for persons' and the article uses as places' more often than it lets them act."""
    seen: dict[str, int] = {}
    for entity in tree.entities:
        if entity.label != "PERSON" or entity.first == 0:
            continue
        lead = tree.tokens[entity.first - 1]
        text = tree.span(entity.first, entity.last - 1).exact
        placed = lead.text.lower() in PLACING and tree.tokens[lead.head].lemma not in BELIEF
        acts = any(tree.tokens[i].dep in {"nsubj", "nsubjpass"} for i in range(entity.first, entity.last))
        seen[text] = seen.get(text, 0) + (1 if placed else -acts)
    return {text for text, count in seen.items() if count > 0}


def things_counted(tree: Tree) -> set[str]:
    """Acronyms of things, of which there are one and several: "a UAV", "two UAVs" are no bodies."""
    counted = {t.text for i, t in enumerate(tree.tokens) if t.text.isupper() and i and _counts(tree.tokens[i - 1])}
    plural = {t.text[:-1] for t in tree.tokens if len(t.text) > 2 and t.text.endswith("s") and t.text[:-1].isupper()}
    return counted | plural


def _counts(token: Token) -> bool:
    return token.text.lower() in {"a", "an", "another"} or (token.pos == "NUM" and token.tag == "CD")
