"""Which event a headline is about, and where the text speaks of it again."""

from tests.extract.acts.test_main import read

from communique.records.mentions import Extraction

AROUND = "The harbour town has twelve thousand people, two schools and a ferry that runs on every day but Sunday."


def marked(found: Extraction) -> list[tuple[str, str]]:
    """(form, head word) of the mentions that tell what the article is about."""
    return [(e.form, e.trigger.exact) for e in found.events if e.main]


def test_a_headline_that_only_ends_a_visit_tells_the_encounter() -> None:
    found = read(
        "Berg ends Oslo visit with call for calm",
        "Prime Minister Anna Berg of Denmark and Prime Minister Erik Dahl of Norway held talks in Oslo on Tuesday.",
        AROUND,
    )
    assert marked(found) == [("talks", "talks")]
    assert [e.form for e in found.events] == ["talks"]


def test_what_is_ended_need_not_be_an_encounter() -> None:
    found = read("Dahl ends campaign", "Erik Dahl ended his campaign for mayor of Bergen on Tuesday.", AROUND)
    assert marked(found) == [("other", "ends"), ("other", "ended")]


def test_a_lawsuit_is_what_a_party_filed() -> None:
    found = read(
        "Union sues harbour board over pay",
        "The dockers' union sued the harbour board on Tuesday over unpaid wages.",
        AROUND,
        "The lawsuit asks for two million kroner.",
        "A spokesman of the board said that the suit was without merit.",
        "The union had filed a suit against the ferry company in 2019.",
    )
    assert {"lawsuit", "suit"} <= {e.trigger.exact for e in found.events}


def test_whoever_stands_before_the_colon_says_it() -> None:
    found = read(
        "Anna Berg: 'Dahl has betrayed the harbour'",
        "Mayor Anna Berg of Bergen spoke against Erik Dahl's plan at a rally on Tuesday.",
        AROUND,
    )
    names = {a.id: a.name for a in found.actors}
    title = next(e for e in found.events if e.main)
    assert [names[p.actor] for p in title.participants if p.role == "participant"] == ["Anna Berg"]


def test_a_headline_that_says_how_things_are_leaves_the_news_to_the_first_sentence() -> None:
    found = read(
        "Erik Dahl is a danger to the harbour",
        "Erik Dahl sold the old ferry to a bank in Bergen on Tuesday.",
        AROUND,
    )
    assert marked(found)[0] == ("other", "sold")


def test_an_inquiry_is_not_the_blame_that_the_headline_tells() -> None:
    found = read(
        "Norway blames Denmark for oil spill",
        "The inquiry into the oil spill off Bergen has heard forty witnesses from Denmark since last spring.",
        AROUND,
        "Norway blamed Denmark on Tuesday.",
    )
    assert "inquiry" not in {word for _, word in marked(found)}


def test_who_is_fired_is_not_attacked() -> None:
    found = read("Ferry line fires captain Erik Dahl", "The ferry line fired captain Erik Dahl on Tuesday.", AROUND)
    assert {e.plover for e in found.events if e.main} == {None}


def test_a_headline_that_only_says_who_spoke_tells_the_words_that_the_first_sentence_tells() -> None:
    found = read(
        "New ferry by spring, Anna Berg says",
        "Mayor Anna Berg of Bergen announced on Monday that a new ferry would sail by spring.",
        AROUND,
    )
    assert sorted(marked(found)) == [("statement", "announced"), ("statement", "says")]


def test_what_was_signed_is_a_signing_of_those_who_signed() -> None:
    found = read(
        "Correction: harbour lease signed before Anna Berg's arrival",
        "The lease was signed by the Ferry Company and the City of Bergen in Oslo on Monday.",
        AROUND,
    )
    names = {a.id: a.name for a in found.actors}
    title = next(e for e in found.events if e.main)
    assert title.form == "signing"
    assert "Anna Berg" not in {names[p.actor] for p in title.participants}


def test_the_state_before_a_name_is_whose_he_is() -> None:
    found = read("Norway's Berg crashes but gets warm farewell", "Anna Berg of Norway lost a wheel on Sunday.", AROUND)
    names = {a.id: a.name for a in found.actors}
    title = next(e for e in found.events if e.main)
    assert [names[p.actor] for p in title.participants] == ["Anna Berg"]


def test_a_headline_that_asks_guesses_or_tells_how_things_are_is_no_event() -> None:
    body = "Economists have argued about the harbour of Bergen and its ferries for many years, and they still do."
    titles = [
        "Can Erik Dahl save the harbour?",
        "Why the harbour could outlive Erik Dahl",
        "Erik Dahl would raise ferry fares",
        "Erik Dahl struggles to explain his harbour plan",
    ]
    assert [marked(read(title, body, AROUND)) for title in titles] == [[], [], [], []]


def test_a_guess_about_what_somebody_did_tells_what_was_done() -> None:
    found = read("Anna Berg's endorsement could decide the race", "Voters in Oslo have not said much.", AROUND)
    assert marked(found) == [("statement", "endorsement")]
