"""Pictures for the docs: six pages of the desk over the record of the examples, and the top of their dossier:

    python -m scripts.pictures RECORD.db DOSSIER.html [FOLDER]

The same record gives the same pages; nothing in them tells the day on which they were taken.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.desk import serving
from playwright.sync_api import Page, sync_playwright
from scripts.browser import ARGUMENTS, MISSING, chromium

FOLDER = Path("docs") / "img"
SIZE = {"width": 1280, "height": 900}


def overview(page: Page) -> None:
    """Where a reader begins."""
    page.goto("/")


def event(page: Page) -> None:
    """The meeting of January 2022, with the words behind its date."""
    page.goto("/events?form=meeting&first=2022-01&last=2022-01")
    page.get_by_role("link", name=re.compile("^Meeting")).first.click()
    row = page.locator("dl.facts > div", has=page.locator("dt", has_text="When")).first
    row.locator("summary", has_text="words").click()


def utterance(page: Page) -> None:
    """What was said once, in the words of several outlets."""
    page.goto("/search?words=trillion+yen+invest*")
    page.get_by_role("link", name="all renderings").first.click()
    page.locator(".renderings.several").first.wait_for()


def article(page: Page) -> None:
    """A cleaned article with what was found in it, and its capture beside it."""
    page.goto("/articles?outlet=Nordlicht+Weltspiegel")
    page.locator("tbody th a").first.click()
    page.get_by_role("link", name="The capture beside it").click()


def relationship(page: Page) -> None:
    """Two states, and all between them."""
    page.goto("/relationships")
    page.locator("tbody th a").first.click()


def commitments(page: Page) -> None:
    """What was promised, by stage."""
    page.goto("/commitments")


TAKEN: tuple[Callable[[Page], None], ...] = (overview, event, utterance, article, relationship, commitments)


def take(record: Path, dossier: Path, folder: Path) -> None:
    """Takes all pictures: a file for each page of the desk, named like its function, and one of the dossier."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(record) as desk, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(base_url=f"http://127.0.0.1:{desk.port}", viewport=SIZE, color_scheme="light")
        for show in TAKEN:
            show(page)
            page.screenshot(path=folder / f"desk-{show.__name__}.png", animations="disabled")
        page.goto(dossier.absolute().as_uri())
        page.screenshot(path=folder / "dossier.png", animations="disabled")
        browser.close()


def main() -> int:
    """Runs the command."""
    if not 3 <= len(sys.argv) <= 4:
        print(__doc__)
        return 2
    if chromium() is None:
        print(MISSING, file=sys.stderr)
        return 1
    take(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else FOLDER)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
