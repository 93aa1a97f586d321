"""The text of a PDF document, in paragraphs. Runs in a process of its own."""

import io
import logging
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from communique.errors import InputError
from communique.read.wrapped import Line, joined

SLACK = 0.5  # points: a line that ends this near the edge is full
SAME_COLUMN = 3.0  # points between the left edges of lines of one column
# Letters that typesetters draw as one; what else compatibility forms stand for (superscripts, widths) is left.
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def work(data: bytes) -> bytes:
    """The text of a PDF: paragraphs with blank lines between them, pages with a form feed between them, as UTF-8.

    Raises:
        InputError: it is no PDF, it is locked, or it has no text.
    """
    logging.disable(logging.CRITICAL)
    text = "\n\n\f".join(map("\n\n".join, _pages(data))).translate(_LIGATURES)
    if not any(char.isalpha() for char in text):
        raise InputError("no-text", "It has no text, only pictures of it perhaps; recognise the text, and save that")
    return text.encode("utf-8", "replace")


def _pages(data: bytes) -> Iterator[Iterable[str]]:
    """The paragraphs of each page."""
    try:
        for page in extract_pages(io.BytesIO(data), laparams=LAParams()):
            boxes = [
                [line for line in box if isinstance(line, LTTextLine)] for box in page if isinstance(box, LTTextBox)
            ]
            yield _of_page(boxes)
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise InputError("encrypted", "It needs a password; save it without one") from None
    except (PDFException, PSException) as error:
        raise InputError(
            "damaged", f"No PDF that can be read ({error or type(error).__name__}); get it again"
        ) from None


def _of_page(boxes: Sequence[Sequence[LTTextLine]]) -> Iterator[str]:
    edges = _edges(line for box in boxes for line in box)
    for box in boxes:
        if box:
            edge = max(right for left, right in edges if abs(left - box[0].x0) <= SAME_COLUMN)
            yield from (text for text in joined([_line(line) for line in box], edge - SLACK) if text)


def _edges(lines: Iterable[LTTextLine]) -> list[tuple[float, float]]:
    """For each left edge on the page, rounded, how far the longest line from there reaches."""
    longest: dict[int, tuple[float, float]] = {}
    for line in lines:
        known = longest.get(round(line.x0), (line.x0, line.x1))
        longest[round(line.x0)] = (line.x0, max(line.x1, known[1]))
    return list(longest.values())


def _line(line: LTTextLine) -> Line:
    text = line.get_text().strip("\n")
    characters = len(text.strip()) or 1
    wide = (line.x1 - line.x0) / characters
    first = len(text.split(maxsplit=1)[0]) + 1 if text.strip() else 0
    return Line(text, line.x1, wide * first)
