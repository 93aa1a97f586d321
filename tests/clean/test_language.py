import pytest

from communique.clean.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The ministers said that they would meet again in the spring, and that it was time for their talks. " * 2,
            "en",
        ),
        (
            "Die Minister sagten, dass sie sich im Frühjahr wieder treffen wollen, um über den Hafen zu sprechen. " * 2,
            "de",
        ),
        ("Harbour dredging resumes Monday; engineers expect completion before winter storms return northwards.", "en"),
        ("De ministers zeiden dat ze in het voorjaar weer willen praten over de haven van de stad. " * 2, "nl"),
        ("Too short.", None),
    ],
)
def test_the_language_is_told_by_small_words_or_by_the_classifier(text: str, code: str | None) -> None:
    assert language_of(text) == code
