"""The words that time expressions are made of, by class, each with what it means."""

from collections.abc import Mapping

Meaning = str | int | float

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
WEEKDAYS = {
    word: number
    for number, word in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}  # fmt: skip
# Abbreviated weekdays count only with their full stop: "sun", "sat" and "wed" are words.
SHORT_WEEKDAYS = {
    f"{word}.": number
    for number, words in enumerate(("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"))
    for word in words.split()
}
UNITS = ("minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century")
PLURALS = {f"{unit}s": unit for unit in UNITS if unit != "century"} | {"centuries": "century"}

CLASSES: Mapping[str, Mapping[str, Meaning]] = {
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "shortday": SHORT_WEEKDAYS,
    # Without their full stop only before a date: "Mon 4 May".
    "briefday": {word.removesuffix("."): number for word, number in SHORT_WEEKDAYS.items()},
    "weekdays": {f"{word}s": number for word, number in WEEKDAYS.items()},
    "unit": {unit: unit for unit in UNITS},
    "units": PLURALS | {"seconds": "second"},
    "season": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "seasons": {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"},
    "daypart": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI",
                "nighttime": "NI", "noontime": "MI"},
    "dayparts": {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"},
    "noon": {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
    "deictic": {"today": 0, "yesterday": -1, "tomorrow": 1},
    # Which one, counted from the reference. "previous" and "following" count from another time in the text.
    "shift": {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1},
    "gone": {"past": -1},
    "other": {"previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "following": 1},
    # What makes a period that of another year: "the same period last year".
    "same": {"same": 0, "corresponding": 0, "comparable": 0, "equivalent": 0, "like": 0},
    "ending": {"last": -1, "final": -1},
    "edge": {"early": "early", "mid": "mid", "late": "late"},
    "limit": {"beginning": "START", "start": "START", "outset": "START", "middle": "MID", "end": "END", "close": "END"},
    "vaguely": {"earlier": "START", "later": "END", "sometime": "APPROX"},
    "article": {"a": 1, "an": 1},
    "several": {"several": 0, "few": 0, "many": 0, "some": 0, "various": 0},
    "half": {"half": 0.5},
    "more": {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN"},
    "least": {"least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS"},
    "couple": {"couple": 2},
    "that": {"that": 0},
    "decades": {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990},
    "nearly": {"about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "circa": "APPROX",
               "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "over": "MORE_THAN",
               "some": "APPROX"},
    "zone": {name: name.upper() for name in (
        "gmt utc est edt cst cdt mst mdt pst pdt et pt bst cet cest eet eest msk jst kst hkt sgt gst pkt aest aedt"
    ).split()},
    "each": {"every": 0, "each": 0},
    "often": {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
              "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"},
    "present": {"now": 0, "currently": 0, "nowadays": 0, "presently": 0},
    "lately": {"recently": 0, "lately": 0},
}  # fmt: skip

# Numbers of days, hours, … by their size; a lexeme fits as many of these as its value allows.
SHAPES: Mapping[str, tuple[str, float, float]] = {
    "day": ("number ordinal", 1, 31),
    "hour": ("number", 0, 24),
    "ordinal": ("ordinal", 1, 99),
    "nth": ("ordinal", 1, 4),
    "first": ("ordinal", 1, 1),
    "one": ("number", 1, 1),
    "eleven": ("number ordinal", 11, 11),
    "sixth": ("number ordinal", 6, 6),
    # Nine over eleven.
    "nine_eleven": ("fraction", 0.8181, 0.8182),
    "number": ("number decimal year", 0, 1e9),
    "year": ("year", 1000, 2199),
    "fraction": ("fraction", 0, 1),
    "decade": ("decade", 0, 0),
    "clock": ("clock", 0, 0),
    "iso": ("iso", 0, 0),
    "slashed": ("slashed", 0, 0),
    "quartered": ("quartered", 0, 0),
    "meridiem": ("meridiem", 0, 0),
}
