"""Rules for lines that say what they are: counters, consent and legal text, bars of links, dates, bylines, credits."""

import re

from communique.clean.dates import find_dates
from communique.clean.page import Page
from communique.clean.pieces import credit, fields
from communique.clean.press import is_agency, is_picture_source
from communique.clean.table import Mask, masked, moved
from communique.clean.verdicts import Rule, Verdict
from communique.clean.vocabulary import all_function_words
from communique.clean.words import ends_sentence, fold_words
from communique.records.articles import Role

SHORT = 12
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s|19|20)|(?:19|20)\d\d\s*©", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|от|von|par|por|di|de)\s+[^\W\d_]", re.IGNORECASE)


# ---- counters, consent, legal text


def _may_count(page: Page) -> Mask:
    figures = page["digits"] > 0
    bare = (page["no_letters"] > 0) & (page["words"] > 0) & ~page.kept
    found: Mask = figures & (bare | ((page["says_counter"] == 1.0) & (page["words"] <= 8)))
    return found


def counter(page: Page, i: int) -> Verdict | None:
    """A number of views, comments or minutes."""
    row = page.rows[i]
    if row["no_letters"] and row["words"] and row["digits"] and not page.likely(i) and not find_dates(page.text(i)):
        return Verdict("counter", "a bare number")
    if row["says_counter"] == 1.0 and row["words"] <= 8 and row["digits"]:
        return Verdict("counter", "a counter")
    return None


def _may_ask_consent(page: Page) -> Mask:
    found: Mask = page["says_consent"] == 1.0
    return found


def consent(page: Page, i: int) -> Verdict | None:
    """Cookie notices, in whatever language."""
    row = page.rows[i]
    if row["says_consent"] == 1.0 and (row["foreign"] or page.scores[i] < 0.9):
        return Verdict("consent", "speaks of cookies and consent")
    return None


def _may_be_legal(page: Page) -> Mask:
    found: Mask = (page["says_legal"] > 0) | page.sheet.holding("©", "(c)", "copyright")
    return found


def legal(page: Page, i: int) -> Verdict | None:
    """Copyright, licence and registration lines."""
    row = page.rows[i]
    if _COPYRIGHT.search(page.text(i)[:200]) and row["words"] <= 60 and page.scores[i] < 0.95:
        return Verdict("legal", "a copyright line")
    if row["says_legal"] and (page.scores[i] < 0.5 or row["other_script"] or row["left"] < 0.02) and row["words"] <= 80:
        return Verdict("legal", "legal or licence text")
    return None


# ---- phrases

# Role, what is said of it, and the probability under which its words alone decide: a sub-heading may be
# "Recommendations" or "Education", but hardly "Leave a reply".
_SAID: tuple[tuple[Role, str, float], ...] = (
    ("comments", "belongs to the comments", 0.9),
    ("share", "a share or print button", 0.9),
    ("related", "announces other stories", 0.8),
    ("tags", "lists tags", 0.8),
    ("navigation", "a menu entry", 0.7),
)


def _may_say(page: Page) -> Mask:
    return masked(page.sheet.hits, len(page.lines)) & (page["words"] <= SHORT)


def said(page: Page, i: int) -> Verdict | None:
    """A short line that is, or begins with, a phrase by which pages mark such text."""
    row = page.rows[i]
    if row["words"] > SHORT:
        return None
    hits = page.hits(i)
    if not hits:
        return None
    for role, reason, limit in _SAID:
        phrases = [hit for hit in hits if hit.role == role and hit.how in ("is", "starts", "announces")]
        longest = max((hit.count for hit in phrases), default=0)
        sure = (longest >= 3 and role in ("comments", "share")) or any(hit.how == "announces" for hit in phrases)
        if phrases and (sure or page.scores[i] < limit):
            return Verdict(role, reason)
    return None


# ---- dates, names, sources


def _may_date(page: Page) -> Mask:
    """A date has a year; a line that only speaks of one has digits or few words."""
    spoken = (page["says_date"] == 1.0) & ((page["digits"] > 0) | (page["words"] <= 4))
    found: Mask = (page["words"] <= 24) & (page.sheet.years | spoken)
    return found


