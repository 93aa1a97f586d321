"""The cleaner's speed beside trafilatura's: `python -m benchmarks.cleaning [SHARED]`

Every `EVERY`th development page of WCXB (SHARED/eval/wcxb) is cleaned once as HTML, by us and by trafilatura in turn,
and once rendered to text, in one process; counted are the processor's seconds.
"""

import sys
from pathlib import Path

from evaluation.wcxb import Try, attempt, tasks

from communique.records.captures import MediaKind

EVERY = 8
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def tried(shared: Path, kind: MediaKind, every: int = EVERY) -> list[Try]:
    """The pages cleaned, each with its seconds."""
    return [found for task in tasks(shared, kind)[::every] if (found := attempt(task))]


def html_line(tries: list[Try]) -> str:
    """Milliseconds a page, ours and trafilatura's, and ours as a multiple of theirs."""
    ours, theirs = sum(one.seconds for one in tries), sum(one.their_seconds for one in tries)
    pages = max(1, len(tries))
    return (
        f"clean {len(tries)} HTML pages{1000 * ours / pages:10.1f} ms each; trafilatura {1000 * theirs / pages:.1f} ms,"
        f" {ours / (theirs or 1.0):.2f} times its time"
    )


def text_line(tries: list[Try]) -> str:
    """Megabytes a second of one process."""
    seconds, megabytes = sum(one.seconds for one in tries), sum(one.bytes for one in tries) / 1e6
    return f"clean {len(tries)} text captures{megabytes / (seconds or 1.0):10.2f} MB a second"


def main() -> int:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if not (shared / "eval" / "wcxb").is_dir():
        print(f"No pages in {shared / 'eval' / 'wcxb'}: the cleaner's speed beside trafilatura's is not measured")
        return 0
    print(html_line(tried(shared, "html")))
    print(text_line(tried(shared, "text")))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
