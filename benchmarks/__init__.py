"""Timed stages. `python -m benchmarks [PATH...]`."""
