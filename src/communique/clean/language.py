"""The language of an article, from its body."""

import py3langid

ENOUGH, SAMPLE = 20, 1_500  # characters


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language most of `text` is in, or None where there is too little to tell."""
    if len(text.strip()) < ENOUGH:
        return None
    code = str(py3langid.classify(text[:SAMPLE])[0])
    return code if len(code) == 2 else None
