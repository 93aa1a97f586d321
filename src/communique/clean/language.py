"""The language of an article, from its body."""

import numpy as np
import py3langid

from communique.clean.lexicon import LANGUAGES, bits_of, languages
from communique.clean.words import fold_words

ENOUGH, SAMPLE = 20, 1_500  # characters
# Words of a sample that small words settle; the share of them that must be English, and by how much it must lead.
WORDS, SHARE, LEAD = 20, 0.25, 2


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language most of `text` is in, or None where there is too little to tell."""
    if len(text.strip()) < ENOUGH:
        return None
    sample = text[:SAMPLE]
    if _is_english(fold_words(sample)):
        return "en"
    code = str(py3langid.classify(sample)[0])
    return code if len(code) == 2 else None


def _is_english(words: tuple[str, ...]) -> bool:
    """Whether small words alone tell: English shares few with its neighbours, as other languages do with theirs."""
    counts = small_words(words)
    english = counts.pop("en")
    return len(words) >= WORDS and english >= SHARE * len(words) and english > LEAD * max(counts.values())


def small_words(words: tuple[str, ...]) -> dict[str, int]:
    """How many of `words`, folded ones, are small words of each language that a table knows."""
    own = bits_of(words)[:, None] >> (LANGUAGES + np.arange(len(languages()))) & 1
    return dict(zip(languages(), own.sum(axis=0).tolist(), strict=True))
