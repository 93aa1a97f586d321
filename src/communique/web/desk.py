"""What all pages share: the record as it is now, what is worked out once for each state of it, and templates."""

import logging
import secrets
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from threading import Lock
from typing import Any

from jinja2 import PackageLoader

from communique import __version__
from communique.errors import StoreError
from communique.records.record import Record
from communique.report import page
from communique.report.countries import country_name
from communique.report.index import Index, build
from communique.report.sources import Citer
from communique.store.looking import looking
from communique.store.queries import reading_order
from communique.store.write import FINGERPRINT, get_meta
from communique.web.addresses import Addresses
from communique.web.settings import Settings
from communique.web.words import FILTERS

KEPT = 400
# At most, in pages and in characters of each: some 50 MB, for most are short.
MOST_PAGES, LONGEST_KEPT = 256, 400_000
LOG = logging.getLogger("communique.web")


@dataclass(frozen=True)
class Look:
    """The record at one moment, for one request."""

    connection: sqlite3.Connection
    state: str
    desk: "Desk"

    def once[T](self, name: str, make: Callable[[sqlite3.Connection], T]) -> T:
        """What `make` gives, worked out once for each state of the record."""
        kept: T = self.desk.once(self.state, name, lambda: make(self.connection))
        return kept

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each article, by which it is cited."""
        return self.once("numbers", lambda c: {name: n for n, name in enumerate(reading_order(c), 1)})

    def views(self, part: Record) -> tuple[Index, Citer]:
        """What views need of a slice."""
        index = build(part, country_name, self.numbers)
        return index, Citer(index)


class Desk:
    """The record behind the pages."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = Lock()
        self.judging = Lock()  # one judgement after the other: each makes the record anew
        self._kept: dict[tuple[str, str], Any] = {}
        self._pages: OrderedDict[str, str] = OrderedDict()
        # Stands for the token of a form in a page that is kept, and is in no capture: it is made anew at each start.
        self.token_mark = secrets.token_hex(24)

    @cached_property
    def templates(self) -> Any:
        """The pages' templates."""
        made = page.environment(Addresses(), PackageLoader("communique.web"))
        made.filters["number"] = lambda value: f"{value:,}"
        made.globals["version"] = __version__
        made.globals["settings"] = self.settings
        made.globals["filter_words"] = FILTERS
        return made

    @contextmanager
    def look(self) -> Iterator[Look]:
        """The record as it is now."""
        with looking(self.settings.record) as connection:
            # Equal fingerprints are equal records, but not equal histories: the last build is part of the state.
            builds = connection.execute("SELECT coalesce(max(id), 0) FROM builds").fetchone()[0]
            yield Look(connection, f"{get_meta(connection, FINGERPRINT)}-{builds}", self)

    def once(self, state: str, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gave for this state; a record that changed drops what was kept of the one before."""
        key = (state, name)
        if key not in self._kept:
            made = make()
            with self._lock:
                if len(self._kept) >= KEPT or any(kept != state for kept, _ in self._kept):
                    self._kept.clear()
                self._kept[key] = made
            return made
        return self._kept[key]

    def page(self, key: str, make: Callable[[], str]) -> str:
        """A page that was made before under the same key, or is made now. Those asked for longest ago are forgotten."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        made = make()
        if len(made) <= LONGEST_KEPT:
            with self._lock:
                self._pages[key] = made
                while len(self._pages) > MOST_PAGES:
                    self._pages.popitem(last=False)
        return made

    def complain(self, error: Exception) -> None:
        """Says what went wrong to whoever runs the desk."""
        LOG.error("%s", error, exc_info=None if isinstance(error, StoreError) else error)

    def render(self, template: str, **values: object) -> str:
        """A page."""
        return page.shown(self.templates.get_template(template).render(**values))


def etag(*parts: str) -> str:
    """A strong tag for what is made of `parts` by this version."""
    state = blake2b("\x1f".join((__version__, *parts)).encode("utf-8", "surrogatepass"), digest_size=12)
    return f'"{state.hexdigest()}"'
