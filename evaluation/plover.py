"""Event types and actors' countries on PLOVER's gold sentences, by the shared scorer."""

from pathlib import Path

from evaluation.captures import scored


def scores(shared: Path) -> dict[str, float]:
    """Accuracy of the first event's type, the mean F1 of the types, and F1 of the countries."""
    figures = scored(shared, "plover", shared / "eval" / "plover")
    return {
        "accuracy": figures["accuracy"],
        "macro_f1": figures["macro_f1"],
        "countries": figures["countries"]["f1"],
        "countries_precision": figures["countries"]["p"],
    }
