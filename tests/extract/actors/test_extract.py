"""Who is mentioned: names, offices, pronouns and groups in sentences of our own."""

from tests.parsed import cast, read


def test_offices_names_and_pronouns_are_one_person() -> None:
    found = cast(
        "French President Emmanuel Macron met his German counterpart, Frank-Walter Steinmeier, in Berlin.",
        "Macron said the French president would return. He thanked Steinmeier.",
    )
    assert found["Emmanuel Macron"] == [
        "French President", "Emmanuel Macron", "his", "Macron", "the French president", "He",
    ]  # fmt: skip
    assert found["Frank-Walter Steinmeier"][:2] == ["his German counterpart", "Frank-Walter Steinmeier"]


def test_a_list_of_offices_gives_each_person_its_own_state() -> None:
    _, found = read("The presidents of Kenya, William Ruto, and Ghana, Nana Akufo-Addo, agreed to meet.")
    offices = {a.name: [(o.title, o.country) for o in a.offices] for a in found.actors if a.kind == "person"}
    assert offices == {"William Ruto": [("president", "KE")], "Nana Akufo-Addo": [("president", "GH")]}


def test_a_capital_acts_for_its_state_but_is_a_place_behind_a_preposition() -> None:
    found = cast("Paris rejected the offer. The talks were held in Madrid, and Oslo and Rome welcomed them.")
    assert sorted(found) == ["France", "Italy", "Norway"]


def test_the_two_presidents_are_those_that_the_article_speaks_of() -> None:
    _, found = read(
        "Kenyan President William Ruto met Ghanaian President Nana Akufo-Addo in Accra.",
        "The two presidents praised their ties.",
    )
    group = next(a for a in found.actors if a.kind == "group")
    names = {a.id: a.name for a in found.actors}
    assert [names[m] for m in group.members] == ["William Ruto", "Nana Akufo-Addo"]


def test_a_count_in_the_title_is_of_those_whom_the_first_sentence_names() -> None:
    _, found = read(
        "Three presidents in Accra speak of rails and harbours",
        "Kenyan President William Ruto, Ghanaian President Nana Akufo-Addo and Togolese President Faure Gnassingbe met "
        "in Accra. Ruto also received Malian President Assimi Goita.",
    )
    names = {a.id: a.name for a in found.actors}
    groups = [[names[m] for m in a.members] for a in found.actors if a.kind == "group"]
    assert groups == [["William Ruto", "Nana Akufo-Addo", "Faure Gnassingbe"]]


def test_a_surname_the_parser_misses_is_the_person_named_before() -> None:
    found = cast("President Donald Trump spoke. Trump left. Later Trump, who was tired, slept.")
    assert [words for words in found["Donald Trump"] if words == "Trump"] == ["Trump", "Trump"]


def test_a_person_known_by_office_alone_has_no_name() -> None:
    _, found = read("The Norwegian prime minister said the talks would go on.")
    person = next(a for a in found.actors if a.kind == "person")
    assert (person.name, [(o.title, o.country) for o in person.offices]) == ("", [("prime minister", "NO")])


def test_a_former_office_is_marked() -> None:
    _, found = read("Former German Chancellor Angela Merkel spoke in Berlin.")
    merkel = next(a for a in found.actors if a.kind == "person")
    assert [(o.country, o.former) for o in merkel.offices] == [("DE", True)]


def test_an_unnamed_source_is_a_group_of_its_own() -> None:
    found = cast("A senior official said that the visit was off. Two diplomats confirmed it.")
    assert found == {"senior official": ["senior official"], "Two diplomats": ["Two diplomats"]}


def test_persons_named_together_are_taken_up_by_their_office_and_by_they() -> None:
    _, found = read(
        "Senators Anna Berg of Ohio, Carl Dahl of Maine and Eva Lund of Utah wrote a letter.",
        "The senators asked for more time. They said it was needed.",
    )
    names = {a.id: a.name for a in found.actors}
    group = next(a for a in found.actors if a.kind == "group" and a.members)
    assert [names[m] for m in group.members] == ["Anna Berg", "Carl Dahl", "Eva Lund"]
    assert [m.span.exact for m in group.mentions] == ["The senators", "They"]


def test_a_possessive_before_the_main_subject_looks_ahead() -> None:
    found = cast("Carl Dahl left at noon. After his meeting with the farmers, Anders Berg spoke.")
    assert found["Anders Berg"] == ["his", "Anders Berg"]


def test_a_name_addressed_in_a_quotation_is_not_its_speaker() -> None:
    _, found = read("Anders Berg was tired. “Carl,” he said, “you have done enough.”")
    berg = next(a for a in found.actors if a.name == "Anders Berg")
    assert "he" in [m.span.exact for m in berg.mentions]


def test_a_style_behind_a_comma_is_no_other_person() -> None:
    found = cast("Iran's supreme leader, Ayatollah Ali Khamenei, spoke.")
    assert [name for name in found if "Khamenei" in name or "ayatollah" in name] == ["Ali Khamenei"]


def test_an_office_and_a_style_before_one_name_are_one_person() -> None:
    found = cast("The President of Chile, General Pedro Rivas, received the guests.")
    assert found == {
        "Chile": ["Chile"],
        "Pedro Rivas": ["The President of Chile", "General", "Pedro Rivas"],
    }


def test_buildings_routes_and_regions_are_no_actors() -> None:
    assert cast("They sent it to the Lofoten palace.", "They praised the Narvik-Bergen railway.") == {}
    assert cast("He spoke of a free and open Indo-Pacific.", "They held talks at the Kremlin on Monday.") == {}
