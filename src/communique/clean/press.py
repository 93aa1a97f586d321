"""News agencies, sellers of pictures, and the words of headlines."""

import re
from functools import cache
from importlib.resources import files

import yaml

from communique.clean.words import fold
from communique.records.base import Row

_CALLED_AGENCY = re.compile(r"(?:[\w.&'-]+ ){1,4}(?:news|press|information) (?:agency|service)")


class Press(Row, frozen=True):
    """Folded names of agencies and of sellers of pictures, and headline words."""

    agencies: frozenset[str]
    pictures: frozenset[str]
    headline_words: frozenset[str]


@cache
def press() -> Press:
    """The reviewed table `data/press.yaml`."""
    table = yaml.safe_load((files("communique.clean") / "data" / "press.yaml").read_text("utf-8"))
    return Press(*(frozenset(map(fold, table[name])) for name in ("agencies", "pictures", "headline_words")))


def is_agency(text: str) -> bool:
    """Whether `text` is the name of a news agency, marks around it aside."""
    name = fold(text.strip(" ()[]/-–—.,:|"))
    return name in press().agencies or bool(_CALLED_AGENCY.fullmatch(name))


def is_picture_source(text: str) -> bool:
    """Whether `text` names an agency or another seller of pictures."""
    return is_agency(text) or fold(text.strip(" ()[]/-–—.,:|")) in press().pictures
