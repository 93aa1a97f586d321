"""The account as Markdown with footnoted sources, for those who must paste it."""

import re

from communique.records.record import Record
from communique.report.account import Clause, account
from communique.report.countries import country_name
from communique.report.index import build
from communique.report.page import shown, tally, title
from communique.report.sources import Citer, Source, safe_url

# Whatever Markdown or HTML would read as more than text.
SPECIAL = re.compile(r"([\\`*_\[\]<>#!|~&$])")
# An address that would end the link it stands in.
UNSAFE_IN_LINK = re.compile(r"[<>()\\\s]")


def brief(record: Record) -> str:
    """What happened, chapter by chapter, each clause with its sources as footnotes; equal records give equal text."""
    index = build(record, country_name)
    citer = Citer(index)
    cited: dict[str, Source] = {}
    lines = [f"# {escaped(title(index))}", "", f"{escaped(tally(record, index))}.", ""]
    for chapter in account(index, citer):
        lines += [f"## {escaped(chapter.heading)}", ""]
        for story in chapter.stories:
            lines += [f"### {escaped(story.date)}", ""]
            lines += [_clause(clause, cited) for clause in story.clauses]
            lines.append("")
        if chapter.more:
            lines += [f"And {chapter.more} more.", ""]
    lines += [_footnote(source, index.articles[article].url) for article, source in _in_order(cited)]
    return shown("\n".join(lines).rstrip("\n") + "\n")


def _clause(clause: Clause, cited: dict[str, Source]) -> str:
    cited |= {source.article: source for source in clause.sources}
    notes = "".join(f"[^{source.number}]" for source in clause.sources)
    quote = f" {escaped(clause.quote)}" if clause.quote else ""
    return f"- {escaped(clause.words + clause.tail)}{quote}{notes}"


def _in_order(cited: dict[str, Source]) -> list[tuple[str, Source]]:
    return sorted(cited.items(), key=lambda item: item[1].number)


def _footnote(source: Source, url: str | None) -> str:
    address = safe_url(url)
    words = f"[^{source.number}]: {escaped(source.outlet)}, {escaped(source.date)}: {escaped(source.title)}"
    return f"{words} <{address}>" if address and not UNSAFE_IN_LINK.search(address) else words


def escaped(text: str) -> str:
    """`text` on one line, as Markdown that reads as it stands."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
