"""Durations as ISO 8601 writes them."""

from communique.knowledge.units import Unit


def iso_duration(value: float, unit: Unit | None) -> str | None:
    """ "40 years" is P40Y, "two weeks" P2W, "36 hours" PT36H; None where the unit is not one of time."""
    if unit is None or unit.kind != "time" or unit.iso is None or value < 0:
        return None
    amount = f"{value * unit.factor:.10g}"
    if "e" in amount:
        return None
    clock = unit.iso.startswith("T")
    return f"P{'T' if clock else ''}{amount}{unit.iso[-1]}"
