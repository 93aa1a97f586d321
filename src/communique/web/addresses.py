"""Where the desk shows an item."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from communique.report.sources import Source


class Addresses:
    """Every item at an address of its own."""

    def item(self, kind: str, item: str) -> str:
        """The page of an item."""
        return f"/{quote(kind)}/{quote(item, safe='')}"

    def source(self, source: Source) -> str:
        """The article's page, at the paragraph."""
        place = "" if source.paragraph is None else f"#p{source.paragraph}"
        return f"/articles/{quote(source.article, safe='')}{place}"

    def listing(self, path: str, given: Mapping[str, object], **changed: object) -> str:
        """A list with its filters, some of them changed; empty ones are left out."""
        query = urlencode({name: value for name, value in {**given, **changed}.items() if value not in ("", None)})
        return f"{path}?{query}" if query else path
