"""What two libraries take for the article, as votes on each line."""

import re
from collections.abc import Sequence
from dataclasses import replace

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from communique.clean.dom import Blocks
from communique.clean.lines import Line
from communique.clean.words import fold_words

RUN = 4
# Beyond these the libraries take too long: resiliparse's time grows with the square of the nesting.
MAX_CHARS, MAX_LEVELS = 3_000_000, 120


def add_votes(source: str, blocks: Blocks) -> list[Line]:
    """The lines with the share of their words that each library keeps, as marks `vote_NAME`."""
    lines = blocks.lines
    if not lines or len(source) > MAX_CHARS or blocks.deepest > MAX_LEVELS:
        return lines
    kept = {
        "trafilatura": trafilatura.extract(source, include_comments=False, include_tables=True) or "",
        "precision": trafilatura.extract(source, include_comments=False, include_tables=True, favor_precision=True)
        or "",
        "recall": trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True) or "",
        "resiliparse": extract_plain_text(source, main_content=True, alt_texts=False, links=False, form_fields=False),
    }
    shares = {name: _shares(text, lines) for name, text in kept.items()}
    voted = []
    for i, line in enumerate(lines):
        marks = dict(line.marks)
        for name, share in shares.items():
            marks[f"vote_{name}"] = share[i]
            marks[f"vote_{name}_before"] = share[i - 1] if i else -1.0
            marks[f"vote_{name}_next"] = share[i + 1] if i + 1 < len(lines) else -1.0
        voted.append(replace(line, marks=marks))
    return voted


def _shares(kept: str, lines: Sequence[Line]) -> list[float]:
    words = fold_words_of(kept)
    runs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    whole = {fold_words(re.sub(r"^\W+", "", line)) for line in kept.splitlines()}
    return [_share(line.words, runs, whole) for line in lines]


def fold_words_of(text: str) -> list[str]:
    """The folded words of a long text, line by line."""
    return [word for line in text.splitlines() for word in fold_words(line)]


def _share(words: tuple[str, ...], runs: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> float:
    if words in whole:
        return 1.0
    if len(words) < RUN:
        return 0.0
    hits = [words[i : i + RUN] in runs for i in range(len(words) - RUN + 1)]
    return sum(any(hits[max(0, i - RUN + 1) : i + 1]) for i in range(len(words))) / len(words)
