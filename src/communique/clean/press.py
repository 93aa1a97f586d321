"""News agencies, sellers of pictures, and the words of headlines."""

import re
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from communique.clean.words import fold
from communique.knowledge import load
from communique.records.base import Row

SHORT, LONGEST = 4, 80
_MARKS = " ()[]/-–—.,:|"
_CALLED_AGENCY = re.compile(r"(?:[\w.&'-]+ ){1,4}(?:news|press|information) (?:agency|service)")


class Press(Row, frozen=True):
    """Folded names of agencies and of sellers of pictures, and headline words."""

    agencies: frozenset[str]
    pictures: frozenset[str]
    headline_words: frozenset[str]


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = yaml.safe_load((files("communique.clean") / "data" / "press.yaml").read_text("utf-8"))
    return table


@cache
def press() -> Press:
    """The reviewed table `data/press.yaml`, with the agencies of the knowledge tables."""
    table = _table()
    agencies, pictures, words = (
        frozenset(map(fold, table[name])) for name in ("agencies", "pictures", "headline_words")
    )
    known = {fold(name) for agency in load().organizations.agencies for name in agency.all_names}
    return Press((agencies | known) - pictures, pictures, words)


@cache
def company_forms() -> frozenset[str]:
    """The words for what kind of company a holder is ("Ltd"), in lower case, without marks."""
    return frozenset(_table()["company_forms"])


@cache
def editor_label() -> re.Pattern[str]:
    """What stands before an editor's name ("Edited by", "Editor:") at the start of a line, or of one of its fields or
    sentences. "Editor-in-Chief:" and "Chief editor:" are none: who is so called edits the outlet."""
    table = _table()
    behind, before = ("|".join(map(re.escape, table[name])) for name in ("edited_by", "editor"))
    return re.compile(
        rf"(?:^\(?|[|;,(•·/–—.]|\s-|\s{{2}})\s*(?:(?:{behind}):?\s+|(?:{before})\s?[:：]\s*)", re.IGNORECASE
    )


@lru_cache(maxsize=2_000)
def is_agency(text: str) -> bool:
    """Whether `text` is the name of a news agency, marks around it aside. The shortest names are words of some
    language ("mehr", "spa") unless they stand in capitals."""
    bare = text.strip(_MARKS)
    if not 0 < len(bare) <= LONGEST:
        return False
    name = fold(bare)
    if len(name) <= SHORT and bare.isascii() and not bare.isupper():
        return name == "dpa"
    return name in press().agencies or bool(_CALLED_AGENCY.fullmatch(name))


@lru_cache(maxsize=2_000)
def is_picture_source(text: str) -> bool:
    """Whether `text` names an agency or another seller of pictures."""
    return is_agency(text) or (len(text) <= LONGEST and fold(text.strip(_MARKS)) in press().pictures)
