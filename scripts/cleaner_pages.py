"""The development pages of WCXB as lines with features, labels and words: what the cleaner's weights are fitted on."""

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from communique.clean.dom import page_lines, parse
from communique.clean.features import columns_of
from communique.clean.lines import Line, split_lines
from communique.clean.sheet import sheet_of
from communique.clean.table import Columns
from communique.clean.votes import votes

DATA = Path(__file__).parent.parent / "src" / "communique" / "clean" / "data"


@dataclass(frozen=True)
class Page:
    """A page's lines as features, labels and words, and the words of its body."""

    columns: Columns
    labels: list[float]
    words: list[tuple[str, ...]]
    gold: tuple[str, ...]


def gold(folder: Path) -> list[tuple[Path, dict]]:
    """Each page's file and what is known of it."""
    paths = sorted((folder / "ground-truth").glob("*.json"))
    return [(path, json.loads(path.read_text("utf-8"))["ground_truth"]) for path in paths]


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
    if kind == "html":
        text = decode(gzip.decompress(Path(html).read_bytes()))
        tree = parse(text)
        blocks = page_lines(tree) if tree else None
        return [page(blocks.lines, blocks.marks | votes(text, blocks), body)] if blocks and blocks.lines else []
    lines = split_lines(render(Path(html)))
    bare = [replace(line, indent=0, bullet=None) for line in lines]
    cleaned = [Line(line.text, line.start, line.end, 0, 1) for line in split_lines(body)]
    return [page(some, {}, body) for some in (lines, bare, cleaned) if some]


def page(lines: list[Line], marks: Columns, body: str) -> Page:
    """Features, labels and words of a page's lines, and the words of its body."""
    words, gold = [tuple(re.findall(r"\w+", line.text.lower())) for line in lines], re.findall(r"\w+", body.lower())
    return Page(columns_of(sheet_of(lines), marks), labels(words, tuple(gold), body), words, tuple(gold))


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
