"""Blanks inside a stretch of text."""


def one_line(text: str) -> str:
    """`text` with a single space for each line break in it and the blanks around: a value taken from a paragraph
    whose lines somebody broke. Without a line break it stays as it is."""
    return " ".join(text.split()) if "\n" in text or "\r" in text else text
