"""Media types: which of them are pages."""

from communique.read.sniff import is_html

HTML, TEXT, PDF = "text/html", "text/plain", "application/pdf"
_PAGES = {HTML: HTML, "application/xhtml+xml": HTML, TEXT: TEXT, PDF: PDF, "application/x-pdf": PDF}


def media_type(value: str | None) -> str:
    """The bare type in a Content-Type header, in lower case; empty where there is none."""
    return (value or "").partition(";")[0].strip().lower()[:100]


def page_type(media: str, data: bytes = b"") -> str | None:
    """HTML, TEXT or PDF, where a type stands for pages, or, with none given, the bytes do; else None."""
    if media:
        return _PAGES.get(media)
    return HTML if is_html(data) else None
