"""Pages damaged at random, and what holds of whatever the cleaner makes of them."""

import unicodedata
from collections.abc import Sequence
from random import Random

from tests.clean.pages import BODY, LEAD, SECOND, TITLE, capture

from communique.clean import clean
from communique.errors import InputError
from communique.records.articles import KEPT_ROLES, Article
from communique.records.captures import Capture, MediaKind

_TEXT = "\n".join(
    (
        "Home | World | Sport",
        "  * Politics",
        "  * Economy",
        "We use cookies. Accept all cookies",
        "",
        TITLE,
        "By Ama Mensah | 19 July 2022 10:34 GMT   120 views",
        "",
        "ACCRA, July 19 (Xinhua) -- " + LEAD,
        *BODY[1:],
        "",
        "The ministers in Accra. | Photo: Kofi Boateng",
        "Source: Xinhua   Editor: Yaa Asantewaa",
        "Related stories",
        "Rail link to the north opens next year",
        "Comments (12)",
        "© 2022 The Example Courier. All rights reserved.",
    )
)
_HTML = f"""<!DOCTYPE html><html lang="en-GB"><head><title>{TITLE} | The Example Courier</title>
<meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2022-07-19T10:34:00+01:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}",
"author": [{{"name": "Ama Mensah"}}],
"datePublished": "2022-07-19T09:34:00Z", "publisher": {{"name": "The Example Courier"}}}}</script></head>
<body><nav class="menu"><a href="/">Home</a><ul><li><a>World</a></li><li>Sport</li></ul></nav>
<article class="post-content" id="story"><h1>{TITLE}</h1><p class="byline">By <a rel="author">Ama Mensah</a>
<time datetime="2022-07-19">19 July 2022</time></p>{"".join(f"<p>{text}</p>" for text in BODY)}
<figure><img alt="x">
<figcaption>In Accra. Photo: Kofi Boateng</figcaption></figure><table><tr><td>1</td><td>two</td></tr>
</table><blockquote>{SECOND}</blockquote></article>
<aside class="related"><h3>More stories</h3><p>Rail &amp; road</p></aside>
<footer hidden style="display:none">© 2022 The Example Courier</footer></body></html>"""
PAGES: dict[MediaKind, str] = {"text": _TEXT, "html": _HTML, "article": "\n\n".join(BODY)}
WORDS = (
    "<",
    ">",
    "</p>",
    "<p>",
    "</div>",
    "<div class='related'>",
    "<b><i>",
    "<script>",
    "<!--",
    "-->",
    "&#0;",
    "&amp",
    "<table>",
    "<br>" * 40,
    "{",
    "}",
    '"',
    "[[",
    "\\u0000",
    "</script>",
    "<svg>",
    "<title>",
    "\n\n",
    "\t",
    " " * 90,
    "|",
    "“",
    "«",
    "''",
    "19/07/2022",
    "31.02.2022",
    "2022-99-99",
    "10:99",
    "99999999999",
    "１９ ７ ２０２２",
    "昨日",
    "الأربعاء",
    "By ",
    "© ",
    "...",
    "\u200b",
    "\u202e",
    "\ud800",
    "\x00",
    "\ufffd",
    "e\u0301",
    "Comments",
    "Related",
    "cookies ",
    "* ",
    "( ",
    "Photo: ",
    "a" * 300,
)
OPERATIONS = ("word", "delete", "repeat", "swap", "cut", "case", "join", "move")
Edit = tuple[str, float, float, int]


def damaged(text: str, edits: Sequence[Edit]) -> str:
    """`text` with each edit made in turn: what, where and how far (as shares of the length), with which word."""
    for what, where, far, which in edits:
        at = int(where * len(text))
        end = min(len(text), at + 1 + int(far * far * 2_000))
        piece = text[at:end]
        text = {
            "word": text[:at] + WORDS[which % len(WORDS)] * (1 + which % 3) + text[at:],
            "delete": text[:at] + text[end:],
            "repeat": text[:at] + piece * (2 + which % 9) + text[end:],
            "swap": text[:at] + piece[::-1] + text[end:],
            "cut": text[:at],
            "case": text[:at] + piece.swapcase() + text[end:],
            "join": text[:at] + " ".join(piece.split()) + text[end:],
            "move": piece + text[:at] + text[end:],
        }[what][:60_000]
    return text


def edits(random: Random) -> list[Edit]:
    """A few edits, mostly one or two."""
    count = 1 + min(9, int(random.expovariate(0.5)))
    return [
        (random.choice(OPERATIONS), random.random(), random.random(), random.randrange(1_000)) for _ in range(count)
    ]


def cleaned(kind: MediaKind, text: str) -> Article | None:
    """The article of a page, or None where there is nothing to read in it; what must hold of it is checked."""
    page = capture(text, kind)
    try:
        article = clean(page)
    except InputError:
        return None
    check(article, page)
    return article


def check(article: Article, page: Capture) -> None:
    """Every kept paragraph stands in the text where it says, every stretch in the capture where it says, and no word
    of a text capture is lost."""
    for paragraph in article.paragraphs:
        assert paragraph.reason
        assert paragraph.text == paragraph.text.strip() or paragraph.start is None
        if paragraph.start is None:
            assert paragraph.role not in KEPT_ROLES
        else:
            assert article.text[paragraph.start : paragraph.end] == paragraph.text
        if paragraph.capture_start is not None:
            assert page.text[paragraph.capture_start : paragraph.capture_end] == paragraph.text
    for field in (article.title, article.dateline, article.outlet, article.agency, article.byline, article.published):
        span = field.span if field else None
        if span is not None:
            text = page.text if span.capture else article.text
            assert text[span.start : span.end] == span.exact
    if page.kind != "html":
        assert _letters("".join(p.text for p in article.paragraphs)) == _letters(page.text)


def _letters(text: str) -> str:
    return "".join(sorted(c for c in text if unicodedata.category(c)[0] in "LN"))
