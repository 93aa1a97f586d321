from communique.text.blanks import one_line


def test_only_line_breaks_are_blanks() -> None:
    assert one_line("Joint\r\n  Action Plan") == "Joint Action Plan"
    assert one_line("Joint\u00a0Action  Plan") == "Joint\u00a0Action  Plan"
