import sys
from pathlib import Path

import pytest
from evaluation.floors import Verdict

from evaluation import __main__ as command
from evaluation import floors


def test_the_pinned_floors_name_known_sets_and_are_numbers() -> None:
    pinned = floors.read()
    assert set(pinned) <= set(command.SETS)
    assert all(isinstance(value, float) for rows in pinned.values() for value in rows.values())


@pytest.mark.parametrize(
    ("score", "floor", "state", "failed"),
    [
        (0.9, 0.9, "ok", False),
        (0.89996, 0.9, "ok", False),
        (0.8999, 0.9, "below", True),
        (0.9, None, "unpinned", False),
        (None, 0.9, "unscored", True),
    ],
)
def test_a_verdict(score: float | None, floor: float | None, state: str, failed: bool) -> None:
    verdict = Verdict("m", score, floor)
    assert (verdict.state, verdict.failed) == (state, failed)


def test_what_is_pinned_and_not_scored_is_judged_too() -> None:
    found = floors.judge({"a": 1.0, "b": 0.5}, {"b": 0.4, "c": 0.1})
    assert [(v.measure, v.state) for v in found] == [("a", "unpinned"), ("b", "ok"), ("c", "unscored")]


def test_every_set_has_a_module() -> None:
    folder = Path(command.__file__).parent
    assert [name for name in command.SETS if not (folder / f"{name}.py").is_file()] == []


def test_absent_sets_are_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluation", "--shared", str(tmp_path / "nowhere")])
    assert command.main() == 0
    assert "Nothing scored" in capsys.readouterr().out
    monkeypatch.setattr(sys, "argv", ["evaluation", "seeds", "--shared", str(tmp_path)])
    assert command.main() == 0
    assert "seeds: skipped" in capsys.readouterr().out


def test_a_set_below_its_floor_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr("evaluation.seeds.scores", lambda shared: {"dates": 0.8})
    assert command.run("seeds", tmp_path, {"dates": 0.8})
    assert not command.run("seeds", tmp_path, {"dates": 0.9})
    assert "below" in capsys.readouterr().out
