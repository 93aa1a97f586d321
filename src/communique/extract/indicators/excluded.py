"""Numbers that are no quantities: dates, clocks, years, ordinals, scores, names, counters, telephone numbers."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.annotate.tree import Tree
from communique.text.numbers import Number

if TYPE_CHECKING:
    from communique.extract.indicators.quantities import Quantity

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.?,?\s$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"(?:st|nd|rd|th)?[\s-](?:of\s)?(?:{_MONTHS})\b(?!\s(?:be|have|not|also)\b)", re.IGNORECASE)
_MONTH_DAY_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.?\s\d{{1,2}}(?:\s?[-–,]|\sto|\sand)?\s?$", re.IGNORECASE)
_CLOCK_BEHIND = re.compile(
    r"\s?(?:[ap]\.?m\b|o.clock|(?:GMT|UTC|EST|EDT|CET|BST)\b|hrs?\s(?:GMT|local))|[:h]\d\d", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|s)\b")
_NAME_BEFORE = re.compile(r"(?:[A-Za-z][-–./]?|[#@&№°]|\bNos?\.?\s|[:\d/][-–:/.]|[A-Z]\.)$")
_LABEL_BEFORE = re.compile(
    r"\b(?:articles?|chapters?|sections?|paragraphs?|pages?|figures?|tables?|channels?|rows?|rooms?|gates?|rounds?|"
    r"resolutions?|protocols?|flights?|phases?|parts?|episodes?|volumes?|versions?|types?|levels?|categor(?:y|ies)|"
    r"numbers?|highways?|routes?|weeks?|days?|seasons?|groups?|tiers?|class|grade|step|page|clause|annex|act)\s$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|from|during|before|after|late|early|mid|between|through|"
    r"spring|summer|autumn|fall|winter|season|year|years|a\.?d\.?)[\s-]$",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile(r"\s?(?:[-–/]|to|and)\s?(?:\d{2}|\d{4})\b")
_AGO = re.compile(r"\s(?:ago)\b", re.IGNORECASE)
_NO_ONE = re.compile(
    r"\b(?:no|some|any|every|this|that|each|the|which|another|good|bad|big|new|only|last|next|first|day|as|number|"
    r"is|was|be|loved)[\s-]$",
    re.IGNORECASE,
)
_NOT_COUNTED_WITH_ONE = frozenset(
    "day night morning evening thing way point moment time side hand another place end word occasion".split()
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|his|her|its|their|our|all)\s(?:other\s)?$", re.IGNORECASE)
_REACH = 40
# "40 billion dollars, not 14 billion": what is denied is no figure of anything.
_DENIED = re.compile(r"(?:,|\b(?:and|but))\s(?:not|rather than|instead of)\s(?:about\s|the\s)?[$€£¥]?$", re.IGNORECASE)
# "The first eleven months" is when, not how long.
_PERIOD_LEAD = re.compile(r"\b(?:first|opening|closing|final)\s$", re.IGNORECASE)
# Words for occasions, and for persons besides parties: as few as these are told, not measured.
_OCCASIONS = frozenset("time instance occasion".split())
_PERSONS = frozenset(
    "person child boy girl soldier journalist reporter aide adviser advisor lawmaker senator citizen expert analyst "
    "chairman brother sister son daughter friend colleague premier monarch king secretary ambassador envoy".split()
)
_FEW = 3
_FEW_TIMES = 10
# Words for parties: "the two sides" says who, it measures nothing.
PARTIES = frozenset(
    "side country nation state leader president minister government party neighbour neighbor people capital "
    "power head man woman partner counterpart ally diplomat official delegation sides".split()
)


def is_no_quantity(
    tree: Tree, text: str, offset: int, number: Number, quantity: "Quantity", blocked: Iterable[tuple[int, int]]
) -> bool:
    """Whether `number` (offsets into the sentence `text`, which begins at `offset`) measures nothing."""
    before, behind = _around(text, number)
    words = number.form in ("words", "vague", "fraction")
    measured = quantity.known is not None and quantity.noun is None
    if _is_part_of_name(before, behind, quantity, text) or _is_date(
        before, behind, number, text, measured, quantity.noun is not None
    ):
        return True
    if measured and quantity.known and quantity.known.kind == "time" and _AGO.match(text, quantity.end - offset):
        return True
    if not measured and any(s < number.end and number.start < e for s, e in blocked):
        return True
    if text[number.start : number.end].lower() == "one" and _is_no_one(tree, before, quantity):
        return True
    if _names_parties(tree, before, number, quantity) or _is_told(tree, quantity) or _ends_before(tree, quantity):
        return True
    if _DENIED.search(before):
        return True
    if measured and quantity.known and quantity.known.kind == "time" and _PERIOD_LEAD.search(before):
        return True
    if measured or quantity.noun is not None:
        return not measured and (_is_compound(behind) or _is_labelled(tree, before, quantity))
    return (words and number.form != "fraction") or _is_bare_label(tree, text, offset, number)


def _around(text: str, number: Number) -> tuple[str, str]:
    """The words before and behind, no more of them than any pattern here reads."""
    return text[max(0, number.start - _REACH) : number.start], text[number.end : number.end + _REACH]


def _is_part_of_name(before: str, behind: str, quantity: "Quantity", text: str) -> bool:
    """V10, TA-35, COVID-19, 2:30, 555-1234, 3G, 10th: glued to what is no unit."""
    money = quantity.start < quantity.number_start
    if not money and _NAME_BEFORE.search(before) and not re.search(r"\bminus-$", before):
        return True
    if _ORDINAL.match(behind):
        return True
    if quantity.known is None and re.match(r"[^\W\d_]", behind):
        return True
    return quantity.value_to is None and bool(re.match(r"[-:]?\d", behind))


def _is_date(before: str, behind: str, number: Number, text: str, measured: bool, counted: bool) -> bool:
    written = text[number.start : number.end]
    if _CLOCK_BEHIND.match(behind):
        return True
    if measured and not re.fullmatch(r"(?:1[5-9]|20)\d\d", written):
        return False
    if _MONTH_BEFORE.search(before) and number.value < 2100 and "," not in written:
        return True
    if number.value <= 31 and "." not in written and (_MONTH_BEHIND.match(behind) or _MONTH_DAY_BEFORE.search(before)):
        return True
    return not measured and _is_year(before, behind, written, counted)


def _is_year(before: str, behind: str, written: str, counted: bool) -> bool:
    """Four digits from 1000 to 2100 where a year is said, or from 1900 on anywhere."""
    ends = re.fullmatch(r"(1\d{3}|20\d\d|2100)(?:(?:\s?[-–/]\s?|\s(?:to|and|or)\s)(1\d{3}|20\d\d|\d\d))?", written)
    if ends is None:
        return False
    if int(ends[1]) >= 1900 or ends[2]:
        return written != "2000" or not counted or bool(_YEAR_BEFORE.search(before))
    return bool(_YEAR_BEFORE.search(before)) or bool(_FROM_BEHIND.match(behind))


def _is_no_one(tree: Tree, before: str, quantity: "Quantity") -> bool:
    """The pronoun, and turns such as "one day", "one another"."""
    if quantity.known is not None and quantity.known.unit != "point":
        return False
    if quantity.noun is None or _NO_ONE.search(before):
        return True
    if tree.tokens[quantity.noun].tag == "NNS":
        return False
    return tree.tokens[quantity.noun].lemma in _NOT_COUNTED_WITH_ONE


def _names_parties(tree: Tree, before: str, number: Number, quantity: "Quantity") -> bool:
    """ "The two leaders": a definite pair or trio of parties is named, not counted."""
    if quantity.noun is None or not 2 <= number.value <= 5 or number.form != "words":
        return False
    return tree.tokens[quantity.noun].lemma in PARTIES and bool(_DEFINITE.search(before) or number.value == 2)


def _is_told(tree: Tree, quantity: "Quantity") -> bool:
    """ "Two people", "two Koreas", "one instance", "six times": few persons, states or occasions measure nothing."""
    if quantity.form != "words" or quantity.value_to is not None:
        return False
    if quantity.noun is None:
        return 0 < quantity.value <= _FEW and quantity.unit == "people"
    noun = tree.tokens[quantity.noun]
    if noun.lemma in _OCCASIONS:
        return 0 < quantity.value <= _FEW_TIMES
    named = noun.tag == "NNPS"
    return 0 < quantity.value <= _FEW and (named or noun.lemma in PARTIES or noun.lemma in _PERSONS)


def _ends_before(tree: Tree, quantity: "Quantity") -> bool:
    """ "Syria at three", and the next paragraph begins: what it would count stands beyond a paragraph's end."""
    return quantity.noun is not None and "\n\n" in tree.text[quantity.number_start : tree.tokens[quantity.noun].start]


