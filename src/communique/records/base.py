"""What every record shares: it is frozen, its fields are named, and it compares by value."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A frozen record. `msgspec.structs.replace(row, field=value)` gives a changed copy.

    The collector of cycles does not look at records: one holds only what was there before it, so that none can lead
    back to itself, and there are millions of them."""
