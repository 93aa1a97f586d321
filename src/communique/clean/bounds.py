"""How much of one capture is looked at. No report is as long; what is, is a log, a list or an attack."""

from communique.records.articles import KEPT_ROLES, Article

MAX_LINES = 10_000
# What is kept of one article may be longer; the parser, and every comparison of what is said, stop here.
PARAGRAPHS, CHARACTERS = 2_000, 200_000
BEHIND = f"behind the first {MAX_LINES} lines"
_LONG = "a line longer than"


def too_long(max_line: int) -> str:
    """The reason for which a line of more than `max_line` characters is dropped."""
    return f"{_LONG} {max_line} characters"


def beyond(article: Article) -> frozenset[int]:
    """The kept paragraphs that are too many, or with which the text is too long, by number."""
    found, count, length = set(), 0, 0
    for i, paragraph in enumerate(article.paragraphs):
        if paragraph.role in KEPT_ROLES:
            count, length = count + 1, length + len(paragraph.text)
            if count > PARAGRAPHS or length > CHARACTERS:
                found.add(i)
    return frozenset(found)


def left_out(article: Article) -> int:
    """How many lines were dropped because they are too long or too many."""
    return sum(p.reason == BEHIND or p.reason.startswith(_LONG) for p in article.paragraphs)
