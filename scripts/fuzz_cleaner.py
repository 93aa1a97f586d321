"""Damages pages of every kind, for minutes on end, and cleans them: python -m scripts.fuzz_cleaner --minutes 10

Each kind of page is given random edits, and edits of what was interesting before: a page whose outcome (the roles of
its stretches, the fields that are filled) is new is kept and damaged further. A crash, a hang, a word that is lost or
a place that is not where it is said to be ends the run for that kind, and the page is kept in the folder given, to
become a test.
"""

import sys
from functools import partial

from scripts.fuzzing import Limit, Target, run
from tests.clean.mutations import PAGES, cleaned, damaged, edits

from communique.records.captures import MediaKind

SLOW = 20  # seconds of the processor on one page, of at most 60,000 characters
FIELDS = ("title", "published", "updated", "dateline", "outlet", "agency", "byline", "language")


def main() -> int:
    """Fuzzes each kind of page; 1 where one failed."""
    targets = {
        kind: Target(
            start=(page,),
            change=lambda random, text: damaged(text, edits(random)),
            outcome=partial(_outcome, kind),
            file=lambda text: (".txt", text.encode("utf-8", "surrogatepass")),
        )
        for kind, page in PAGES.items()
    }
    return run(__doc__, targets, Limit(SLOW))


def _outcome(kind: MediaKind, text: str) -> tuple[str, ...]:
    article = cleaned(kind, text)
    if article is None:
        return ("none",)
    roles = sorted({paragraph.role for paragraph in article.paragraphs})
    return (*roles, *(name for name in FIELDS if getattr(article, name) is not None))


if __name__ == "__main__":
    sys.exit(main())
