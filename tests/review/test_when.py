import pytest

from communique.errors import UsageError
from communique.records.judgements import When
from communique.review.dates import given, published_on
from communique.review.when import when_of


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "approximate"),
    [
        ("2024-05-06", "2024-05-06", "2024-05-06", False),
        ("2024-02", "2024-02-01", "2024-02-29", False),
        ("2023", "2023-01-01", "2023-12-31", False),
        ("2024-05-06/2024-05-08", "2024-05-06", "2024-05-08", False),
        ("2024-05-06/2024-06", "2024-05-06", "2024-06-30", False),
        ("2024-05~", "2024-05-01", "2024-05-31", True),
    ],
)
def test_days_as_typed(text: str, earliest: str, latest: str, approximate: bool) -> None:
    assert when_of(text) == When(earliest=earliest, latest=latest, approximate=approximate)


@pytest.mark.parametrize("text", ["", "tomorrow", "2024-13", "2024-02-30", "6.5.2024", "2024-05-08/2024-05-06", "0000"])
def test_what_is_no_date_says_what_one_is_like(text: str) -> None:
    with pytest.raises(UsageError, match=r"give one like|ends before"):
        when_of(text)


def test_a_date_of_an_article_counts_its_relative_times_anew() -> None:
    from tests.factories import Report, day

    undated = Report("a", "They met on Monday. Two days later they parted, and in 2017 they had met.")
    for words, fields in (
        ("on Monday", {"weekday": 0, "direction": "past"}),
        ("Two days later", {"unit": "day", "offset": 2, "anaphoric": True}),
        ("in 2017", {"year": 2017}),
    ):
        undated.time(words, **fields)

    dated = published_on(undated.extraction(), given(When(earliest="2024-05-08", latest="2024-05-08")))

    assert [(t.time.earliest, t.time.latest) if t.time else None for t in dated.times] == [
        ("2024-05-06", "2024-05-06"),
        ("2024-05-08", "2024-05-08"),
        ("2017-01-01", "2017-12-31"),
    ]
    assert (
        dated.article.published
        == dated.reference
        == day("2024-05-08").__class__(earliest="2024-05-08", latest="2024-05-08", edtf="2024-05-08", basis="given")
    )
    assert published_on(dated, dated.reference) == dated
