"""Pages as browsers save them: a folder of parts beside the page, and the address in a comment."""

import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath

_PARTS = re.compile(r"(.+)(?:_files|-Dateien|_fichiers|_archivos|_file|\.files)", re.I)
_PAGES = (".html", ".htm", ".xhtml", ".mhtml")
# What browsers and the SingleFile extension write on top of a page they save.
_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->|\bSingleFile\s{1,80}url: (\S{1,2000})")
HEAD_CHARS = 4_000


def saved_from(text: str) -> str | None:
    """The address that a saved page says it comes from."""
    found = _FROM.search(text, 0, HEAD_CHARS)
    return (found[1] or found[2]) if found else None


def page_of_part(name: str, names: Collection[str]) -> str | None:
    """The page whose folder of parts holds `name`, if `names` has one."""
    for folder in PurePosixPath(name.replace("\\", "/")).parents:
        found = _PARTS.fullmatch(folder.name)
        pages = [str(folder.parent / (found[1] + suffix)) for suffix in _PAGES] if found else []
        page = next((page for page in pages if page in names), None)
        if page:
            return page
    return None


def is_part(path: Path) -> bool:
    """Whether a file on disk lies in the folder of parts beside a saved page."""
    found = _PARTS.fullmatch(path.parent.name)
    return found is not None and any((path.parent.parent / (found[1] + suffix)).is_file() for suffix in _PAGES)
