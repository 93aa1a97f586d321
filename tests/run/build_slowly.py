"""A build with small slow stages, as a process of its own that a test can kill: FOLDER RECORD."""

import sys
from pathlib import Path

from tests.run import fakes

from communique.options import Options
from communique.run import building, work


def main() -> None:
    """Builds the folder into the record, printing a line when it is about to."""
    work.extract_one = fakes.slow_extract_one
    building.conclude = fakes.conclude
    print("started", flush=True)
    building.build([sys.argv[1]], Path(sys.argv[2]), Options(jobs=1))


if __name__ == "__main__":
    main()
