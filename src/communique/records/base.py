"""What every record shares: it is frozen, its fields are named, and it compares by value."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen record. `msgspec.structs.replace(row, field=value)` gives a changed copy."""
