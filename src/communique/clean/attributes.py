"""Elements with hordes of attributes: parsers look up each among all others, so their time grows with the square."""

import re

MOST = 500  # attributes of one element; no page needs nearly as many
_SHORTEST = 3 * MOST  # characters: a shorter tag cannot have more
_TAG = re.compile(r"([a-zA-Z][^\s/>\"']*+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_BETWEEN = re.compile(r"[\s/\"']+")


def without_hordes(source: str) -> str:
    """`source`, where no element has more than `MOST` attributes: one that has loses all of them."""
    parts = source.split("<")
    if max(map(len, parts)) <= _SHORTEST:
        return source
    return "<".join((parts[0], *(_bare(part) if len(part) > _SHORTEST else part for part in parts[1:])))


def _bare(part: str) -> str:
    """What stands behind an opening angle bracket, up to the next."""
    tag = _TAG.match(part)
    if tag is None or len(tag[2]) <= _SHORTEST:
        return part
    given = _BETWEEN.split(_QUOTED.sub('"', tag[2]))
    return tag[1] + part[tag.end() :] if len(given) > MOST else part
