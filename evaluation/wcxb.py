"""The cleaner on WCXB's development pages: as HTML, and rendered to text.

`python -m evaluation.wcxb SHARED [html|text]` prints the scorer's whole tables. The pages are read from
SHARED/eval/wcxb/dev; the scorer is SHARED/scorers/cleaning.py. trafilatura (without comments) reads the same HTML
in the same run: its F1 stands beside ours, and its time is the measure of ours.
"""

import hashlib
import importlib.util
import json
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import trafilatura

from communique.clean import clean
from communique.errors import InputError
from communique.records.articles import Article
from communique.records.base import Row
from communique.records.captures import Capture, MediaKind

SET = "wcxb-dev"
PROCESSES = 2
Task = tuple[str, str, MediaKind, str]


def scores(shared: Path) -> dict[str, float]:
    """Body F1, shares of right titles, dates and authors of HTML; body F1 and titles of text renderings; and how
    fast: trafilatura's time by ours (at least two thirds), megabytes a second of one process."""
    html, text = measure(shared, "html"), measure(shared, "text")
    dated, named, titled = html["date"], html["author"], html["title"]
    return {
        "html_body_f1": html["body"]["f1"],
        "html_titles": titled["exact_without_outlet"] / titled["pages"],
        "html_dates_right": dated["right"] / dated["pages"],
        "html_dates_not_wrong": 1 - dated["wrong"] / dated["pages"],
        "html_dates_not_invented": 1 - dated["invented"] / dated["pages_without_gold"],
        "html_authors": named["right"] / named["pages"],
        "html_body_f1_trafilatura": html["trafilatura"]["body"]["f1"],
        "html_speed_by_trafilatura": html["trafilatura"]["seconds"] / html["seconds"],
        "text_megabytes_a_second": text["megabytes"] / text["seconds"],
        "text_body_f1": text["body"]["f1"],
        "text_titles": text["title"]["exact_without_outlet"] / text["title"]["pages"],
        "text_dates_not_wrong": 1 - text["date"]["wrong"] / text["date"]["pages"],
    }


def measure(shared: Path, kind: MediaKind) -> dict[str, Any]:
    """The scorer's table for one kind of capture, with seconds and megabytes, and for HTML trafilatura's beside it."""
    scorer = _scorer(shared)
    folder = shared / "eval" / "wcxb"
    with ProcessPoolExecutor(PROCESSES) as pool:
        tries = [one for one in pool.map(attempt, tasks(shared, kind), chunksize=8) if one]
    truth = {key: known for key, _, known in scorer.pages(folder, SET)}
    with tempfile.TemporaryDirectory() as out:
        Path(out, "articles.jsonl").write_text("\n".join(one.line for one in tries if one.line), "utf-8")
        found, _ = scorer.load(out, truth)
    table = dict(scorer.score(found, truth))
    table["seconds"], table["megabytes"] = sum(one.seconds for one in tries), sum(one.bytes for one in tries) / 1e6
    if kind == "html":
        theirs = {one.key: {"text": one.theirs} for one in tries}
        body = scorer.score(theirs, truth)["body"]
        table["trafilatura"] = {"body": body, "seconds": sum(one.their_seconds for one in tries)}
    return table


def tasks(shared: Path, kind: MediaKind) -> list[Task]:
    """What `attempt` is to do, a page each."""
    folder = shared / "eval" / "wcxb"
    return [(str(shared), key, kind, str(path)) for key, path, _ in _scorer(shared).pages(folder, SET)]


def _scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("cleaning", shared / "scorers" / "cleaning.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer in {shared / 'scorers'}")
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = written
    return module


class Try(NamedTuple):
    """One page: its line of articles.jsonl (none where it is no article), and the processor's seconds."""

    key: str
    line: str | None
    bytes: int
    seconds: float
    theirs: str = ""
    their_seconds: float = 0.0


def captured(task: Task) -> Capture | None:
    """The page as a capture; None where it cannot be rendered to text."""
    shared, key, kind, path = task
    scorer = _scorer(Path(shared))
    text = scorer.decode(scorer.read_html(Path(path)))
    if kind == "text":
        try:
            text = scorer.render(text)
        except ValueError:  # lxml refuses the page: it counts as an empty capture
            return None
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Capture(path=f"{key}.{kind}", sha256=digest, kind=kind, text=text, charset="utf-8")


def attempt(task: Task) -> Try | None:
    """One page cleaned, and for HTML what trafilatura makes of it; None where the page cannot be rendered to text."""
    capture = captured(task)
    return attempted(task[1], capture) if capture else None


def attempted(key: str, capture: Capture) -> Try:
    """One capture cleaned, and for HTML what trafilatura makes of it."""
    _warm(capture.kind)
    began = time.process_time()
    article = _article(capture)
    seconds = time.process_time() - began
    line, size = _json(article) if article else None, len(capture.text.encode("utf-8", "replace"))
    if capture.kind != "html":
        return Try(key, line, size, seconds)
    began = time.process_time()
    theirs = trafilatura.extract(capture.text, include_comments=False) or ""
    return Try(key, line, size, seconds, theirs, time.process_time() - began)


def _article(capture: Capture) -> Article | None:
    try:
        return clean(capture)
    except InputError:
        return None


@cache
def _warm(kind: MediaKind) -> None:
    """Loads what is loaded once a process, which is no time of any page."""
    head, said = "<html><body><h1>Talks in Accra</h1>", "The ministers met on Monday, 4 May 2020, and spoke."
    page = head + f"<p>ACCRA, May 4 (Reuters) - {said}</p>" + f"<p>{said}</p>" * 5
    for text in (page, head + "<p>Les ministres se sont rencontrés lundi et ils ont parlé du port.</p>" * 5):
        _article(Capture(path="warm", sha256="0" * 64, kind=kind, text=text, charset="utf-8"))
    trafilatura.extract(page)


def _json(article: Row) -> str:
    import msgspec

    return json.dumps(msgspec.to_builtins(article), ensure_ascii=False)


if __name__ == "__main__":
    for one in sys.argv[2:] or ["html", "text"]:
        print(one, json.dumps(measure(Path(sys.argv[1]), "html" if one == "html" else "text"), indent=1))
