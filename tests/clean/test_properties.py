"""Whatever the page: no crash, no word lost, and every place is where it is said to be."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.clean.mutations import OPERATIONS, PAGES, cleaned, damaged

from communique.records.captures import MediaKind

shares = st.floats(0, 1, exclude_max=True)
edits = st.lists(st.tuples(st.sampled_from(OPERATIONS), shares, shares, st.integers(0, 999)), min_size=1, max_size=6)


def test_the_pages_are_articles_before_they_are_damaged() -> None:
    assert {kind: cleaned(kind, text) is not None for kind, text in PAGES.items()} == dict.fromkeys(PAGES, True)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(kind=st.sampled_from(sorted(PAGES)), edits=edits)
def test_a_damaged_page_is_an_article_or_says_why_not(
    kind: MediaKind, edits: list[tuple[str, float, float, int]]
) -> None:
    cleaned(kind, damaged(PAGES[kind], edits))
