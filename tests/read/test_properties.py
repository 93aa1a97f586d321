"""Whatever the bytes: no crash, no hang, and no loss without a problem record."""

import re
import zlib

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.read.mutations import OPERATIONS, SAMPLES, check, damaged, read_bytes

from communique.records.captures import Capture, Problem

ALL = [pytest.param(kind, i, id=f"{kind}-{i}") for kind, samples in SAMPLES.items() for i in range(len(samples))]
QUICK = settings(max_examples=25, suppress_health_check=list(HealthCheck))
# Lines that end early are whole lines, and a letter cut in its head is a shorter letter: nothing in them says so.
CANNOT_TELL = frozenset({"jsonl", "mail"})
shares = st.floats(0, 1, exclude_max=True)
edits = st.lists(st.tuples(st.sampled_from(OPERATIONS), shares, shares, st.binary(max_size=8)), min_size=1, max_size=6)


def seams(data: bytes) -> set[int]:
    """Where one record of a WARC file ends and the next begins: cut there, what is left is a whole file."""
    found = {match.start() for match in re.finditer(rb"WARC/1", data)}
    rest = data
    while rest[:2] == b"\x1f\x8b":
        member = zlib.decompressobj(wbits=31)
        member.decompress(rest)
        rest = member.unused_data
        found.add(len(data) - len(rest))
    return found


@pytest.mark.parametrize(("kind", "number"), ALL)
def test_samples_are_whole(kind: str, number: int) -> None:
    sample = SAMPLES[kind][number]

    found = read_bytes(sample.name, sample.wrap(sample.inner))

    assert [type(item) for item in found] == [Capture] * sample.pages


@pytest.mark.parametrize(("kind", "number"), ALL)
@QUICK
@given(share=shares)
def test_a_file_cut_short_says_so(kind: str, number: int, share: float) -> None:
    sample = SAMPLES[kind][number]
    data = sample.wrap(sample.inner)
    cut = int(share * len(data))
    assume(kind != "warc" or cut not in seams(data))

    found = read_bytes(sample.name, data[:cut])

    check(found)
    pages = sum(isinstance(item, Capture) for item in found)
    assert pages == sample.pages or any(isinstance(item, Problem) for item in found) or kind in CANNOT_TELL


@pytest.mark.parametrize(("kind", "number"), ALL)
@QUICK
@given(edits=edits)
def test_a_damaged_file_is_captures_or_problems(
    kind: str, number: int, edits: list[tuple[str, float, float, bytes]]
) -> None:
    sample = SAMPLES[kind][number]

    found = read_bytes(sample.name, sample.wrap(damaged(sample.inner, edits)))

    check(found)
    places = {item.path if isinstance(item, Capture) else item.capture for item in found}
    assert {place.partition("!")[0] for place in places} == {sample.name}


@pytest.mark.parametrize("kind", SAMPLES)
@QUICK
@given(data=st.binary(max_size=2_000))
def test_any_bytes_are_captures_or_problems(kind: str, data: bytes) -> None:
    sample = SAMPLES[kind][0]

    check(read_bytes(sample.name, data))
    check(read_bytes("unnamed", data))
