"""Press releases in PDF."""

from collections.abc import Iterator

from communique.read.apart import apart
from communique.read.charset import Decoded
from communique.read.plain import check_lines, page
from communique.read.source import Item, Source


def read_pdf(source: Source) -> Iterator[Item]:
    """The text of the document as one text capture. The dates in a PDF are those of the file, and are not taken."""
    data = source.data()
    text = apart("pdf", data, source.options).decode()
    check_lines(text, source.options.max_line)
    yield from page(source, data, Decoded(text, "utf-8", 0), "text")
