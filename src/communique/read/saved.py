"""Pages as browsers save them: a folder of parts beside the page, and the address in a comment."""

import os
import posixpath
import re
from collections.abc import Collection

_PARTS = re.compile(r"(.+)(?:_files|-Dateien|_fichiers|_archivos|_file|\.files)", re.I)
_PAGES = (".html", ".htm", ".xhtml", ".mhtml")
# What browsers and the SingleFile extension write on top of a page they save.
_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->|\bSingleFile\s{1,80}url: (\S{1,2000})")
HEAD_CHARS = 4_000


def saved_from(text: str) -> str | None:
    """The address that a saved page says it comes from."""
    head = text[:HEAD_CHARS]
    found = _FROM.search(head) if "saved from url=" in head or "SingleFile" in head else None
    return (found[1] or found[2]) if found else None


def page_of_part(name: str, names: Collection[str]) -> str | None:
    """The page whose folder of parts holds `name`, if `names` has one."""
    folder = posixpath.dirname(name)
    while folder not in ("", "/", "//"):
        found = _PARTS.fullmatch(posixpath.basename(folder))
        above = posixpath.dirname(folder)
        pages = [posixpath.join(above, found[1] + suffix) for suffix in _PAGES] if found else []
        page = next((page for page in pages if page in names), None)
        if page:
            return page
        folder = above
    return None


def is_part(path: str) -> bool:
    """Whether a file on disk lies in the folder of parts beside a saved page."""
    above, folder = os.path.split(os.path.dirname(path))
    found = _PARTS.fullmatch(folder)
    return found is not None and any(os.path.isfile(os.path.join(above, found[1] + suffix)) for suffix in _PAGES)
