"""Articles that print the same text: one origin, however many outlets, and the one that printed it first."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from rensa import RMinHash, RMinHashLSH

from communique.merge.printed import share_paragraphs, with_first
from communique.records.articles import Article
from communique.records.ids import members_id
from communique.text.clusters import Groups
from communique.text.names import folded

PERMUTATIONS = 128
BANDS = 32
SEED = 7
SHINGLE = 5
# The share of the shorter text's word sequences that must stand in the longer one.
CONTAINED = 0.6
FEWEST_WORDS = 12


def join_origins(articles: Sequence[Article]) -> list[Article]:
    """The articles with one origin for those that print the same text: equal texts first, then near copies. Which of
    them was first is said where all state when they were published; paragraphs that several print carry their own
    origin, also in articles that differ otherwise."""
    groups = Groups(a.id for a in articles)
    shingles = {a.id: shingle(body(a)) for a in articles}
    for left, right in _candidates(articles, shingles):
        if contained(shingles[left], shingles[right]) >= CONTAINED:
            groups.join(left, right)
    origin = {m: members_id("origin", members) for members in groups.members().values() for m in members}
    joined = [replace(a, origin=origin[a.id]) for a in articles]
    return with_first(share_paragraphs(joined))


def body(article: Article) -> str:
    """The words of the article without its title: outlets give the same text titles of their own."""
    return " ".join(p.text for p in article.paragraphs if p.role == "body" and p.start is not None)


def shingle(text: str) -> frozenset[str]:
    """Every run of five folded words."""
    words = folded(text).split()
    if len(words) < FEWEST_WORDS:
        return frozenset({" ".join(words)}) if words else frozenset()
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def contained(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller set that the larger one holds."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def _candidates(articles: Sequence[Article], shingles: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    ordered = sorted(a.id for a in articles if shingles[a.id])
    pairs = []
    for number, id_ in enumerate(ordered):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(sorted(shingles[id_]))
        pairs += [(ordered[other], id_) for other in sorted(index.query(sketch))]
        index.insert(number, sketch)
    return pairs
