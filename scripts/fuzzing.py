"""What the fuzzers share: damage what is given, keep what has a new outcome to damage it further, stop at a failure."""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

KEPT = 400


class HangError(BaseException):
    """One input takes too long. No `Exception`, so that nothing on the way handles it."""


@dataclass(frozen=True)
class Target[T]:
    """What is fuzzed: the inputs to start from, how one is changed, what comes of one (an error is a failure), and the
    name and bytes under which a failing one is kept."""

    start: Sequence[T]
    change: Callable[[Random, T], T]
    outcome: Callable[[T], tuple[str, ...]]
    file: Callable[[T], tuple[str, bytes]]


@dataclass(frozen=True)
class Limit:
    """The seconds that one input may take: of the processor, or by the clock where other processes do the work."""

    seconds: int
    clock: bool = False

    def begin(self) -> None:
        """The time runs from now."""
        signal.signal(signal.SIGALRM if self.clock else signal.SIGPROF, self._hang)
        signal.setitimer(signal.ITIMER_REAL if self.clock else signal.ITIMER_PROF, self.seconds)

    def end(self) -> None:
        """It runs no more."""
        signal.setitimer(signal.ITIMER_REAL if self.clock else signal.ITIMER_PROF, 0)

    def _hang(self, *_: object) -> None:
        raise HangError(f"still at it after {self.seconds} seconds")


def run[T](description: str | None, targets: Mapping[str, Target[T]], limit: Limit) -> int:
    """Fuzzes the targets named on the command line one after the other; 1 where one failed."""
    arguments = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=10, help="for each")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where failing inputs go")
    arguments.add_argument("names", nargs="*", choices=[*targets, []], help="all of them, unless named")
    given = arguments.parse_args()
    results = [
        _fuzz(name, targets[name], limit, Random(f"{name} {given.seed}"), given.minutes * 60, given.keep)
        for name in given.names or targets
    ]
    return 0 if all(results) else 1


def _fuzz[T](name: str, target: Target[T], limit: Limit, random: Random, seconds: float, keep: Path) -> bool:
    pool, seen, end = list(target.start), set[tuple[str, ...]](), time.monotonic() + seconds
    count, slowest = 0, 0.0
    while time.monotonic() < end:
        one = target.change(random, random.choice(pool))
        began = time.process_time()
        outcome = _outcome(target, one, limit)
        if isinstance(outcome, BaseException):
            end_of_name, data = target.file(one)
            keep.mkdir(parents=True, exist_ok=True)
            path = keep / f"{name}-{count}{end_of_name}"
            path.write_bytes(data)
            print(f"{name}: {type(outcome).__name__}: {str(outcome)[:500]}: {path}", flush=True)
            return False
        count, slowest = count + 1, max(slowest, time.process_time() - began)
        if outcome not in seen:
            seen.add(outcome)
            pool.append(one)
            del pool[len(target.start) : -KEPT]
    print(f"{name}: {count} inputs, {len(seen)} kinds of outcome, slowest {slowest:.2f} s, no failure", flush=True)
    return True


def _outcome[T](target: Target[T], one: T, limit: Limit) -> tuple[str, ...] | BaseException:
    """The kind of what came of it, or what went wrong."""
    limit.begin()
    try:
        return target.outcome(one)
    except KeyboardInterrupt:
        sys.exit(130)
    except BaseException as error:  # noqa: BLE001
        # A failing input is what is looked for here; a library's panic is no `Exception`.
        return error
    finally:
        limit.end()
