"""Where an item is shown: in the dossier at an anchor of the one page, on the desk at an address of its own."""

from typing import Protocol

from communique.report.sources import Source


class Links(Protocol):
    """Turns items into addresses."""

    def item(self, kind: str, item: str) -> str:
        """The address of an item by its kind (a field of `Record`) and id."""
        ...

    def source(self, source: Source) -> str:
        """The address of the paragraph that a source points at."""
        ...


class Anchors:
    """Everything on one page."""

    def item(self, kind: str, item: str) -> str:
        """The item's own id."""
        return f"#{item}"

    def source(self, source: Source) -> str:
        """The article's number, with that of the paragraph."""
        place = "" if source.paragraph is None else f"-{source.paragraph}"
        return f"#source-{source.number}{place}"
