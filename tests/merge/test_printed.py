"""Who printed a text first, and which paragraphs several articles share."""

import pytest
from msgspec.structs import replace
from tests.factories import article, day

from communique.merge.origins import join_origins
from communique.records.articles import Article
from communique.records.times import Time

SHARED = "The ministers of both states met in the old town hall and spoke for three hours about rails and rivers."
ADDED = "A second paragraph adds what the paper heard from two of those who had waited outside for the whole day."
OTHER = "Bees came back to the valley this spring, and the keepers counted more hives than in any of ten years."


def printed(name: str, published: Time | None, *paragraphs: str) -> Article:
    return replace(article(name, *paragraphs or (SHARED,)), published=published)


def moment(written: str, **known: bool) -> Time:
    return Time(earliest=written, latest=written, basis="stated", **known)


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        (day("2022-07-19"), day("2022-07-20"), "a"),
        (day("2022-07-19"), day("2022-07-19"), None),
        (day("2022-07-19"), None, None),
        (moment("2022-07-19T23:30+00:00"), moment("2022-07-20T01:00+03:00"), "b"),
        (moment("2022-07-19T23:30+00:00"), day("2022-07-20"), "a"),
        (moment("2022-07-19T10:00+00:00", approximate=True), day("2022-07-20"), None),
        (day("2022-07-01", latest="2022-07-31"), day("2022-07-20"), None),
    ],
)
def test_who_was_first_is_said_only_where_both_state_it(a: Time | None, b: Time | None, first: str | None) -> None:
    one, two = join_origins([printed("a", a), printed("b", b)])
    wanted = {"a": one.id, "b": two.id, None: None}[first]
    assert [one.origin == two.origin, one.first_printed, two.first_printed] == [True, wanted, wanted]


def test_an_article_alone_was_not_the_first_of_any() -> None:
    assert join_origins([printed("a", day("2022-07-19"))])[0].first_printed is None


def test_a_paragraph_that_two_articles_print_has_one_origin_in_both() -> None:
    one, two = join_origins(
        [printed("a", None, ADDED, SHARED), printed("b", None, SHARED.upper(), OTHER, OTHER + " x.")]
    )
    found = {p.text: p.origin for a in (one, two) for p in a.paragraphs if p.role == "body"}
    assert one.origin != two.origin
    assert found[SHARED] == found[SHARED.upper()] is not None
    assert [found[ADDED], found[OTHER]] == [None, None]
