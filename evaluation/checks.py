"""Thirty altered quotations put to `communique check`, made at run time from direct quotations of the open topics.

`gold/checks.json` has no words of the articles: each quotation is put together of rows of the gold (their id, the first
word and the one behind the last), of stretches of an article (its name, two offsets) and of words of our own. It is
judged right where the verdict is right, the nearest statement is a rendering of the row it was made from (of both rows
where it was spliced), and the words that were changed are named.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from communique.compare.check import Checker
from communique.store.load import load as load_record
from evaluation.export import Row, call
from evaluation.gold import ARTICLES, Truth, article_text, expand, load
from evaluation.joined import RENDERS, share

FILE = Path(__file__).with_name("gold") / "checks.json"
TOPICS = ("0", "1")


def scores(shared: Path) -> dict[str, float]:
    """How many of the thirty are judged right, and the share of each kind."""
    right, every = Counter[str](), Counter[str]()
    for check, answered in answers(shared):
        every[check["kind"]] += 1
        right[check["kind"]] += answered
    kinds = {f"{kind.replace(' ', '_')}": right[kind] / every[kind] for kind in sorted(every)}
    return {"right": float(right.total()), **kinds}


def answers(shared: Path, *, told: bool = False) -> list[tuple[Row, bool]]:
    """Each check with whether it is judged right; `told` prints those that are not."""
    checks: list[Row] = json.loads(FILE.read_text("utf-8"))
    found = []
    for topic in TOPICS:
        truth = expand(shared, topic)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "record.db"
            call("build", shared / ARTICLES / topic, "-o", file)
            record = load_record(file)
            checker = Checker(record)
            statements = {row.id: row.content.exact for row in record.statements}
            for check in (c for c in checks if c["topic"] == topic):
                words = quotation(check, truth, shared)
                answer = msgspec.to_builtins(checker.check(words, check["speaker"]))
                found.append((check, is_right(check, answer, statements, truth)))
                if told and not found[-1][1]:
                    sys.stdout.write(f"{check}\n  {words}\n  {json.dumps(answer, ensure_ascii=False)[:1200]}\n")
    return found


def quotation(check: Row, truth: Truth, shared: Path) -> str:
    """The words that are put to the record."""
    rows = {row[0]: row[-1] for doc in truth["quotes"].values() for row in doc}
    topic = check["topic"]
    guards = {document["doc"]: document["sha256"] for document in load(topic)["documents"]}

    def piece(part: Any) -> str:
        if isinstance(part, str):
            return part
        name, start, end = part
        if name in rows:
            return " ".join(rows[name].split()[start:end])
        return article_text(shared / ARTICLES / topic / f"{name}.txt", guards[name])[start:end]

    return " ".join(piece(part) for part in check["words"])


def is_right(check: Row, answer: Row, statements: dict[str, str], truth: Truth) -> bool:
    """The verdict, the source and the altered words."""
    rows = {row[0]: row[-1] for doc in truth["quotes"].values() for row in doc}
    sources = [rows[name] for name in check["rows"]]
    nearest = [statements[match["statement"]] for match in answer["matches"][: len(sources)]]
    return (
        answer["verdict"] == check["verdict"]
        and all(any(share(of, text) >= RENDERS or share(text, of) >= RENDERS for text in nearest) for of in sources)
        and all(any(word in altered for altered in answer["altered"]) for word in check["altered"])
    )


if __name__ == "__main__":
    rights = answers(Path(sys.argv[1]), told=True)
    sys.stdout.write(f"{sum(right for _, right in rights)} of {len(rights)}\n")
