"""The dossier of the seeds: small, and it opens with no request to anywhere."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.measuring import HEIGHT, OPEN_ALL, TOO_WIDE, WIDTHS, Watch, violations
from typer.testing import CliRunner

from communique.cli import app

# A busy machine takes its time to build the records and to start a browser.
pytestmark = pytest.mark.timeout(600)

LARGEST = 1_500_000


@pytest.fixture(scope="module", params=["examples", "seeds"])
def dossier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = request.getfixturevalue(f"{request.param}_record")
    file = tmp_path_factory.mktemp("dossier") / "dossier.html"
    assert CliRunner().invoke(app, ["report", str(record), "-o", str(file)]).exit_code == 0
    return file


def test_the_dossier_is_small_and_asks_nobody(browser: Browser, dossier: Path) -> None:
    assert dossier.stat().st_size < LARGEST
    context = browser.new_context(java_script_enabled=False)
    watch = Watch(dossier.as_uri(), own={dossier.as_uri()})
    page = watch.over(context.new_page())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.goto(dossier.as_uri())
        assert page.locator("h1").count() == 1
        assert page.evaluate(TOO_WIDE) == []
        page.evaluate(OPEN_ALL)
        assert page.evaluate(TOO_WIDE) == []
    context.close()
    assert watch.amiss == []


def test_the_dossier_shuts_nobody_out(browser: Browser, dossier: Path) -> None:
    page = browser.new_page()
    page.goto(dossier.as_uri())
    assert violations(page, {}) == []
    page.close()


def test_the_dossier_prints(browser: Browser, dossier: Path) -> None:
    page = browser.new_page()
    page.goto(dossier.as_uri())
    assert page.pdf(format="A4").startswith(b"%PDF-")
    page.close()
