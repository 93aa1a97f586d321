"""Whether words that look like a time are one where they stand: "may", "march", "2000 troops", "Theresa May"."""

from collections.abc import Sequence

from communique.text.times.lexemes import Lexeme
from communique.text.times.lexicon import MONTHS, PLURALS, UNITS, WEEKDAYS

BEFORE_TIMES = frozenset(
    "in on since until till by from of for during through throughout before after between than early late mid last "
    "next this the every each past that earlier later sometime around about end beginning start middle".split()
)
MONTHS_THAT_ARE_WORDS = frozenset(("may", "march", "mar"))
MONTHS_THAT_ARE_NAMES = frozenset(("april", "may", "june", "august", "jan"))
COUNTED = frozenset(
    "% $ € £ percent per cent people troops soldiers dollars euros pounds yen yuan rubles roubles miles kilometers "
    "kilometres km meters metres feet tons tonnes barrels million billion trillion thousand times points jobs "
    "workers members men women children students refugees shares families homes cases deaths votes pages words "
    "employees protesters demonstrators police officers hectares acres degrees bottles copies others "
    "megawatts gallons cars vehicles companies delegates participants missiles tanks".split()
) | frozenset((*PLURALS, *UNITS))  # fmt: skip
COUNTING = frozenset(
    "$ € £ # + : no nos number than nearly almost roughly approximately some only route highway room flight model page "
    "paragraph resolution resolutions boeing act".split()
)
# How many lexemes of a list of numbers are read back.
LISTED = 12
OPENING = frozenset("( [ ' \" “ ‘ *".split())


def word(lexemes: Sequence[Lexeme], at: int) -> str:
    """The text of lexeme `at`, or "" outside."""
    return lexemes[at].text if 0 <= at < len(lexemes) else ""


