"""What the words of a mention say of which event it is: of how many parties, one more than before, written where."""

from communique.records.mentions import EventMention

# How many parties such a word before an event says there are.
PARTIES = {
    **dict.fromkeys(("three-way", "trilateral", "tripartite", "three-party", "three-nation"), 3),
    **dict.fromkeys(("four-way", "quadrilateral", "four-party", "four-nation"), 4),
    **dict.fromkeys(("five-way", "five-party", "five-nation"), 5),
    **dict.fromkeys(("six-way", "six-party", "six-nation"), 6),
}
# How many words before an event may say of how many.
NOUN_PHRASE = 4
# "met again", "another meeting": not what was told before.
BEHIND = frozenset({"again"})
BEFORE = frozenset({"another", "further"})
# How many words behind an event may say so.
NEAR_BEHIND = 4


def parties_of(mention: EventMention) -> int:
    """ "a three-way summit": how many parties the words up to the trigger say there are."""
    words = mention.span.exact[: mention.trigger.end - mention.span.start].lower().split()
    return max((PARTIES.get(word, 0) for word in words[-NOUN_PHRASE:]), default=0)


def says_again(mention: EventMention) -> bool:
    """Whether it is one more of its kind, by the words beside the trigger."""
    first, last = mention.trigger.start - mention.span.start, mention.trigger.end - mention.span.start
    before, behind = mention.span.exact[:first].lower().split(), mention.span.exact[last:].lower().split()
    return bool(BEHIND & set(behind[:NEAR_BEHIND])) or bool(BEFORE & set(before[-NOUN_PHRASE:]))
