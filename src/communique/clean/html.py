"""HTML captures: the tree's blocks, two libraries' votes and the page's own markup, judged by the same rules."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from communique.clean import declared
from communique.clean.bounds import BEHIND, MAX_LINES, too_long
from communique.clean.dom import Blocks, Tree, page_lines
from communique.clean.lines import Line
from communique.clean.roles import judge
from communique.clean.structured import Markup
from communique.clean.text import pieces, read_page
from communique.clean.title import without_outlet
from communique.clean.votes import votes
from communique.clean.words import fold_words
from communique.records.articles import Paragraph

LONGEST_TITLE = 1_000  # characters: more is a page that closes no tag
WINDOW = 100_000  # characters of source in which a paragraph's text is looked for behind the one before


def html_stretches(source: str, tree: Tree, markup: Markup, max_line: int) -> tuple[str | None, list[Paragraph]]:
    """The title, where no paragraph holds it, and every stretch of the page in order."""
    every = page_lines(tree)
    left_out = _left_out(every.lines, max_line)
    places = [i for i in range(len(every.lines)) if i not in left_out]
    if not places:
        return None, list(left_out.values())
    blocks = every.at(places) if left_out else every
    lines = blocks.lines
    marks = blocks.marks | votes(tree.source, blocks)
    heading = next((line.text for line in lines if line.tag == "h1"), None)
    title = declared.title(markup, heading)
    if title is not None and len(title) > LONGEST_TITLE:
        title = None
    page = read_page(lines, "html", marks, _places_of(title, lines) if title else ())
    verdicts = judge(page)
    found: list[tuple[int, Paragraph]] = list(left_out.items())
    starts = _starts(source, blocks)
    for place, line, start, verdict in zip(places, lines, starts, verdicts, strict=True):
        for piece in pieces(line.text, verdict, lines):
            text = line.text[piece.start : piece.end]
            at = None if start is None else start + piece.start + len(text) - len(text.lstrip())
            text = text.strip()
            end = None if at is None else at + len(text)
            one = Paragraph(role=piece.role, reason=piece.reason, text=text, capture_start=at, capture_end=end)
            found.append((place, one))
    if left_out:
        found.sort(key=itemgetter(0))
    return (title if page.title is None else None), [paragraph for _, paragraph in found]


def _left_out(lines: Sequence[Line], max_line: int) -> dict[int, Paragraph]:
    """The lines that are too long, or too many, to be looked at."""
    found = {
        i: Paragraph(role="other", reason=too_long(max_line), text=line.text)
        for i, line in enumerate(lines)
        if len(line.text) > max_line
    }
    for i, line in enumerate(lines[MAX_LINES:], MAX_LINES):
        found.setdefault(i, Paragraph(role="other", reason=BEHIND, text=line.text))
    return found


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