def lone_month(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """A month by itself: written with a capital, and none of a name, a verb or an auxiliary."""
    at = next(i for i in range(first, last) if lexemes[i].text in MONTHS)
    month, before, after = lexemes[at], word(lexemes, at - 1), word(lexemes, at + 1)
    if not month.capital or (month.text in SHORT and after != "."):
        return False
    led = before in BEFORE_TIMES or (before in JOINING and _is_time(lexemes, at - 2))
    led = led or (after in ("-", "/") and word(lexemes, at + 2) in MONTHS and lexemes[at + 2].capital)
    marched = before == "the" and after in ("on", "for", "of", "against")
    if month.text in MONTHS_THAT_ARE_WORDS and (not led or marched):
        return False
    return not (month.text in MONTHS_THAT_ARE_NAMES and not led and _named(lexemes, at))


def _is_time(lexemes: Sequence[Lexeme], at: int) -> bool:
    return word(lexemes, at) in MONTHS or word(lexemes, at) in ("now", "today") or lexemes[at].shape == "year"


JOINING = frozenset(("and", "or", "to", "-", "/"))
SHORT = frozenset(name for name in MONTHS if len(name) <= 4) - {"may", "june", "july"}


def _named(lexemes: Sequence[Lexeme], at: int) -> bool:
    near = [lexemes[i] for i in (at - 1, at + 1) if 0 <= i < len(lexemes)]
    return any(each.capital and each.shape == "word" and each.text not in MONTHS | WEEKDAYS for each in near)


def dated_month(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """A month with its day: "may 5 countries" is none, "May 5" and "5 may 2022" are."""
    months = [lexemes[i] for i in range(first, last) if lexemes[i].text in MONTHS]
    years = any(lexemes[i].shape == "year" for i in range(first, last))
    words = any(each.text in MONTHS_THAT_ARE_WORDS and not each.capital for each in months)
    return (years or not words) and not (word(lexemes, last) in COUNTED and not years) and _unglued(lexemes, last)


def _unglued(lexemes: Sequence[Lexeme], last: int) -> bool:
    # "June 19.5" and "June 1,000" go on as a number; "July 19th-century" as another word.
    return not (last < len(lexemes) and lexemes[last].shape in ("number", "decimal") and not lexemes[last].spaced)


def bare_year(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """Four digits that no noun counts and no mark or name makes a number of something."""
    at = next(i for i in range(first, last) if lexemes[i].shape == "year")
    if word(lexemes, at + 1) in COUNTED or not 1400 <= (lexemes[at].value or 0) <= 2150:
        return False
    if _at_street(lexemes, at):
        return False
    return _free_behind(lexemes, at) and (first < at or _free_before(lexemes, at))


STREETS = frozenset("avenue ave street st road rd drive boulevard blvd lane square plaza terrace".split())


def _at_street(lexemes: Sequence[Lexeme], at: int) -> bool:
    """ "1600 Pine Avenue": a house has a number."""
    names = lexemes[at + 1 : at + 4]
    street = next((i for i, each in enumerate(names) if each.text in STREETS), 0)
    return street > 0 and all(each.capital or each.shape == "ordinal" for each in names[: street + 1])


# What is called after a feast and falls on no day.
FESTIVE = frozenset(
    "tree trees card cards market markets carol carols present presents gift gifts shopping dinner song songs lights "
    "decorations album movie film ad advert party parties jumper cake pudding stocking stockings bonus island".split()
)


# "Before New Year's" is the day, "a New Year's message" is none.
AFTER_FEAST = frozenset(". , ; : ) - and or to but as for in at when with after he she they it the".split()) | {""}


def feast_name(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """With a capital, and neither a Christmas tree nor an Easter egg."""
    words = [each.text for each in lexemes[first:last]]
    if not any(each.capital for each in lexemes[first:last]) and words[-2:] != ["election", "day"]:
        return False
    if words[-1] == "s" and words[-2:-1] == ["'"] and word(lexemes, last) not in AFTER_FEAST:
        return False
    return word(lexemes, last) not in FESTIVE and word(lexemes, last) not in ("egg", "eggs", "bunny", "rising")


def short_year(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """ "1998-02" and "2001-04": two digits that end what they begin; "2001-4" is something else."""
    short = lexemes[last - 1]
    counted = word(lexemes, last) in COUNTED
    at = next(i for i in range(first, last) if lexemes[i].shape == "year")
    return short.end - short.start == 2 and not counted and bare_year(lexemes[: at + 1], first, at + 1)


def forenoon(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """ "4 in the morning": an hour of the twelve."""
    return 1 <= (lexemes[first].value or 0) <= 12


VERBAL = frozenset("to will would could can may might should must shall not and ' it they".split())


def no_verb(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """ "The talks may last two weeks" says how long, not which weeks."""
    return lexemes[first].text != "last" or word(lexemes, first - 1) not in VERBAL


def _free_behind(lexemes: Sequence[Lexeme], at: int) -> bool:
    after = word(lexemes, at + 1)
    if at + 2 >= len(lexemes):
        return True
    beyond = lexemes[at + 2]
    if after in (":", ".", "/", "-") and not beyond.spaced:
        return beyond.shape == "year" or not (_numeric(beyond) or {beyond.text, f"{beyond.text}s"} & COUNTED)
    return True


def _free_before(lexemes: Sequence[Lexeme], at: int) -> bool:
    before, beyond = word(lexemes, at - 1), word(lexemes, at - 2)
    if lexemes[at].spaced:
        return _led(lexemes, at) not in COUNTING and not (before == "." and beyond in ("no", "nos"))
    return before in OPENING or (before in ("-", "/") and at > 1 and lexemes[at - 2].shape == "year")


def _led(lexemes: Sequence[Lexeme], at: int) -> str:
    """The word before the number, or before the list of numbers that it ends: "resolutions 2118 and 2254"."""
    for back in range(at - 1, max(at - LISTED, -1), -1):
        if not _numeric(lexemes[back]) and lexemes[back].text not in ("and", "or", ",", "&"):
            return lexemes[back].text.removesuffix("s") if back < at - 1 else lexemes[back].text
    return ""


def _numeric(lexeme: Lexeme) -> bool:
    return lexeme.shape in ("number", "year", "decimal", "clock")


def short_weekday(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """An abbreviated weekday, with its full stop, begins with a capital, and is no newspaper ("the Las Vegas Sun.")."""
    named = first > 0 and lexemes[first - 1].capital and lexemes[first - 1].shape == "word"
    return not named and all(each.capital for each in lexemes[first:last])


def named_season(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """No games, and no fall of a city."""
    if word(lexemes, last - 1) == "fall" and word(lexemes, last) == "of":
        return False
    return word(lexemes, last) not in ("olympics", "olympic", "games", "palace", "universiade", "paralympics")


# Words with a capital before a weekday that is the name of something: Super Tuesday, Bloody Sunday.
NAMING = frozenset(
    "super bloody black cyber fat ash maundy spy giving holy casual whit palm remembrance wild stir mothering".split()
)


def weekday_name(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """A weekday begins with a capital, and is no Super Tuesday."""
    named = [i for i in range(first, last) if lexemes[i].text in WEEKDAYS]
    if any(word(lexemes, i - 1) in NAMING and lexemes[i - 1].capital for i in named):
        return False
    return all(lexemes[i].capital for i in named)


def nth_weekday(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """A weekday of a month, both with a capital."""
    return weekday_name(lexemes, first, last) and dated_month(lexemes, first, last)


MEASURING = frozenset("ended ending ahead before after of when that in on -".split())


def no_length(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """Not "the year ended 31 March", "the year to June", "the day before", "the week of", "the month after": another
    time measures it."""
    if word(lexemes, last) == "to" and word(lexemes, last + 1) in MONTHS:
        return False
    return word(lexemes, last) not in MEASURING


def no_fate(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """ "The future of the alliance" is what becomes of it, "bonds for the future" what they are for: no time."""
    return not (last - first == 2 and (word(lexemes, last) == "of" or word(lexemes, first - 1) == "for"))


AUXILIARY = frozenset("have has had 've having was were been being".split())


def no_aspect(lexemes: Sequence[Lexeme], first: int, _last: int) -> bool:
    """ "Has recently moved" says no more than the perfect, "most recently" which of several is the last."""
    return word(lexemes, first - 1) not in AUXILIARY and word(lexemes, first - 1) != "most"


# What comes out every day or every week, and is called so.
EDITIONS = frozenset("newspaper newspapers paper papers release releases report reports bulletin newsletter".split())


def no_edition(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """ "The weekly newspaper", "a daily press release": a kind of paper. "Sales rise 8% annually" is a rate."""
    if {word(lexemes, last), word(lexemes, last + 1)} & EDITIONS:
        return False
    return word(lexemes, first - 1) not in ("%", "percent", "cent")


def begins(lexemes: Sequence[Lexeme], first: int, _last: int) -> bool:
    """Not the tail of a compound: "two-and-a-half-year"."""
    return word(lexemes, first - 1) != "-" or lexemes[first].spaced


LED = frozenset(
    "for in within after of about over than nearly almost only just last lasted lasting take takes took taking spend "
    "spent least most to under roughly approximately around until by on with from during . , ; : ( - ' and or but that "
    "is was be as every another".split()
)


def no_rate(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """Neither an age nor the "a week" of "four flights a week", nor a quarter that is a fourth."""
    counted = word(lexemes, last - 3 if word(lexemes, last - 2) == "-" else last - 2)
    if counted in ("a", "one") and word(lexemes, last - 1) == "quarter":
        return False
    hyphened = lexemes[first].text in ("a", "an") and word(lexemes, last) == "-"
    return no_price(lexemes, first, last) and not hyphened and no_age(lexemes, first, last)


def no_price(lexemes: Sequence[Lexeme], first: int, _last: int) -> bool:
    """Not what something costs or yields: "$15 an hour or less"."""
    return lexemes[first].text not in ("a", "an") or first == 0 or lexemes[first - 1].text in LED


def no_age(lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """Not "5-year-old", "five years old", "aged 20 years", "40 days' worth"."""
    following = (word(lexemes, last), word(lexemes, last + 1))
    return not (following[0] == "old" or following == ("-", "old") or following[0] == "older")
