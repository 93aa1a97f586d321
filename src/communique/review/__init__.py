"""A person's judgements: append-only, undoable, applied on every merge."""
