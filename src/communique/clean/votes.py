"""What another library takes for the article, as a vote on each line.

resiliparse costs a tenth of trafilatura's time. A vote of trafilatura beside it adds less than .001 to the body's F1 in
cross-validation, and takes more time than all the rest of the cleaner.
"""

from collections.abc import Iterator, Sequence

from resiliparse.extract.html2text import extract_plain_text

from communique.clean.dom import Blocks, Marks
from communique.clean.lines import Line
from communique.clean.words import fold_words

RUN = 4
# Beyond these it takes too long: its time grows with the square of the nesting.
MAX_CHARS, MAX_LEVELS = 3_000_000, 120
_Run = tuple[str, ...]


def votes(source: str, blocks: Blocks) -> Marks:
    """The share of each line's words that resiliparse keeps, and of its neighbours', as marks `vote_NAME`."""
    lines = blocks.lines
    if not lines or len(source) > MAX_CHARS or blocks.deepest > MAX_LEVELS:
        return {}
    valid = source.encode("utf-8", "replace").decode()  # half a surrogate pair is refused
    kept = extract_plain_text(valid, main_content=True, alt_texts=False, links=False, form_fields=False)
    return marks_of({"resiliparse": kept}, lines)


def marks_of(kept: dict[str, str], lines: Sequence[Line]) -> Marks:
    """The votes of libraries (name -> the text it keeps)."""
    marks: Marks = {}
    for name, text in kept.items():
        shares = _shares(text, lines)
        marks[f"vote_{name}"] = shares
        marks[f"vote_{name}_before"] = [-1.0, *shares[:-1]]
        marks[f"vote_{name}_next"] = [*shares[1:], -1.0]
    return marks


def _runs(words: Sequence[str]) -> Iterator[_Run]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _shares(kept: str, lines: Sequence[Line]) -> list[float]:
    words_of = {line.text: line.words for line in lines}
    found = [words_of.get(line) or fold_words(line) for line in map(str.strip, kept.splitlines())]
    known = set(_runs([word for words in found for word in words]))
    whole = set(found)
    return [1.0 if line.words in whole else _share(line.words, known) for line in lines]


def _share(words: Sequence[str], known: set[_Run]) -> float:
    """The share of a line's words that stand in a known run; none where the line is shorter than one."""
    if len(words) < RUN or known.isdisjoint(_runs(words)):
        return 0.0
    covered, until = 0, 0
    for i, run in enumerate(_runs(words)):
        if run in known:
            covered += i + RUN - max(i, until)
            until = i + RUN
    return covered / len(words)
