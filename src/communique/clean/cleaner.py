"""From a capture to an article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from communique.clean import addresses, declared, declared_dates, reconciled, sourced
from communique.clean import published as dating
from communique.clean.assemble import fingerprint, lay_out
from communique.clean.dates import Order, Stated, find_dates, time_of
from communique.clean.declared_dates import Said
from communique.clean.dom import parse
from communique.clean.html import html_stretches
from communique.clean.language import language_of
from communique.clean.press import is_agency
from communique.clean.published import Dated
from communique.clean.settled import settle
from communique.clean.structured import Markup
from communique.clean.text import article_stretches, stretches
from communique.clean.unwrapped import unwrapped
from communique.errors import InputError
from communique.options import Options
from communique.records.articles import Article, Paragraph
from communique.records.captures import Capture
from communique.records.ids import content_id
from communique.records.spans import Sourced, Span
from communique.records.times import Time
from communique.text.blanks import one_line

_ODD = re.compile("[\ufffd\x00-\x08\x0e-\x1f]")
BLANK = "\ufeff\u200b\u00a0 \t\r\n\f\v\x00"


@dataclass(frozen=True)
class _Draft:
    """What a reading of a capture gives: its stretches, a title that none of them holds, and the page's markup."""

    stretches: Sequence[Paragraph]
    title: str | None = None
    markup: Markup | None = None


def clean(capture: Capture, options: Options | None = None) -> Article:
    """What `capture` reports: its title, date, agency and paragraphs, and all it drops with the reason.

    Raises:
        InputError: there is nothing to read in it ("empty", "binary", "no-text").
    """
    _check(capture.text)
    draft = _read(capture, options or Options())
    body = "\n".join(p.text for p in draft.stretches if p.role in ("body", "standfirst"))
    if not any(char.isalpha() for char in body):
        raise InputError("no-text", "No sentence was found in the capture; give a page that has an article")
    return _article(capture, draft, capture.language or language_of(body))


def _check(text: str) -> None:
    if not text.strip(BLANK):
        raise InputError("empty", "The capture is empty; save the page again")
    head = text[:20_000]
    if len(_ODD.findall(head)) > 0.1 * len(head):
        raise InputError("binary", "The capture is no text; give the page's text or its HTML")


def _read(capture: Capture, options: Options) -> _Draft:
    if capture.kind == "article":
        return _Draft(article_stretches(capture.text, capture.title, options.max_line))
    if capture.kind == "text":
        plain = unwrapped(capture.text)
        found = stretches(plain, options.max_line)
        return _Draft(settle(found if plain is capture.text else _restored(capture.text, found)))
    tree = parse(capture.text)
    if tree is None:
        return _Draft(())
    markup = Markup(tree.root)
    title, found = html_stretches(capture.text, tree, markup, options.max_line)
    return _Draft(settle(found), title, markup)


