"""The cleaner's speed beside trafilatura's: `python -m benchmarks.cleaning [SHARED]`

Every `EVERY`th development page of WCXB (SHARED/eval/wcxb) is cleaned once as HTML, by us and by trafilatura in turn.
The same pages are then rendered to text, all of them first, and cleaned in a row, `PASSES` times: printed are one pass
and what each capture takes at its fastest, since machines that are shared lend and take speed from moment to moment.
All in one process; counted are the processor's seconds.
"""

import sys
from pathlib import Path

from evaluation.wcxb import Try, attempt, attempted, captured, tasks

from communique.records.captures import MediaKind

EVERY = 8
PASSES = 5
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


def passes(shared: Path, every: int = EVERY, times: int = PASSES) -> list[list[Try]]:
    """The captures of text, cleaned in a row as often as that."""
    captures = [capture for task in tasks(shared, "text")[::every] if (capture := captured(task))]
    return [[attempted(capture.path, capture) for capture in captures] for _ in range(times)]


def text_line(rows: list[list[Try]]) -> str:
    """Megabytes a second of one process: in the first pass, and at the fastest that each capture was cleaned."""
    first = rows[0] if rows else []
    megabytes = sum(one.bytes for one in first) / 1e6
    once = sum(one.seconds for one in first)
    fastest = sum(min(one.seconds for one in together) for together in zip(*rows, strict=True))
    return (
        f"clean {len(first)} text captures{megabytes / (fastest or 1.0):10.2f} MB a second at their fastest of"
        f" {len(rows)} passes, {megabytes / (once or 1.0):.2f} in the first"
    )


def main() -> int:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if not (shared / "eval" / "wcxb").is_dir():
        print(f"No pages in {shared / 'eval' / 'wcxb'}: the cleaner's speed beside trafilatura's is not measured")
        return 0
    print(html_line(tried(shared, "html")))
    print(text_line(passes(shared)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
