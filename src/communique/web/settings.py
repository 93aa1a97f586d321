"""What the desk is told when it starts."""

import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
LEAST_TOKEN = 12
MOST_BODY = 8_000_000


@dataclass(frozen=True)
class Settings:
    """The record, where the desk is bound, who may come in. `token` empty: whoever reaches the address may. `secret`
    signs the forms of this run."""

    record: Path
    host: str = "127.0.0.1"
    port: int = 8765
    token: str = ""
    read_only: bool = False
    secret: str = field(default_factory=lambda: secrets.token_hex(32))

    @property
    def is_local(self) -> bool:
        """Whether only this machine reaches the desk."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether an address is of this machine alone."""
    if host in LOCAL:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
