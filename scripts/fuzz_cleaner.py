"""Damages pages of every kind, for minutes on end, and cleans them: python -m scripts.fuzz_cleaner --minutes 10

Each kind of page is given random edits, and edits of what was interesting before: a page whose outcome (the roles of
its stretches, the fields that are filled) is new is kept and damaged further. A crash, a hang, a word that is lost or
a place that is not where it is said to be ends the run for that kind, and the page is kept in the folder given, to
become a test.
"""

import argparse
import signal
import sys
import time
from pathlib import Path
from random import Random

from tests.clean.mutations import PAGES, cleaned, damaged, edits

from communique.records.articles import Article
from communique.records.captures import MediaKind

SLOW = 20  # seconds of the processor on one page, of at most 60,000 characters
KEPT = 400


class HangError(BaseException):
    """A page takes too long. No `Exception`, so that nothing on the way handles it."""


def main() -> int:
    """Runs over the kinds one after the other; 1 where one failed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=10, help="for each kind of page")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where failing pages go")
    arguments.add_argument("kinds", nargs="*", choices=[*PAGES, []], help="all of them, unless named")
    given = arguments.parse_args()
    signal.signal(signal.SIGPROF, _hang)
    results = [_fuzz(kind, given.minutes * 60, given.seed, given.keep) for kind in given.kinds or PAGES]
    return 0 if all(results) else 1


def _fuzz(kind: MediaKind, seconds: float, seed: int, keep: Path) -> bool:
    random, end = Random(f"{kind} {seed}"), time.monotonic() + seconds
    pool, seen = [PAGES[kind]], set[tuple[str, ...]]()
    count, slowest = 0, 0.0
    while time.monotonic() < end:
        text = damaged(random.choice(pool), edits(random))
        began = time.monotonic()
        outcome = _outcome(kind, text)
        if isinstance(outcome, BaseException):
            keep.mkdir(parents=True, exist_ok=True)
            path = keep / f"{kind}-{count}.txt"
            path.write_text(text, "utf-8", errors="surrogatepass")
            print(f"{kind}: {type(outcome).__name__}: {outcome}: {path}", flush=True)
            return False
        count, slowest = count + 1, max(slowest, time.monotonic() - began)
        if outcome not in seen:
            seen.add(outcome)
            pool.append(text)
            del pool[1:-KEPT]
    print(f"{kind}: {count} pages, {len(seen)} kinds of outcome, slowest {slowest:.2f} s, no failure", flush=True)
    return True


def _outcome(kind: MediaKind, text: str) -> tuple[str, ...] | BaseException:
    """What kind of article it is, or what went wrong."""
    signal.setitimer(signal.ITIMER_PROF, SLOW)
    try:
        article = cleaned(kind, text)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001
        # A failing page is what is looked for here.
        return error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ("none",) if article is None else _kind(article)


def _kind(article: Article) -> tuple[str, ...]:
    fields = ("title", "published", "updated", "dateline", "outlet", "agency", "byline", "language")
    roles = sorted({paragraph.role for paragraph in article.paragraphs})
    return (*roles, *(name for name in fields if getattr(article, name) is not None))


def _hang(*_: object) -> None:
    raise HangError(f"still cleaning after {SLOW} seconds")


if __name__ == "__main__":
    sys.exit(main())
