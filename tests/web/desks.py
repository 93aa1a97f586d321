"""A desk over a small record, asked without a network."""

from contextlib import AbstractContextManager
from html.parser import HTMLParser
from pathlib import Path

from litestar.testing import TestClient
from tests.report.factory import record as factory_record

from communique.records.record import Record
from communique.store import transaction, writing
from communique.store.write import write
from communique.web.app import create_app
from communique.web.settings import Settings

HOME = "http://127.0.0.1:8765"


def stored(path: Path, record: Record | None = None, *, builds: int = 1) -> Path:
    """The record of the dossier's tests, or another, in a file."""
    file = path / "record.db"
    with writing(file) as connection, transaction(connection):
        write(connection, record or factory_record(), "fingerprint-1")
        connection.executemany(
            "INSERT INTO builds (finished, version, captures, extracted, problems) VALUES (?, '1', 3, 3, 1)",
            [(f"2024-05-0{n}T10:00:00+00:00",) for n in range(1, builds + 1)],
        )
    return file


def client(record: Path, base_url: str = HOME, **settings: object) -> AbstractContextManager[TestClient]:
    """A browser in front of the desk."""
    app = create_app(Settings(record=record, **settings))
    return TestClient(app, base_url=base_url, raise_server_exceptions=True)


class Outline(HTMLParser):
    """What a page is made of: its elements with their attributes, in order, and its text."""

    VOID = frozenset({"meta", "link", "img", "br", "input", "line", "rect", "circle"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All that a reader sees, on one line."""
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of the elements of one name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, name: str) -> list[str]:
        """An attribute's values, wherever it stands."""
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]
