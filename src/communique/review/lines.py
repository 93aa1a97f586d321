"""Judgements as JSON lines: how two analysts exchange them. Read, they are as untrusted as a capture."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

import msgspec

from communique.records.judgements import Judgement, StandingJudgement
from communique.review.active import in_time
from communique.review.made import is_late, problems

# In bytes; a judgement with as many anchors as it may have is shorter.
MAX_LINE = 2_000_000
# What the export of a record says besides: it is worked out anew, never taken over.
_WORKED_OUT = frozenset(StandingJudgement.__struct_fields__) - frozenset(Judgement.__struct_fields__)


class Refused(NamedTuple):
    """A line that is no judgement, by its number, and why."""

    number: int
    why: str


def dump(judgements: Iterable[Judgement]) -> bytes:
    """One line each, the earliest first: the same bytes for the same judgements, whatever their order."""
    rows = {one.id: one for one in judgements}
    return b"".join(msgspec.json.encode(one) + b"\n" for one in sorted(rows.values(), key=in_time))


def parse(lines: Iterable[bytes], now: dt.datetime | None = None) -> Iterator[Judgement | Refused]:
    """A judgement or what is wrong for each line that is not empty. See `lines_of`."""
    moment = now or dt.datetime.now(dt.UTC)
    for number, line in enumerate(lines, 1):
        if line.strip():
            found = _judgement(line, moment)
            yield Refused(number, found) if isinstance(found, str) else found


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, one longer than MAX_LINE cut behind that."""
    while line := stream.readline(MAX_LINE + 1):
        rest = line
        while len(rest) > MAX_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE + 1)
        yield line


def _judgement(line: bytes, now: dt.datetime) -> Judgement | str:
    if len(line) > MAX_LINE:
        return f"it is longer than {MAX_LINE:,} bytes"
    try:
        raw = msgspec.json.decode(line)
        if not isinstance(raw, dict):
            return "it is no object"
        said = {name: value for name, value in raw.items() if name not in _WORKED_OUT}
        judgement = msgspec.convert(said, Judgement)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        return f"it is no judgement: {str(error)[:200]}"
    for why in problems(judgement):
        return why
    if is_late(judgement, now):
        return f"it says that it was made at {judgement.made}, which is yet to come"
    if (name := _unknown(said, msgspec.to_builtins(judgement))) is not None:
        return f"it has a field that no judgement has: {name[:60]!r}"
    return judgement


def _unknown(raw: Any, known: Any) -> str | None:
    """The first field of `raw` that `known`, which was made of it, has not."""
    if isinstance(raw, dict) and isinstance(known, dict):
        for name in sorted(raw):
            if name not in known:
                return str(name)
            if (inner := _unknown(raw[name], known[name])) is not None:
                return inner
    if isinstance(raw, list) and isinstance(known, list | tuple):
        for one, other in zip(raw, known, strict=True):
            if (inner := _unknown(one, other)) is not None:
                return inner
    return None
