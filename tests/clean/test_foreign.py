from collections.abc import Sequence

import pytest

from communique.clean.foreign import foreign, foreign_paragraphs
from communique.records.articles import Article, Paragraph

ENGLISH = (
    "The ministers said on Monday that they would meet again in the spring, once the harbour has been dredged and the"
    " first ships can pass it."
)
GERMAN = (
    "Die Minister sagten am Montag, dass sie sich im Frühjahr wieder treffen wollen, wenn der Hafen ausgebaggert ist"
    " und die ersten Schiffe fahren."
)
SHORT_GERMAN = (
    "„Der Hafen ist für uns alle da“, sagte der Minister.",
    "Die Stadt will aber nicht mehr auf das Geld warten, das sie hat.",
)
ARABIC = "قال الوزيران يوم الإثنين إنهما سيلتقيان مرة أخرى في الربيع"
SWEDISH = (
    "Ministrarna sade på måndagen att de skulle träffas igen till våren när hamnen har muddrats och de första fartygen"
    " kan passera. Det blir den tredje träffen på ett år, och båda sidor hoppas att ett avtal ska kunna skrivas under"
    " före sommaren, sade en talesman som inte ville säga mer om vad som återstår att göra innan dess."
)
NAMES = ", ".join(f"{first} {last}" for first in ("Tove", "Aino", "Ida", "Olaf") for last in ("Berg", "Lehto", "Falk"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, None),
        (GERMAN, "de"),
        (ARABIC, "ar"),
        (SWEDISH, "sv"),
        ("两国部长星期一表示，港口疏浚之后，他们将在春天再次会晤。", "zh"),
        ("Der Spiegel and Die Zeit were there.", None),
        (NAMES * 3, None),
        ("", None),
    ],
)
def test_only_what_is_clearly_in_another_language_is_foreign(text: str, code: str | None) -> None:
    assert foreign(text) == code


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((ENGLISH, ENGLISH), {}),
        ((ENGLISH, GERMAN, ENGLISH), {1: "de"}),
        ((ENGLISH, GERMAN, ENGLISH, *SHORT_GERMAN), {1: "de", 3: "de", 4: "de"}),
        (("Ministers meet", GERMAN, *SHORT_GERMAN), {0: "de", 1: "de", 2: "de", 3: "de"}),
        ((ENGLISH, ARABIC), {1: "ar"}),
        (SHORT_GERMAN, {0: "de", 1: "de"}),
        ((), {}),
    ],
)
def test_paragraphs_are_told_apart_and_a_foreign_article_is_foreign_as_a_whole(
    texts: Sequence[str], found: dict[int, str]
) -> None:
    assert foreign_paragraphs(_article(texts)) == found


def test_what_is_dropped_counts_for_nothing() -> None:
    article = _article((ENGLISH,), dropped=GERMAN)
    assert foreign_paragraphs(article) == {}


def _article(texts: Sequence[str], dropped: str | None = None) -> Article:
    kept = [Paragraph(role="body", reason="", text=text) for text in texts]
    rest = [Paragraph(role="consent", reason="", text=dropped)] if dropped else []
    return Article(id="article-1", capture="a.txt", sha256="0", origin="o", text="", paragraphs=tuple(kept + rest))
