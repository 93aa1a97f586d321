"""Rules for days that have a name: feasts, holidays, and the few days that a deed has named."""

from communique.text.times import guards, meanings
from communique.text.times.rules import Rule

calendar = meanings.calendar
Fixed = tuple[tuple[str, str | int], ...]


def _rule(pattern: str, *fixed: tuple[str, str | int]) -> Rule:
    return Rule(f"<which>? {pattern} ((,|of)? {{year}})?", calendar, guards.feast_name, fixed)


def _moving(name: str, pattern: str) -> Rule:
    return _rule(pattern, ("feast", name))


def _fixed(month: int, day: int, pattern: str) -> Rule:
    return _rule(pattern, ("month", month), ("day", day))


MOVING = (
    _moving("easter", "easter (sunday|day)?"),
    _moving("good_friday", "good friday"),
    _moving("maundy_thursday", "maundy thursday"),
    _moving("palm_sunday", "palm sunday"),
    _moving("ash_wednesday", "ash wednesday"),
    _moving("shrove_tuesday", "(shrove|fat) tuesday"),
    _moving("easter_monday", "easter monday"),
    _moving("pentecost", "(pentecost|whit) sunday?"),
    _moving("thanksgiving", "thanksgiving day?"),
    _moving("black_friday", "black friday"),
    _moving("cyber_monday", "cyber monday"),
    _moving("labor_day", "labor day"),
    _moving("memorial_day", "memorial day"),
    _moving("king_day", "(martin luther king|mlk) (,? jr .?)? day"),
    _moving("presidents_day", "presidents '? day"),
    _moving("columbus_day", "columbus day"),
    _moving("election_day", "election day"),
    _moving("remembrance_sunday", "remembrance sunday"),
    Rule("easter week", calendar, guards.feast_name, (("feast", "easter"), ("around", "week"))),
    Rule("(the|last|this|next)? easter weekend", calendar, guards.feast_name, (("feast", "easter"), ("at_weekend", 1))),
    Rule("(the|last|this|next)? thanksgiving weekend", calendar, guards.feast_name,
         (("feast", "thanksgiving"), ("at_weekend", 1))),
)  # fmt: skip
FIXED = (
    _fixed(1, 1, "new year ' s day"),
    _fixed(1, 20, "inauguration day"),
    _fixed(2, 14, "valentine ' s day"),
    _fixed(3, 8, "international women ' s day"),
    _fixed(3, 17, "(st .?|saint) patrick ' s day"),
    _fixed(7, 14, "bastille day"),
    _fixed(10, 31, "halloween"),
    _fixed(11, 11, "(veterans '?|armistice) day"),
    _fixed(12, 24, "christmas eve"),
    _fixed(12, 25, "christmas day?"),
    _fixed(12, 26, "boxing day"),
    _fixed(12, 31, "new year ' s eve"),
    Rule("the? eve of (a|the)? new year", calendar, fixed=(("month", 12), ("day", 31))),
    Rule("christmas week", calendar, guards.feast_name, (("month", 12), ("day", 25), ("around", "week"))),
)
ATTACKED: Fixed = (("year", 2001), ("month", 9), ("day", 11))
STORMED: Fixed = (("year", 2021), ("month", 1), ("day", 6))
# A day without a year, by what is said to have been on it.
DEEDS = (
    Rule("{nine_eleven:ignored}", calendar, fixed=ATTACKED),
    Rule("[ (september|sept|sep) {eleven:ignored} ] ,? (terror|terrorist)? (attack|attacks|hijackers|hijackings)",
         calendar, fixed=ATTACKED),
    Rule("[ (january|jan) {sixth:ignored} ] ,? (capitol|insurrection)", calendar, fixed=STORMED),
)  # fmt: skip
FEASTS = (*DEEDS, *MOVING, *FIXED)
