"""The quantities of a sentence: its numbers with their units, less what only looks like one."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from communique.annotate.tree import Tree
from communique.extract.indicators.counted import counted_noun
from communique.extract.indicators.excluded import is_no_quantity
from communique.knowledge.units import Unit, UnitTable
from communique.records.annotated import Sentence
from communique.records.base import Row
from communique.text.numbers import Number, find

_TRAILING = re.compile(r"\s(?:US|Cdn|Australian|Canadian)\b(?=\s(?:per|a|each|in|for|on|to)\b|[.,;)]|$|\sbail)")
_BETWEEN = re.compile(r"\s?(?:to|-|–|/)\s?|\sor\s|\sand\s", re.IGNORECASE)
_OF_A = re.compile(r"\sof\san?(?=\s)", re.IGNORECASE)
_MINUS = re.compile(r"(?:\bminus[ -]|(?<![\w.%)])[-−])$")
_AGE = re.compile(r"[\s-]+(?:years?|months?)[\s-]olds?\b", re.IGNORECASE)


class Quantity(Row, frozen=True, kw_only=True):
    """A number with its unit. Offsets are into the article's text: `start` to `end` cover sign, number and unit,
    `number_start` to `number_end` the number alone. `unit` is the name in the record, `known` its table row where
    it is a measure or money; `noun` the token of what is counted, where something is."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    value_to: float | None = None
    unit: str = ""
    known: Unit | None = None
    noun: int | None = None
    form: str = "digits"


def quantities(tree: Tree, sentence: Sentence, units: UnitTable, dates: Iterable[tuple[int, int]]) -> list[Quantity]:
    """The quantities of `sentence` in text order. `dates` are stretches of the text that name calendar times."""
    offset = tree.tokens[sentence.first].start
    text = tree.text[offset : tree.tokens[sentence.last - 1].end]
    blocked = [(start - offset, end - offset) for start, end in dates]
    pairs = [(number, _read(tree, text, offset, number, units)) for number in find(text)]
    kept = [q for number, q in pairs if not is_no_quantity(tree, text, offset, number, q, blocked)]
    return _ranges(tree.text, _elided(tree.text, kept))


def _read(tree: Tree, text: str, offset: int, number: Number, units: UnitTable) -> Quantity:
    """`number` with the currency before it, the unit behind it, or the noun it counts."""
    bare = _signed(text, number)
    start, end = bare.start, bare.end
    of_a = _OF_A.match(text, end) if number.form == "fraction" else None
    found = units.following(text, of_a.end() if of_a else end)
    if money := units.preceding(text, start):
        bare = _with_unit(text, replace(bare, start=money[0]), units, end, money[1])
    elif found and not _is_plain_word(text, end, found[0]):
        age = _AGE.match(text, end)
        behind, known = (age.end(), units.by_name["year of age"]) if age else found
        bare = _with_unit(text, bare, units, behind, known)
    else:
        return _counted(tree, _moved(bare, offset), units)
    return _moved(bare, offset)


def _counted(tree: Tree, bare: Quantity, units: UnitTable) -> Quantity:
    """The number (offsets into the article) with the noun it counts, where there is one."""
    of = bare.form in ("vague", "fraction") or tree.text[bare.start : bare.end].lower() == "one"
    noun = counted_noun(tree, bare.end, of=of)
    if noun is None:
        return bare
    known = units.named(noun.head)
    unit = "" if bare.form == "fraction" else known.unit if known else noun.unit
    return replace(bare, end=noun.end, unit=unit, known=known, noun=noun.token)


def _moved(quantity: Quantity, offset: int) -> Quantity:
    return replace(
        quantity,
        start=quantity.start + offset,
        end=quantity.end + offset,
        number_start=quantity.number_start + offset,
        number_end=quantity.number_end + offset,
    )


def _signed(text: str, number: Number) -> Quantity:
    """The number alone, with a minus in front of it ("minus 130", "-0.2%", where no word or number ends at the
    dash). Offsets are into `text`."""
    before = text[max(0, number.start - 7) : number.start]
    minus = _MINUS.search(before) if number.value_to is None else None
    start = number.start - len(minus[0]) if minus else number.start
    return Quantity(
        start=start,
        end=number.end,
        number_start=start,
        number_end=number.end,
        value=-number.value if minus else number.value,
        value_to=number.value_to,
        form=number.form,
    )


def _is_plain_word(text: str, start: int, end: int) -> bool:
    """Whether a "unit" is but the first word of what is counted: "two point guards", "three second places"."""
    unit = text[start:end].strip(" -").lower()
    return unit in ("point", "second", "minute", "foot", "won") and bool(re.match(r"\s[a-z]+s\b", text[end:]))


def _with_unit(text: str, bare: Quantity, units: UnitTable, end: int, known: Unit) -> Quantity:
    """The number with a known unit that ends at `end`, and what it is counted per."""
    if known.kind == "money" and (trailing := _TRAILING.match(text, end)):
        end = trailing.end()
    name = known.unit
    if per := units.per(text, end):
        end, name = per[0], f"{name} per {per[1]}"
    return replace(bare, end=end, unit=name, known=known)


def _elided(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "8 or $9", "5 to 20 percent", "four-, five- and six-cylinder": a bare number takes the next one's unit."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i], out[i + 1]
        gap = text[left.end : right.start]
        if not left.unit and right.known and re.fullmatch(r"-?,?\s?(?:to|or|and|-|–)\s?|-,\s", gap):
            out[i] = replace(left, unit=right.unit, known=right.known)
        elif (
            left.known
            and right.known == left.known
            and gap in (" to ", " and ")
            and right.unit.startswith(f"{left.unit} per ")
        ):
            out[i] = replace(left, unit=right.unit)
        elif _from_to(text, left, right, gap):
            out[i + 1] = replace(right, unit=left.unit, known=left.known)
    return out


def _from_to(text: str, left: Quantity, right: Quantity, gap: str) -> bool:
    """ "From 208 pounds to 193"."""
    from_ = re.search(r"\bfrom\s$", text[max(0, left.start - 6) : left.start])
    return bool(from_) and gap == " to " and bool(left.unit) and not right.unit and right.noun is None


def _ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "5 percent to 20 percent", "$5-$10", "between 3 million tons and 4 million tons" as one quantity."""
    out: list[Quantity] = []
    for right in found:
        if out and (joined := _joined(text, out[-1], right)):
            out[-1] = joined
        else:
            out.append(right)
    return out


def _joined(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    gap = text[left.end : right.start]
    if left.value_to is not None or right.value_to is not None or left.unit != right.unit or not left.unit:
        return None
    if left.known is None or not _BETWEEN.fullmatch(gap) or left.value >= right.value:
        return None
    before = text[max(0, left.start - 16) : left.start].lower()
    word = gap.strip().lower()
    if word == "or" or (word == "and" and not before.endswith("between ")):
        return None
    if re.search(r"\bfrom\s$", before) and not re.search(
        r"\b(?:rang|var|run|runs|go|goes|going|stretch)\w* from\s$", before
    ):
        return None
    return replace(left, end=right.end, number_end=right.number_end, value_to=right.value)
