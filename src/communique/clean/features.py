"""What can be said of a line in its page, as numbers a person can read."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from math import log2

import numpy as np
from numpy.typing import NDArray

from communique.clean import context
from communique.clean.lines import Line
from communique.clean.table import Column, Columns, Row, column, last_before, running
from communique.clean.vocabulary import Hit, all_function_words, function_words
from communique.clean.words import KEPT, SHORT, capital_share, count_sentences, ends_sentence, fold_words, main_script

ROLES = (
    "navigation", "share", "related", "comments", "consent", "legal", "counter", "tags", "byline", "date", "credit",
    "source",
)  # fmt: skip
ENDERS = ("related", "comments", "share", "tags", "legal", "byline", "navigation")
OWN = (
    "words", "size", "chars", "end", "colon", "question", "ellipsis", "sentences", "small", "cjk", "capitals", "upper",
    "digits", "separated", "bullet", "lower", "number_first", "quote_first", "address", "dated", "no_letters", "you",
)  # fmt: skip
# What the rules and the title ask of a line; the weights read every column.
ASKED = (
    "words", "size", "end", "colon", "question", "ellipsis", "sentences", "small", "cjk", "capitals", "upper", "digits",
    "separated", "bullet", "lower", "number_first", "dated", "no_letters", "says_navigation", "says_consent",
    "says_legal", "says_counter", "says_byline", "says_date", "says_credit", "says_source", "says", "repeated",
    "foreign", "other_script", "gap", "gap_after", "same_indent", "on_topic", "on_topic_often", "passed", "left",
    "from_start", "before_separated", "inside3", "says_near4", *(f"after_{role}" for role in ENDERS),
)  # fmt: skip
_SEPARATED = re.compile(r"\s[|»›>/·•]\s|^[|»›>]|[|»›>]$")
_SEPARATOR = re.compile("[|»›>/·•]")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w|\.com\b")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2}")
_DIGIT = re.compile(r"\d")
_YOU = frozenset(("you", "your", "we", "our", "us"))
_FAR, _MANY = 60.0, 2_000


def columns_of(lines: Sequence[Line], marks: Mapping[str, Sequence[float]]) -> Columns:
    """For each line its features, own and in context. `marks`: what HTML says of the lines, one value each."""
    if not lines:
        return {}
    columns = _own_columns(lines)
    prose = np.where(reads_as_prose(columns), columns["words"], 0.0)
    _add_page(lines, columns, prose)
    context.add(columns, prose)
    _add_layout(lines, columns, prose)
    _add_marks_passed(columns, prose)
    _add_topic(lines, columns, prose)
    columns.update({name: column(values) for name, values in marks.items()})
    _add_groups(columns, prose)
    return columns


def is_prose(row: Row) -> bool:
    """Whether a line reads as running text: a sentence with its small words."""
    if row["end"]:
        return row["words"] >= 6 and (row["small"] >= 0.15 or row["cjk"] > 0.5)
    return row["words"] >= 18 and row["small"] >= 0.25


def reads_as_prose(columns: Columns) -> NDArray[np.bool_]:
    """The same for all lines."""
    words, small = columns["words"], columns["small"]
    ended = (words >= 6) & ((small >= 0.15) | (columns["cjk"] > 0.5))
    found: NDArray[np.bool_] = np.where(columns["end"] > 0, ended, (words >= 18) & (small >= 0.25))
    return found


def is_separated(text: str) -> bool:
    """Whether bars, arrows or dots stand between its words, as in a row of links."""
    head = text[:400]
    return _SEPARATOR.search(head) is not None and _SEPARATED.search(head) is not None


def _own_columns(lines: Sequence[Line]) -> Columns:
    own = _table([_own(line) for line in lines])
    columns: Columns = dict(zip(OWN, own, strict=True))
    says = _table([_said(line.hits, len(line.words)) for line in lines])
    columns.update(zip((f"says_{role}" for role in ROLES), says, strict=True))
    columns["says"] = says.max(axis=0)
    return columns


def _table(rows: Sequence[tuple[float, ...]]) -> Column:
    """Rows of numbers as columns."""
    return np.fromiter(chain.from_iterable(rows), np.float64, len(rows) * len(rows[0])).reshape(len(rows), -1).T


def _own(line: Line) -> tuple[float, ...]:
    """The values of `OWN`."""
    if len(line.text) <= SHORT:
        return _own_short(line.text, line.bullet is not None)
    return _measured(line.text, line.words, line.bullet is not None)


@lru_cache(maxsize=KEPT)
def _own_short(text: str, bulleted: bool) -> tuple[float, ...]:
    return _measured(text, fold_words(text), bulleted)


def _measured(text: str, words: Sequence[str], bulleted: bool) -> tuple[float, ...]:
    count, plain = len(words), text.isascii()
    small = sum(map(all_function_words().__contains__, words))
    cjk = 0 if plain or max(text) < "\u3000" else sum(len(word) == 1 and word > "\u3000" for word in words)
    digits = len(_DIGIT.findall(text, 0, _MANY)) if _DIGIT.search(text, 0, _MANY) else 0
    first, last = text[0], text[-1]
    return (
        count,
        log2(1 + count),
        log2(1 + len(text)),
        ends_sentence(text),
        last in ":：",
        last in "?？؟",
        text.endswith(("...", "…", "[…]")),
        min(6, count_sentences(text)),
        small / count if count else 0.0,
        cjk / count if count else 0.0,
        capital_share(text),
        count > 1 and text.isupper(),
        digits / min(len(text), _MANY),
        is_separated(text),
        bulleted,
        first.islower(),
        first.isdigit(),
        first in "\"“«‘'„",
        _has_address(text),
        digits > 0 and count < 15 and _DATE.search(text) is not None,
        not any(map(str.isalpha, words)),
        sum(map(_YOU.__contains__, words)) / (count or 1),
    )


def _has_address(text: str) -> bool:
    may = "://" in text or "www." in text or "@" in text or ".com" in text
    return may and _ADDRESS.search(text, 0, 400) is not None


_NOTHING = (0.0,) * len(ROLES)


def _said(hits: Sequence[Hit], count: int) -> tuple[float, ...]:
    """How much of a line the phrases of each role are: all of it where one stands alone or first."""
    if not hits:
        return _NOTHING
    shares = dict.fromkeys(ROLES, 0.0)
    for hit in hits:
        if hit.role in shares and (hit.how in ("is", "has") or (hit.how == "starts" and count <= 25)):
            shares[hit.role] = max(shares[hit.role], hit.count / count if hit.how == "has" else 1.0)
    parts = {hit.phrase for hit in hits if hit.how == "parts"}
    if len(parts) >= 3 or (len(parts) == 2 and count < 60):
        shares["consent"] = 1.0
    return tuple(shares.values())


@cache
def _languages() -> tuple[tuple[str, ...], dict[str, tuple[int, ...]]]:
    """The languages in order, and for each small word those that have it."""
    names = tuple(sorted(function_words()))
    index: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for word in function_words()[name]:
            index.setdefault(word, []).append(number)
    return names, {word: tuple(numbers) for word, numbers in index.items()}


def _small_words(line: Line) -> list[int]:
    """How many of its words are small words of each language."""
    names, index = _languages()
    counts = [0] * len(names)
    for word in filter(index.__contains__, line.words):
        for number in index[word]:
            counts[number] += 1
    return counts


def _add_page(lines: Sequence[Line], columns: Columns, prose: Column) -> None:
    """Features that need the page: repetition, and language and script against those of most of its prose."""
    seen = Counter(line.words for line in lines)
    columns["repeated"] = column(min(4.0, seen[line.words] - 1.0) for line in lines)
    counts = np.zeros((len(lines), len(_languages()[0])))
    for i, line in enumerate(lines):
        if len(line.words) >= 5:
            counts[i] = _small_words(line)
    told = counts[(columns["end"] > 0) & (columns["words"] >= 8)].sum(axis=0)
    ours, best = counts[:, int(told.argmax())], counts.max(axis=1)
    columns["foreign"] = ((best >= 3) & (best > 1.5 * ours)).astype(np.float64)
    script = main_script(" ".join(line.text for line, mass in zip(lines, prose.tolist(), strict=True) if mass))
    columns["other_script"] = column(
        script is not None and (main_script(line.text) or script) != script for line in lines
    )


def _add_layout(lines: Sequence[Line], columns: Columns, prose: Column) -> None:
    gaps = column(line.gap for line in lines)
    usual_gap = _commonest(gaps[prose > 0], None)
    columns["gap"] = np.clip(gaps - usual_gap, -2, 2)
    columns["gap_after"] = np.clip(np.append(gaps[1:], 1.0) - usual_gap, -2, 2)
    indents = column(line.indent for line in lines)
    if np.unique(indents).size <= 4:
        columns["indent"] = columns["indented"] = np.zeros(len(lines))
        columns["same_indent"] = np.full(len(lines), 0.5)
        return
    values, of = np.unique(indents, return_inverse=True)
    columns["indent"] = np.clip(indents - _commonest(indents, prose), -12, 12)
    columns["indented"] = np.ones(len(lines))
    columns["same_indent"] = np.bincount(of, prose, len(values))[of] / (prose.sum() or 1.0)


def _commonest(values: Column, weights: Column | None) -> float:
    """The value that stands most often (by weight), the first of equal ones; 0 for none."""
    if not values.size:
        return 0.0
    _, first, of = np.unique(values, return_index=True, return_inverse=True)
    counts = np.bincount(of, weights)
    return float(values[first[counts == counts.max()].min()])


def _add_marks_passed(columns: Columns, prose: Column) -> None:
    """How far back each role's mark stands, and how much prose since: an article ends with such marks."""
    since = running(prose)
    sums, places = since[:-1], np.arange(len(prose))
    may = (columns["words"] <= 12) & (sums > 0.08 * since[-1])
    for role in ENDERS:
        last = last_before(may & (columns[f"says_{role}"] == 1.0))
        columns[f"after_{role}"] = np.where(last < 0, _FAR, np.minimum(_FAR, places - last))
        columns[f"prose_after_{role}"] = np.where(last < 0, -1.0, np.log2(1 + np.maximum(0, sums - sums[last])))


