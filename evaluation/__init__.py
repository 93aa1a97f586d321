"""The scores: one module a set, each with `scores(shared) -> {measure: value}`, higher is better."""
