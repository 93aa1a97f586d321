"""HTML captures: the tree's blocks, two libraries' votes and the page's own markup, judged by the same rules."""

from collections.abc import Iterator, Sequence

from communique.clean import declared
from communique.clean.dom import Blocks, Tree, page_lines
from communique.clean.lines import Line
from communique.clean.roles import judge
from communique.clean.structured import Markup
from communique.clean.text import MAX_LINES, pieces, read_page
from communique.clean.title import without_outlet
from communique.clean.votes import votes
from communique.clean.words import fold_words
from communique.records.articles import Paragraph

WINDOW = 100_000  # characters of source in which a paragraph's text is looked for behind the one before


def html_stretches(source: str, tree: Tree, markup: Markup) -> tuple[str | None, list[Paragraph]]:
    """The title, where no paragraph holds it, and every stretch of the page in order."""
    every = page_lines(tree)
    blocks = every.first(MAX_LINES)
    lines = blocks.lines
    if not lines:
        return None, []
    marks = blocks.marks | votes(source, blocks)
    heading = next((line.text for line in lines if line.tag == "h1"), None)
    title = declared.title(markup, heading)
    page = read_page(lines, "html", marks, _places_of(title, lines) if title else ())
    verdicts = judge(page)
    found: list[Paragraph] = []
    starts = _starts(source, blocks)
    for line, start, verdict in zip(lines, starts, verdicts, strict=True):
        for piece in pieces(line.text, verdict, lines):
            text = line.text[piece.start : piece.end]
            at = None if start is None else start + piece.start + len(text) - len(text.lstrip())
            text = text.strip()
            end = None if at is None else at + len(text)
            found.append(Paragraph(role=piece.role, reason=piece.reason, text=text, capture_start=at, capture_end=end))
    reason = f"behind the first {MAX_LINES} blocks"
    found += [Paragraph(role="other", reason=reason, text=line.text) for line in every.lines[MAX_LINES:]]
    return (title if page.title is None else None), found


def _places_of(title: str, lines: Sequence[Line]) -> list[int]:
    """The lines that say the title: headings first."""
    forms = {fold_words(title), fold_words(without_outlet(title))}
    first = {form[:1] for form in forms}
    near = [(i, line) for i, line in enumerate(lines) if line.words[:1] in first]
    same = [i for i, line in near if line.words in forms or fold_words(without_outlet(line.text)) in forms]
    return sorted(same, key=lambda i: (lines[i].tag not in ("h1", "h2"), i))


def _starts(source: str, blocks: Blocks) -> Iterator[int | None]:
    """Where each line stands word for word in the source, behind the ones before it."""
    at = max(0, source.find("<body"))
    for line, verbatim in zip(blocks.lines, blocks.verbatim, strict=True):
        found = source.find(line.text, at, at + WINDOW) if verbatim else -1
        if found >= 0:
            at = found + len(line.text)
        yield found if found >= 0 else None
