from communique.knowledge import load
from communique.knowledge.plover import load_plover


def test_every_state_has_a_code_of_three_letters() -> None:
    codes = load_plover().countries

    assert [s.code for s in load().states if len(codes.get(s.code, "")) != 3] == []


def test_rows_name_bodies_offices_and_ranks_that_there_are() -> None:
    known, codes = load(), load_plover()
    titles = {title.name for title in known.titles}

    assert [key for key in codes.international if known.organizations.get(key) is None] == []
    assert sorted({*codes.sectors.titles, *codes.sectors.unknown} - titles) == []
    assert sorted(set(codes.sectors.ranks) - {title.rank for title in known.titles}) == []


def test_exceptions_stand_before_iso() -> None:
    codes = load_plover()

    assert [codes.countries[code] for code in ("XK", "SU", "IR")] == ["KOS", "SUN", "IRN"]
    assert (codes.international["EU"], codes.international["UN"]) == ("EUR", "UNO")
