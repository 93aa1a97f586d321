"""What can be said of a line in its page, as numbers a person can read."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log2

from communique.clean import context
from communique.clean.lines import Line
from communique.clean.vocabulary import all_function_words, function_words, page_vocabulary
from communique.clean.words import capital_share, count_sentences, ends_sentence, main_script

ROLES = (
    "navigation", "share", "related", "comments", "consent", "legal", "counter", "tags", "byline", "date", "credit",
    "source",
)  # fmt: skip
ENDERS = ("related", "comments", "share", "tags", "legal", "byline", "navigation")
_SEPARATED = re.compile(r"\s[|»›>/·•]\s|^[|»›>]|[|»›>]$")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w|\.com\b")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2}")
_FAR = 60.0

Row = dict[str, float]


def rows(lines: Sequence[Line]) -> list[Row]:
    """For each line its features, own and in context."""
    own = [_own(line) for line in lines]
    if not own:
        return own
    _add_page(lines, own)
    prose = [row["words"] if is_prose(row) else 0.0 for row in own]
    context.add(own, prose)
    _add_layout(lines, own, prose)
    _add_marks_passed(own, prose)
    _add_topic(lines, own, prose)
    for line, row in zip(lines, own, strict=True):
        row.update(line.marks)
    return own


def is_prose(row: Row) -> bool:
    """Whether a line reads as running text: a sentence with its small words."""
    if row["end"]:
        return row["words"] >= 6 and (row["small"] >= 0.15 or row["cjk"] > 0.5)
    return row["words"] >= 18 and row["small"] >= 0.25


def is_separated(text: str) -> bool:
    """Whether bars, arrows or dots stand between its words, as in a row of links."""
    return _SEPARATED.search(text[:400]) is not None


def _own(line: Line) -> Row:
    words, text = line.words, line.text
    count = len(words)
    small = sum(word in all_function_words() for word in words)
    cjk = sum(len(word) == 1 and word > "\u3000" for word in words)
    row = {
        "words": float(count),
        "size": log2(1 + count),
        "chars": log2(1 + len(text)),
        "end": float(ends_sentence(text)),
        "colon": float(text[-1] in ":："),
        "question": float(text[-1] in "?？؟"),
        "ellipsis": float(text.endswith(("...", "…", "[…]"))),
        "sentences": min(6.0, count_sentences(text)),
        "small": small / count if count else 0.0,
        "cjk": cjk / count if count else 0.0,
        "capitals": capital_share(text),
        "upper": float(text.isupper() and count > 1),
        "digits": sum(char.isdigit() for char in text[:2_000]) / min(len(text), 2_000),
        "separated": float(is_separated(text)),
        "bullet": float(line.bullet is not None),
        "lower": float(text[0].islower()),
        "number_first": float(text[0].isdigit()),
        "quote_first": float(text[0] in "\"“«‘'„"),
        "address": float(_ADDRESS.search(text[:400]) is not None),
        "dated": float(count < 15 and _DATE.search(text) is not None),
        "no_letters": float(not any(word.isalpha() for word in words)),
        "you": sum(w in ("you", "your", "we", "our", "us") for w in words) / (count or 1),
    }
    row.update(_vocabulary(line, count))
    return row


def _vocabulary(line: Line, count: int) -> Row:
    hits = page_vocabulary().hits(line.words)
    row = {}
    for role in ROLES:
        share = [h.count / count if h.how == "has" else 1.0 for h in hits if h.role == role and _tells(h.how, count)]
        row[f"says_{role}"] = max(share, default=0.0)
    parts = {tuple(line.words[h.first : h.first + h.count]) for h in hits if h.how == "parts"}
    row["says_consent"] = max(row["says_consent"], float(len(parts) >= 3 or (len(parts) == 2 and count < 60)))
    row["says"] = max(row[f"says_{role}"] for role in ROLES)
    return row


def _tells(how: str, count: int) -> bool:
    return how in ("is", "has") or (how == "starts" and count <= 25)


def _add_page(lines: Sequence[Line], own: list[Row]) -> None:
    """Features that need the page: repetition, and language and script against those of most of its prose."""
    seen = Counter(line.words for line in lines)
    counts = dict.fromkeys(function_words(), 0)
    for line, row in zip(lines, own, strict=True):
        row["repeated"] = min(4.0, seen[line.words] - 1.0)
        if row["end"] and row["words"] >= 8:
            for code, small in function_words().items():
                counts[code] += sum(word in small for word in line.words)
    page = max(sorted(counts), key=counts.__getitem__)
    script = main_script(" ".join(line.text for line, row in zip(lines, own, strict=True) if is_prose(row)))
    for line, row in zip(lines, own, strict=True):
        row["foreign"] = float(_is_foreign(line, page))
        row["other_script"] = float(script is not None and (main_script(line.text) or script) != script)


def _is_foreign(line: Line, page: str) -> bool:
    if len(line.words) < 5:
        return False
    ours = sum(word in function_words()[page] for word in line.words)
    best = max(sum(word in small for word in line.words) for small in function_words().values())
    return best >= 3 and best > 1.5 * ours


def _add_layout(lines: Sequence[Line], own: list[Row], prose: Sequence[float]) -> None:
    gaps = Counter(line.gap for line, mass in zip(lines, prose, strict=True) if mass)
    usual_gap = gaps.most_common(1)[0][0] if gaps else 0
    indents: Counter[int] = Counter()
    for line, mass in zip(lines, prose, strict=True):
        indents[line.indent] += int(mass)
    usual = indents.most_common(1)[0][0] if indents else 0
    varied = len({line.indent for line in lines}) > 4
    after = [line.gap for line in lines[1:]] + [1]
    for line, row, gap_after in zip(lines, own, after, strict=True):
        row["gap"] = float(max(-2, min(2, line.gap - usual_gap)))
        row["gap_after"] = float(max(-2, min(2, gap_after - usual_gap)))
        row["indent"] = float(max(-12, min(12, line.indent - usual))) if varied else 0.0
        row["indented"] = float(varied)
        row["same_indent"] = indents[line.indent] / (sum(prose) or 1) if varied else 0.5


def _add_marks_passed(own: list[Row], prose: Sequence[float]) -> None:
    """How far back each role's mark stands, and how much prose since: an article ends with such marks."""
    since_prose = context.running(prose)
    last: dict[str, int] = {}
    enough = 0.08 * since_prose[-1]
    for i, row in enumerate(own):
        for role in ENDERS:
            at = last.get(role)
            row[f"after_{role}"] = _FAR if at is None else min(_FAR, float(i - at))
            row[f"prose_after_{role}"] = -1.0 if at is None else log2(1 + since_prose[i] - since_prose[at])
            if row[f"says_{role}"] == 1.0 and row["words"] <= 12 and since_prose[i] > enough:
                last[role] = i


def _add_topic(lines: Sequence[Line], own: list[Row], prose: Sequence[float]) -> None:
    """The share of a line's telling words that the page's prose uses in other lines."""
    used: Counter[str] = Counter()
    telling = [frozenset(w for w in line.words if len(w) > 3 and w not in all_function_words()) for line in lines]
    for words, mass in zip(telling, prose, strict=True):
        if mass:
            used.update(words)
    for words, row, mass in zip(telling, own, prose, strict=True):
        others = 1 if mass else 0
        row["on_topic"] = sum(used[w] > others for w in words) / len(words) if len(words) > 1 else 0.5
        row["on_topic_often"] = sum(used[w] > others + 2 for w in words) / len(words) if len(words) > 1 else 0.3
