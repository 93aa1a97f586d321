"""Units before and behind a number."""

import pytest

from communique.knowledge.units import load_units

UNITS = load_units()


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        (" percent", "percent"),
        ("%", "percent"),
        (" percentage points", "percentage point"),
        ("kW motor", "kilowatt"),
        (" square metres", "square metre"),
        ("-year-old", "year of age"),
        (" roubles", "russian ruble"),
        (" decades", "decade"),
    ],
)
def test_unit_behind(behind: str, unit: str) -> None:
    found = UNITS.following(f"5{behind}", 1)
    assert found is not None
    assert found[1].unit == unit


@pytest.mark.parametrize("behind", ["", " ministers", " percentile", " mmm", "\n%"])
def test_no_unit_behind(behind: str) -> None:
    assert UNITS.following(f"5{behind}", 1) is None


@pytest.mark.parametrize(
    ("before", "unit"), [("$", "dollar"), ("US $", "dollar"), ("€", "euro"), ("A$", "australian dollar")]
)
def test_currency_before(before: str, unit: str) -> None:
    found = UNITS.preceding(f"for {before}5", 4 + len(before))
    assert found is not None
    assert (found[0], found[1].unit) == (4, unit)


@pytest.mark.parametrize(
    ("text", "name"), [(" per day", "day"), (" a barrel", "barrel"), ("/kg", "kilogram"), (" per capita", "capita")]
)
def test_denominator(text: str, name: str) -> None:
    assert UNITS.per(text, 0) == (len(text), name)


@pytest.mark.parametrize("text", [" a year earlier", " a minister", ", per"])
def test_no_denominator(text: str) -> None:
    assert UNITS.per(text, 0) is None


def test_every_form_names_one_unit() -> None:
    for forms in ([u.before for u in UNITS.units], [u.symbols for u in UNITS.units]):
        flat = [form for row in forms for form in row]
        assert len(flat) == len(set(flat))
