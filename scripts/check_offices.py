"""Compare the table of offices with a REIGN leader list, given as CSV.

REIGN (OEF Research) holds the effective leader of each state by month since 1950, with surnames only. Its rows are
read to be compared and never copied. Printed is every leader in power since 2000 whom the table does not know in
that state, or whose months differ by more than `--slack`; nothing means agreement.

    python scripts/check_offices.py reign_leaders.csv [--since 2000] [--slack 1] [--all]
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from communique.knowledge import Holder, Knowledge, load
from communique.knowledge.names import words

LEADING = {"president", "prime minister", "king", "queen", "emperor", "emir", "sultan", "supreme leader"}
LEADING |= {
    "general secretary",
    "transitional leader",
    "chief executive",
    "chief adviser",
    "state counsellor",
    "prince",
}
LEADING |= {"grand duke", "captain regent", "crown prince"}
# REIGN writes states by Correlates of War abbreviations; those whose ISO 3166-1 alpha-3 code differs.
ISO2 = dict(
    pair.split(":")
    for pair in (
        "USA:US CAN:CA BHM:BS CUB:CU HAI:HT DOM:DO JAM:JM TRI:TT BAR:BB DMA:DM GRN:GD SLU:LC SVG:VC AAB:AG SKN:KN "
        "MEX:MX BLZ:BZ GUA:GT HON:HN SAL:SV NIC:NI COS:CR PAN:PA COL:CO VEN:VE GUY:GY SUR:SR ECU:EC PER:PE BRA:BR "
        "BOL:BO PAR:PY CHL:CL ARG:AR URU:UY UKG:GB IRE:IE NTH:NL BEL:BE LUX:LU FRN:FR MNC:MC LIE:LI SWZ:CH SPN:ES "
        "AND:AD POR:PT GMY:DE GFR:DE POL:PL AUS:AT HUN:HU CZR:CZ SLO:SK ITA:IT SNM:SM MLT:MT ALB:AL MNG:ME MAC:MK "
        "CRO:HR YUG:RS BOS:BA KOS:XK SLV:SI GRC:GR CYP:CY BUL:BG MLD:MD ROM:RO RUM:RO RUS:RU EST:EE LAT:LV LIT:LT "
        "UKR:UA BLR:BY ARM:AM GRG:GE AZE:AZ FIN:FI SWD:SE NOR:NO DEN:DK ICE:IS CAP:CV STP:ST GNB:GW EQG:GQ GAM:GM "
        "MLI:ML SEN:SN BEN:BJ MAA:MR NIR:NE CDI:CI GUI:GN BFO:BF LBR:LR SIE:SL GHA:GH TOG:TG CAO:CM NIG:NG GAB:GA "
        "CEN:CF CHA:TD CON:CG DRC:CD UGA:UG KEN:KE TAZ:TZ BUI:BI RWA:RW SOM:SO DJI:DJ ETH:ET ERI:ER ANG:AO MZM:MZ "
        "ZAM:ZM ZIM:ZW MAW:MW SAF:ZA NAM:NA LES:LS BOT:BW SWA:SZ MAG:MG COM:KM MAS:MU SEY:SC MOR:MA ALG:DZ TUN:TN "
        "LIB:LY SUD:SD SSD:SS IRN:IR TUR:TR IRQ:IQ EGY:EG SYR:SY LEB:LB JOR:JO ISR:IL SAU:SA YEM:YE KUW:KW BAH:BH "
        "QAT:QA UAE:AE OMA:OM AFG:AF TKM:TM TAJ:TJ KYR:KG UZB:UZ KZK:KZ CHN:CN MON:MN TAW:TW PRK:KP ROK:KR JPN:JP "
        "IND:IN BHU:BT PAK:PK BNG:BD MYA:MM SRI:LK MAD:MV NEP:NP THI:TH CAM:KH LAO:LA DRV:VN MAL:MY SIN:SG BRU:BN "
        "PHI:PH INS:ID ETM:TL AUL:AU PNG:PG NEW:NZ VAN:VU SOL:SB KIR:KI TUV:TV FIJ:FJ TON:TO NAU:NR MSI:MH PAL:PW "
        "FSM:FM WSM:WS SAM:WS "
    ).split()
)


# States that the list carries on under their successor.
SUCCESSORS = {"YU": "RS"}
ALIKE = 78
# Disagreements looked into, one by one, where the table keeps its own: "STATE word of the name, ...: why".
SETTLED = """
BA *: the table has all three members of the presidency at once, the list its chair, in rotation
BS Christie: prime minister throughout; his deputy acted for some weeks
HT Evans: prime minister; for a week he acted as head of state with his cabinet
LC Compton: prime minister until his death; his deputy acted from May 2007
BR Rousseff, Temer: suspended from May to August 2016, removed at its end; he acted meanwhile
ME Dukanovic, RS Kostunica: the list begins with independence
HR Mesic, Racan: the list moves to the prime minister as the constitution changes
MD Sandu, Filip: two governments for a week in June 2019
RO Basescu: president while suspended in 2007 and 2012; who acted is in the table too
GE Bakhtadze: the list moves to the prime minister as the constitution changes
FI Lipponen: the list moves to the prime minister as the constitution changes
ST Menezes: out of power for a week in 2003; the coup's leader is in the table
NG Yar'Adua, ZM Mwanawasa: president until his death; his deputy acted while he lay ill
BI Nyabenda: named to act, never sworn in
MG Ravalomanana: sworn in in February 2002, recognised by all in July
LY Jalil: at the head of the council from March 2011, in the capital from August
IQ Franks, Garner, Bremer: an occupation's administrators, no office of the state
LB Siniora, Salam, Aoun, Diab: the list moves between president and prime minister
IL Olmert: acted from January 2006
YE Hadi: president as recognised abroad until 2022
KR Park: suspended from December 2016, removed in March 2017; who acted is in the table
PK Zardari: the list moves to the prime minister
NP Gyanendra: king throughout; the list has his direct rule alone
TL Ramos-Horta: president while in hospital in 2008; who acted is in the table
VU Natapei, Vohor, Kilman: governments undone by a court within weeks
"""


class Row(NamedTuple):
    """A leader of the list: months as `2005-08`; `end` "" for one still in power at its close."""

    state: str
    name: str
    start: str
    end: str


def reign(path: str, since: int) -> Iterator[Row]:
    """The rows that end after the start of the year `since`."""
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["eyear"].isdigit() and row["syear"].isdigit()]
    close = max(month(row["eyear"], row["emonth"]) for row in rows)
    for row in rows:
        end = month(row["eyear"], row["emonth"])
        if end >= f"{since}-02":
            yield Row(row["stateabb"], row["leader"], month(row["syear"], row["smonth"]), "" if end == close else end)


def month(year: str, number: str) -> str:
    """`2005-08`."""
    return f"{year}-{int(number or 1):02d}"


def distance(left: str, right: str) -> int:
    """Months between two dates; years alone differ from their months by nothing."""
    if len(left) < 7 or len(right) < 7:
        return 12 * abs(int(left[:4]) - int(right[:4]))
    return abs(12 * (int(left[:4]) - int(right[:4])) + int(left[5:7]) - int(right[5:7]))


def same_name(holder: Holder, surname: str) -> bool:
    """Whether a word of the list's name is, or nearly is, one of the holder's: its spellings are loose."""
    wanted = [word.folded for word in words(surname)]
    ours = {word.folded for name in (holder.name, *holder.names) for word in words(name)}
    return any(len(word) > 1 and any(ratio(word, own) >= ALIKE for own in ours) for word in wanted)


def runs(holders: list[Holder]) -> list[tuple[str, str]]:
    """The stretches in power of one person, offices that follow one another joined."""
    joined: list[tuple[str, str]] = []
    for start, end in sorted((holder.start or "", holder.end or "9999-12") for holder in holders):
        if joined and (start <= joined[-1][1] or distance(joined[-1][1], start) <= 2):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def judge(row: Row, holders: list[Holder], slack: int) -> str | None:
    """What the table and a row of the list disagree on; None where they agree."""
    named = [holder for holder in holders if same_name(holder, row.name)]
    if not named:
        return f"{row.start} to {row.end or 'now'}: not in the table"
    ends = {end for holder in named for end in (holder.end,) if end} | {end for _, end in runs(named)}
    starts = {holder.start for holder in named if holder.start} | {start for start, _ in runs(named)}
    start = min(distance(row.start, own) for own in starts)
    if start > slack:
        return f"starts {row.start}, ours {', '.join(sorted(starts))} ({named[0].name})"
    close = {own for own in ends if own > row.start}
    if row.end and min((distance(row.end, own) for own in close), default=99) > slack:
        return f"ends {row.end}, ours {', '.join(sorted(close))} ({named[0].name})"
    return None


def disagreements(knowledge: Knowledge, rows: Iterator[Row], slack: int, since: int) -> Iterator[str]:
    """One line for each disagreement; starts before `since` are not compared."""
    by_state: dict[str, list[Holder]] = {}
    for holder in knowledge.offices:
        if holder.country and holder.title in LEADING:
            by_state.setdefault(SUCCESSORS.get(holder.country, holder.country), []).append(holder)
    for row in rows:
        code = ISO2.get(row.state)
        if code is None:
            yield f"{row.state}: state not known to this script"
            continue
        verdict = judge(row, by_state.get(code, []), slack)
        if verdict and not (verdict.startswith("starts") and row.start < f"{since}-01"):
            yield f"{code} {row.name}: {verdict}"


def settled() -> list[tuple[str, str, str]]:
    """(state, word of the name, why) of SETTLED; one line may name several states' leaders."""
    found, state = [], ""
    for line in SETTLED.strip().splitlines():
        names, why = line.split(": ", 1)
        for name in names.split(", "):
            *code, word = name.split(" ")
            state = code[0] if code else state
            found.append((state, word, why))
    return found


def reason(line: str, reasons: list[tuple[str, str, str]]) -> str | None:
    """Why a disagreement stands, where it was looked into."""
    name = line.split(": ")[0]
    return next((why for state, word, why in reasons if name.startswith(state) and (word == "*" or word in name)), None)


def main() -> int:
    """Print the disagreements; 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reign")
    parser.add_argument("--since", type=int, default=2000)
    parser.add_argument("--slack", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="print the settled ones too, with the reason")
    options = parser.parse_args()
    found = list(disagreements(load(), reign(options.reign, options.since), options.slack, options.since))
    reasons = settled()
    left = [line for line in found if not reason(line, reasons)]
    for line in found if options.all else left:
        sys.stdout.write(" | ".join(filter(None, (line, reason(line, reasons)))) + "\n")
    sys.stdout.write(f"{len(left)} disagreements, {len(found) - len(left)} settled\n")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
