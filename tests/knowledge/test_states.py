import pytest

from communique.knowledge import load


@pytest.fixture(scope="module")
def states():
    return load().states


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iran", "IR"),
        ("the Islamic Republic of Iran", "IR"),
        ("Iran\u2019s", "IR"),
        ("the US", "US"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("the United States of America", "US"),
        ("UAE", "AE"),
        ("Britain", "GB"),
        ("T\u00fcrkiye", "TR"),
        ("Turkey", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Guinea-Bissau", "GW"),
        ("DPRK", "KP"),
        ("St. Lucia", "LC"),
        ("Norway", "NO"),
        ("Burma", "MM"),
    ],
)
def test_by_name(states, text, code):
    assert states.by_name(text) == states.get(code)


@pytest.mark.parametrize("text", ["us", "turkey", "chad", "Congo", "", "Atlantis", "the", "uk", "Washington"])
def test_what_names_no_one_state(states, text):
    assert states.by_name(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iranian", "IR"),
        ("Iranians", "IR"),
        ("Britons", "GB"),
        ("Dutch", "NL"),
        ("Filipino", "PH"),
        ("U.S.", "US"),
        ("Saudi", "SA"),
        ("South Korean", "KR"),
        ("Emirati", "AE"),
    ],
)
def test_by_demonym(states, text, code):
    assert states.by_demonym(text) == states.get(code)


@pytest.mark.parametrize("text", ["Congolese", "Dominican", "polish", "European", "us"])
def test_shared_demonyms_and_words_name_no_state(states, text):
    assert states.by_demonym(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tehran", "IR"),
        ("Teheran", "IR"),
        ("Kiev", "UA"),
        ("Nur-Sultan", "KZ"),
        ("Washington, D.C.", "US"),
        ("Moscow", "RU"),
    ],
)
def test_by_capital(states, text, code):
    assert states.by_capital(text) == states.get(code)


def test_ambiguous_names_are_marked(states):
    assert states.get("GE").is_ambiguous("Georgia")
    assert not states.get("IR").is_ambiguous("Iran")


def test_every_state_has_an_adjective_and_a_code_of_two_letters(states):
    wrong = [state for state in states if len(state.code) != 2 or not state.adjective or not state.capital]
    assert wrong == []
    assert sum(state.until is None for state in states) == 197


def test_names_are_shared_by_few(states):
    def shared(index):
        return {name for name in index.names() if len({s.code for s in index.all(name.title())}) > 1}

    assert shared(states.name_index) == {"congo"}
    assert shared(states.demonym_index) == {"congolese", "dominican", "dominicans"}
    assert shared(states.capital_index) == set()
