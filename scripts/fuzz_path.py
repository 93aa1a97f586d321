"""Damages the examples' captures and takes them the whole path, for minutes on end: python -m scripts.fuzz_path

Sentences, words and marks of one to four captures of one meeting are deleted, repeated, exchanged and moved from one
capture to another. Whatever comes of it: no stage fails, every span holds its words, every line of the export is
valid against `docs/schema`, and the captures give the same record in another order. A collection for which this
does not hold is kept as JSON in the folder given, to become a test.
"""

import json
import re
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from random import Random

from evaluation.export import spans
from jsonschema import Draft202012Validator
from scripts.fuzzing import Limit, Target, run

from communique.export.jsonl import export_jsonl
from communique.options import Options
from communique.pipeline import conclude, extract_one
from communique.records.captures import Capture
from communique.records.record import Record

ROOT = Path(__file__).resolve().parent.parent
SLOW = 60  # seconds of the processor on one collection
LONGEST = 20_000  # characters of a capture
_PIECE = re.compile(r"[^.!?\n]*[.!?\n]+[”\"']?|[^.!?\n]+$")
_WORD = re.compile(r"\w+|[^\w\s]|\s+")
MARKS = (
    *"“”‘’\"'.,;:!?–—-()[]\n",
    "\n\n",
    " ",
    "...",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u0301",
    "\ud800",
    "\x00",
    "”“",
    "’s",
)

Collection = tuple[str, ...]


def main() -> int:
    """Fuzzes each folder of the examples; 1 where one failed."""
    folders = sorted(path for path in (ROOT / "examples" / "captures").iterdir() if path.is_dir())
    targets = {
        folder.name: Target(start=(_read(folder),), change=_changed, outcome=_outcome, file=_file) for folder in folders
    }
    return run(__doc__, targets, Limit(SLOW))


def _read(folder: Path) -> Collection:
    return tuple(path.read_text("utf-8") for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html"))


def _file(texts: Collection) -> tuple[str, bytes]:
    return ".json", json.dumps(texts).encode()


def _changed(random: Random, texts: Collection) -> Collection:
    found = list(texts)
    for _ in range(1 + min(20, int(random.expovariate(0.25)))):
        at = random.randrange(len(found))
        split = random.choice((_PIECE, _WORD))
        pieces = split.findall(found[at]) or [""]
        found[at] = "".join(_edited(random, pieces, split.findall(random.choice(found)) or [""]))[:LONGEST]
    return tuple(found)


def _edited(random: Random, pieces: list[str], others: Sequence[str]) -> list[str]:
    """The pieces of a text after one edit. `others`: those of a text of the same collection."""
    first = random.randrange(len(pieces))
    last = min(len(pieces), first + 1 + int(random.expovariate(0.5)))
    some = pieces[first:last]
    start = random.randrange(len(others))
    match random.choice(("delete", "repeat", "shuffle", "reverse", "take", "mark", "glue", "case")):
        case "delete":
            some = []
        case "repeat":
            some = some * random.randrange(2, 5)
        case "shuffle":
            random.shuffle(some)
        case "reverse":
            some = some[::-1]
        case "take":
            some = [*some, *others[start : start + len(some)]]
        case "mark":
            some = [random.choice(MARKS), *some, random.choice(MARKS)]
        case "glue":
            some = ["".join("".join(some).split())]
        case _:
            some = [random.choice((str.upper, str.lower, str.title))(piece) for piece in some]
    return [*pieces[:first], *some, *pieces[last:]]


def _outcome(texts: Collection) -> tuple[str, ...]:
    """How many of each kind the record of these captures holds, roughly; what must hold of it is checked."""
    captures = [_capture(number, text) for number, text in enumerate(texts)]
    done = [extract_one(capture, Options()) for capture in captures]
    problems = [problem for _, some in done for problem in some]
    assert not [problem for problem in problems if "please report it" in problem.message], problems
    found = [extraction for extraction, _ in done if extraction]
    assert extract_one(captures[0], Options()) == done[0], "another extraction of the same capture"
    record = conclude(found, problems, Options())
    assert conclude(found[::-1], problems[::-1], Options()) == record, "another record in another order"
    return tuple(f"{kind} {count.bit_length()}" for kind, count in _checked(record, captures).items())


def _capture(number: int, text: str) -> Capture:
    kind = "html" if "<html" in text[:200].lower() else "text"
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    sound = text.encode("utf-8", "replace").decode()  # as a reader gives it
    return Capture(path=f"{number}.{kind}", sha256=digest, kind=kind, text=sound, charset="utf-8")


def _checked(record: Record, captures: Sequence[Capture]) -> dict[str, int]:
    """How many lines of each kind the export has, once each is valid and each span holds its words."""
    with tempfile.TemporaryDirectory() as folder:
        export_jsonl(record, Path(folder))
        rows = {
            path.stem: [json.loads(line) for line in path.read_bytes().splitlines()]
            for path in sorted(Path(folder).glob("*.jsonl"))
        }
    given = {capture.path: capture.text for capture in captures}
    articles = {row["id"]: (row["text"], given[row["capture"]]) for row in rows["articles"]}
    for kind, some in rows.items():
        for row in some:
            _validator(kind).validate(row)
            for span in spans(row):
                text = articles[span["article"]][0] if "article" in span else articles[span["capture"]][1]
                assert text[span["start"] : span["end"]] == span["exact"], (kind, row["id"], span)
    return {kind: len(some) for kind, some in rows.items()}


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "docs" / "schema" / f"{kind}.json").read_text("utf-8")))


if __name__ == "__main__":
    sys.exit(main())
