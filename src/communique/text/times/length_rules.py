"""Rules for durations, times counted from another, sets and vague times."""

from communique.text.times import guards, lengths
from communique.text.times.rules import Rule

length, ago, apart, repeated = lengths.length, lengths.ago, lengths.apart, lengths.repeated
YEAR = (("number", 1), ("unit", "year"))
FUTURE = (("sign", 1),)
PAST, PRESENT, LATER = (("vague", "PAST_REF"),), (("vague", "PRESENT_REF"),), (("vague", "FUTURE_REF"),)

LENGTHS = (
    Rule("<approx>? <n> <long>? ({unit}|{units}) (or so|- long)?", length, guards.no_rate),
    Rule("<approx>? ({number}|{article}|several:several) -? {unit} (- long)?", length, guards.no_rate),
    Rule("{half:fraction} (a|an|-) {unit}", length, guards.begins),
    Rule("<approx>? {number} -? and -? a -? {half} -? ({unit}|{units})", length, guards.no_rate),
    Rule("<approx>? <n> {unit} -? and -? a -? {half}", length),
    Rule(
        "<approx>? ({article}|{number}) <long>? ({unit}|{units}) or (so|more|less|longer|{number:high})",
        length,
        guards.no_price,
    ),
    Rule("{article}? {number} - {unit} (period|term|span)", length),
    Rule("the {number} <long>? {units}", length, guards.no_rate),
    Rule("the ({first}|final|opening) <long>? {unit}", length),
    Rule("<approx>? a? quarter -? (of a)? century", length, fixed=(("number", 25), ("unit", "year"))),
    Rule("the (last|past|next|coming|previous|{first}|following|final|latest) <n> <long>? {units} (or so)?", length),
    Rule("(last|past|next|coming|previous|{first}|final) <n> <long>? {units}", length, guards.no_verb),
    Rule("the? past {unit}", length),
    Rule(
        "(in|over|during|for|through|throughout|from|of) [ the (past|last|next) {units:units} ]",
        length,
        fixed=(("several", 0),),
    ),
    Rule("over [ the {units:units} ] (,|.|;|-|and)", length, fixed=(("several", 0),)),
    Rule("the (last|past|next|coming|{first}) {half:fraction} {unit}", length),
    Rule("(in|over|during|for|within|through|throughout) [ the last {unit} ]", lengths.latest, guards.no_length),
    Rule("(for|within|after|over|in|lasted|takes|took) [ {units:units} ]", length, fixed=(("several", 0),)),
    Rule("[ (the|its|their) (fiscal|calendar|financial)? year ] (ended|ending|ends)", length, fixed=YEAR),
    Rule("{units} - (long|old)", length, guards.begins, (("several", 0),)),
)

