"""Hostile captures in a real browser, with scripts on: nothing runs, nothing is fetched."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.measuring import OPEN_ALL, TOO_WIDE, Watch
from tests.browser.served import ELEMENT, answers, served
from typer.testing import CliRunner

from communique.cli import app

# A busy machine takes its time to build the records and to start a browser.
pytestmark = pytest.mark.timeout(600)

SEEN = 25
SET_TRAP = "window.alert = window.confirm = window.prompt = said => { console.error(`a script ran: ${said}`) }"
ALIVE = "document.querySelectorAll('script, iframe, object, embed, img, style, base, [onload], [onerror]').length"


def test_nothing_of_a_capture_runs(browser: Browser, hostile_record: Path) -> None:
    with served(hostile_record) as home:
        # The pages that show most kinds of elements, and with them most places for an attack.
        pages = sorted(
            (row for row in answers(home, ["/", "/problems", "/search?words=attack"]) if row.media == "text/html"),
            key=lambda row: -len(set(ELEMENT.findall(row.body))),
        )
        context = browser.new_context(viewport={"width": 390, "height": 900})
        context.add_init_script(SET_TRAP)
        watch = Watch(home)
        page = watch.over(context.new_page())
        for row in pages[:SEEN]:
            page.goto(home + row.address)
            page.evaluate(OPEN_ALL)
            assert page.evaluate(ALIVE) == 0, row.address
            assert page.evaluate(TOO_WIDE) == [], row.address
            assert page.locator("h1").count() == 1
            assert page.url == home + row.address
        context.close()
    assert watch.amiss == []
    assert len(pages) >= SEEN


def test_nothing_runs_in_the_dossier(browser: Browser, hostile_record: Path, tmp_path: Path) -> None:
    file = tmp_path / "dossier.html"
    assert CliRunner().invoke(app, ["report", str(hostile_record), "-o", str(file)]).exit_code == 0
    context = browser.new_context()
    context.add_init_script(SET_TRAP)
    watch = Watch(file.as_uri(), own={file.as_uri()})
    page = watch.over(context.new_page())
    page.goto(file.as_uri())
    page.evaluate(OPEN_ALL)
    # One style element is the dossier's own.
    assert page.evaluate(ALIVE) == 1
    context.close()
    assert watch.amiss == []