def _is_labelled(tree: Tree, before: str, quantity: "Quantity") -> bool:
    """ "A category 4 hurricane", "the Model 12 Mini": the number belongs to the word before it."""
    if quantity.noun is None or tree.tokens[quantity.noun].tag in ("NNS", "NNPS"):
        return False
    first = tree.at(quantity.number_start)
    named = first is not None and first > 0 and tree.tokens[first - 1].pos == "PROPN"
    return bool(_LABEL_BEFORE.search(before)) or named


def _is_compound(behind: str) -> bool:
    """ "three-bed apartment", "two-way": a name of a kind, where no unit is known."""
    return bool(re.match(r"-[A-Za-z]", behind))


def _is_bare_label(tree: Tree, text: str, offset: int, number: Number) -> bool:
    """Bare digits are a quantity only where a preposition, a verb or a colon leads to them."""
    before, written = _around(text, number)[0], text[number.start : number.end]
    if _LABEL_BEFORE.search(before) or re.fullmatch(r"0\d+|\d{7,}", written):
        return True
    first = tree.at(offset + number.start)
    if first is None or first == tree.sentence_of(first).first:
        return True
    previous = tree.tokens[first - 1]
    if previous.pos in ("PROPN", "NOUN", "X", "SYM", "NUM", "PUNCT", "ADJ", "DET"):
        return not (previous.text in ("(", ":") and number.value >= 1000)
    if previous.text.lower() == "aged":
        return True
    if previous.text.lower() in ("in", "on", "at", "the", "and", "or", "since", "until", "for", "between"):
        return number.value < 1000 and "." not in written
    return False
