"""Expands the hand-made gold of `gold/` to the truth form that the shared scorer reads.

The gold holds labels and code-point offsets, never the words of the articles: those stand in the shared folder,
and come back only here, at run time.

usage: python -m evaluation.gold SHARED TOPIC > truth.json
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NotRequired, TypedDict, cast
from xml.etree import ElementTree

FOLDER = Path(__file__).parent / "gold"
ARTICLES = Path("eval") / "newswcl50" / "articles"
TOPICS = ("0", "1", "2", "3")
UNTOUCHED = "3"  # not to be scored before the end

type Row = list[str | int]  # labels, then the start and the end of the words


class Document(TypedDict):
    """One article's rows; `title` and the last two fields of each row are offsets, `body` is line numbers from 1."""

    doc: str
    sha256: str
    title: list[int] | None
    body: list[int]
    quotes: list[Row]
    indirect: list[Row]
    events: NotRequired[list[Row]]
    commit: NotRequired[list[Row]]
    indic: NotRequired[list[Row]]
    time: NotRequired[list[Row]]
    half: NotRequired[str]  # `development` or `held`
    path: NotRequired[str]  # where the article is under `shared`, if it is none of NewsWCL50
    collection: NotRequired[str]  # the articles that one record is built of
    published: NotRequired[str]  # the day that the set gives for the article, if it gives one


class Gold(TypedDict):
    """One topic as it is kept."""

    topic: str
    documents: list[Document]
    align_pairs: list[list[str]]


class Truth(TypedDict):
    """One topic as the scorer reads it: rows by document, each ending in the exact words."""

    meta: dict[str, dict[str, str]]
    quotes: dict[str, list[list[str]]]
    indirect: dict[str, list[list[str]]]
    events: dict[str, list[list[str]]]
    commit: dict[str, list[list[str]]]
    indic: dict[str, list[list[str]]]
    time: dict[str, list[list[str]]]
    align_pairs: list[list[str]]


class GoldError(ValueError):
    """An article is not the one that was annotated."""


def load(topic: str) -> Gold:
    """Return the gold of a topic as it is kept."""
    name = f"topic{topic}.json" if topic.isdigit() else f"{topic}.json"
    return cast("Gold", json.loads((FOLDER / name).read_text(encoding="utf-8")))


def article_text(path: Path, sha256: str) -> str:
    """Return an article's text, line ends as they are, if it is the one that was annotated. Of a set that keeps a
    page in JSON or in TimeML: its title, if it has one, an empty line, its text."""
    raw = path.read_bytes()
    if path.suffix == ".json":
        raw = _of_page(json.loads(raw)).encode()
    elif path.suffix == ".tml":
        raw = _of_timeml(ElementTree.fromstring(raw)).encode()
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise GoldError(f"{path} differs from the file that was annotated; annotate it again or restore it")
    return raw.decode("utf-8")


def _of_page(page: dict[str, Any]) -> str:
    page = page.get("ground_truth", page)
    return f"{(page['title'] or '').strip()}\n\n{page.get('text') or page['main_content']}"


def _of_timeml(page: ElementTree.Element) -> str:
    """The text that `timex` of the shared scorers reads."""
    title, text = (_words_of(page.find(name)) for name in ("TITLE", "TEXT"))
    return f"{' '.join(title.split())}\n\n{text.strip()}\n".lstrip()


def _words_of(part: ElementTree.Element | None) -> str:
    return "" if part is None else "".join(part.itertext())


def capture(shared: Path, topic: str, document: Document) -> str:
    """Return the text of an annotated article."""
    place = document.get("path") or ARTICLES / topic / f"{document['doc']}.txt"
    return article_text(shared / place, document["sha256"])


def expand(shared: Path, topic: str) -> Truth:
    """Return a topic's gold in the truth form, the words taken from the articles under `shared`."""
    gold = load(topic)
    return expand_documents(shared, topic, gold["documents"], gold["align_pairs"])


def expand_documents(shared: Path, topic: str, documents: list[Document], pairs: list[list[str]]) -> Truth:
    """Return the gold of some articles of a topic in the truth form."""
    truth = Truth(meta={}, quotes={}, indirect={}, events={}, commit={}, indic={}, time={}, align_pairs=pairs)
    for document in documents:
        doc = document["doc"]
        text = capture(shared, topic, document)
        truth["meta"][doc] = _meta(document, text)
        truth["quotes"][doc] = list(_words(document["quotes"], text))
        truth["indirect"][doc] = list(_words(document["indirect"], text))
        truth["events"][doc] = list(_words(document.get("events", []), text))
        truth["commit"][doc] = list(_words(document.get("commit", []), text))
        truth["indic"][doc] = list(_words(document.get("indic", []), text))
        truth["time"][doc] = list(_words(document.get("time", []), text))
    return truth


def _words(rows: list[Row], text: str) -> Iterator[list[str]]:
    for *labels, start, end in rows:
        yield [*map(str, labels), text[int(start) : int(end)]]


def _meta(document: Document, text: str) -> dict[str, str]:
    title, body = document["title"], document["body"]
    return {
        "title": text[title[0] : title[1]] if title else "",
        "published": document.get("published", "NOT IN TEXT"),
        "agency": "",
        "byline": "",
        "outlet": "",
        "body": f"L{body[0]}-L{body[-1]}, paragraphs: {', '.join(map(str, body))}",
    }


if __name__ == "__main__":
    json.dump(expand(Path(sys.argv[1]), sys.argv[2]), sys.stdout, ensure_ascii=False, indent=1)
