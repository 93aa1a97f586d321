"""The vocabulary: frozen, typed records. Imports nothing of ours."""
