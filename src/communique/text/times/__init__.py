"""Time expressions: finding them in a string, resolving them against a reference, arithmetic on the result."""
