"""A build that is killed."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.run.builds import built, exported
from tests.run.builds import small_stages as small_stages

from communique import store

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("small_stages")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    made = tmp_path / "many"
    made.mkdir()
    for number in range(60):
        (made / f"{number:02}.txt").write_text(f"We met.\nPoint {number % 7} was open.\nIt was day {number}.\n")
    return made


def test_a_killed_build_is_continued_by_the_same_command(tmp_path: Path, many: Path) -> None:
    built(tmp_path / "whole.db", many)
    expected = exported(tmp_path / "whole.db")
    record = tmp_path / "killed.db"

    for steps in (30, 60 + 45, 60 + 8):
        build_and_kill(many, record, steps)
    summary = built(record, many)

    assert summary.extracted < 60
    assert exported(record) == expected
    assert not list(tmp_path.glob("killed.db-*"))


def test_a_record_can_be_read_after_a_kill(tmp_path: Path, many: Path) -> None:
    record = tmp_path / "r.db"
    built(record, many / "00.txt")

    build_and_kill(many, record, 60 + 30)

    assert [article.capture for article in store.load(record).articles] == ["00.txt"]


def build_and_kill(folder: Path, record: Path, steps: int) -> None:
    """Starts a build in a process of its own and kills it when it has made so many steps."""
    command = [sys.executable, "-m", "tests.run.build_aloud", str(folder), str(record)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"go on\n" * (steps - 1))
        process.stdin.flush()
        heard = [process.stdout.readline() for _ in range(steps)]
        assert heard[-1], "it ended before it could be killed"
        process.kill()
