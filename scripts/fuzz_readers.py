"""Damages files of every kind, for minutes on end, and reads them: python -m scripts.fuzz_readers --minutes 10

Each reader is given random edits of whole files, at every layer of their packing, and edits of what was interesting
before: a file whose outcome (kinds of captures, codes of problems) is new is kept and damaged further. A crash, a
hang, a file of which nothing is said, or text that cannot be written down ends the reader's run, and the file is kept
in the folder given, to become a test.
"""

import sys
from random import Random

from scripts.fuzzing import Limit, Target, run
from tests.read.mutations import OPERATIONS, SAMPLES, Edit, Sample, check, damaged, read_bytes

from communique.records.captures import Capture, Problem

SLOW = 120  # seconds on one file, of which the limits allow ten; a busy machine takes longer

File = tuple[Sample, bytes]


def main() -> int:
    """Fuzzes each reader; 1 where one failed."""
    targets = {
        kind: Target(
            start=[(sample, sample.inner) for sample in samples],
            change=_changed,
            outcome=_outcome,
            file=lambda file: (f"-{file[0].name}", file[0].wrap(file[1])),
        )
        for kind, samples in SAMPLES.items()
    }
    return run(__doc__, targets, Limit(SLOW, clock=True))


def _changed(random: Random, file: File) -> File:
    sample, inner = file
    return sample, damaged(inner, _edits(random)) if random.random() < 0.98 else random.randbytes(
        random.randrange(3_000)
    )


def _outcome(file: File) -> tuple[str, ...]:
    """The kinds of what was read."""
    found = read_bytes(file[0].name, file[0].wrap(file[1]))
    check(found)
    return tuple(_kind(item) for item in found[:6])


def _kind(item: Capture | Problem) -> str:
    return item.kind if isinstance(item, Capture) else f"{item.code} {item.message[:40]}"


def _edits(random: Random) -> list[Edit]:
    count = 1 + min(7, int(random.expovariate(0.6)))
    return [
        (random.choice(OPERATIONS), random.random(), random.random(), random.randbytes(random.randrange(8)))
        for _ in range(count)
    ]


if __name__ == "__main__":
    sys.exit(main())
