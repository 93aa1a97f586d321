"""Fits the cleaner's weights on the development pages of WCXB (CC-BY-4.0, see NOTICE), cross-validated by page.

    python -m scripts.fit_cleaner text|html|title SHARED/eval/wcxb/dev

`text` and `html` tell the article's lines from the others, `title` the title from the lines around it (after `text`).

Each page is rendered to text as a person's "save as text" would; each line is labelled by the share of its words
that stand in the page's known body; a logistic regression over binned features learns to tell them apart, and a
second one sees the first one's view of the neighbourhood, from folds it was not fitted on. Writes
src/communique/clean/data/weights_KIND.json and prints the cross-validated word F1 of the body: of the weights alone,
and of the whole cleaner with the weights of the folds that a page is not in.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from msgspec.structs import replace

from communique.clean import clean, weights
from communique.clean.dom import page_lines, parse
from communique.clean.features import columns_of
from communique.clean.lines import Line, split_lines
from communique.clean.sheet import sheet_of
from communique.clean.table import Column, Columns
from communique.clean.text import read_page
from communique.clean.title import candidates, first_paragraph, title_columns, without_outlet
from communique.clean.votes import votes
from communique.clean.words import fold_words
from communique.errors import InputError
from communique.records.captures import Capture

FOLDS, BINS, RIDGE, ROUNDS, FOLD_ROUNDS = 5, 8, 6.0, 7, 10
TITLE_THRESHOLD = 0.15  # below it a line is more often wrong than right: better no title
DATA = Path(__file__).parent.parent / "src" / "communique" / "clean" / "data"


@dataclass(frozen=True)
class Page:
    """A page's lines as features, labels and words, and the words of its body."""

    columns: Columns
    labels: list[float]
    words: list[tuple[str, ...]]
    gold: tuple[str, ...]


# ---- pages: features, labels, words


def decode(raw: bytes) -> str:
    """Bytes as UTF-8, else as windows-1252."""
    for charset in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def render(path: Path) -> str:
    """The page as a person's "save as text"; empty where it cannot be rendered."""
    from inscriptis import get_text

    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(gzip.decompress(path.read_bytes())))
    try:
        return get_text(source)
    except ValueError:
        return ""


def load(task: tuple[str, str, str]) -> list[Page]:
    """A page as it is, without its indents and bullets, and its bare body: captures come in all three ways."""
    kind, html, body = task
    if kind == "html":
        text = decode(gzip.decompress(Path(html).read_bytes()))
        tree = parse(text)
        blocks = page_lines(tree) if tree else None
        return [page(blocks.lines, blocks.marks | votes(text, blocks), body)] if blocks and blocks.lines else []
    lines = split_lines(render(Path(html)))
    bare = [replace(line, indent=0, bullet=None) for line in lines]
    cleaned = [Line(line.text, line.start, line.end, 0, 1) for line in split_lines(body)]
    return [page(some, {}, body) for some in (lines, bare, cleaned) if some]


def page(lines: list[Line], marks: Columns, body: str) -> Page:
    """Features, labels and words of a page's lines, and the words of its body."""
    words, gold = [tuple(re.findall(r"\w+", line.text.lower())) for line in lines], re.findall(r"\w+", body.lower())
    return Page(columns_of(sheet_of(lines), marks), labels(words, tuple(gold), body), words, tuple(gold))


def labels(lines: list[tuple[str, ...]], gold: tuple[str, ...], body: str) -> list[float]:
    """The share of each line's words inside runs of four that the body has too; a shorter line must be a line of
    the body, or part of one that its neighbours touch."""
    runs = {gold[i : i + 4] for i in range(len(gold) - 3)}
    whole = {tuple(re.findall(r"\w+", line.lower())) for line in body.splitlines()}
    shorts = {gold[i : i + n] for n in (1, 2, 3) for i in range(len(gold) - n + 1)}
    found: list[float] = []
    for line in lines:
        hits = [line[i : i + 4] in runs for i in range(len(line) - 3)]
        covered = sum(any(hits[max(0, i - 3) : i + 1]) for i in range(len(line)))
        found.append(
            1.0 if line in whole else covered / len(line) if len(line) > 3 else -1.0 if line in shorts else 0.0
        )
    for i, value in enumerate(found):
        if value == -1.0:
            near = [v for v in found[max(0, i - 2) : i + 3] if v >= 0]
            found[i] = float(bool(near) and min(near) > 0.8)
    return found


