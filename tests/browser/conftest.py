"""A Chromium, the records of the examples and of the seeds, and a desk before each."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from scripts.browser import ARGUMENTS, MISSING, chromium
from tests.browser.served import served
from tests.hostile.record import hostile_record as hostile_record

from communique.options import Options
from communique.run.building import build

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "captures"
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("COMMUNIQUE_BROWSER_TESTS") == "required":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as player:
        launched = player.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def examples_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = tmp_path_factory.mktemp("examples") / "record.db"
    build([EXAMPLES], record, Options())
    return record


@pytest.fixture(scope="package")
def seeds_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not here (../shared/seeds)")
    record = tmp_path_factory.mktemp("seeds") / "record.db"
    build([SEEDS], record, Options())
    return record


@pytest.fixture(scope="package")
def desks() -> Iterator[Callable[[Path], str]]:
    """The address of the desk over a record: each is served once, until the last test has ended."""
    with ExitStack() as stack:
        yield cache(lambda record: stack.enter_context(served(record)))


# Of each test, not of the package: pytest sets a fixture with parameters up anew wherever these differ in number.
@pytest.fixture(params=["examples", "seeds"])
def desk(request: pytest.FixtureRequest, desks: Callable[[Path], str]) -> str:
    return desks(request.getfixturevalue(f"{request.param}_record"))
