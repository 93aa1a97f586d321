"""Offsets of the time zones that press reports name. Names that mean several zones are left out."""

OFFSETS = {
    "UTC": "+00:00", "GMT": "+00:00", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00",
    "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00",
    "SGT": "+08:00", "PKT": "+05:00", "AEST": "+10:00", "AEDT": "+11:00",
}  # fmt: skip
# Hours that a zone may be off UTC.
FURTHEST = 14


def offset_of(zone: str | None) -> str | None:
    """`+03:00` of "MSK"; an offset is itself; None where the zone is unknown or means several."""
    if zone is None or zone[:1] not in ("+", "-"):
        return OFFSETS.get(zone or "")
    return zone if int(zone[1:3]) <= FURTHEST and int(zone[4:6]) < 60 else None
