import pytest

from communique.knowledge import load


@pytest.fixture(scope="module")
def knowledge():
    return load()


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("the Shanghai Cooperation Organisation", "SCO", "organization"),
        ("Nato", "NATO", "organization"),
        ("EU", "EU", "bloc"),
        ("OPEC+", "OPECPlus", "bloc"),
        ("Opec", "OPEC", "bloc"),
        ("P5+1", "p5-plus-1", "format"),
        ("the Astana talks", "astana-format", "format"),
        ("Vienna talks", "nuclear-talks", "format"),
        ("the Quad", "Quad", "format"),
        ("Xinhua", "xinhua", "media"),
        ("AFP", "afp", "media"),
        ("Times of India", "toi", "media"),
    ],
)
def test_an_organization_by_name(knowledge, text, key, kind):
    found = knowledge.organizations.by_name(text)
    assert (found.key, found.kind) == (key, kind)


@pytest.mark.parametrize("text", ["who", "quad", "Iran", "eco", "bild", "", "AA"])
def test_words_that_name_no_organization(knowledge, text):
    assert knowledge.organizations.by_name(text) is None


def test_agencies_are_outlets_too(knowledge):
    agencies = {row.key for row in knowledge.organizations.agencies}
    assert {"xinhua", "reuters", "tass", "irna", "anadolu", "efe", "yonhap"} <= agencies
    assert agencies < {row.key for row in knowledge.organizations if row.kind == "media"}


@pytest.mark.parametrize(
    ("text", "country", "stands_for", "place"),
    [
        ("the Kremlin", "RU", "presidency", "Moscow"),
        ("the White House", "US", "presidency", "Washington"),
        ("Number 10", "GB", "government", "London"),
        ("Elysee", "FR", "presidency", "Paris"),
        ("Quai d\u2019Orsay", "FR", "foreign ministry", "Paris"),
        ("the Pentagon", "US", "defence ministry", "Arlington"),
    ],
)
def test_a_metonym(knowledge, text, country, stands_for, place):
    found = knowledge.metonyms.by_name(text)
    assert (found.country, found.stands_for, found.place) == (country, stands_for, place)


@pytest.mark.parametrize("text", ["a white house", "number 10", "pentagon", "diet", "arg"])
def test_words_that_are_no_metonym(knowledge, text):
    assert knowledge.metonyms.by_name(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the Iran nuclear deal", "JCPOA"),
        ("PIAC", "JCPOA"),
        ("Comprehensive Joint Action Plan", "JCPOA"),
        ("Minsk-2", "minsk"),
        ("New START", "new-start"),
        ("Paris climate accord", "paris"),
    ],
)
def test_an_agreement_by_name(knowledge, text, key):
    assert knowledge.agreements.by_name(text).key == key


def test_a_common_word_is_no_agreement(knowledge):
    assert [knowledge.agreements.by_name(text) for text in ("start", "Start", "salt")] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Persian", ("IR",)),
        ("the Islamic Republic", ("IR",)),
        ("an Asian giant", ("CN", "IN")),
        ("the Eurasian nation", ("RU", "KZ", "TR")),
        ("the Transalpine country", ("IT", "FR")),
        ("the Jewish state", ("IL",)),
        ("the Persian Gulf", ()),
        ("the country", ()),
        ("", ()),
    ],
)
def test_an_epithet(knowledge, text, countries):
    assert knowledge.descriptions.country_of(text) == countries


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("Ashgabat", (), ("Ashgabat", "TM")),
        ("Washington", (), ("Washington", "US")),
        ("Kiev", (), ("Kyiv", "UA")),
        ("Odessa", (), ("Odesa", "UA")),
        ("Sochi", (), ("Sochi", "RU")),
        ("St. Petersburg", ("RU", "US"), ("Saint Petersburg", "RU")),
        ("St. Petersburg", ("US",), ("St. Petersburg", "US")),
        ("Cambridge", ("US",), ("Cambridge", "US")),
        ("Sharm el-Sheikh", (), ("Sharm el-Sheikh", "EG")),
        ("Davos", (), ("Davos", "CH")),
        ("Vaduz", (), ("Vaduz", "LI")),
        ("Crawford", ("US",), ("Crawford", "US")),
    ],
)
def test_a_city(knowledge, name, near, expected):
    city = knowledge.places.city(name, near)
    assert (city.name, city.country) == expected


NO_CITY = ("Cambridge", "Granada", "Crawford", "reading", "march", "Putin", "Monday", "", "Iran")


@pytest.mark.parametrize("name", NO_CITY)
def test_what_is_no_one_city(knowledge, name):
    assert knowledge.places.city(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Kremlin", ("Moscow", "RU")),
        ("Kremlin palace", ("Moscow", "RU")),
        ("Mehrabad Airport", ("Tehran", "IR")),
        ("Great Hall of the People", ("Beijing", "CN")),
        ("Mar-a-Lago", ("Palm Beach", "US")),
        ("the airport", None),
    ],
)
def test_a_venue(knowledge, name, expected):
    assert knowledge.places.venue(name) == expected
