"""One capture's work as bytes in and bytes out: what travels between processes and into the store."""

import msgspec

from communique.options import Options
from communique.pipeline import extract_one
from communique.records.base import Row
from communique.records.captures import Capture, Problem
from communique.records.mentions import Extraction


class Outcome(Row, frozen=True, kw_only=True):
    """What working on one capture gave. `retry`: the run failed, not the capture."""

    extraction: Extraction | None = None
    problems: tuple[Problem, ...] = ()
    retry: bool = False

    @property
    def lost(self) -> bool:
        """Whether the capture yielded nothing."""
        return any(problem.lost for problem in self.problems)


class Verdict(msgspec.Struct, frozen=True):
    """The part of an outcome that needs no decoding of its mentions."""

    problems: tuple[Problem, ...] = ()
    retry: bool = False


_CAPTURE = msgspec.json.Decoder(Capture)


def work(data: bytes, options: Options) -> bytes:
    """The outcome for a capture; both are JSON."""
    extraction, problems = extract_one(_CAPTURE.decode(data), options)
    return msgspec.json.encode(Outcome(extraction=extraction, problems=problems))


def crashed(data: bytes, how: str) -> bytes:
    """The outcome for a capture whose worker died over it."""
    path = _CAPTURE.decode(data).path
    message = f"The worker died ({how}); it may lack memory: run again with fewer --jobs"
    problem = Problem(capture=path, stage="run", code="crash", message=message, lost=True)
    return msgspec.json.encode(Outcome(problems=(problem,), retry=True))
