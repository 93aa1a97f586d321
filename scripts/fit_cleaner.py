"""Fits the cleaner's weights on the development pages of WCXB (CC-BY-4.0, see NOTICE), cross-validated by page.

    python scripts/fit_cleaner.py text|html|title SHARED/eval/wcxb/dev

`text` and `html` tell the article's lines from the others, `title` the title from the lines around it (after `text`).

Each page is rendered to text as a person's "save as text" would; each line is labelled by the share of its words
that stand in the page's known body; a logistic regression over binned features learns to tell them apart, and a
second one sees the first one's view of the neighbourhood, from folds it was not fitted on. Writes
src/communique/clean/data/weights_KIND.json and prints the cross-validated word F1 of the body.
"""

import gzip
import json
import re
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np

from communique.clean.dom import page_lines, parse
from communique.clean.features import rows as text_rows
from communique.clean.lines import Line, split_lines
from communique.clean.title import candidates, first_paragraph, title_rows, without_outlet
from communique.clean.votes import add_votes
from communique.clean.weights import looks, score, second_look
from communique.clean.words import fold_words

FOLDS, BINS, RIDGE, ROUNDS = 5, 8, 6.0, 7
TITLE_THRESHOLD = 0.15  # below it a line is more often wrong than right: better no title
DATA = Path(__file__).parent.parent / "src" / "communique" / "clean" / "data"
Page = tuple[list[dict[str, float]], list[float], list[tuple[str, ...]], tuple[str, ...]]


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
    gold = tuple(re.findall(r"\w+", body.lower()))
    if kind == "html":
        text = decode(gzip.decompress(Path(html).read_bytes()))
        tree = parse(text)
        lines = add_votes(text, page_lines(tree)) if tree else []
        return [page(lines, gold, body)] if lines else []
    lines = split_lines(render(Path(html)))
    bare = [replace(line, indent=0, bullet=None) for line in lines]
    clean = [Line(line.text, line.start, line.end, 0, 1) for line in split_lines(body)]
    return [page(some, gold, body) for some in (lines, bare, clean) if some]


def page(lines: list[Line], gold: tuple[str, ...], body: str) -> Page:
    """Features, labels and words of a page's lines, and the words of its body."""
    words = [tuple(re.findall(r"\w+", line.text.lower())) for line in lines]
    return text_rows(lines), labels(words, gold, body), words, gold


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


