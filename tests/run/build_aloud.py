"""A build with small stages, as a process of its own that a test can kill at a known step: FOLDER RECORD."""

import sys
from pathlib import Path

from tests.run import fakes

from communique.options import Options
from communique.run import building, work


def aloud(stage: str, done: int, total: int | None) -> None:
    """Says each step, and waits to be told to go on."""
    print(stage, done, flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    work.extract_one = fakes.extract_one
    building.conclude = fakes.conclude
    building.extraction_version = building.record_version = fakes.version
    building.build([sys.argv[1]], Path(sys.argv[2]), Options(jobs=1), progress=aloud)
