"""What an element's place and names say: the words in classes and ids by which templates call their parts."""

import re
from collections.abc import Iterable
from functools import lru_cache

# Group -> how templates name such parts, in class and id attributes: patterns that begin with a letter, a hyphen or the
# edge of a word, with blanks between them.
NAMED = {
    "content": r"article-?_?body entry-?content post-?_?content post-?body story-?_?(?:body|content)"
    r" article-?_?(?:content|text) content-?_?body richtext rich-text \bprose\b main-?content"
    r" page-?content single-?content blog-?content wysiwyg",
    "related": r"relat recommend popular trending teaser promo \bcards?\b card- -card"
    r" more-(?:from|stories|posts|articles|news) read-?(?:more|next|also) latest carousel slider outbrain"
    r" taboola sponsor up-?next most-?read",
    "comment": r"comment disqus respond repl(?:y|ies) discussion livefyre",
    "share": r"shar(?:e|ing) social follow addtoany sharedaddy tweet",
    "meta": r"byline author \bdate -date meta time(?:stamp)?\b \btags?\b tags?- -tags?\b categor breadcrumb"
    r" kicker eyebrow label badge reading",
    "nav": r"\bnav -nav menu sidebar widget footer header masthead toolbar paginat pager \btoc\b toc-"
    r" table-of-contents",
    "junk": r"cookie consent gdpr modal popup overlay banner newsletter subscri sign-?up \bcta\b cta- -cta"
    r" advert \bads?\b \bads?- -ads?\b paywall login \bform\b skip- sr-only screen-reader visually-hidden"
    r" print-only notice alert toast dialog",
    "caption": r"caption credit figure-?_?(?:text|desc)",
    "bio": r"\bbio\b bio- -bio author-?_?(?:box|info|card|about|desc) about-?the-?author contributor profile",
}


def _compiled(alternatives: Iterable[str]) -> re.Pattern[str]:
    """A pattern of all of them, parted by how they begin: at each place of a name most are out by its first letter."""
    heads: dict[str, dict[str, list[str]]] = {"": {}, "-": {}, r"\b": {}}
    for one in alternatives:
        edge = next((edge for edge in ("-", r"\b") if one.startswith(edge)), "")
        first = len(edge) + 1
        heads[edge].setdefault(one[len(edge) : first], []).append(one[first:])
    parts = []
    for edge, firsts in heads.items():
        if firsts:
            letters = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in sorted(firsts.items()))
            parts.append(f"{edge}(?:{letters})" if edge else letters)
    return re.compile("|".join(parts))


_GROUPS = {name: _compiled(ways.split()) for name, ways in NAMED.items()}
_ANY = _compiled(way for ways in NAMED.values() for way in ways.split())
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section"
    " summary table tbody td tfoot th thead tr ul video audio select".split()
)
SKIPPED = frozenset(
    "script style noscript template svg iframe head object embed canvas math textarea input datalist source"
    " track".split()
)
LANDMARKS = frozenset(
    "article main nav header footer aside form figure figcaption table ul ol blockquote dl button label a".split()
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def groups_of(names: str) -> tuple[str, ...]:
    """The groups that a class and id attribute belong to."""
    found = {group for name in names.split() for group in _groups_of_one(name)}
    return tuple(group for group in _GROUPS if group in found) if found else ()


@lru_cache(maxsize=20_000)
def _groups_of_one(name: str) -> tuple[str, ...]:
    plain = name.lower()
    if _ANY.search(plain) is None:
        return ()
    return tuple(group for group, pattern in _GROUPS.items() if pattern.search(plain))


def is_hidden(style: str | None, hidden: bool, aria: str | None) -> bool:
    """Whether attributes keep an element from being shown."""
    return hidden or aria == "true" or bool(style and _HIDDEN_STYLE.search(style))
