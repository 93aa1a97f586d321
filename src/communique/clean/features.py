"""What can be said of a line in its page, as numbers a person can read."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from communique.clean import context
from communique.clean.characters import FAR
from communique.clean.lexicon import LANGUAGES, SMALL, languages
from communique.clean.lines import Line
from communique.clean.own import own_columns
from communique.clean.sheet import Sheet
from communique.clean.table import Column, Columns, Mask, column, last_before, running, which
from communique.clean.vocabulary import Hit
from communique.clean.words import main_script

ROLES = (
    "navigation", "share", "related", "comments", "consent", "legal", "counter", "tags", "byline", "date", "credit",
    "source",
)  # fmt: skip
ENDERS = ("related", "comments", "share", "tags", "legal", "byline", "navigation")
_FAR = 60.0


def columns_of(sheet: Sheet, marks: Columns) -> Columns:
    """For each line its features, own and in context. `marks`: what HTML says of the lines, one value each."""
    columns = own_columns(sheet)
    prose = np.where(reads_as_prose(columns), columns["words"], 0.0)
    _add_said(sheet, columns)
    _add_page(sheet, columns, prose)
    context.add(columns, prose)
    _add_layout(sheet.lines, columns, prose)
    _add_marks_passed(columns, prose)
    _add_topic(sheet, columns, prose)
    columns.update(marks)
    _add_groups(columns, prose)
    return columns


def reads_as_prose(columns: Columns) -> Mask:
    """The same for all lines."""
    words, small = columns["words"], columns["small"]
    ended = (words >= 6) & ((small >= 0.15) | (columns["cjk"] > 0.5))
    found: Mask = np.where(columns["end"] > 0, ended, (words >= 18) & (small >= 0.25))
    return found


def _add_said(sheet: Sheet, columns: Columns) -> None:
    """How much of each line the phrases of each role are."""
    said = np.zeros((len(sheet.lines), len(ROLES)))
    for i, hits in sheet.hits.items():
        said[i] = _said(hits, len(sheet.lines[i].words))
    columns.update(zip((f"says_{role}" for role in ROLES), said.T, strict=True))
    columns["says"] = said.max(axis=1)


def _said(hits: Sequence[Hit], count: int) -> tuple[float, ...]:
    """How much of a line the phrases of each role are: all of it where one stands alone or first."""
    shares = dict.fromkeys(ROLES, 0.0)
    for hit in hits:
        if hit.role in shares and (hit.how in ("is", "has") or (hit.how == "starts" and count <= 25)):
            shares[hit.role] = max(shares[hit.role], hit.count / count if hit.how == "has" else 1.0)
    parts = {hit.phrase for hit in hits if hit.how == "parts"}
    if len(parts) >= 3 or (len(parts) == 2 and count < 60):
        shares["consent"] = 1.0
    return tuple(shares.values())


def _add_page(sheet: Sheet, columns: Columns, prose: Column) -> None:
    """Features that need the page: repetition, and language and script against those of most of its prose."""
    seen = Counter(line.words for line in sheet.lines)
    columns["repeated"] = column(min(4.0, seen[line.words] - 1.0) for line in sheet.lines)
    counts = _small_words(sheet)
    told = counts[(columns["end"] > 0) & (columns["words"] >= 8)].sum(axis=0)
    ours, best = counts[:, int(told.argmax())], counts.max(axis=1)
    columns["foreign"] = ((best >= 3) & (best > 1.5 * ours)).astype(np.float64)
    columns["other_script"] = _other_script(sheet, prose)


def _small_words(sheet: Sheet) -> NDArray[np.intp]:
    """How many words of each line of five words or more are small words of each language."""
    small = ((sheet.bits & SMALL) != 0).nonzero()[0]
    word, language = np.nonzero(sheet.bits[small, None] >> (LANGUAGES + np.arange(len(languages()))) & 1)
    cells = sheet.line_of[small[word]] * len(languages()) + language
    counts = np.bincount(cells, minlength=len(sheet.lines) * len(languages())).reshape(len(sheet.lines), -1)
    return counts * (sheet.counts >= 5)[:, None]


def _other_script(sheet: Sheet, prose: Column) -> Column:
    """The lines whose letters are mostly of another script than the prose's."""
    found, far = np.zeros(len(sheet.lines)), sheet.with_kind(FAR)
    if not far.any():
        return found
    script = main_script(" ".join(sheet.lines[i].text for i in which(prose > 0)))
    if script is None:
        return found
    for i in which(far if script == "LATIN" else sheet.counts >= 0):
        found[i] = (main_script(sheet.lines[i].text) or script) != script
    return found


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


def _add_topic(sheet: Sheet, columns: Columns, prose: Column) -> None:
    """The share of a line's telling words that the page's prose uses in other lines."""
    long = np.fromiter(map(len, sheet.words), np.intp, len(sheet.words)) > 3
    telling = (long & ((sheet.bits & SMALL) == 0)).nonzero()[0]
    # Each word's number is the first place it stands at; each line's telling words count once.
    first: dict[str, int] = {}
    words = map(sheet.words.__getitem__, telling.tolist())
    number = np.fromiter(map(first.setdefault, words, range(telling.size)), np.intp, telling.size)
    cells = np.sort(sheet.line_of[telling] * telling.size + number)
    cells = cells[np.diff(cells, prepend=-1) > 0]
    line, word = np.divmod(cells, max(1, telling.size))
    own = prose[line] > 0
    # In how many lines of prose the word stands: the line itself is one of them where it is prose.
    others = np.bincount(word[own], minlength=telling.size)[word] - own
    many = np.bincount(line, minlength=len(sheet.lines))
    for name, least, unknown in (("on_topic", 0, 0.5), ("on_topic_often", 2, 0.3)):
        shared = np.bincount(line[others > least], minlength=len(sheet.lines))
        columns[name] = np.where(many > 1, shared / np.maximum(1, many), unknown)


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
