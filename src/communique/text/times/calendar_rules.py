"""Rules for clocks, days, weekdays, months, years and the periods between them."""

from communique.text.times import guards, meanings
from communique.text.times.rules import Rule

calendar = meanings.calendar
TODAY = (("unit", "day"), ("shift", 0))
QUARTER = (("unit", "quarter"),)


def _feast(name: str, pattern: str) -> Rule:
    return Rule(f"<which>? {pattern} ((,|of)? {{year}})?", calendar, fixed=(("feast", name),))


FEASTS = (
    _feast("easter", "easter (sunday|day)?"),
    _feast("good_friday", "good friday"),
    _feast("palm_sunday", "palm sunday"),
    _feast("easter_monday", "easter monday"),
    _feast("pentecost", "(pentecost|whit sunday)"),
    _feast("thanksgiving", "thanksgiving day?"),
    _feast("labor_day", "labor day"),
    _feast("election_day", "election day"),
    Rule("(the|last|this|next)? easter weekend", calendar, fixed=(("feast", "easter"), ("at_weekend", 1))),
    Rule("(the|last|this|next)? thanksgiving weekend", calendar, fixed=(("feast", "thanksgiving"), ("at_weekend", 1))),
)

DAYS = (
    Rule("{iso}", meanings.iso),
    Rule("{slashed}", meanings.slashed),
    Rule("<clock>", calendar),
    Rule("(<clock> (on|of|,)?)? <edge>? <date> {daypart}? ((at|,|around)? <clock>)?", calendar, guards.dated_month),
    Rule("{day:start} <through> {day} {month} (,? {year})?", meanings.days, guards.dated_month),
    Rule("{month} {day:start} <through> {day} (,? {year})?", meanings.days, guards.dated_month),
    Rule("{weekday} \\( <date> \\)", calendar, guards.dated_month),
    Rule("christmas day?", calendar, fixed=(("month", 12), ("day", 25))),
    Rule("christmas eve", calendar, fixed=(("month", 12), ("day", 24))),
    Rule("new year ' s day", calendar, fixed=(("month", 1), ("day", 1))),
    Rule("new year ' s eve", calendar, fixed=(("month", 12), ("day", 31))),
    Rule("<which> <date>", calendar, guards.dated_month),
    Rule("<date> (,|\\()? {weekday} \\)?", calendar, guards.dated_month),
    Rule("(the? {daypart} of|<clock> on the {daypart} of) <date>", calendar, guards.dated_month),
    Rule("<weekday> {daypart} ,? <date>", calendar, guards.dated_month),
    Rule("<date> of? the? {shift} {unit}", calendar, guards.dated_month),
    Rule("(<clock> (on|of|,)?)? <edge>? {weekday} {daypart}? ((at|,|around)? <clock>)?", calendar, guards.weekday_name),
    Rule("{shortday}", calendar, guards.short_weekday),
    Rule("<edge>? <which> {weekday} {daypart}?", calendar, guards.weekday_name),
    Rule("(<clock> (on|of|,)?)? {weekday} {daypart}? (,|of)? {shift} {unit}", calendar, guards.weekday_name),
    Rule("the {daypart} of {weekday}", calendar, guards.weekday_name),
    Rule("the day before yesterday", calendar, fixed=(("deictic", -2),)),
    Rule("the day after tomorrow", calendar, fixed=(("deictic", 2),)),
    Rule("(<clock> (on|,)?)? <edge>? {deictic} {daypart}? ((at|,|around)? <clock>)?", calendar),
    Rule("<clock>? today (,|\\()? {weekday} \\)?", calendar, fixed=(("deictic", 0),)),
    Rule("<clock>? today ,? {weekday} ,? (<clock>|<exact>)", calendar, fixed=(("deictic", 0),)),
    Rule("{weekday} ,? today", calendar, guards.weekday_name, (("deictic", 0),)),
    Rule("{weekday} {daypart}? ,? <date>", calendar, guards.dated_month),
    Rule("<clock>? tonight ((at|around)? <clock>)?", meanings.tonight, fixed=TODAY),
    Rule("overnight", meanings.tonight, fixed=(("shift", -1),)),
    Rule("last night", meanings.tonight, fixed=(("shift", -1),)),
    Rule("({edge}|{vaguely})? this {daypart}", meanings.today, fixed=TODAY),
    Rule("({vaguely} (on|in)?)? (the same|that same?|that very) day", meanings.anaphoric, fixed=TODAY),
    Rule("({vaguely} (on|in)) the day", meanings.anaphoric, fixed=TODAY),
    Rule("(the|that) (same )? {daypart}", meanings.anaphoric, fixed=TODAY),
    Rule("the {other} {daypart}", meanings.anaphoric, fixed=(("unit", "day"),)),
)  # fmt: skip

PERIODS = (
    Rule("<edge>? (<which>|the)? {month} (,|of)? {year}", calendar, guards.dated_month),
    Rule("<edge>? <which>? {month}", calendar, guards.lone_month),
    Rule("<edge>? {month} (,|of)? {shift} {unit}", calendar, guards.lone_month),
    Rule("<edge>? {season} (,|of)? {shift} {unit}", calendar, guards.named_season),
    Rule("<edge>? (the? (calendar|fiscal|financial) year?|the year)? {year}", calendar, guards.bare_year),
    Rule("<edge>? the year {number:year}", calendar),
    Rule("the {year} (period|quarter)", calendar),
    Rule("(pre|post) - {year}", calendar, guards.bare_year),
    Rule("{year} (-|/) {number:short}", meanings.years),
    Rule("fy -? {year}", calendar),
    Rule("{quartered} ,? (of|in)? {year}", calendar),
    Rule("<edge>? <which> {season}", calendar, guards.named_season),
    Rule("(in|during|by|into|of|this|since|until) [ <edge>? the? {season} ]", calendar, guards.named_season),
    Rule("<edge>? the? {season} (of|,)? {year}", calendar, guards.named_season),
    Rule("<edge>? the? {decade}", calendar),
    Rule("<edge>? the? <edge>? {decade}", calendar),
    Rule("<edge>? the {decades:decade}", calendar),
    Rule("<edge>? the? {ordinal:century} -? century", calendar),
    Rule("<edge>? <which> -? (fiscal|calendar|financial)? {unit}", calendar),
    Rule("<edge>? the full? (fiscal|calendar|financial)? {unit}", meanings.whole, guards.no_length),
    Rule("(the|its|their) latest (fiscal|financial)? (quarter|period)", meanings.anaphoric, fixed=QUARTER),
    Rule("the quarter", meanings.anaphoric, fixed=QUARTER),
    Rule("the latest (fiscal|financial)? {unit}", meanings.whole),
    Rule("<edge>? <which> weekend", meanings.weekend, fixed=(("unit", "week"),)),
    Rule("(the|this)? weekend", meanings.weekend),
    Rule("{unit} (- end|' s end|end)", meanings.whole, guards.no_length, fixed=(("limit", "END"),)),
    Rule("(the|its|their)? (fiscal|financial) -? {nth} -? quarter", calendar),
    Rule("(the|its|their)? -? {nth} -? (fiscal|financial)? quarter", calendar),
    Rule("(the|its)? (fiscal )? {nth} quarter (of|in|,)? (fiscal|the year)? {year}", calendar),
    Rule("(the|its)? (fiscal )? {nth} quarter of {shift} {unit}", calendar),
    Rule("the? {year} {nth} -? quarter", calendar),
    Rule("{shift} {unit} ' s {nth} -? quarter", calendar),
    Rule("the? {nth:half_number} half of? (the year|{year}|{shift} {unit})?", calendar),
)  # fmt: skip
