"""Quoted speech: who is given which words, over sentences and paragraphs."""

from tests.extract.statements.spoken import said, statements

ANA = "Ana Ruiz"


def quotes(*paragraphs: str) -> list[tuple[str, list[str]]]:
    """(mode, exact quotations) of each statement."""
    _, found = statements(*paragraphs)
    return [(statement.mode, [quote.exact for quote in statement.quotes]) for statement in found]


def test_a_quotation_broken_by_its_cue_is_one_statement() -> None:
    assert said('"The ship is late," Ana Ruiz said. "We will wait."') == [
        (ANA, "said", '"The ship is late," | "We will wait."')
    ]
    assert quotes('"The ship is late," Ana Ruiz said. "We will wait."') == [
        ("direct", ["The ship is late,", "We will wait."])
    ]


def test_a_description_of_the_speaker_is_no_part_of_the_words() -> None:
    assert said('"The ship is late," said Ana Ruiz, the harbour master of Lisbon.') == [
        ("Ana Ruiz, the harbour master of Lisbon", "said", '"The ship is late,"')
    ]


def test_reported_speech_with_quoted_words_is_mixed() -> None:
    assert quotes('Ana Ruiz said the ship was "a wreck" and would not sail.') == [("mixed", ["a wreck"])]
    assert quotes('Ana Ruiz called the ship "a disgrace".') == [("mixed", ["a disgrace"])]


def test_a_title_is_no_quotation_but_a_name_given_is() -> None:
    assert quotes('Ana Ruiz said she had seen the film "The Long Road" twice.') == [("indirect", [])]
    assert quotes('Ana Ruiz described him as "Iron Hand".') == [("mixed", ["Iron Hand"])]


def test_several_sentences_in_one_pair_of_marks() -> None:
    assert said("“The ship is late. It broke down. We wait,” Ana Ruiz said.") == [
        (ANA, "said", "“The ship is late. It broke down. We wait,”")
    ]


def test_speech_goes_on_in_the_next_paragraph() -> None:
    assert said("“The ship is late,” Ana Ruiz said.", "“It will not sail.”", "The crowd left.") == [
        (ANA, "said", "“The ship is late,” | “It will not sail.”")
    ]


def test_a_quotation_after_reported_speech_is_carried_on() -> None:
    assert said("Ana Ruiz said the ship was late. “It will not sail today.”") == [
        (ANA, "said", "the ship was late"),
        (ANA, "", "“It will not sail today.”"),
    ]


def test_a_cue_of_its_own_parts_quotations() -> None:
    assert said("“The ship is late,” Ana Ruiz said.", "“It will sail,” she added.") == [
        (ANA, "said", "“The ship is late,”"),
        ("she", "added", "“It will sail,”"),
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert said("Ana Ruiz added: “The ship is late. We wait.", "The crowd left.") == [
        (ANA, "added", "“The ship is late. We wait.")
    ]


def test_a_signed_quotation() -> None:
    assert said("“The ship is late.” ― Ana Ruiz") == [(ANA, "―", "“The ship is late.”")]
