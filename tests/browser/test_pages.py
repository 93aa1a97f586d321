"""Every kind of page, on the examples and on the seeds: read without scripts on a wide screen and on a telephone,
nothing asked of anybody else, and nothing that shuts a reader out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.served import Visited, longest, pattern, richest, walk

ROUTES = (
    "/", "/actors", "/actors/…", "/agreements", "/agreements/…", "/articles", "/articles/…", "/articles/…?capture",
    "/changes", "/check", "/commitments", "/commitments/…", "/commitments?kind", "/events", "/events/…", "/findings",
    "/findings?judgement", "/indicators", "/judgements", "/judgements?all", "/outlets", "/relationships",
    "/relationships/…", "/search", "/search?actor", "/utterances/…",
)  # fmt: skip
# What links lead to and is no page: it has a test of its own elsewhere.
NO_PAGES = ("/api", "/judgements.jsonl", "/static/…?0.1.0")
WIDTHS = (1280, 390)
HEIGHT = 900
# The first with every rule; then with those alone that colours and widths bear on.
VIEWS = (("light", 1280), ("light", 390), ("dark", 1280), ("dark", 390))
SEEN = ("color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable")
AXE = "given => axe.run(document, {resultTypes: ['violations'], ...given}).then(found => found.violations)"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
TOO_WIDE = """
() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *, header *')]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scroll, .picture, pre'))
  .slice(0, 5).map(one => one.outerHTML.slice(0, 120))
"""


@dataclass
class Watch:
    """What a page did that it must not do."""

    home: str
    amiss: list[str] = field(default_factory=list)
    own: frozenset[str] | set[str] = frozenset()

    def over(self, page: Page) -> Page:
        page.on("console", lambda said: self.amiss.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.amiss.append(str(error)))
        page.on("dialog", lambda dialog: (self.amiss.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: self._asked(asked.url))
        return page

    def _asked(self, address: str) -> None:
        if address not in self.own and not address.startswith((f"{self.home}/", "data:")):
            self.amiss.append(address)


@pytest.fixture(scope="package")
def visited(desk: str) -> list[Visited]:
    return walk(desk)


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
    assert {kind for kind in kinds_found - set(NO_PAGES) if "?" not in kind} - set(ROUTES) == set()


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


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_shuts_nobody_out(
    desk: str, visited: list[Visited], browser: Browser, route: str, request: pytest.FixtureRequest
) -> None:
    # The seeds' pages have the same templates: one view of them is enough.
    views = VIEWS if "examples" in request.node.callspec.id else VIEWS[-1:]
    page = browser.new_page()
    page.goto(desk + richest(visited, route))
    page.evaluate(AXE_SCRIPT)
    page.evaluate(OPEN_ALL)
    found = []
    for scheme, width in views:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        rules = {"runOnly": SEEN} if (scheme, width) != views[0] else {}
        found += [(scheme, width, *violation) for violation in violations(page, rules)]
    page.close()
    assert found == []


def violations(page: Page, rules: dict[str, object]) -> list[tuple[str, str, str]]:
    """The rules that the page breaks gravely: the rule, how gravely, and the first element."""
    return [
        (row["id"], row["impact"], row["nodes"][0]["html"][:200])
        for row in page.evaluate(AXE, rules)
        if row["impact"] in ("serious", "critical")
    ]
