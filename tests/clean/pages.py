"""Made-up pages and short ways to look at what the cleaner makes of them."""

from communique.clean import clean
from communique.records.articles import Article
from communique.records.captures import Capture, MediaKind, Sidecar

LEAD = (
    "The foreign ministers of Ghana and Togo met in Accra on Monday to discuss the border crossing at Aflao, "
    "which has been closed since the spring."
)
SECOND = (
    "Both sides agreed that the crossing should open again before the rains, and they asked their customs "
    "services to prepare a common timetable for lorries."
)
THIRD = (
    "“We will not let our traders wait another season,” the Ghanaian minister said after the talks, which lasted "
    "for more than three hours."
)
FOURTH = (
    "Her counterpart thanked the hosts for their patience and said that his government would send a delegation to "
    "the harbour of Tema in the coming weeks."
)
FIFTH = "The two ministers will meet again in Lomé, according to a statement that was handed to reporters."
BODY = (LEAD, SECOND, THIRD, FOURTH, FIFTH)
TITLE = "Ghana and Togo agree to reopen border crossing"


def capture(text: str, kind: MediaKind = "text", **known: str) -> Capture:
    return Capture(path="page.txt", sha256="0" * 64, kind=kind, text=text, charset="utf-8", sidecar=Sidecar(**known))


def text_page(*lines: str) -> Article:
    """The article of a text capture whose lines stand a blank line apart."""
    return clean(capture("\n\n".join(lines)))


def roles(article: Article) -> list[tuple[str, str]]:
    return [(paragraph.role, paragraph.text) for paragraph in article.paragraphs]


def role_of(article: Article, text: str) -> str:
    return next(paragraph.role for paragraph in article.paragraphs if paragraph.text == text)
