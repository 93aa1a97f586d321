"""The engine without workers: everything in this process."""

from collections.abc import Iterable, Iterator

from communique.options import Options
from communique.run.work import work


def in_process(captures: Iterable[bytes], options: Options) -> Iterator[tuple[int, bytes]]:
    """`(index, outcome)` for each capture, in order."""
    for index, data in enumerate(captures):
        yield index, work(data, options)
