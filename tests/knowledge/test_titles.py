import pytest

from communique.knowledge import load
from communique.knowledge.titles import Portfolio, spell_out


@pytest.fixture(scope="module")
def titles():
    return load().titles


@pytest.mark.parametrize(
    ("text", "name", "rank"),
    [
        ("President", "president", "head"),
        ("the premier", "prime minister", "head"),
        ("Chancellor", "prime minister", "head"),
        ("Taoiseach", "prime minister", "head"),
        ("PM", "prime minister", "head"),
        ("Secretary of State", "foreign minister", "minister"),
        ("top diplomat", "foreign minister", "minister"),
        ("Minister of Foreign Affairs", "foreign minister", "minister"),
        ("oil minister", "energy minister", "minister"),
        ("Minister for Trade", "trade minister", "minister"),
        ("Chancellor of the Exchequer", "finance minister", "minister"),
        ("deputy defence minister", "deputy defence minister", "official"),
        ("spokeswoman", "spokesperson", "official"),
        ("crown prince", "crown prince", "royal"),
        ("General", "general", "military"),
    ],
)
def test_normal_form(titles, text, name, rank):
    found = titles.normal(text)
    assert (found.name, found.rank) == (name, rank)


@pytest.mark.parametrize("text", ["pm", "justice", "general", "major", "table", ""])
def test_words_that_are_no_title(titles, text):
    assert titles.normal(text) is None


def test_some_titles_depend_on_the_country(titles):
    assert titles.normal("foreign secretary", "GB").name == "foreign minister"
    assert titles.normal("foreign secretary", "IN").name == "foreign secretary"
    assert titles.normal("foreign secretary").name == "foreign secretary"
    assert titles.normal("chief adviser") is None
    assert titles.normal("chief adviser", "BD").rank == "head"


def test_words_that_only_refer_to_an_office_are_generic(titles):
    assert [titles.normal(text).generic for text in ("head of state", "counterpart", "leader", "president")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_a_portfolio_is_spelt_out():
    minister, deputy = spell_out(Portfolio(name="sea", forms=("sea", "the sea"), secretary=True))
    assert minister.name == "sea minister"
    assert {"minister of the sea", "minister for sea", "sea secretary", "secretary of sea"} <= set(minister.names)
    assert deputy.name == "deputy sea minister"
    assert "vice minister of sea" in deputy.names
