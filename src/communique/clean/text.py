"""Text captures: lines, features, scores, roles, stretches."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from communique.clean.bounds import BEHIND, MAX_LINES, too_long
from communique.clean.characters import BAR, BLANK, FIGURE
from communique.clean.features import columns_of
from communique.clean.lines import Line, split_lines
from communique.clean.page import Page
from communique.clean.pieces import Piece, credit, dateline, glued, is_dateline, split_fields
from communique.clean.roles import is_kept, judge
from communique.clean.sheet import sheet_of
from communique.clean.table import Columns, Mask, masked
from communique.clean.title import find_title, first_paragraph, outlet_suffix, without_outlet
from communique.clean.verdicts import Verdict
from communique.clean.weights import Kind, score
from communique.clean.weights import threshold as threshold_of
from communique.clean.words import fold_words
from communique.records.articles import Paragraph, Role

LED = 3  # lines by which a title may follow the first text: a lead set above it
CLEANED = 0.1  # the probability from which a line is kept of a text that somebody has cleaned before
# Roles of lines that stay whole where nothing in them parts them.
_WHOLE = frozenset(get_args(Role)) - {"title", "body", "standfirst", "caption", "date"}
_FIELDED = frozenset({"date", "byline", "source", "credit", "navigation", "counter", "share"})


def read_page(lines: Sequence[Line], kind: Kind, marks: Columns, places: Sequence[int] | None = None) -> Page:
    """The lines with their features and scores, and the line that is the title, if one is. `places` are the lines
    that say a title known from elsewhere: the first of them that no more than a little text stands before."""
    sheet = sheet_of(lines)
    columns = columns_of(sheet, marks)
    page = Page(sheet, columns, score(columns, kind), threshold_of(kind), None)
    if places is None:
        title = find_title(page)
    else:
        first = first_paragraph(page)
        title = next((i for i in places if first is None or i <= first + LED), None)
    if title is None:
        return page
    return replace(page, title=title, title_words=fold_words(without_outlet(lines[title].text)))


def stretches(text: str, max_line: int) -> list[Paragraph]:
    """Every stretch of a text capture, in order, kept or dropped, with its place in the capture."""
    return _stretches(text, max_line, None)


def article_stretches(text: str, title: str | None, max_line: int) -> list[Paragraph]:
    """The stretches of a text that somebody has cleaned before, whose title is known."""
    return _stretches(text, max_line, title)


def _stretches(text: str, max_line: int, title: str | None) -> list[Paragraph]:
    lines = split_lines(text)
    short = [line for line in lines[:MAX_LINES] if len(line.text) <= max_line]
    found = [_dropped(line, too_long(max_line)) for line in lines if len(line.text) > max_line]
    found += [_dropped(line, BEHIND) for line in lines[MAX_LINES:] if len(line.text) <= max_line]
    if short:
        page = _read(short, title)
        for line, verdict, single in zip(short, judge(page), _single(page).tolist(), strict=True):
            if single and verdict.role in _WHOLE:
                found.append(_paragraph(verdict, line.text, line.start, line.end))
            else:
                found.extend(_paragraphs(text, line, verdict, short))
    return sorted(found, key=lambda paragraph: paragraph.capture_start or 0)


def _read(lines: Sequence[Line], title: str | None) -> Page:
    if title is None:
        return read_page(lines, "text", {})
    places = [i for i, line in enumerate(lines[:5]) if line.words == fold_words(title)]
    return replace(read_page(lines, "text", {}, places), threshold=CLEANED)


def _single(page: Page) -> Mask:
    """The lines that are one field which nothing in it gives another role: no bars, wide gaps, years or phrases, no
    figures alone."""
    sheet = page.sheet
    blank = (sheet.kinds & BLANK) != 0
    gaps = sheet.lines_at((blank[:-2] & blank[1:-1] & blank[2:]).nonzero()[0])
    parted = sheet.with_kind(BAR) | gaps | sheet.holding("\t") | sheet.years | masked(sheet.hits, len(sheet.lines))
    figures = (sheet.counts == 1) & sheet.with_kind(FIGURE)
    bulleted = page["bullet"] > 0
    found: Mask = ~(parted | figures | bulleted)
    return found


def _dropped(line: Line, reason: str) -> Paragraph:
    return Paragraph(role="other", reason=reason, text=line.text, capture_start=line.start, capture_end=line.end)


def _paragraph(said: Verdict | Piece, words: str, start: int, end: int) -> Paragraph:
    return Paragraph(role=said.role, reason=said.reason, text=words, capture_start=start, capture_end=end)


def _paragraphs(text: str, line: Line, verdict: Verdict, lines: Sequence[Line]) -> Iterator[Paragraph]:
    if line.bullet is not None:
        end = line.bullet + len(text[line.bullet : line.start].rstrip())
        start = line.bullet
        if is_kept(verdict):
            yield _paragraph(Verdict("other", "a list mark"), text[start:end], start, end)
        else:
            line = Line(text[start : line.end], start, line.end)
    for piece in pieces(line.text, verdict, lines):
        start, end = _tight(text, line.start + piece.start, line.start + piece.end)
        yield _paragraph(piece, text[start:end], start, end)


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The extent without blank margins."""
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - (len(stretch) - len(stretch.rstrip()))


def pieces(text: str, verdict: Verdict, lines: Sequence[Line]) -> list[Piece]:
    """The stretches of one line."""
    whole = Piece(0, len(text), verdict.role, verdict.reason)
    if verdict.role == "title":
        suffix = outlet_suffix(text)
        return (
            _cut(whole, suffix.start(), "navigation", "the outlet's or section's name behind the title")
            if suffix
            else [whole]
        )
    if verdict.role in ("body", "standfirst", "heading") and is_dateline(text):
        return [Piece(0, len(text), "dateline", "a dateline on a line of its own")]
    if verdict.role in ("body", "standfirst"):
        return _before_sentence(text, whole, lines)
    if verdict.role == "caption":
        found = credit(text)
        return _cut(whole, found.start(), "credit", "the picture's credit behind its caption") if found else [whole]
    if verdict.role in _FIELDED and len(text) < 400:
        return _covering(text, list(split_fields(text, verdict.role, verdict.reason))) or [whole]
    return [whole]


def _cut(whole: Piece, at: int, role: Role, reason: str) -> list[Piece]:
    return [Piece(whole.start, at, whole.role, whole.reason), Piece(at, whole.end, role, reason)]


def _before_sentence(text: str, whole: Piece, lines: Sequence[Line]) -> list[Piece]:
    lead = dateline(text)
    if lead:
        before = Piece(0, lead.end(), "dateline", "a dateline before the first sentence")
        return [before, Piece(lead.end(), whole.end, whole.role, whole.reason)]
    stuck = glued(text, lines)
    if stuck:
        before = Piece(0, stuck.end(), "dateline", "a place set before the sentence without a space")
        return [before, Piece(stuck.end(), whole.end, whole.role, whole.reason)]
    return [whole]


def _covering(text: str, parts: list[Piece]) -> list[Piece]:
    """The parts of a line made to cover it: what stands between two of them, if it can be read, goes to the first."""
    return [_stretched(text, parts, i, part) for i, part in enumerate(parts)]


def _stretched(text: str, parts: list[Piece], i: int, part: Piece) -> Piece:
    end = parts[i + 1].start if i + 1 < len(parts) else len(text)
    start = 0 if i == 0 else part.start
    if text[part.end : end].strip():
        return Piece(start, end, part.role, part.reason)
    return Piece(start if text[start : part.start].strip() else part.start, part.end, part.role, part.reason)
