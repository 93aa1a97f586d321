"""The brief: Markdown with footnotes, in which nothing of a capture is more than text."""

from pathlib import Path

import pytest
from tests.report.factory import record

from communique.records.record import Record
from communique.report import write
from communique.report.markdown import brief, escaped


@pytest.fixture(autouse=True)
def _made_up_countries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.report.markdown.country_name", {"RU": "Ruritania", "IR": "Graustark"}.get)


def test_the_brief_tells_the_account_with_its_sources(tmp_path: Path) -> None:
    text = brief(record())
    assert text.startswith("# Graustark and Ruritania\n\n3 articles in 2 distinct texts, published")
    assert "### 10 March 2021\n\n- Rudolf Elphberg (President of Ruritania) and Mina Vance" in text
    assert "met in Strelsau (3 reports, 2 distinct texts, 1 of them looking back).[^1][^2][^3]" in text
    assert (
        "[^1]: The Strelsau Courier, 10 March 2021: Ruritania and Graustark talk trade <https://courier.example/a?b=1&c=2>"
        in text
    )
    write(record(), tmp_path / "brief.md")
    assert (tmp_path / "brief.md").read_text("utf-8").startswith("# ")


def test_nothing_of_a_capture_is_more_than_text() -> None:
    text = brief(record())
    assert "<script" not in text.replace("\\<", "")
    assert "javascript:" not in text
    assert "\u202e" not in text
    assert escaped("a [b](c) <i> *d* `e`\n# f") == r"a \[b\](c) \<i\> \*d\* \`e\` \# f"


def test_an_empty_record_gives_a_brief() -> None:
    assert brief(Record()) == "# What the reports say\n\nno articles in no distinct texts.\n"