def fit(places: np.ndarray, size: int, truth: np.ndarray, weight: np.ndarray) -> tuple[float, np.ndarray]:
    """Bias and one weight a bin, by Newton's method with a ridge."""
    beta, bias = np.zeros(size), 0.0
    for _ in range(ROUNDS):
        gradient, hessian = np.zeros(size + 1), np.zeros((size + 1, size + 1))
        for chunk in np.array_split(np.arange(len(places)), max(1, len(places) // 8000)):
            hot = np.zeros((len(chunk), size + 1), dtype=np.float32)
            np.put_along_axis(hot, places[chunk], 1.0, axis=1)
            hot[:, size] = 1.0
            p = 1 / (1 + np.exp(-np.clip(beta[places[chunk]].sum(axis=1) + bias, -30, 30)))
            gradient += hot.T @ (weight[chunk] * (truth[chunk] - p)).astype(np.float32)
            curve = np.maximum(weight[chunk] * p * (1 - p), 1e-6).astype(np.float32)
            hessian += (hot * curve[:, None]).T @ hot
        gradient[:size] -= RIDGE * beta
        hessian[np.arange(size), np.arange(size)] += RIDGE
        hessian[size, size] += 1e-3
        step = np.linalg.solve(hessian, gradient)
        step *= min(1.0, 4.0 / max(1e-9, np.abs(step).max()))
        beta, bias = beta + step[:size], bias + step[size]
    return bias, beta


def predict(places: np.ndarray, bias: float, beta: np.ndarray) -> np.ndarray:
    """Probabilities."""
    return 1 / (1 + np.exp(-np.clip(beta[places].sum(axis=1) + bias, -30, 30)))


# ---- figures


def f1(page: Page, keep: np.ndarray) -> float:
    """Word F1 of the kept lines against the body."""
    found = Counter(word for words, kept in zip(page[2], keep, strict=True) if kept for word in words)
    same, gold = sum((found & Counter(page[3])).values()), len(page[3])
    return 2 * same / (found.total() + gold) if same else 0.0


def matrix_of(rows: list[dict[str, float]], names: list[str]) -> np.ndarray:
    """The rows as a matrix, absent features as 0."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=np.float64)


def look(
    rows: list[dict[str, float]], truth: np.ndarray, weight: np.ndarray, fold: np.ndarray
) -> tuple[np.ndarray, dict]:
    """Out-of-fold probabilities, and the model fitted on all pages."""
    names = sorted(set().union(*rows))
    matrix = matrix_of(rows, names)
    edges = edges_of(matrix)
    places = binned(matrix, edges)
    size = sum(len(cuts) + 1 for cuts in edges)
    p = np.zeros(len(rows))
    for k in range(FOLDS):
        bias, beta = fit(places[fold != k], size, truth[fold != k], weight[fold != k])
        p[fold == k] = predict(places[fold == k], bias, beta)
    bias, beta = fit(places, size, truth, weight)
    return p, as_json(names, edges, bias, beta)


def as_json(names: list[str], edges: list[np.ndarray], bias: float, beta: np.ndarray) -> dict:
    """The model as it is stored: features whose weights are all next to nothing are left out."""
    features, offset = {}, 0
    for name, cuts in zip(names, edges, strict=True):
        weights = beta[offset : offset + len(cuts) + 1]
        offset += len(cuts) + 1
        if np.abs(weights).max() >= 0.005:
            features[name] = {
                "edges": [round(float(c), 4) for c in cuts],
                "weights": [round(float(w), 3) for w in weights],
            }
    return {"bias": round(float(bias), 4), "threshold": 0.5, "features": features}


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
    rows = text_rows(lines)
    scores = score(rows, "text")
    first = first_paragraph(rows, scores, looks("text").second.threshold)
    if first is None:
        return []
    truth = [float(fold_words(without_outlet(lines[i].text)) in wanted) for i in candidates(rows, first)]
    return list(zip(title_rows(lines, rows, scores, first), truth, strict=True))


def fit_titles(folder: Path) -> None:
    """Prints how many pages' likeliest line is the title, and writes the model."""
    tasks = [(str(folder / "html" / f"{path.stem}.html.gz"), known["title"] or "") for path, known in gold(folder)]
    with ProcessPoolExecutor(2) as pool:
        groups = list(pool.map(load_titles, tasks, chunksize=8))
    found = [(i, j, row, y) for i, group in enumerate(groups) for j, page in enumerate(group) for row, y in page]
    truth = np.array([y for *_, y in found])
    p, model = look(
        [row for _, _, row, _ in found], truth, np.ones(len(found)), np.array([i % FOLDS for i, *_ in found])
    )
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
    tasks = [
        (kind, str(Path(folder) / "html" / f"{path.stem}.html.gz"), known.get("main_content") or "")
        for path, known in gold(Path(folder))
    ]
    with ProcessPoolExecutor(2) as pool:
        groups = list(pool.map(load, tasks, chunksize=8))
    pages = [page for group in groups for page in group]
    number = [i for i, group in enumerate(groups) for _ in group]
    as_found = [j == 0 for group in groups for j in range(len(group))]
    fit_pages(kind, pages, np.array(number), np.array(as_found))


def fit_pages(kind: str, pages: list[Page], number: np.ndarray, as_found: np.ndarray) -> None:
    """Fits both looks, prints their figures and writes the model."""
    counts = [len(page[0]) for page in pages]
    starts = np.concatenate([[0], np.cumsum(counts)])
    fold = np.repeat(number % FOLDS, counts)
    rows = [row for page in pages for row in page[0]]
    truth = np.array([y for page in pages for y in page[1]])
    # A page counts once whatever its length; a line by its words, the shortest a little more than that.
    words = np.array([len(words) for page in pages for words in page[2]]) + 2.0
    weight = words / np.repeat([sum(len(w) + 2 for w in page[2]) ** 0.5 * 20 for page in pages], counts)
    weight *= len(weight) / weight.sum() * 0.3
    first, first_model = look(rows, truth, weight, fold)
    report("first", pages, as_found, starts, first)
    seconds = [
        row for i, page in enumerate(pages) for row in second_look(page[0], list(first[starts[i] : starts[i + 1]]))
    ]
    second, second_model = look([a | b for a, b in zip(rows, seconds, strict=True)], truth, weight, fold)
    first_model["threshold"] = 0.5
    second_model["threshold"] = report("second", pages, as_found, starts, second)
    out = {"first": first_model, "second": second_model}
    (DATA / f"weights_{kind}.json").write_text(json.dumps(out, indent=1) + "\n", "utf-8")


def report(name: str, pages: list[Page], as_found: np.ndarray, starts: np.ndarray, p: np.ndarray) -> float:
    """Prints the cross-validated figures by threshold; returns the best one for pages as they are found."""
    best = (0.0, 0.5)
    for threshold in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
        scores = [f1(page, p[starts[i] : starts[i + 1]] >= threshold) for i, page in enumerate(pages)]
        ok = np.array([bool(page[3]) for page in pages])
        found = float(np.mean(np.array(scores)[ok & as_found]))
        others = float(np.mean(np.array(scores)[ok & ~as_found])) if (~as_found).any() else 0.0
        print(f"{name} {threshold}: {found:.4f} as found, {others:.4f} bare", flush=True)
        best = max(best, (found, threshold))
    return best[1]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
