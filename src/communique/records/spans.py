"""The words a fact rests on."""

from communique.records.base import Row


class Span(Row, frozen=True, kw_only=True, omit_defaults=True):
    """Code points `start` to `end` (exclusive) of an article's `text`, or of its decoded capture.

    Exactly one of `article` and `capture` is set; both hold an article's id. `capture` pins what stands
    outside the text: dates, credits, captions, markup. `exact` is the stretch itself.
    """

    article: str = ""
    capture: str = ""
    start: int
    end: int
    exact: str

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character of the same text."""
        same = (self.article, self.capture) == (other.article, other.capture)
        return same and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        same = (self.article, self.capture) == (other.article, other.capture)
        return same and self.start <= other.start and other.end <= self.end


class Sourced(Row, frozen=True, kw_only=True):
    """A value with the words it was read from, or none where it was given from outside."""

    value: str
    span: Span | None = None
