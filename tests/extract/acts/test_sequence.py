"""When an encounter was that the text only tells after another, and where what nobody places; sentences of our own."""

import pytest
from tests.extract.acts.test_main import read

FIRST = "President Emmanuel Macron met Prime Minister Pedro Sánchez in Madrid on Tuesday to speak about dams."

FILLED = ["They spoke for hours.", "The dams are old.", "Farmers want new ones.", "The rivers are low.", "It is hot."]


def days(*paragraphs: str, title: str = "Macron and Sánchez meet") -> list[tuple[str, str | None]]:
    """(form, words of the time) of the last event."""
    found = read(title, *paragraphs, published="2024-05-17")
    words = {t.id: t.span.exact for t in found.times}
    last = max(found.events, key=lambda e: e.span.start)
    return [(last.form, words.get(last.time or ""))]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Macron then met Olaf Scholz.", "Tuesday"),
        ("Macron met Olaf Scholz in the afternoon.", "Tuesday"),
        ("Macron had met Olaf Scholz.", None),
        ("Giorgia Meloni then met Olaf Scholz.", None),
    ],
)
def test_what_comes_next_was_on_that_day(sentence: str, wanted: str | None) -> None:
    assert days(FIRST, *FILLED, sentence) == [("meeting", wanted)]


def test_what_goes_on_meanwhile_was_then() -> None:
    sentence = "Protesters marched on Monday while Emmanuel Macron met Olaf Scholz in Berlin."
    assert days(sentence, title="Protesters march") == [("meeting", "Monday")]
