"""The parser, and the tree that all extractors walk."""
