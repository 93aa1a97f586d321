import json
import multiprocessing
import signal
from pathlib import Path

import pytest
from tests.run.fakes import shout

from communique.errors import ModelError
from communique.options import Options
from communique.records.captures import Capture
from communique.run.engines import engine
from communique.run.inline import in_process
from communique.run.pool import _Worker, process_pool
from communique.run.work import Outcome, work
from communique.store.codec import encode


def capture(number: int, text: str = "words") -> bytes:
    return encode(Capture(path=f"{number}.txt", sha256="0", kind="text", text=f"{number} {text}", charset="utf-8"))


def test_every_capture_comes_back_under_its_number() -> None:
    captures = [capture(number) for number in range(20)]

    done = list(process_pool(captures, Options(jobs=2), shout))

    assert sorted(done) == [(number, data.upper()) for number, data in enumerate(captures)]


def test_a_worker_that_dies_costs_the_capture_it_held() -> None:
    captures = [capture(0), capture(1, "die"), capture(2), capture(3)]

    done = dict(process_pool(captures, Options(jobs=1), shout))

    assert {number: done[number] for number in (0, 2, 3)} == {n: captures[n].upper() for n in (0, 2, 3)}
    crash = json.loads(done[1])
    assert crash["retry"] is True
    assert [(p["capture"], p["code"], p["lost"]) for p in crash["problems"]] == [("1.txt", "crash", True)]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="tells of a process what it ignores")
def test_a_worker_ignores_an_interrupt_from_its_first_moment() -> None:
    before = signal.getsignal(signal.SIGINT)
    worker = _Worker(Options(), shout, (0, b""))
    assert worker.process.pid
    status = Path(f"/proc/{worker.process.pid}/status").read_text()
    worker.kill()

    ignored = int(next(line.split()[1] for line in status.splitlines() if line.startswith("SigIgn")), 16)
    assert ignored & 1 << signal.SIGINT - 1
    assert signal.getsignal(signal.SIGINT) is before


def test_a_wrong_set_up_is_no_capture_s_problem() -> None:
    with pytest.raises(ModelError, match="install it"):
        list(process_pool([capture(0, "wrong")], Options(jobs=1), shout))


def test_no_captures_need_no_workers() -> None:
    assert list(process_pool([], Options(jobs=4), shout)) == []


def test_a_pool_left_early_leaves_no_process() -> None:
    running = process_pool((capture(n) for n in range(50)), Options(jobs=2), shout)
    next(running)
    running.close()

    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("count", "asked", "jobs"), [(1, 0, 1), (1, 4, 1), (100, 3, 3), (2, 8, 2), (5, 0, 1), (0, 0, 1)]
)
def test_workers_are_as_many_as_asked_for_or_as_pay(count: int, asked: int, jobs: int) -> None:
    run, options = engine(count, Options(jobs=asked))

    assert options.jobs == jobs
    assert run is (in_process if jobs == 1 else process_pool)


def test_an_error_in_a_stage_is_that_capture_s_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("by <object at 0x7f00aa>")

    monkeypatch.setattr("communique.pipeline.clean", break_down)

    outcome = json.loads(work(capture(1), Options()))

    (problem,) = outcome["problems"]
    assert outcome["extraction"] is None
    assert (problem["capture"], problem["stage"], problem["code"], problem["lost"]) == (
        "1.txt", "clean", "ZeroDivisionError", True,
    )  # fmt: skip
    assert problem["message"].startswith("by <object at 0x…> (run/test_pool.py, line")


def test_an_outcome_says_whether_its_capture_is_lost() -> None:
    assert not Outcome().lost
