"""Fits what tells the title from the lines around it, with the weights for text that `scripts.fit_cleaner` made.

`python -m scripts.fit_titles SHARED/eval/wcxb/dev` prints how many pages' likeliest line is the title, and writes
src/communique/clean/data/weights_title.json.
"""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from scripts.binned_fit import FOLDS, look
from scripts.cleaner_pages import DATA, gold, render

from communique.clean.lines import Line, split_lines
from communique.clean.text import read_page
from communique.clean.title import candidates, first_paragraph, title_columns, without_outlet
from communique.clean.words import fold_words

TITLE_THRESHOLD = 0.15  # below it a line is more often wrong than right: better no title


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


if __name__ == "__main__":
    fit_titles(Path(sys.argv[1]))
