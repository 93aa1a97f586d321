"""Where the per-article stages execute. All engines have one signature and give the same outcomes."""

import os
from collections.abc import Callable, Iterable, Iterator

import msgspec

from communique.options import Options
from communique.run.inline import in_process
from communique.run.pool import process_pool

# Captures in, `(index, outcome)` out, in any order; captures and outcomes are JSON (see `communique.run.work`).
type Engine = Callable[[Iterable[bytes], Options], Iterator[tuple[int, bytes]]]

MOST_JOBS = 8
# A worker takes about as long to start as these take to be worked on.
CAPTURES_PER_JOB = 16


def engine(count: int, options: Options) -> tuple[Engine, Options]:
    """The engine for `count` captures, and the options with the number of workers it will use.

    `jobs` is obeyed where it is given; 0 leaves it to the number of cores and of captures.
    """
    jobs = options.jobs or min(_cores(), MOST_JOBS, max(1, count // CAPTURES_PER_JOB))
    jobs = max(1, min(jobs, count))
    return (in_process if jobs == 1 else process_pool), msgspec.structs.replace(options, jobs=jobs)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
