"""Fields of untrusted JSON: taken where they have the right type and sane values, else named as problems."""

import json
from typing import Any

from communique.errors import InputError
from communique.read.dates import given_date

MAX_URL, MAX_LABEL = 2_000, 300


def parse_object(text: str) -> dict[str, Any]:
    """The JSON object in `text`. Raises InputError where it is none."""
    value = parse(text)
    if not isinstance(value, dict):
        raise InputError("bad-json", f"A JSON {_name(value)} where an object was expected")
    return value


def parse(text: str) -> Any:
    """The JSON value in `text`. Raises InputError where it is none."""
    try:
        return json.loads(text)
    except RecursionError:
        raise InputError("bad-json", "JSON nested too deep") from None
    except ValueError as error:
        raise InputError("bad-json", f"Not JSON: {error}") from None


def scalar_text(value: str) -> str:
    """`value` without lone surrogates, which no text file can hold."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Fields:
    """Looks values up in a JSON object and collects what is wrong with them in `wrong`."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw
        self.wrong: list[str] = []

    def text(self, *names: str) -> str | None:
        """The first non-empty string under one of `names`, as it is."""
        for name in names:
            value = self.raw.get(name)
            if isinstance(value, str) and value.strip():
                return scalar_text(value)
            if value is not None and not isinstance(value, str):
                self.wrong.append(f"{name}: {_name(value)} where a text was expected")
        return None

    def label(self, *names: str) -> str | None:
        """A short text of one line."""
        value = self.text(*names)
        value = " ".join(value.split()) if value else None
        if value and (len(value) > MAX_LABEL or not value.isprintable()):
            self.wrong.append(f"{names[0]}: not a short text of one line")
            return None
        return value

    def labels(self, name: str) -> str | None:
        """A short text, or a list of them joined by commas."""
        value = self.raw.get(name)
        if not isinstance(value, list):
            return self.label(name)
        parts = Fields({str(i): part for i, part in enumerate(value)})
        joined = ", ".join(filter(None, (parts.label(str(i)) for i in range(len(value)))))
        if parts.wrong:
            self.wrong.append(f"{name}: not a list of short texts")
        return joined[:MAX_LABEL] or None

    def url(self, name: str) -> str | None:
        """A web address; nothing else may become a link."""
        value = self.text(name)
        address = value.strip() if value else ""
        if not address:
            return None
        plain = address.isprintable() and " " not in address and len(address) <= MAX_URL
        if not plain or not address.lower().startswith(("http://", "https://")):
            self.wrong.append(f"{name}: not a web address (http or https)")
            return None
        return address

    def date(self, name: str) -> str | None:
        """A date, normalised as `given_date` says."""
        value = self.text(name)
        if value is None:
            return None
        day = given_date(value)
        if day is None:
            self.wrong.append(f"{name}: not a date between the years 1800 and 2100; write 2022-07-19")
        return day


def _name(value: object) -> str:
    names = {dict: "object", list: "list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "number")
