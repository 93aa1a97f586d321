"""Damages files of every kind, for minutes on end, and reads them: python -m scripts.fuzz_readers --minutes 10

Each reader is given random edits of whole files, at every layer of their packing, and edits of what was interesting
before: a file whose outcome (kinds of captures, codes of problems) is new is kept and damaged further. A crash, a
hang, a file of which nothing is said, or text that cannot be written down ends the reader's run, and the file is kept
in the folder given, to become a test.
"""

import argparse
import signal
import sys
import time
from pathlib import Path
from random import Random

from tests.read.mutations import OPERATIONS, SAMPLES, Edit, Sample, check, damaged, read_bytes

from communique.records.captures import Capture, Problem

SLOW = 120  # seconds on one file, of which the limits allow ten; a busy machine takes longer
KEPT = 400


class HangError(BaseException):
    """A file takes too long. No `Exception`, as a reader may well handle those."""


def main() -> int:
    """Runs the readers one after the other; 1 where one failed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=10, help="for each reader")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where failing files go")
    arguments.add_argument("readers", nargs="*", choices=[*SAMPLES, []], help="all of them, unless named")
    given = arguments.parse_args()
    signal.signal(signal.SIGALRM, _hang)
    results = [_fuzz(kind, given.minutes * 60, given.seed, given.keep) for kind in given.readers or SAMPLES]
    return 0 if all(results) else 1


def _fuzz(kind: str, seconds: float, seed: int, keep: Path) -> bool:
    random, end = Random(f"{kind} {seed}"), time.monotonic() + seconds
    pool: list[tuple[Sample, bytes]] = [(sample, sample.inner) for sample in SAMPLES[kind]]
    seen: set[tuple[str, ...]] = set()
    count, slowest = 0, 0.0
    while time.monotonic() < end:
        sample, start = random.choice(pool)
        inner = damaged(start, _edits(random)) if random.random() < 0.98 else random.randbytes(random.randrange(3_000))
        data = sample.wrap(inner)
        began = time.monotonic()
        outcome = _outcome(sample.name, data)
        if isinstance(outcome, BaseException):
            keep.mkdir(parents=True, exist_ok=True)
            path = keep / f"{kind}-{count}-{sample.name}"
            path.write_bytes(data)
            print(f"{kind}: {type(outcome).__name__}: {outcome}: {path}", flush=True)
            return False
        count, slowest = count + 1, max(slowest, time.monotonic() - began)
        if outcome not in seen:
            seen.add(outcome)
            pool.append((sample, inner))
            del pool[len(SAMPLES[kind]) : -KEPT]
    print(f"{kind}: {count} files, {len(seen)} kinds of outcome, slowest {slowest:.2f} s, no failure", flush=True)
    return True


def _outcome(name: str, data: bytes) -> tuple[str, ...] | BaseException:
    """The kinds of what was read, or what went wrong."""
    signal.alarm(SLOW)
    try:
        found = read_bytes(name, data)
        check(found)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001
        # A failing file is what is looked for here; FastWARC's panics are no `Exception`.
        return error
    finally:
        signal.alarm(0)
    return tuple(_kind(item) for item in found[:6])


def _kind(item: Capture | Problem) -> str:
    return item.kind if isinstance(item, Capture) else f"{item.code} {item.message[:40]}"


def _edits(random: Random) -> list[Edit]:
    count = 1 + min(7, int(random.expovariate(0.6)))
    return [
        (random.choice(OPERATIONS), random.random(), random.random(), random.randbytes(random.randrange(8)))
        for _ in range(count)
    ]


def _hang(*_: object) -> None:
    raise HangError(f"still reading after {SLOW} seconds")


if __name__ == "__main__":
    sys.exit(main())
