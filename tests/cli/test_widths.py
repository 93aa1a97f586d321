"""Tables that do not fit: who gets how much room."""

from io import StringIO

import pytest
from rich.console import Console
from rich.text import Text

from communique.cli import terminal
from communique.cli.terminal import add, put, table, tally
from communique.cli.widths import widths

PROSE = "that the two sides would go on building the bridge over the river until the year 2030"


def test_what_fits_keeps_its_width() -> None:
    assert widths([["Berg", "says"]], ["who", "how"], [False, False], 20) == [4, 4]


def test_prose_gets_what_the_short_columns_leave() -> None:
    cells = [["Rudolf Elphberg", "say", PROSE, "9d4e3a85"]] * 3
    assert widths(cells, ["who", "how", "what", "id"], [False, False, False, True], 60) == [10, 3, 39, 8]


def test_numbers_and_ids_are_never_narrowed_and_no_column_below_its_words() -> None:
    found = widths([["Vladivostok", "1234567", PROSE]], ["where", "count", "what"], [False, True, False], 30)
    assert found == [11, 7, 12]


def test_where_words_have_to_be_broken_they_are() -> None:
    assert widths([["Antananarivo", "Ouagadougou"]], ["from", "to"], [False, False], 11, longest=5) == [5, 6]
    assert widths([["Antananarivo", "Ouagadougou"]], ["from", "to"], [False, False], 11) is None


def test_an_empty_table_has_its_headings() -> None:
    assert widths([], ["who", "shared fields"], [False, True], 40) == [3, 6]


def test_a_table_fits_its_screen() -> None:
    for width in (40, 60, 80, 120):
        made = table("who", "how", "what", ">times", "id")
        for _ in range(4):
            add(made, "Rudolf Elphberg", "say", PROSE, 12, "9d4e3a85")
        screen = Console(width=width, record=True, file=StringIO())
        put(screen, made)
        lines = screen.export_text().splitlines()
        assert max(map(len, lines)) <= width
        assert "9d4e3a85" in lines[3]


def test_counts_stand_in_columns() -> None:
    assert tally("held", {"articles": 1200, "actors": 7, "events": 3}, 2) == (
        "held\n articles  1,200      events  3\n actors        7"
    )
    assert tally("held", {}) == "held"


def test_rows_stand_as_rich_would_set_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table("who", ">count", "what was said", "id")
    for number in range(terminal.ROWS + 3):
        add(made, "Ana Bérg" if number % 2 else "日本 の 大臣", number * 1000, PROSE * (number % 3), "9d4e3a85")
    add(made, "", "", "Donaudampfschifffahrtsgesellschaftskapitän " * 3, "e\u0301")

    def printed(colours: bool) -> str:
        screen = Console(file=StringIO(), width=60, highlight=False, markup=False, force_terminal=colours)
        put(screen, made)
        return screen.file.getvalue()

    ours = [printed(False), printed(True)]
    monkeypatch.setattr(terminal, "put_rows", lambda to, m, f, gap: to.print(terminal._rich(m, f, gap, m.rows)))
    assert ours == [printed(False), printed(True)]


def test_rich_sets_only_what_is_too_long_for_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    made, wrapped, wrap = table("who", "what"), [], Text.wrap
    for _ in range(300):
        add(made, "Anna Berg", "it is good")
    add(made, "Anna Berg", PROSE)
    monkeypatch.setattr(Text, "wrap", lambda self, *a, **k: wrapped.append(self.plain) or wrap(self, *a, **k))
    put(Console(file=StringIO(), width=60), made)
    assert (wrapped.count(PROSE), wrapped.count("it is good")) == (1, 0)
