"""Rules for what is counted within a month or a year: "the first Monday of June", "the last week of 2021"."""

from communique.text.times import guards, meanings
from communique.text.times.rules import Rule

COUNT = "the? ({ordinal:count}|{ending:count})"
WITHIN = "(of|in) ({month} (,? {year})?|{month} (,|of)? {shift} {unit}|the? {shift} {unit}|the {unit}|{year})"

NTH = (
    Rule(f"{COUNT} {{weekday}} {{daypart}}? {WITHIN}", meanings.nth, guards.nth_weekday, (("nth_of", "weekday"),)),
    Rule(f"{COUNT} weekend {WITHIN}", meanings.nth, guards.dated_month, (("nth_of", "weekend"),)),
    Rule(f"{COUNT} (full|whole)? week {WITHIN}", meanings.nth, guards.dated_month, (("nth_of", "week"),)),
    Rule(f"{COUNT} (full|whole)? day {WITHIN}", meanings.nth, guards.dated_month, (("nth_of", "day"),)),
)
