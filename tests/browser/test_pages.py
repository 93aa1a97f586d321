"""Every kind of page, on the examples and on the seeds: read without scripts on a wide screen and on a telephone,
nothing asked of anybody else, and nothing that shuts a reader out."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.browser.measuring import HEIGHT, OPEN_ALL, TOO_WIDE, WIDTHS, Watch, violations
from tests.browser.served import Visited, longest, pattern, richest, walk

# A busy machine takes its time to build the records and to start a browser.
pytestmark = pytest.mark.timeout(600)

ROUTES = (
    "/", "/actors", "/actors/…", "/agreements", "/agreements/…", "/articles", "/articles/…", "/articles/…?capture",
    "/changes", "/check", "/commitments", "/commitments/…", "/commitments?kind", "/events", "/events/…", "/findings",
    "/findings/…", "/findings?judgement", "/indicators", "/indicators/…", "/judgements", "/judgements?all", "/outlets",
    "/outlets?name", "/relationships", "/relationships/…", "/search", "/search?actor", "/utterances/…",
)  # fmt: skip
# What links lead to and is no page: it has a test of its own elsewhere.
# What a link leads to that is no page: data, and files to be saved.
NO_PAGES = frozenset(("/api", "/judgements.jsonl", "/tables/…"))
# The first with every rule; then with those alone that colours and widths bear on.
VIEWS = (("light", 1280), ("light", 390), ("dark", 390))
SEEN = ("color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable")


@pytest.fixture(scope="package")
def walks() -> Callable[[str], list[Visited]]:
    return cache(walk)


@pytest.fixture
def visited(desk: str, walks: Callable[[str], list[Visited]]) -> list[Visited]:
    return walks(desk)


@pytest.fixture(scope="package")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


def test_every_link_leads_to_a_page(visited: list[Visited]) -> None:
    assert [page for page in visited if page.status != 200] == []
    assert len(visited) > 150
    kinds_found = {pattern(page.address) for page in visited}
    assert set(ROUTES) - kinds_found == set()
    # A new page is walked here, too; filters alone make no new one.
    assert {kind for kind in kinds_found if "?" not in kind} - NO_PAGES - set(ROUTES) == set()


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_is_read_without_scripts(desk: str, visited: list[Visited], reader: BrowserContext, route: str) -> None:
    watch = Watch(desk)
    page = watch.over(reader.new_page())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        answer = page.goto(desk + longest(visited, route))
        assert answer is not None
        assert answer.status == 200
        assert page.locator("h1").count() == 1
        assert page.locator("h1").inner_text().strip()
        assert page.evaluate(TOO_WIDE) == []
        page.evaluate(OPEN_ALL)
        assert page.evaluate(TOO_WIDE) == []
    page.close()
    assert watch.amiss == []


# The seeds' pages have the same templates: of them, those of single items in one view.
LOOKED_AT = [("examples", route, VIEWS) for route in ROUTES]
LOOKED_AT += [("seeds", route, VIEWS[-1:]) for route in ROUTES if "…" in route]


@pytest.mark.parametrize(("desk", "route", "views"), LOOKED_AT, indirect=["desk"])
def test_a_page_shuts_nobody_out(
    desk: str, visited: list[Visited], browser: Browser, route: str, views: tuple[tuple[str, int], ...]
) -> None:
    page = browser.new_page()
    page.goto(desk + richest(visited, route))
    page.evaluate(OPEN_ALL)
    found = []
    for scheme, width in views:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        rules = {"runOnly": SEEN} if (scheme, width) != views[0] else {}
        found += [(scheme, width, *violation) for violation in violations(page, rules)]
    page.close()
    assert found == []