# ---- a logistic regression over bins


def edges_of(matrix: np.ndarray) -> list[np.ndarray]:
    """The bins' edges of each column."""
    edges = []
    for column in matrix.T:
        cuts = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]).round(4))
        if np.unique(column).size <= BINS:
            cuts = np.unique(column)[1:]
        elif np.mean(column == column.min()) > 0.5:  # most lines have nothing: the bins go to those that have
            rest = column[column > column.min()]
            cuts = np.unique(
                np.append(
                    np.nextafter(column.min(), 1e9).round(4), np.quantile(rest, np.linspace(0, 1, BINS)[:-1]).round(4)
                )
            )
        edges.append(cuts[cuts > column.min()])
    return edges


def binned(matrix: np.ndarray, edges: list[np.ndarray]) -> np.ndarray:
    """Each value as the index of its bin among all columns' bins."""
    columns, offset = [], 0
    for column, cuts in zip(matrix.T, edges, strict=True):
        columns.append(np.searchsorted(cuts, column, side="right") + offset)
        offset += len(cuts) + 1
    return np.stack(columns, axis=1).astype(np.int32)


def slope(
    places: np.ndarray, size: int, truth: np.ndarray, weight: np.ndarray, beta: np.ndarray, curved: bool
) -> tuple[np.ndarray, np.ndarray]:
    """The gradient, and with `curved` the Hessian, at these weights of the bins; the last one is the bias."""
    gradient, hessian = np.zeros(size + 1), np.zeros((size + 1, size + 1))
    for chunk in np.array_split(np.arange(len(places)), max(1, len(places) // 8000)):
        here = places[chunk]
        p = predict(here, beta)
        rest = weight[chunk] * (truth[chunk] - p)
        gradient[:size] += np.bincount(here.ravel(), np.repeat(rest, here.shape[1]), size)
        gradient[size] += rest.sum()
        if curved:
            hot = np.zeros((len(chunk), size + 1), dtype=np.float32)
            np.put_along_axis(hot, here, 1.0, axis=1)
            hot[:, size] = 1.0
            hot *= np.sqrt(np.maximum(weight[chunk] * p * (1 - p), 1e-6)).astype(np.float32)[:, None]
            hessian += hot.T @ hot
    gradient[:size] -= RIDGE * beta[:size]
    hessian[np.arange(size), np.arange(size)] += RIDGE
    hessian[size, size] += 1e-3
    return gradient, hessian


def fit(places: np.ndarray, size: int, truth: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One weight a bin and the bias, by Newton's method with a ridge; and the inverse of the last Hessian."""
    beta = np.zeros(size + 1)
    for _ in range(ROUNDS):
        gradient, hessian = slope(places, size, truth, weight, beta, True)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step * min(1.0, 4.0 / max(1e-9, np.abs(step).max()))
    return beta, np.linalg.inv(hessian)


def refit(
    start: np.ndarray, inverse: np.ndarray, places: np.ndarray, truth: np.ndarray, weight: np.ndarray
) -> np.ndarray:
    """The weights for a part of the pages, from those for all: their curve is nearly the same."""
    beta = start.copy()
    for _ in range(FOLD_ROUNDS):
        beta = beta + 1.15 * inverse @ slope(places, len(start) - 1, truth, weight, beta, False)[0]
    return beta


def predict(places: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Probabilities."""
    return 1 / (1 + np.exp(-np.clip(beta[places].sum(axis=1) + beta[-1], -30, 30)))


# ---- figures


def f1(page: Page, keep: np.ndarray) -> float:
    """Word F1 of the kept lines against the body."""
    return overlap([word for words, kept in zip(page.words, keep, strict=True) if kept for word in words], page.gold)


def overlap(found: Sequence[str], gold: Sequence[str]) -> float:
    """F1 of two bags of words."""
    same = sum((Counter(found) & Counter(gold)).values())
    return 2 * same / (len(found) + len(gold)) if same else 0.0


def matrix_of(tables: Sequence[Columns], counts: Sequence[int]) -> tuple[list[str], np.ndarray]:
    """The pages' columns one below the other, absent ones as 0. Which lines belong together is no feature."""
    names = sorted(name for name in set().union(*tables) if not name.startswith("group_"))
    matrix = np.zeros((sum(counts), len(names)))
    start = 0
    for table, count in zip(tables, counts, strict=True):
        for j, name in enumerate(names):
            if name in table:
                matrix[start : start + count, j] = table[name]
        start += count
    return names, matrix


def look(
    names: list[str], matrix: np.ndarray, truth: np.ndarray, weight: np.ndarray, fold: np.ndarray
) -> tuple[np.ndarray, list[dict]]:
    """Out-of-fold probabilities, and the models: that of all pages, then that without each fold."""
    edges = edges_of(matrix)
    places = binned(matrix, edges)
    size = sum(len(cuts) + 1 for cuts in edges)
    p = np.zeros(len(matrix))
    whole, inverse = fit(places, size, truth, weight)
    models = [as_json(names, edges, whole)]
    for k in range(FOLDS):
        beta = refit(whole, inverse, places[fold != k], truth[fold != k], weight[fold != k])
        p[fold == k] = predict(places[fold == k], beta)
        models.append(as_json(names, edges, beta))
    return p, models


def as_json(names: list[str], edges: list[np.ndarray], beta: np.ndarray) -> dict:
    """The model as it is stored: features whose weights are all next to nothing are left out."""
    features, offset = {}, 0
    for name, cuts in zip(names, edges, strict=True):
        own = beta[offset : offset + len(cuts) + 1]
        offset += len(cuts) + 1
        if np.abs(own).max() >= 0.005:
            features[name] = {"edges": [round(float(c), 4) for c in cuts], "weights": [round(float(w), 3) for w in own]}
    return {"bias": round(float(beta[-1]), 4), "threshold": 0.5, "features": features}


# ---- titles


def load_titles(task: tuple[str, str]) -> list[list[tuple[dict[str, float], float]]]:
    """(features, is it the title) of the candidates of a page: as it is, cut at its title, cut a little before."""
    html, title = task
    lines = split_lines(render(Path(html)))
    wanted = {fold_words(title), fold_words(without_outlet(title))}
    at = [i for i, line in enumerate(lines) if fold_words(without_outlet(line.text)) in wanted]
    bare = [replace(line, indent=0, bullet=None, gap=1) for line in lines]
    pages = [lines, bare[at[0] :], bare[max(0, at[0] - 3) :]] if at else [lines]
    return [title_candidates(some, wanted) for some in pages]


def title_candidates(lines: list[Line], wanted: set[tuple[str, ...]]) -> list[tuple[dict[str, float], float]]:
    """The candidates' features and whether each is the title."""
    read = read_page(lines, "text", {}, ())
    first = first_paragraph(read)
    if first is None:
        return []
    truth = [float(fold_words(without_outlet(line.text)) in wanted) for line in lines[candidates(read, first)]]
    columns = {name: values.tolist() for name, values in title_columns(read, first).items()}
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return list(zip(rows, truth, strict=True))


def fit_titles(folder: Path) -> None:
    """Prints how many pages' likeliest line is the title, and writes the model."""
    tasks = [(str(folder / "html" / f"{path.stem}.html.gz"), known["title"] or "") for path, known in gold(folder)]
    with ProcessPoolExecutor(2) as pool:
        groups = list(pool.map(load_titles, tasks, chunksize=8))
    found = [(i, j, row, y) for i, group in enumerate(groups) for j, page in enumerate(group) for row, y in page]
    truth = np.array([y for *_, y in found])
    names = sorted(found[0][2])
    matrix = np.array([[row[name] for name in names] for _, _, row, _ in found])
    p, (model, *_) = look(names, matrix, truth, np.ones(len(found)), np.array([i % FOLDS for i, *_ in found]))
    for version in range(3):
        best: dict[int, tuple[float, float]] = {}
        for (i, j, _, y), likely in zip(found, p, strict=True):
            if j == version:
                best[i] = max(best.get(i, (0.0, 0.0)), (float(likely), y))
        print(f"title, version {version}: {sum(y for _, y in best.values()):.0f} right of {len(best)}", flush=True)
    model["threshold"] = TITLE_THRESHOLD
    (DATA / "weights_title.json").write_text(json.dumps(model, indent=1) + "\n", "utf-8")


# ---- the three fits


def gold(folder: Path) -> list[tuple[Path, dict]]:
    """Each page's file and what is known of it."""
    paths = sorted((folder / "ground-truth").glob("*.json"))
    return [(path, json.loads(path.read_text("utf-8"))["ground_truth"]) for path in paths]


def main(kind: str, folder: str) -> None:
    """Fits one kind."""
    if kind == "title":
        fit_titles(Path(folder))
        return
    known = gold(Path(folder))
    tasks = [
        (kind, str(Path(folder) / "html" / f"{path.stem}.html.gz"), truth.get("main_content") or "")
        for path, truth in known
    ]
    with ProcessPoolExecutor(2) as pool:
        groups = list(pool.map(load, tasks, chunksize=8))
    models = fit_pages(kind, [page for group in groups for page in group], [len(group) for group in groups])
    with ProcessPoolExecutor(2) as pool:
        whole = list(pool.map(cleaned_f1, [(task, models[1 + i % FOLDS]) for i, task in enumerate(tasks)], chunksize=8))
    found = [score for score in whole if score is not None]
    print(f"the whole cleaner, cross-validated: {np.mean(found):.4f} on {len(found)} pages", flush=True)


def fit_pages(kind: str, pages: list[Page], versions: list[int]) -> list[dict]:
    """Fits both looks, prints their figures and writes the model; returns it, and those without each fold.
    `versions`: of how many of the pages each capture is the source, the first of them as it was found."""
    number = np.repeat(np.arange(len(versions)), versions)
    as_found = np.concatenate([np.arange(count) == 0 for count in versions])
    counts = [len(page.labels) for page in pages]
    starts = np.concatenate([[0], np.cumsum(counts)])
    fold = np.repeat(number % FOLDS, counts)
    truth = np.concatenate([page.labels for page in pages])
    # A page counts once whatever its length; a line by its words, the shortest a little more than that.
    words = np.array([len(words) for page in pages for words in page.words]) + 2.0
    weight = words / np.repeat([sum(len(w) + 2 for w in page.words) ** 0.5 * 20 for page in pages], counts)
    weight *= len(weight) / weight.sum() * 0.3
    names, matrix = matrix_of([page.columns for page in pages], counts)
    first, firsts = look(names, matrix, truth, weight, fold)
    report("first", pages, as_found, starts, first)
    tables = [
        weights.second_look(page.columns, first[a:b]) for page, a, b in zip(pages, starts, starts[1:], strict=False)
    ]
    more, added = matrix_of(tables, counts)
    second, seconds = look([*names, *more], np.hstack([matrix, added]), truth, weight, fold)
    threshold = report("second", pages, as_found, starts, second)
    out = [{"first": a, "second": b | {"threshold": threshold}} for a, b in zip(firsts, seconds, strict=True)]
    (DATA / f"weights_{kind}.json").write_text(json.dumps(out[0], indent=1) + "\n", "utf-8")
    return out


def report(name: str, pages: list[Page], as_found: np.ndarray, starts: np.ndarray, p: Column) -> float:
    """Prints the cross-validated figures by threshold; returns the best one for pages as they are found."""
    best = (0.0, 0.5)
    ok = np.array([bool(page.gold) for page in pages])
    for threshold in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        scores = np.array([f1(page, p[starts[i] : starts[i + 1]] >= threshold) for i, page in enumerate(pages)])
        found = float(np.mean(scores[ok & as_found]))
        others = float(np.mean(scores[ok & ~as_found])) if (~as_found).any() else 0.0
        print(f"{name} {threshold}: {found:.4f} as found, {others:.4f} bare", flush=True)
        best = max(best, (found, threshold))
    return best[1]


def cleaned_f1(task: tuple[tuple[str, str, str], dict]) -> float | None:
    """Word F1 of what the whole cleaner keeps with the given weights, or None where the page has no known body."""
    (kind, html, body), model = task
    if not body:
        return None
    found = msgspec.convert(model, weights.Looks)
    looks = (weights.Scorer(found.first), weights.Scorer(found.second))
    weights.looks = lambda _: looks
    text = decode(gzip.decompress(Path(html).read_bytes())) if kind == "html" else render(Path(html))
    try:
        article = clean(Capture(path=html, sha256="0" * 64, kind=kind, text=text, charset="utf-8"))
    except InputError:
        return 0.0
    kept = " ".join(p.text for p in article.paragraphs if p.role in ("body", "heading"))
    return overlap(re.findall(r"\w+", kept.lower()), re.findall(r"\w+", body.lower()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
