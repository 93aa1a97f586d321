"""Speakers without a name: described, taken up again, varied, and things that cannot speak."""

import pytest
from tests.extract.statements.spoken import said, speakers, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The officer's mother said he was kind.", [["officer's mother"]]),
        ("Prosecutors said the man had fled.", [["Prosecutors"]]),
        ("According to court documents, the man had fled.", [["court documents"]]),
        ("A passenger told the police that it burned. He said he ran.", [["passenger"], ["passenger"]]),
        ("A tall driver said it was cold. The driver added that it was late.", [["tall driver"], ["tall driver"]]),
        ("A driver said it was cold. Another driver said it was warm.", [["driver"], ["Another driver"]]),
        ("Residents fled the fire. They said it was hot.", [["Residents"]]),
        ("All of the shoppers said the shop was closed.", [["shoppers"]]),
        ("Carl Dahl's lawyer, Ana Ruiz, said he was ill.", [["Ana Ruiz"]]),
        ("The subcontractors said they had left.", [["subcontractors"]]),
        ("Creditors said it was late.", [["Creditors"]]),
        ("It was late, said Ana Ruiz, director for the hall at Mr. Dahl's palace.", [["Ana Ruiz"]]),
    ],
)
def test_a_description_is_a_speaker_of_its_own(text: str, expected: list[list[str]]) -> None:
    assert speakers(text) == expected


def test_a_description_is_never_anybody_known() -> None:
    article, found = statements("Ana Ruiz met a driver. A driver said it was cold.")
    kinds = {actor.id: (actor.kind, actor.name) for actor in article.actors}
    assert [kinds[s.actor or ""] for row in found for s in row.speakers] == [("group", "driver")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pop singer Ana Berg met Carl Dahl, a plumber. The plumber said it was cold.", ["Carl Dahl"]),
        ("Pop singer Ana Berg met Carl Dahl, a plumber. The singer said it was cold.", ["Ana Berg"]),
        ("Carl Dahl said it was cold. The 42-year-old added that he would go.", ["Carl Dahl", "Carl Dahl"]),
        ("Carl Dahl said it was cold. The actress added that she would go.", ["Carl Dahl", "actress"]),
        ("“I will not go back,” she said.\n\nEva Lund, 34, left her village in March.", ["Eva Lund"]),
    ],
)
def test_what_else_a_person_is_called(text: str, expected: list[str]) -> None:
    assert [row[0] for row in speakers(*text.split("\n\n"))] == expected


def test_an_epithet_of_two_is_left_open() -> None:
    article, found = statements("Pop singer Ana Berg met pop singer Eva Lund. The singer said it was cold.")
    names = {actor.id: actor.name for actor in article.actors}
    assert [(s.actor, sorted(names[c] for c in s.candidates)) for row in found for s in row.speakers] == [
        (None, ["Ana Berg", "Eva Lund"])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz works at the Department of Justice. The department said it was shut.", ["Department of Justice"]),
        ("The World Bank said it was shut. “We regret it,” it said.", ["World Bank", "World Bank"]),
        ("Ana Ruiz read a statement from the family. “We regret it,” it said.", ["family"]),
    ],
)
def test_bodies_under_their_noun(text: str, expected: list[str]) -> None:
    assert [row[0] for row in speakers(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The long crisis highlighted the need for change.",
        "The worms were reluctant to move.",
        "So, you might ask, was it worth it?",
        "Ana Ruiz has not commented on the letters.",
        "Do not forget that the shop is closed.",
        "His staff were so confident that they left early.",
        "The timing of the account suggested that it was written later.",
    ],
)
def test_what_cannot_speak_reports_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rovers manager Carl Dahl: “We were lucky.”", [("Rovers manager Carl Dahl", ":", "“We were lucky.”")]),
        ("“We were lucky.” - Carl Dahl", [("Carl Dahl", "-", "“We were lucky.”")]),
        ("It was “a disgrace”, in the words of Carl Dahl.", [("Carl Dahl", "in the words of", "It was “a disgrace”")]),
        ("Berg made it clear that he would go.", [("Berg", "made it clear", "that he would go")]),
        ("Berg told the court she was ill.", [("Berg", "told", "she was ill")]),
        ("Asked to speak, Berg said, “I will not.”", [("Berg", "said", "“I will not.”")]),
        ("Crowds chanted: “No more!”, and a march began.", [("Crowds", "chanted", "“No more!”")]),
    ],
)
def test_forms_without_a_clause(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


def test_namesakes() -> None:
    text = "President Berg said the plan was ready. First lady Eva Berg gave a tour. Mrs. Berg criticized the plan."
    assert speakers(text) == [["Berg"], ["Eva Berg"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The silence said that it was over.", [["[The silence]"]]),
        ("The stock exchange said trade was halted.", [["stock exchange"]]),
        ("Copies of the letters said the man had fled.", [["letters"]]),
        ("According to a draft of the letter, the man had fled.", [["letter"]]),
        ("Taxpayers said the man had fled.", [["Taxpayers"]]),
        ("Many said the man had fled.", [["Many"]]),
        ("Catholics and a Korean said the man had fled.", [["Catholics", "Korean"]]),
        ("Hundreds of residents said the man had fled.", [["Hundreds of residents"]]),
    ],
)
def test_only_beings_bodies_and_documents_are_actors(text: str, expected: list[list[str]]) -> None:
    assert speakers(text) == expected


def test_who_is_reported_to_say_something_says_it() -> None:
    assert speakers("Ana Ruiz was reported as saying: “It is late.”") == [["Ana Ruiz"]]
    assert speakers("Ana Ruiz was heard shouting “It is late.”") == [["Ana Ruiz"]]
