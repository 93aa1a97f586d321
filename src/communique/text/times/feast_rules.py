"""Rules for days that have a name: feasts, holidays, and the few days that a deed has named."""

from communique.text.times import guards, meanings
from communique.text.times.rules import Rule

calendar = meanings.calendar
Fixed = tuple[tuple[str, str | int], ...]


def _rule(pattern: str, *fixed: tuple[str, str | int]) -> Rule:
    return Rule(f"<which>? {pattern} ((,|of)? {{year}})?", calendar, guards.feast_name, fixed)


MOVED = {
    "easter": "easter (sunday|day)?",
    "good_friday": "good friday",
    "maundy_thursday": "maundy thursday",
    "palm_sunday": "palm sunday",
    "ash_wednesday": "ash wednesday",
    "shrove_tuesday": "(shrove|fat) tuesday",
    "easter_monday": "easter monday",
    "pentecost": "(pentecost sunday?|whit sunday)",
    "orthodox_easter": "orthodox easter (sunday|day)?",
    "thanksgiving": "thanksgiving day?",
    "black_friday": "black friday",
    "cyber_monday": "cyber monday",
    "labor_day": "labor day",
    "memorial_day": "memorial day",
    "king_day": "(martin luther king|mlk) (,? jr .?)? day",
    "presidents_day": "presidents '? day",
    "columbus_day": "columbus day",
    "election_day": "election day",
    "remembrance_sunday": "remembrance sunday",
    "fathers_day": "father ' s day",
}
FIXED = {
    (1, 1): "(new year ' s day|new year ' s)",
    (1, 7): "orthodox christmas",
    (1, 20): "inauguration day",
    (2, 14): "valentine ' s day",
    (3, 8): "international women ' s day",
    (3, 17): "(st .?|saint) patrick ' s day",
    (4, 1): "april fools? '? s? day",
    (4, 22): "earth day",
    (4, 25): "anzac day",
    (5, 1): "may day",
    (5, 5): "cinco de mayo",
    (6, 19): "juneteenth",
    (7, 14): "bastille day",
    (10, 31): "halloween",
    (11, 1): "all saints ' day",
    (11, 11): "(veterans '?|armistice) day",
    (12, 24): "christmas eve",
    (12, 25): "christmas day?",
    (12, 26): "boxing day",
    (12, 31): "new year ' s eve",
}
WEEKS = (
    Rule("easter week", calendar, guards.feast_name, (("feast", "easter"), ("around", "week"))),
    Rule("(the|last|this|next)? easter weekend", calendar, guards.feast_name, (("feast", "easter"), ("at_weekend", 1))),
    Rule("(the|last|this|next)? thanksgiving weekend", calendar, guards.feast_name,
         (("feast", "thanksgiving"), ("at_weekend", 1))),
    Rule("(the|last|this|next)? memorial day weekend", calendar, guards.feast_name,
         (("feast", "memorial_day"), ("at_weekend", 1))),
    Rule("(the|last|this|next)? labor day weekend", calendar, guards.feast_name,
         (("feast", "labor_day"), ("at_weekend", 1))),
    Rule("the? eve of (a|the)? new year", calendar, fixed=(("month", 12), ("day", 31))),
    Rule("christmas week", calendar, guards.feast_name, (("month", 12), ("day", 25), ("around", "week"))),
)  # fmt: skip
ATTACKED: Fixed = (("year", 2001), ("month", 9), ("day", 11))
STORMED: Fixed = (("year", 2021), ("month", 1), ("day", 6))
# A day without a year, by what is said to have been on it.
DEEDS = (
    Rule("{nine_eleven:ignored}", calendar, fixed=ATTACKED),
    Rule("[ (september|sept|sep) {eleven:ignored} ] ,? (terror|terrorist)? (attack|attacks|hijackers|hijackings)",
         calendar, fixed=ATTACKED),
    Rule("[ (january|jan) {sixth:ignored} ] ,? (capitol|insurrection)", calendar, fixed=STORMED),
)  # fmt: skip
FEASTS = (
    *DEEDS,
    *(_rule(pattern, ("feast", name)) for name, pattern in MOVED.items()),
    *(_rule(pattern, ("month", month), ("day", day)) for (month, day), pattern in FIXED.items()),
    *WEEKS,
)
