"""Articles in JSON: one a line, or a file of one or a list of them.

Two layouts are read: this project's own `articles.jsonl`, and the fields of news-please (`title`, `maintext`,
`date_publish`, `authors`, `language`, `source_domain`, `url`), which others use too.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from communique.errors import InputError
from communique.read.charset import decode
from communique.read.fields import Fields, parse, parse_object
from communique.read.plain import check_lines
from communique.read.sidecar import is_sidecar
from communique.read.source import Source, digest, lost, partial
from communique.records.captures import Capture, Problem, Sidecar

_CHUNK = 1_048_576


def read_json_lines(source: Source) -> Iterator[Capture | Problem]:
    """Each line as a capture of kind "article", streamed; a bad line costs itself."""
    empty = True
    with source.open() as stream:
        for number, line in enumerate(_lines(stream, source.options.max_bytes), 1):
            if line is None:
                limit = source.options.max_bytes
                yield lost(source.member(number), "too-large", f"A line larger than {limit} bytes; raise --max-bytes")
            elif line.strip():
                yield from _line(source, number, line)
            empty = empty and line is not None and not line.strip()
    if empty:
        raise InputError("empty", "Nothing in it; write one article a line")


def read_json(source: Source) -> Iterator[Capture | Problem]:
    """A file that holds one article, or a list of them. One without any is nothing lost: many files are JSON."""
    if source.beside and is_sidecar(source.beside):
        yield partial(source.path, "sidecar", "It says what is known of the page beside it; give that page instead")
        return
    value = parse(decode(source.data()).text)
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            data = json.dumps(item, sort_keys=True).encode()
            yield from _item(source, source.member(number), item, data)
    elif isinstance(value, dict) and _has_text(value):
        yield from _item(source, source.path, value, source.data())
    else:
        yield partial(source.path, "no-text", "JSON with no article in it, and no page of its name beside it")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream, None for one longer than `limit`, of which no more than a piece is ever held."""
    while line := stream.readline(limit + 1):
        too_long = len(line) > limit and not line.endswith(b"\n")
        if too_long:
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
        yield None if too_long else line


def _line(source: Source, number: int, line: bytes) -> Iterator[Capture | Problem]:
    path = source.member(number)
    data = line.strip()
    try:
        item = parse_object(decode(data).text)
    except InputError as error:
        yield lost(path, error.code, str(error))
        return
    yield from _item(source, path, item, data)


def _has_text(item: dict[str, Any]) -> bool:
    return any(isinstance(item.get(name), str) and item[name].strip() for name in ("maintext", "text"))


def _item(source: Source, path: str, item: Any, data: bytes) -> Iterator[Capture | Problem]:
    if not isinstance(item, dict) or not _has_text(item):
        yield lost(path, "no-text", "No article text in it; give it under maintext or text")
        return
    own = "paragraphs" in item and "sha256" in item
    fields = Fields(_unwrapped(item) if own else item)
    capture = _own(fields, path, data) if own else _news_please(fields, path, data)
    try:
        check_lines(capture.text, source.options.max_line)
    except InputError as error:
        yield lost(path, error.code, str(error))
        return
    for wrong in fields.wrong:
        yield partial(path, "bad-field", wrong)
    yield capture


def _news_please(fields: Fields, path: str, data: bytes) -> Capture:
    title = fields.label("title")
    body = fields.text("maintext", "text") or ""
    return Capture(
        path=path,
        sha256=digest(data),
        kind="article",
        text=f"{title}\n\n{body}" if title else body,
        charset="utf-8",
        sidecar=Sidecar(
            url=fields.url("url"),
            published=fields.date("date_publish"),
            fetched_at=fields.date("date_download"),
            outlet=fields.label("source_domain"),
        ),
        title=title,
        byline=fields.labels("authors"),
        language=fields.label("language"),
    )


def _own(fields: Fields, path: str, data: bytes) -> Capture:
    return Capture(
        path=path,
        sha256=digest(data),
        kind="article",
        text=fields.text("text") or "",
        charset="utf-8",
        sidecar=Sidecar(url=fields.url("url"), published=fields.date("published"), outlet=fields.label("outlet")),
        title=fields.label("title"),
        byline=fields.label("byline"),
        language=fields.label("language"),
    )


def _unwrapped(item: dict[str, Any]) -> dict[str, Any]:
    """Our own export with each Sourced as its value, and the date where it is one day and was not inferred."""
    flat = {name: value.get("value") if isinstance(value, dict) else value for name, value in item.items()}
    published = item.get("published")
    if isinstance(published, dict):
        exact = published.get("earliest") == published.get("latest") and published.get("basis") != "inferred"
        flat["published"] = published.get("earliest") if exact else None
    return flat
