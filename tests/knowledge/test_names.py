import pytest

from communique.knowledge.names import NameIndex, fold, key, words


def index(*names, capital=()):
    return NameIndex([(name, name) for name in names], capital)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("Beştepe", "bestepe"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Ađa", "ada"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_folding_drops_case_and_diacritics(text, folded):
    assert fold(text) == folded


def test_words_keep_their_places_and_join_dotted_acronyms():
    text = "the U.S.-Iran talks"
    assert [(text[word.start : word.end], word.folded) for word in words(text)] == [
        ("the", "the"),
        ("U.S.", "us"),
        ("Iran", "iran"),
        ("talks", "talks"),
    ]


@pytest.mark.parametrize("text", ["The Hague", "the Hague's", "HAGUE", "the hague\u2019s"])
def test_a_key_drops_the_article_and_the_possessive(text):
    assert key(text) == "hague"


@pytest.mark.parametrize("text", ["the", "s", "'s", "", "...", "\x00", "OPEC+", "a" * 5000])
def test_odd_text_has_a_key_and_finds_nothing(text):
    assert isinstance(key(text), str)
    assert index("Ruritania").all(text) == ()
    assert index("Ruritania").find(text) == []


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("US", "US", True),
        ("US", "U.S.", True),
        ("US", "us", False),
        ("US", "Us", False),
        ("NATO", "Nato", True),
        ("NATO", "nato", False),
        ("Ruritania", "ruritania", True),
        ("OPEC+", "Opec+", True),
        ("OPEC+", "OPEC", False),
    ],
)
def test_acronyms_want_capitals(name, text, named):
    assert (index(name).get(text) == name) is named


def test_marked_names_want_a_capital_and_marked_acronyms_nothing_but():
    marked = index("Turkey", "GUAM", capital=("Turkey", "GUAM"))
    assert [marked.get(text) for text in ("turkey", "Turkey", "TURKEY", "Guam", "GUAM")] == [
        None, "Turkey", "Turkey", None, "GUAM",
    ]  # fmt: skip


def test_a_shared_name_gives_no_single_row():
    shared = NameIndex([("Congo", "CG"), ("Congo", "CD")])
    assert shared.get("Congo") is None
    assert shared.all("the Congo") == ("CG", "CD")


def test_finding_takes_the_longest_name_at_each_place():
    text = "Guinea, New Guinea\u2019s coast and Guinea-Bissau: the guinea fowl"
    found = index("Guinea", "New Guinea", "Guinea-Bissau", capital=("Guinea",)).find(text)
    assert [(text[start:end], rows) for start, end, rows in found] == [
        ("Guinea", ("Guinea",)),
        ("New Guinea", ("New Guinea",)),
        ("Guinea-Bissau", ("Guinea-Bissau",)),
    ]


def test_a_name_does_not_run_over_a_comma_or_a_line_end():
    known = index("Astana talks")
    assert known.find("in Astana, talks began") == []
    assert known.find("Astana\n\n\n\ntalks") == []
    assert len(known.find("the Astana talks")) == 1


def test_an_index_of_proper_names_wants_their_capitals():
    proper = NameIndex([(name, name) for name in ("Ruritania", "al-Nasr", "P5+1")], proper=True)
    asked = ("Ruritania", "RURITANIA", "ruritania", "al-Nasr", "Al-Nasr", "P5+1", "P5 1")
    found = [proper.get(text) for text in asked]
    assert found == ["Ruritania", "Ruritania", None, "al-Nasr", "al-Nasr", "P5+1", None]