def _add_topic(lines: Sequence[Line], columns: Columns, prose: Column) -> None:
    """The share of a line's telling words that the page's prose uses in other lines."""
    used: Counter[str] = Counter()
    small, masses = all_function_words(), prose.tolist()
    telling = [{word for word in line.words if len(word) > 3} - small for line in lines]
    for words, mass in zip(telling, masses, strict=True):
        if mass:
            used.update(words)
    # The words of more than so many lines of prose: the line itself is one of them where it is prose.
    over = [{word for word, count in used.items() if count > least} for least in range(4)]
    on_topic, often = [], []
    for words, mass in zip(telling, masses, strict=True):
        own, count = 1 if mass else 0, len(words)
        on_topic.append(len(words & over[own]) / count if count > 1 else 0.5)
        often.append(len(words & over[own + 2]) / count if count > 1 else 0.3)
    columns["on_topic"], columns["on_topic_often"] = column(on_topic), column(often)


def _add_groups(columns: Columns, prose: Column) -> None:
    """How many lines the template made as it made this one, how long they are, and how much of the prose they hold."""
    if "group_kind" not in columns:
        return
    of = columns["group_kind"].astype(np.intp)
    counts = np.bincount(of)
    columns["kind_size"] = np.log2(counts)[of]
    columns["kind_words"] = np.log2(1 + np.bincount(of, columns["words"]) / counts)[of]
    columns["kind_ends"] = (np.bincount(of, columns["end"]) / counts)[of]
    columns["kind_linked"] = (np.bincount(of, columns["linked"]) / counts)[of]
    columns["kind_prose"] = (np.bincount(of, prose) / (prose.sum() or 1.0))[of]
    columns["kind_first"] = np.log2(1.0 + _rank(of))
    columns["kind_left"] = np.log2(1.0 + _rank(of[::-1])[::-1])


def _rank(of: np.ndarray) -> np.ndarray:
    """How many of the same group stand before each."""
    order = np.argsort(of, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(of))[:-1]))
    rank = np.empty(len(of), dtype=np.intp)
    rank[order] = np.arange(len(of)) - starts[of[order]]
    return rank
