"""Kill a build at random moments, run the same command again, compare with an undisturbed one:

    python -m benchmarks.kill FOLDER [--kills 10] [--jobs 1] [--seed 0] [--fresh]

One record is killed again and again; with --fresh each kill strikes a new record, at any moment of the build.
"""

import argparse
import contextlib
import filecmp
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = [sys.executable, "-m", "communique"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fresh", action="store_true")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as made:
        space = Path(made)
        started = time.monotonic()
        finish(given.folder, space / "whole.db", given.jobs)
        seconds = time.monotonic() - started
        export(space / "whole.db")
        print(f"undisturbed: {seconds:.1f} s")
        records = [space / (f"{number}.db" if given.fresh else "one.db") for number in range(given.kills)]
        longest = seconds if given.fresh else seconds / 2
        for number, record in enumerate(records, 1):
            print(f"kill {number}: {kill(given.folder, record, given.jobs, chance.uniform(0, longest))}")
        unlike = [name for record in sorted(set(records)) for name in compared(given.folder, record, given.jobs)]
        sys.exit(f"unlike: {unlike}" if unlike else print("all exports are the same, byte for byte"))


def build(folder: Path, record: Path, jobs: int) -> list[str]:
    return [*COMMAND, "build", str(folder), "-o", str(record), "--jobs", str(jobs)]


def finish(folder: Path, record: Path, jobs: int) -> None:
    done = subprocess.run(build(folder, record, jobs), check=False, capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())


def export(record: Path) -> None:
    subprocess.run([*COMMAND, "export", str(record), "-o", str(record.with_suffix(""))], check=True)


def kill(folder: Path, record: Path, jobs: int, after: float) -> str:
    """One build, killed with all its workers."""
    with subprocess.Popen(
        build(folder, record, jobs), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            return f"after {after:.2f} s"
    return f"too late, it was done before {after:.2f} s"


def compared(folder: Path, record: Path, jobs: int) -> list[str]:
    """The files of the finished record's export that are unlike the undisturbed one's."""
    finish(folder, record, jobs)
    export(record)
    whole = record.parent / "whole"
    names = sorted(path.name for path in whole.iterdir())
    _, unlike, missing = filecmp.cmpfiles(whole, record.with_suffix(""), names, shallow=False)
    return unlike + missing


if __name__ == "__main__":
    main()
