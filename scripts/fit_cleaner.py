"""Fits the cleaner's weights on the development pages of WCXB (CC-BY-4.0, see NOTICE), cross-validated by page.

    python -m scripts.fit_cleaner text|html SHARED/eval/wcxb/dev

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
from pathlib import Path

import msgspec
import numpy as np
from scripts.binned_fit import FOLDS, look, matrix_of
from scripts.cleaner_pages import DATA, Page, decode, gold, load, render

from communique.clean import clean, weights
from communique.clean.table import Column
from communique.errors import InputError
from communique.records.captures import Capture


def main(kind: str, folder: str) -> None:
    """Fits one kind."""
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


def f1(page: Page, keep: np.ndarray) -> float:
    """Word F1 of the kept lines against the body."""
    return overlap([word for words, kept in zip(page.words, keep, strict=True) if kept for word in words], page.gold)


def overlap(found: Sequence[str], gold: Sequence[str]) -> float:
    """F1 of two bags of words."""
    same = sum((Counter(found) & Counter(gold)).values())
    return 2 * same / (len(found) + len(gold)) if same else 0.0


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
