"""From a capture to an article."""

from collections.abc import Sequence

from communique.clean import published as dating
from communique.clean import sourced
from communique.clean.assemble import fingerprint, lay_out
from communique.clean.dates import Order, find_dates, time_of
from communique.clean.language import language_of
from communique.clean.text import stretches
from communique.errors import InputError
from communique.options import Options
from communique.records.articles import Article, Paragraph
from communique.records.captures import Capture, Sidecar
from communique.records.ids import content_id
from communique.records.spans import Sourced, Span
from communique.records.times import Time


def clean(capture: Capture, options: Options | None = None) -> Article:
    """What `capture` reports: its title, date, agency and paragraphs, and all it drops with the reason.

    Raises:
        InputError: there is nothing to read in it ("empty", "binary", "no-text").
    """
    _check(capture.text)
    return _from_text(capture, options or Options())


def _check(text: str) -> None:
    head = text[:20_000]
    if not head.strip("\ufeff \t\r\n\x00\u00a0") and not text.strip("\ufeff \t\r\n\x00\u00a0"):
        raise InputError("empty", "The capture is empty; save the page again")
    odd = sum(char == "\ufffd" or (char < " " and char not in "\t\r\n\f\v") for char in head)
    if odd > 0.1 * len(head):
        raise InputError("binary", "The capture is no text; give the page's text or its HTML")


def _from_text(capture: Capture, options: Options) -> Article:
    identity = content_id("article", capture.path, capture.sha256)
    found = stretches(capture.text, options.max_line)
    body = "\n".join(p.text for p in found if p.role in ("body", "standfirst"))
    if not any(char.isalpha() for char in body):
        raise InputError("no-text", "No sentence was found in the capture; give a page that has an article")
    language = language_of(body)
    text, paragraphs = lay_out(found)
    published, updated = _times(identity, capture, paragraphs, language)
    return Article(
        id=identity,
        capture=capture.path,
        sha256=capture.sha256,
        url=capture.sidecar.url,
        language=language,
        title=_title(identity, paragraphs),
        published=published,
        updated=updated,
        dateline=_dateline(identity, capture.text, paragraphs),
        outlet=_given(capture.sidecar) or sourced.outlet(identity, capture.text, paragraphs),
        agency=sourced.agency(identity, capture.text, paragraphs),
        byline=sourced.byline(identity, capture.text, paragraphs),
        origin=fingerprint(paragraphs),
        text=text,
        paragraphs=paragraphs,
    )


def _given(sidecar: Sidecar) -> Sourced | None:
    return Sourced(value=sidecar.outlet) if sidecar.outlet else None


def _title(identity: str, paragraphs: Sequence[Paragraph]) -> Sourced | None:
    for p in paragraphs:
        if p.role == "title" and p.start is not None and p.end is not None:
            return Sourced(value=p.text, span=Span(article=identity, start=p.start, end=p.end, exact=p.text))
    return None


def _dateline(identity: str, text: str, paragraphs: Sequence[Paragraph]) -> Sourced | None:
    for p in paragraphs:
        if p.role == "dateline" and p.capture_start is not None and p.capture_end is not None:
            value = p.text.rstrip(" –—-:")
            return Sourced(value=value, span=sourced.pin(identity, text, p.capture_start, p.capture_start + len(value)))
    return None


def _times(
    identity: str, capture: Capture, paragraphs: Sequence[Paragraph], language: str | None
) -> tuple[Time | None, Time | None]:
    # Of the languages of the table only English is written both ways round.
    order: Order | None = None if language in (None, "en") else "day"
    published, updated = dating.dates_of(paragraphs, order)
    given = given_time(capture.sidecar.published)
    return given or _time(identity, capture.text, published), _time(identity, capture.text, updated)


def given_time(value: str | None) -> Time | None:
    """A sidecar's date as an interval."""
    found = find_dates(value or "")
    return time_of(found[0], "given") if found else None


def _time(identity: str, text: str, found: dating.Dated | None) -> Time | None:
    if found is None:
        return None
    plain = time_of(found.stated)
    span = sourced.pin(identity, text, found.start, found.end)
    return Time(earliest=plain.earliest, latest=plain.latest, edtf=plain.edtf, basis="stated", span=span)
