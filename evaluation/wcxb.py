"""The cleaner on WCXB's development pages: as HTML, and rendered to text.

`python -m evaluation.wcxb SHARED [html|text]` prints the scorer's whole tables. The pages are read from
SHARED/eval/wcxb/dev; the scorer is SHARED/scorers/cleaning.py.
"""

import hashlib
import importlib.util
import json
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from communique.clean import clean
from communique.errors import InputError
from communique.records.base import Row
from communique.records.captures import Capture, MediaKind

SET = "wcxb-dev"
PROCESSES = 2
Task = tuple[str, str, MediaKind, str]


def scores(shared: Path) -> dict[str, float]:
    """Body F1, shares of right titles, dates and authors of HTML; body F1 and titles of text renderings."""
    html, text = measure(shared, "html"), measure(shared, "text")
    dated, named, titled = html["date"], html["author"], html["title"]
    return {
        "html_body_f1": html["body"]["f1"],
        "html_titles": titled["exact_without_outlet"] / titled["pages"],
        "html_dates_right": dated["right"] / dated["pages"],
        "html_dates_not_wrong": 1 - dated["wrong"] / dated["pages"],
        "html_dates_not_invented": 1 - dated["invented"] / dated["pages_without_gold"],
        "html_authors": named["right"] / named["pages"],
        "text_body_f1": text["body"]["f1"],
        "text_titles": text["title"]["exact_without_outlet"] / text["title"]["pages"],
        "text_dates_not_wrong": 1 - text["date"]["wrong"] / text["date"]["pages"],
    }


def measure(shared: Path, kind: MediaKind) -> dict[str, Any]:
    """The scorer's table for one kind of capture."""
    scorer = _scorer(shared)
    folder = shared / "eval" / "wcxb"
    tasks: list[Task] = [(str(shared), key, kind, str(path)) for key, path, _ in scorer.pages(folder, SET)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        lines = [line for line in pool.map(_line, tasks, chunksize=8) if line]
    with tempfile.TemporaryDirectory() as out:
        Path(out, "articles.jsonl").write_text("\n".join(lines), "utf-8")
        truth = {key: known for key, _, known in scorer.pages(folder, SET)}
        found, _ = scorer.load(out, truth)
    return dict(scorer.score(found, truth))


def _scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("cleaning", shared / "scorers" / "cleaning.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer in {shared / 'scorers'}")
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = written
    return module


def _line(task: Task) -> str | None:
    """One page as a line of articles.jsonl, or None where it is no article."""
    shared, key, kind, path = task
    scorer = _scorer(Path(shared))
    text = scorer.decode(scorer.read_html(Path(path)))
    if kind == "text":
        try:
            text = scorer.render(text)
        except ValueError:  # lxml refuses the page: it counts as an empty capture
            return None
    capture = Capture(
        path=f"{key}.{kind}",
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        kind=kind,
        text=text,
        charset="utf-8",
    )
    try:
        return _json(clean(capture))
    except InputError:
        return None


def _json(article: Row) -> str:
    import msgspec

    return json.dumps(msgspec.to_builtins(article), ensure_ascii=False)


if __name__ == "__main__":
    for one in sys.argv[2:] or ["html", "text"]:
        print(one, json.dumps(measure(Path(sys.argv[1]), "html" if one == "html" else "text"), indent=1))
