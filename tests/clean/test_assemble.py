from communique.clean.assemble import fingerprint, lay_out
from communique.records.articles import Paragraph


def paragraph(role: str, text: str) -> Paragraph:
    return Paragraph(role=role, reason="", text=text)  # type: ignore[arg-type]


def test_the_title_comes_first_and_dropped_text_has_no_place() -> None:
    text, placed = lay_out(
        [
            paragraph("date", "Monday"),
            paragraph("standfirst", "Lead."),
            paragraph("title", "Head"),
            paragraph("body", "One."),
        ]
    )
    assert text == "Head\n\nLead.\n\nOne."
    assert [(p.start, p.end) for p in placed] == [(None, None), (6, 11), (0, 4), (13, 17)]


def test_a_title_that_no_paragraph_holds_still_opens_the_text() -> None:
    text, (body,) = lay_out([paragraph("body", "One.")], "Head")
    assert (text, text[body.start : body.end]) == ("Head\n\nOne.", "One.")


def test_spacing_and_titles_do_not_tell_reprints_apart() -> None:
    left = [paragraph("title", "A"), paragraph("body", "One  two."), paragraph("body", "Three")]
    right = [paragraph("title", "B"), paragraph("body", "one two"), paragraph("body", "three!")]
    assert fingerprint(left) == fingerprint(right) != fingerprint(left[:2])