def _restored(text: str, found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the capture's own characters, line breaks included."""
    return [replace(one, text=text[one.capture_start : one.capture_end]) if " " in one.text else one for one in found]


def _article(capture: Capture, draft: _Draft, language: str | None) -> Article:
    identity = content_id("article", capture.path, capture.sha256)
    text, paragraphs = lay_out(draft.stretches, draft.title)
    source = _Source(identity, capture, paragraphs, draft.markup)
    return Article(
        id=identity,
        capture=capture.path,
        sha256=capture.sha256,
        url=source.address(),
        language=language,
        title=source.title(draft.title),
        published=source.published(language),
        updated=source.updated(language),
        dateline=source.dateline(),
        outlet=source.outlet(),
        agency=source.agency(),
        byline=source.byline(),
        editor=source.editor(),
        origin=fingerprint(paragraphs),
        text=text,
        paragraphs=paragraphs,
    )


@dataclass(frozen=True)
class _Source:
    """A capture with its paragraphs and markup, asked for one field after the other."""

    identity: str
    capture: Capture
    paragraphs: Sequence[Paragraph]
    markup: Markup | None

    def address(self) -> str | None:
        """Given, else the canonical one that the markup names."""
        return self.capture.sidecar.url or (declared.address(self.markup) if self.markup else None)

    def title(self, loose: str | None) -> Sourced | None:
        """The title, with its place in the article's text. `loose`: one that no paragraph holds."""
        if loose is not None:
            return Sourced(value=loose, span=Span(article=self.identity, start=0, end=len(loose), exact=loose))
        for p in self.paragraphs:
            if p.role == "title" and p.start is not None and p.end is not None:
                return Sourced(
                    value=one_line(p.text),
                    span=Span(article=self.identity, start=p.start, end=p.end, exact=p.text),
                )
        return None

    def dateline(self) -> Sourced | None:
        """The first dateline."""
        for p in self.paragraphs:
            if p.role == "dateline":
                return sourced.located(self.identity, self.capture.text, p, 0, p.text.rstrip(" –—-:"))
        return None

    def outlet(self) -> Sourced | None:
        """Given, else named in markup, else named in the text."""
        if self.capture.sidecar.outlet:
            return Sourced(value=self.capture.sidecar.outlet)
        named = declared.outlet(self.markup) if self.markup else None
        return self._located(named) or sourced.outlet(self.identity, self.capture.text, self.paragraphs)

    def agency(self) -> Sourced | None:
        """As a line names it, else as the markup does that calls it the author."""
        named = sourced.agency(self.identity, self.capture.text, self.paragraphs)
        if named or self.markup is None:
            return named
        return self._located(next((name for name in declared.authors(self.markup) if is_agency(name)), None))

    def byline(self) -> Sourced | None:
        """The author as given, as the markup names him, as a line names him, or as a template's element does."""
        if self.capture.byline:
            return self._located(self.capture.byline)
        markup = self.markup
        if markup is None:
            return sourced.byline(self.identity, self.capture.text, self.paragraphs)
        return (
            self._located(next((name for name in declared.authors(markup) if not is_agency(name)), None))
            or sourced.byline(self.identity, self.capture.text, self.paragraphs)
            or self._located(next(declared.named_authors(markup), None))
        )

    def editor(self) -> Sourced | None:
        """As a line names him, else as the markup does."""
        named = sourced.editor(self.identity, self.capture.text, self.paragraphs)
        return named or self._located(declared.editor(self.markup) if self.markup else None)

    def published(self, language: str | None) -> Time | None:
        """Given from outside, else stated by the markup, if no date beside the title contradicts it, else by a date
        line. Where the capture tells only when it was last changed, that, as an approximation."""
        given = find_dates(self.capture.sidecar.published or "")
        if given:
            return time_of(given[0], "given")
        address = addresses.dated(self.address())
        shown, changed = dating.dates_of(self.paragraphs, _order(language), address)
        found = self._chosen(shown)
        if self.markup is not None:
            found = self._chosen(reconciled.publication(shown, self.markup, self.paragraphs, address))
            found = found or self._first(declared_dates.timed(self.markup))
            order = _region_order(language, self.markup)
            found = found or self._chosen(dating.dates_of(self.paragraphs, order, address)[0])
            found = found or self._chosen(declared_dates.carried(self.capture.text))
        if found is not None:
            return found
        said = self._chosen(changed)
        if said is None and self.markup is not None:
            said = self._first(declared_dates.timed_change(self.markup))
        return said and replace(said, approximate=True)

    def updated(self, language: str | None) -> Time | None:
        """Stated by the markup, else by a date line."""
        found = dating.dates_of(self.paragraphs, _order(language))[1]
        return (self._first(declared_dates.updated(self.markup)) if self.markup else None) or self._chosen(found)

    def _first(self, found: Iterable[Said]) -> Time | None:
        return self._chosen(next(iter(found), None))

    def _chosen(self, found: Dated | Said | None) -> Time | None:
        if found is None:
            return None
        if isinstance(found, Said):
            return self._timed(found.stated, self._find(found.written))
        if found.start < 0:
            return self._timed(found.stated, self._find(found.text))
        return self._timed(found.stated, sourced.pin(self.identity, self.capture.text, found.start, found.end))

    def _timed(self, stated: Stated, span: Span | None) -> Time:
        return replace(time_of(stated), span=span)

    def _find(self, written: str) -> Span | None:
        return sourced.find_span(self.identity, self.capture.text, written)

    def _located(self, value: str | None) -> Sourced | None:
        return Sourced(value=value, span=self._find(value)) if value else None


def _order(language: str | None) -> Order | None:
    """Which stands first in 03/04/2021: of the tables' languages only English is written both ways round."""
    return None if language in (None, "en") else "day"


def _region_order(language: str | None, markup: Markup) -> Order | None:
    """The same, settled for English by the region that the markup names; templates name one carelessly, so this
    comes last."""
    if _order(language) or markup.region is None:
        return _order(language)
    return "month" if markup.region == "US" else "day"
