"""What is watched and measured in a page."""

from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (1280, 390)
HEIGHT = 900
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


def violations(page: Page, rules: dict[str, object]) -> list[tuple[str, str, str]]:
    """The rules that the page breaks gravely: the rule, how gravely, and the first element."""
    page.evaluate(f"window.axe || (() => {{ {AXE_SCRIPT} }})()")
    return [
        (row["id"], row["impact"], row["nodes"][0]["html"][:200])
        for row in page.evaluate(AXE, rules)
        if row["impact"] in ("serious", "critical")
    ]
