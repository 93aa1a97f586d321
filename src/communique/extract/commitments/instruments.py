"""Nouns that name an instrument: a treaty, a memorandum, a free trade zone, a draft of one."""

from communique.annotate.tree import Tree
from communique.extract.commitments.scene import Scene

_LEFT = ("compound", "amod", "nmod")


def is_instrument(scene: Scene, i: int) -> bool:
    """Whether the noun names an instrument, or a draft of one."""
    return is_head(scene, i) or draft_of(scene, i) is not None


def is_head(scene: Scene, i: int) -> bool:
    """Whether the noun is the head of an instrument's name."""
    tree, words = scene.tree, scene.words.instruments
    token = tree.tokens[i]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    if _phrase_ends(tree, i, words.phrases):
        return True
    if token.lemma not in words.heads:
        return False
    return token.lemma not in words.weak or any(w in words.companions for w in _near(tree, i))


def draft_of(scene: Scene, i: int) -> int | None:
    """The instrument that token `i` ("draft", "text", "vision") is a draft of: below it, or itself where it names
    none ("a draft on trade")."""
    tree, words = scene.tree, scene.words.instruments
    if tree.tokens[i].lemma not in words.drafts or tree.tokens[i].pos not in ("NOUN", "PROPN"):
        return None
    return next((j for j in tree.subtree(i) if j > i and is_head(scene, j)), None)


def _phrase_ends(tree: Tree, i: int, phrases: tuple[str, ...]) -> bool:
    stretch = " ".join(tree.tokens[j].lemma for j in range(max(0, i - 3), i + 1)).replace(" - ", "-")
    return any(stretch == p or stretch.endswith(f" {p}") for p in phrases)


def _near(tree: Tree, i: int) -> list[str]:
    """The lemmas of a noun's modifiers, and of the nouns it is "for", "on" or "of", with theirs."""
    found = [tree.tokens[c].lemma for c in tree.children(i, *_LEFT)]
    for prep in tree.children(i, "prep"):
        inner = tree.child(prep, "pobj")
        if inner is not None and tree.tokens[prep].text.lower() in ("for", "on", "of"):
            found += [tree.tokens[inner].lemma, *(tree.tokens[c].lemma for c in tree.children(inner, *_LEFT))]
    return found
