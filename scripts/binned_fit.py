"""A logistic regression over binned features, fitted on all pages and, from there, without each fold of them."""

from collections.abc import Sequence

import numpy as np

from communique.clean.table import Columns

FOLDS, BINS, RIDGE, ROUNDS, FOLD_ROUNDS = 5, 8, 6.0, 7, 10


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
