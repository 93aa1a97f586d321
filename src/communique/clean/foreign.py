"""Paragraphs in another language: what is read here for what it says is English."""

import re

from communique.clean.language import language_of, small_words
from communique.clean.words import fold_words
from communique.records.articles import KEPT_ROLES, Article

_LETTER, _LATIN = re.compile(r"[^\W\d_]"), re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
# Characters below which a paragraph is not judged by itself: names, and titles of works, are often foreign. Letters
# of another script leave no doubt.
ENOUGH, ENOUGH_LETTERS = 100, 20
# How many small words of another language must stand there, which share of all words they must be, and how many times
# the English ones.
SMALL, SHARE, LEAD = 3, 0.15, 2
# Languages without a table of small words: the classifier is asked of long texts with next to no English one, unless
# they are lists of names.
LONG, ENGLISH = 300, 0.08
NEARLY = 0.8
UNTOLD = "und"


def foreign_paragraphs(article: Article) -> dict[int, str]:
    """The kept paragraphs in another language than English, by number, with its ISO 639-1 code, or "und": those that
    clearly are, short ones taken together, and all of an article of which these are nearly all."""
    kept = {i: p.text for i, p in enumerate(article.paragraphs) if p.role in KEPT_ROLES}
    found = {i: code for i, text in kept.items() if (code := foreign(text))}
    short = [i for i, text in kept.items() if i not in found and len(text) < ENOUGH]
    if code := foreign("\n".join(kept[i] for i in short)):
        found |= dict.fromkeys(short, code)
    if sum(len(kept[i]) for i in found) <= NEARLY * sum(map(len, kept.values())):
        return found
    whole = foreign("\n".join(kept[i] for i in found))
    return dict.fromkeys(kept, whole or next(iter(found.values())))


def foreign(text: str) -> str | None:
    """The language of `text` where it is clearly not English, else None."""
    letters = _LETTER.findall(text[:LONG])
    if len(letters) >= ENOUGH_LETTERS and 2 * sum(_LATIN.match(char) is not None for char in letters) < len(letters):
        return language_of(text) or UNTOLD
    if len(text) < ENOUGH:
        return None
    words = fold_words(text)
    counts = small_words(words)
    english = counts.pop("en")
    best = max(sorted(counts), key=counts.__getitem__)
    if counts[best] >= max(SMALL, SHARE * len(words), LEAD * english):
        return best
    plain = sum(word[0].islower() for word in text.split())
    if len(text) < LONG or english >= ENGLISH * len(words) or 2 * plain < len(words):
        return None
    code = language_of(text)
    return None if code == "en" else code
