"""Ids that are hashes of what a thing is and where it stands."""

from collections.abc import Iterable
from hashlib import blake2b

DIGEST_BYTES = 10


def content_id(kind: str, *parts: object) -> str:
    """`kind` and a hash of `parts`: equal parts give equal ids on every machine and in every run."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES)
    return f"{kind}-{digest.hexdigest()}"


def members_id(kind: str, members: Iterable[str]) -> str:
    """The id of a merged item: derived from its members, whatever their order."""
    return content_id(kind, *sorted(set(members)))
