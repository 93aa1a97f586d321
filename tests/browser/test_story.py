"""An analyst's way through the record: from the overview to the words behind a date, two renderings laid beside each
other, a speaker corrected, the correction found again after the next build, and taken back; all without scripts."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import served

from communique.options import Options
from communique.run.building import build

# A busy machine takes its time to build the records and to start a browser.
pytestmark = pytest.mark.timeout(600)

ANALYST = "Mina Vale"
SPEAKER = "Kirill Orlov"
REASON = "the interpreter's notes name him"
LATER = """Putin and Raisi meet again on paper

Moscow, 3 February 2022. Russian President Vladimir Putin met his Iranian counterpart Ebrahim Raisi in Moscow on
19 January. "The treaty will be long," Putin said on Thursday.
"""


@pytest.fixture(params=[1280, 390])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 900})
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def to_the_meeting(page: Page, home: str) -> None:
    page.goto(home)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Events").click()
    page.get_by_label("From").fill("2022-01")
    page.get_by_label("To", exact=True).fill("2022-01")
    page.get_by_label("Form").select_option("meeting")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name=re.compile("^Meeting")).first.click()


def the_words_behind_its_date(page: Page) -> str:
    # The first: below it stand the facts of what is a part of the meeting.
    row = page.locator("dl.facts > div", has=page.locator("dt", has_text="When")).first
    expect(row).to_contain_text("19 January 2022")
    row.locator("summary", has_text="words").click()
    words = row.locator("mark.exact").first
    expect(words).to_be_visible()
    return words.inner_text()


def lay_two_renderings_side_by_side(page: Page) -> None:
    several = page.locator(".utterance", has=page.locator(".renderings.several mark.own")).first
    several.get_by_role("link", name=re.compile("This utterance")).click()
    expect(page.locator("main .renderings.several blockquote").nth(1)).to_be_visible()
    expect(page.locator("main mark.own").first).to_be_visible()


def correct_the_speaker(page: Page) -> None:
    page.locator("summary", has_text="The speaker is").first.click()
    form = page.get_by_role("form", name="Correct the speaker").first
    form.get_by_label("or a name").fill(SPEAKER)
    form.get_by_label("Your name").fill(ANALYST)
    form.get_by_label("Reason").fill(REASON)
    form.get_by_role("button", name="Correct the speaker").click()


def the_corrected(page: Page, home: str) -> None:
    """From the list of judgements to the utterance that the one judgement bears on."""
    page.goto(f"{home}/judgements")
    card = page.locator(".judgements > li")
    expect(card).to_have_count(1)
    expect(card).to_contain_text(ANALYST)
    expect(card).to_contain_text(REASON)
    card.get_by_role("link", name=re.compile("statement|utterance")).first.click()
    expect(page.locator("h1")).to_contain_text(SPEAKER)
    expect(page.locator(".judged")).to_contain_text(ANALYST)


def test_from_a_date_to_a_correction_and_back(page: Page, examples_record: Path, tmp_path: Path) -> None:
    record = Path(shutil.copy(examples_record, tmp_path / "record.db"))
    with served(record) as home:
        to_the_meeting(page, home)
        expect(page.locator("h1")).to_contain_text("Putin")
        assert the_words_behind_its_date(page) == "Wednesday"
        meeting = page.url
        lay_two_renderings_side_by_side(page)
        correct_the_speaker(page)
        the_corrected(page, home)

        (tmp_path / "later.txt").write_text(LATER)
        done = build([tmp_path / "later.txt"], record, Options())
        assert (done.new, done.written) == (1, True)
        page.goto(meeting)
        expect(page.locator("#sources")).to_contain_text("Putin and Raisi meet again on paper")
        the_corrected(page, home)

        page.goto(f"{home}/judgements")
        page.locator("summary", has_text="Withdraw it").click()
        page.get_by_role("button", name="Withdraw it").click()
        expect(page.locator("main")).to_contain_text("Nothing was judged.")
        page.get_by_role("link", name="Also those that were withdrawn").click()
        expect(page.locator("main")).to_contain_text(SPEAKER)
        page.goto(f"{home}/actors?words={SPEAKER.replace(' ', '+')}")
        expect(page.locator("#total")).to_have_text("0 actors")
