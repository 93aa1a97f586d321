"""Which articles tell one story, by their words alone: what two texts have in common that few others have. What they
open with counts for more than the rest: the opening is the news, what follows is often the background of several.

Pairs are looked for by each text's most telling words, so that the number of comparisons stays near the number of
articles; groups grow by the mean likeness of all their pairs, so that no chain of neighbours makes one.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from communique.records.articles import Article
from communique.records.times import Time
from communique.text.times.intervals import civil, gap
from communique.text.weights import Vector, cosine, counts, vectors

# Likeness of two texts from which they are compared at all, and the mean of two groups that makes them one.
NEAR = 0.14
SAME = 0.20
# How much of the likeness is that of the openings, and how many characters open a text.
OPENING = 0.4
OPENS = 700
LONGEST = 600
# Before the words of an opening.
MARK = "^"
# A story is told in the same days.
DAYS = 5
# By how many of its words, and how many of its opening, a text is looked up, and how many must lead to the other.
TELLING, FIRST = 30, 20
TOGETHER = 3
# A word that so many texts have leads to none of them.
COMMON = 60
TITLE = 3


def story_groups(articles: Sequence[Article]) -> list[tuple[str, ...]]:
    """The ids of articles that tell one story, groups of two or more, each sorted."""
    ordered = sorted(articles, key=lambda a: a.id)
    weights = dict(zip((a.id for a in ordered), _weighed(ordered), strict=True))
    groups: dict[str, tuple[str, ...]] = {a.id: (a.id,) for a in ordered}
    # The mean likeness of two groups is that of their sums: no pair of members is compared for it.
    sums: dict[tuple[str, ...], Vector] = {(id_,): dict(vector) for id_, vector in weights.items()}
    dated: dict[tuple[str, ...], tuple[Time, ...]] = {(a.id,): (a.published,) if a.published else () for a in ordered}
    for left, right in _pairs(ordered, weights):
        a, b = groups[left], groups[right]
        if a is not b and _one_time([*dated[a], *dated[b]]) and cosine(sums[a], sums[b]) / (len(a) * len(b)) >= SAME:
            joined = tuple(sorted((*a, *b)))
            sums[joined] = _added(sums.pop(a), sums.pop(b))
            dated[joined] = (*dated.pop(a), *dated.pop(b))
            groups.update(dict.fromkeys(joined, joined))
    return sorted({group for group in groups.values() if len(group) > 1})


def likeness(left: Article, right: Article, weights: Mapping[str, Vector]) -> float:
    """From 0 to 1; 0 for articles of different days."""
    apart = left.published is not None and right.published is not None and gap(left.published, right.published) > DAYS
    return 0.0 if apart else round(cosine(weights[left.id], weights[right.id]), 4)


def _weighed(articles: Sequence[Article]) -> list[Vector]:
    """A vector of length one for each article, of its words and of those of its opening."""
    whole, opening = vectors([_words(a) for a in articles]), vectors([_opening(a) for a in articles])
    share, rest = math.sqrt(OPENING), math.sqrt(1 - OPENING)
    return [
        {w: rest * x for w, x in text.items()} | {MARK + w: share * x for w, x in first.items()}
        for text, first in zip(whole, opening, strict=True)
    ]


def _opening(article: Article) -> Counter[str]:
    """The words of the first paragraphs, the title's among them."""
    found: Counter[str] = Counter()
    length = 0
    for paragraph in article.paragraphs:
        if paragraph.start is not None:
            found.update(counts(paragraph.text[:LONGEST]))
            length += len(paragraph.text)
        if length > OPENS:
            break
    return found


def _words(article: Article) -> Counter[str]:
    kept = [p for p in article.paragraphs if p.start is not None]
    found = counts("\n".join(p.text for p in kept if p.role != "title"))
    found.update(counts("\n".join(p.text for p in kept if p.role == "title"), TITLE))
    return found


def _pairs(ordered: Sequence[Article], weights: Mapping[str, Vector]) -> list[tuple[str, str]]:
    """Pairs that are near, the nearest first."""
    index: dict[str, list[Article]] = {}
    scored: dict[tuple[str, str], float] = {}
    for article in ordered:
        vector = weights[article.id]
        telling = _telling(vector)
        met = Counter(other.id for word in telling for other in index.get(word, ()))
        others = {other.id: other for word in telling for other in index.get(word, ()) if met[other.id] >= TOGETHER}
        scored |= {(id_, article.id): likeness(other, article, weights) for id_, other in others.items()}
        for word in telling:
            if len(held := index.setdefault(word, [])) < COMMON:
                held.append(article)
    return sorted((p for p, score in scored.items() if score >= NEAR), key=lambda p: (-scored[p], p))


def _telling(vector: Vector) -> list[str]:
    """The words by which a text is looked up, those of its opening last."""
    ordered = sorted(vector, key=lambda w: (-vector[w], w))
    opening = [w for w in ordered if w.startswith(MARK)]
    return [*[w for w in ordered if not w.startswith(MARK)][:TELLING], *opening[:FIRST]]


def _one_time(days: Sequence[Time]) -> bool:
    """Whether all that is dated is of the same days: an undated article bridges no weeks."""
    bounds = [civil(day) for day in days]
    return not bounds or (max(first for first, _ in bounds) - min(last for _, last in bounds)).days <= DAYS


def _added(left: Vector, right: Vector) -> Vector:
    """The sum of two vectors, in place of the longer one."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    for word, weight in small.items():
        large[word] = large.get(word, 0.0) + weight
    return large