DISTANCES = (
    Rule("<approx>? <n> <long>? ({unit}|{units}) (or so)? ago", ago),
    Rule("<n> ({unit}|{units}) ago today", lengths.same_day, fixed=(("nth_of", "day"),)),
    Rule("<n> ({unit}|{units}) ago this week", lengths.same_day, fixed=(("nth_of", "week"),)),
    Rule("<n> ({unit}|{units}) ago this month", lengths.same_day, fixed=(("nth_of", "month"),)),
    Rule("<n> ({unit}|{units}) ago on? {weekday}", lengths.same_day, guards.weekday_name, (("nth_of", "weekday"),)),
    Rule("<n> ({unit}|{units}) from today", lengths.same_day, fixed=(("nth_of", "day"), *FUTURE)),
    Rule(
        "<n> ({unit}|{units}) from {weekday}", lengths.same_day, guards.weekday_name, (("nth_of", "weekday"), *FUTURE)
    ),
    Rule("{units} ago", ago, fixed=(("several", 0),)),
    Rule("<approx>? <n> {unit} -? and -? a -? {half} ago", ago),
    Rule("<approx>? {number} -? and -? a -? {half} ({unit}|{units}) ago", ago),
    Rule("<approx>? a? quarter -? (of a)? century ago", ago, fixed=(("number", 25), ("unit", "year"))),
    Rule(
        "(a? long (time|while)|(not|so|too|very)? (so|that|too|very)? long|a while|some time) ago",
        lengths.vague,
        fixed=PAST,
    ),
    Rule("{half:fraction} (a|an) {unit} ago", ago),
    Rule("{units} (earlier|later)", apart, fixed=(("several", 0),)),
    Rule("[ the ({unit}|{daypart}) before ] (.|,|;)", lengths.beside),
    Rule("[ the ({unit}|{daypart}) after ] (.|,|;)", lengths.beside, fixed=FUTURE),
    Rule("the (quarter|period) a year (earlier|ago)", apart, fixed=(("unit", "year"),)),
    Rule("<approx>? <n> ({unit}|{units}) (from now|from today|hence)", ago, fixed=FUTURE),
    Rule("<approx>? <n> ({unit}|{units}) (earlier|previously)", apart),
    Rule("<approx>? <n> ({unit}|{units}) (later|afterwards)", apart, fixed=FUTURE),
    Rule("[ <approx>? <n> ({unit}|{units}) (before|prior) ] (.|,|;|:)", apart),
    Rule("[ <approx>? <n> ({unit}|{units}) after ] (.|,|;|:)", apart, fixed=FUTURE),
    Rule("year - (earlier|ago)", apart, fixed=(("unit", "year"),)),
    Rule("the? {same}? year - (earlier|ago) (quarter|period)", apart, fixed=(("unit", "year"),)),
    Rule("the? {same}? year - (earlier|ago) {nth} -? quarter", apart, fixed=(("unit", "year"),)),
    Rule("(will|would|may|might|could|i|you|he|she|it|we|they) [ {one} day ]", lengths.vague, fixed=LATER),
)

SETS = (
    Rule("{often}", repeated, guards.no_edition),
    Rule("{each} <n>? {unit}", repeated),
    Rule("{each} single {unit}", repeated),
    Rule("{each} other {unit}", repeated, fixed=(("number", 2),)),
    Rule("{each} {several} {units}", repeated),
    Rule("(biweekly|bi - weekly)", repeated, fixed=(("often", "P2W"),)),
    Rule("(bimonthly|bi - monthly)", repeated, fixed=(("often", "P2M"),)),
    Rule("(once|twice|times) [ {article} {unit} ]", repeated),
    Rule("{each} {number} {units}", repeated),
    Rule("{each} {weekday} {daypart}?", repeated),
    Rule("{one:ignored} {weekday} {daypart}?", repeated, guards.weekday_name),
    Rule("on [ a {weekday} {daypart}? ]", repeated, guards.weekday_name),
    Rule("{each} {month}", repeated),
    Rule("{each} {season}", repeated),
    Rule("{each} {daypart}", repeated),
    Rule("{weekday} {dayparts:daypart}", repeated, guards.weekday_name),
    Rule("on? {weekdays} {daypart}?", repeated),
)

VAGUE = (
    Rule("right? {present}", lengths.vague, fixed=PRESENT),
    Rule("at present|at the moment|these days|right now|to this day|the present day", lengths.vague, fixed=PRESENT),
    Rule("more? {lately}", lengths.vague, guards.no_aspect, PAST),
    Rule("the? (most|more)? recent ({units}|times|past)", lengths.vague, fixed=PAST),
    Rule("(in|over|during|from|of) [ past {units} ]", lengths.vague, fixed=PAST),
    Rule("the past", lengths.vague, fixed=PAST),
    Rule("the (near|immediate|distant)? future", lengths.vague, guards.no_fate, LATER),
    Rule("in near? [ future ]", lengths.vague, fixed=LATER),
    Rule("the (near|short|long|medium) term", lengths.vague, fixed=LATER),
    Rule("the? (coming|upcoming) {units}", lengths.vague, fixed=LATER),
    Rule("the ({units}|{unit}) ahead", lengths.vague, fixed=LATER),
    Rule("the? (days|weeks|months|years) to come", lengths.vague, fixed=LATER),
)
