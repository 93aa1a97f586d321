"""Whose the quoted words are where one report stands inside another."""

from tests.extract.statements.spoken import statements


def quoted(*paragraphs: str) -> list[tuple[str, str, list[str]]]:
    """(speakers' words, mode, quotations) of each statement."""
    _, found = statements(*paragraphs)
    return [("; ".join(s.text for s in row.speakers), row.mode, [q.exact for q in row.quotes]) for row in found]


def test_the_innermost_speaker_is_quoted() -> None:
    rows = quoted("Ana Ruiz wrote that Pedro Gomez told her the ship “was never late.”")
    assert sorted(rows) == [("Ana Ruiz", "indirect", []), ("Pedro Gomez", "mixed", ["was never late."])]


def test_what_stands_outside_the_inner_report_stays_with_the_outer() -> None:
    rows = quoted("Ana Ruiz said the port is “a ruin” and that Pedro Gomez had told her the ship was “late again.”")
    assert sorted(rows) == [("Ana Ruiz", "mixed", ["a ruin"]), ("Pedro Gomez", "mixed", ["late again."])]


def test_a_plain_quotation_is_its_speakers() -> None:
    assert quoted("“The ship was late,” Ana Ruiz said.") == [("Ana Ruiz", "direct", ["The ship was late,"])]