def date_line(page: Page, i: int) -> Verdict | None:
    """A line that holds a date and little else. Inside the article such a line may be a heading: it stays."""
    text, row = page.text(i), page.rows[i]
    if row["words"] > 24 or not (row["dated"] or row["says_date"] or row["digits"]):
        return None
    labelled = row["says_date"] == 1.0
    if labelled and not ends_sentence(text) and (row["digits"] or row["words"] <= 4) and row["words"] <= 16:
        return Verdict("date", "says when it was published or changed")
    if _dated_field(text) and not row["end"] and not (page.likely(i) and _inside(page, i)):
        return Verdict("date", "a date among other fields")
    if find_dates(text) and other_words(text) <= 4 and not (page.likely(i) and _inside(page, i)):
        return Verdict("date", "a date line")
    return None


def _dated_field(text: str) -> bool:
    """Whether one of several fields side by side is a date and little else."""
    parts = fields(text)
    return len(parts) > 1 and any(find_dates(text[a:b]) and other_words(text[a:b]) <= 2 for a, b in parts)


def other_words(text: str) -> int:
    """How many words of a line are not part of its dates, clock times and numbers."""
    rest, shift = text, 0
    for one in find_dates(text):
        rest = rest[: one.start - shift] + rest[one.end - shift :]
        shift += one.end - one.start
    return sum(not word.isdigit() and len(word) > 2 for word in fold_words(rest))


def _inside(page: Page, i: int) -> bool:
    """Whether paragraphs of the article stand before a line and behind it."""
    return page.rows[i]["passed"] >= 0.15 and bool(page.between[i])


def _may_name(page: Page) -> Mask:
    """The author's name follows a word that says so; an agency's stands beside a line with a date, so with a year."""
    beside = moved(page.sheet.years, 1) | moved(page.sheet.years, -1)
    said = (page["says_byline"] == 1.0) & (page["end"] == 0)
    found: Mask = (page["words"] <= SHORT) & (said | (beside & page.sources))
    return found


def byline(page: Page, i: int) -> Verdict | None:
    """Who wrote or edited it, or the agency alone on a line beside the date."""
    text, row = page.text(i), page.rows[i]
    if (
        row["words"] <= SHORT
        and is_agency(text)
        and any(find_dates(page.text(j)) and other_words(page.text(j)) <= 4 for j in (i - 1, i + 1))
    ):
        return Verdict("byline", "an agency beside the date")
    if row["end"] or row["words"] > SHORT or (page.likely(i) and _inside(page, i) and not _BYLINE.match(text)):
        return None
    if row["says_byline"] == 1.0 and (row["capitals"] >= 0.5 or row["words"] <= 2) and _names_someone(text):
        return Verdict("byline", "names the author or editor")
    return None


def _names_someone(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word.casefold() not in all_function_words()]
    return any(word[0].isupper() or not word.isascii() for word in words[:4])


def _may_name_source(page: Page) -> Mask:
    found: Mask = (page["says_source"] == 1.0) & (page["words"] <= 15) & (page["end"] == 0)
    return found


def source(page: Page, i: int) -> Verdict | None:
    """ "Source: …", short and no sentence."""
    row = page.rows[i]
    text = page.text(i)
    if (
        row["says_source"] == 1.0
        and row["words"] <= 15
        and not row["end"]
        and re.match(r"[^:：]{2,20}[:：]\s*\S", text)
    ):
        return Verdict("source", "names the source")
    return None


def _may_credit(page: Page) -> Mask:
    short = (page["words"] <= SHORT) & (page["end"] == 0)
    found: Mask = short & (page.sources | page.credited | (page["says_credit"] > 0))
    return found


def credit_line(page: Page, i: int) -> Verdict | None:
    """A picture's source alone on a line."""
    text, row = page.text(i), page.rows[i]
    if row["words"] > SHORT or row["end"]:
        return None
    if is_picture_source(text):
        return Verdict("credit", "a picture's source alone on its line")
    whole = credit(text)
    if (whole and not text[: whole.start()].strip(" (/[|")) or (row["says_credit"] == 1.0 and ":" in text[:30]):
        return Verdict("credit", "a picture's credit")
    if row["says_credit"] and not page.likely(i):
        return Verdict("credit", "a picture's credit")
    return None


RULES: tuple[Rule, ...] = (
    Rule(_may_ask_consent, consent),
    Rule(_may_be_legal, legal),
    Rule(_may_count, counter),
    Rule(_may_name_source, source),
    Rule(_may_name, byline),
    Rule(_may_date, date_line),
    Rule(_may_credit, credit_line),
    Rule(_may_say, said),
)
