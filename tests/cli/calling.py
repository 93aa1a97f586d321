"""Calling the command line in this process, and records to call it on."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from communique import store
from communique.cli import main
from communique.records.record import Record
from communique.store.write import write


class Ran(NamedTuple):
    """What a command printed, and its exit status."""

    status: int | str | None
    out: str
    err: str


type Run = Callable[..., Ran]


def caller(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """What calls a command with these words."""

    def call(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["communique", *map(str, words)])
        status: int | str | None = 0
        try:
            main()
        except SystemExit as end:
            status = end.code
        return Ran(status or 0, *capsys.readouterr())

    return call


def saved(path: Path, record: Record) -> Path:
    """`record` in a file."""
    with store.writing(path) as connection, store.transaction(connection):
        write(connection, record, "mark")
    return path
