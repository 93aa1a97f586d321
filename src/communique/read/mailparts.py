"""The parts of a mail, or of a page saved as one (MHTML). Runs in a process of its own."""

import re
from binascii import a2b_base64
from collections.abc import Iterator
from email import errors, message_from_bytes, policy
from email.message import EmailMessage, Message
from typing import cast

import msgspec

from communique.errors import InputError
from communique.read.charset import Decoded, decode

# What the standard library's parser of headers raises over hostile ones.
_BAD_HEADER = (ValueError, IndexError, KeyError, AttributeError, TypeError, LookupError, RecursionError)
_CUT = (
    errors.CloseBoundaryNotFoundDefect, errors.StartBoundaryNotFoundDefect, errors.InvalidBase64LengthDefect,
)  # fmt: skip
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
MAX_HEADER = 5_000


class Attachment(msgspec.Struct, frozen=True):
    """A file sent along, or another mail."""

    name: str
    data: bytes


class Letter(msgspec.Struct, frozen=True):
    """A mail as it is, nothing checked. `text` is its HTML part where it has one (`html`), else its plain text;
    `location` is where a saved page or an archived mail says that it comes from; `whole`: its end is there."""

    text: str
    charset: str
    replaced: int
    html: bool
    flowed: bool = False
    subject: str = ""
    date: str = ""
    sender: str = ""
    location: str = ""
    attachments: tuple[Attachment, ...] = ()
    whole: bool = True


def work(data: bytes) -> bytes:
    """The mail as a `Letter` in MessagePack.

    Raises:
        InputError: it has no text.
    """
    mail = message_from_bytes(data, policy=policy.default)
    attachments = tuple(_attachments(mail))
    part = _body(mail)
    decoded = _decoded(part) if part is not None else Decoded("", "utf-8", 0)
    if not decoded.text.strip() and not attachments:
        raise InputError("no-text", "No text in it, neither HTML nor plain; save what it shows as text")
    return msgspec.msgpack.encode(
        Letter(
            text=_whole(decoded.text),
            charset=decoded.charset,
            replaced=decoded.replaced,
            html=part is not None and part.get_content_type() == "text/html",
            flowed=part is not None and _parameter(part, "format").lower() == "flowed",
            subject=_header(mail, "Subject"),
            date=_header(mail, "Date"),
            sender=_sender(mail),
            location=_location(mail, part),
            attachments=attachments,
            whole=not any(isinstance(defect, _CUT) for part in mail.walk() for defect in part.defects),
        )
    )


def _body(mail: EmailMessage) -> Message | None:
    try:
        found = mail.get_body(("related", "html", "plain"))
        while found is not None and found.is_multipart():
            found = cast(EmailMessage, found).get_body(("html", "plain"))
    except _BAD_HEADER:
        found = None
    if found is not None:
        return found
    texts = [part for part in _leaves(mail) if part.get_content_maintype() == "text" and not _name(part)]
    return min(texts, key=lambda part: part.get_content_type() != "text/html", default=None)


def _leaves(mail: Message) -> Iterator[Message]:
    """The parts that have no parts, mails within the mail being one each."""
    waiting = [mail]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def _attachments(mail: Message) -> Iterator[Attachment]:
    for number, part in enumerate(_leaves(mail), 1):
        if part is not mail and part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                yield Attachment(
                    name=_name(part) or f"part-{number}.eml", data=inner[0].as_bytes(policy=policy.compat32)
                )
        elif _disposition(part) == "attachment":
            yield Attachment(name=_name(part) or f"part-{number}", data=_bytes(part))


def _decoded(part: Message) -> Decoded:
    try:
        label = part.get_content_charset()
    except _BAD_HEADER:
        label = None
    return decode(_bytes(part), html=part.get_content_type() == "text/html", label=label)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    if any(isinstance(defect, errors.InvalidBase64LengthDefect) for defect in part.defects):
        # Given back as it is, and cut short somewhere: all but the last few letters can be decoded.
        letters = _NOT_BASE64.sub(b"", payload)
        return a2b_base64(letters[: len(letters) // 4 * 4])
    return payload


def _header(mail: Message, name: str) -> str:
    try:
        value = mail.get(name)
        return _whole(str(value))[:MAX_HEADER].strip() if value is not None else ""
    except _BAD_HEADER:
        return ""


def _sender(mail: EmailMessage) -> str:
    """The name, not the address, of whoever sent it."""
    try:
        addresses = getattr(mail.get("From"), "addresses", ())
        return _whole(addresses[0].display_name).strip() if addresses else ""
    except _BAD_HEADER:
        return ""


def _location(mail: Message, part: Message | None) -> str:
    found = _header(mail, "Snapshot-Content-Location") or _header(mail, "Archived-At").strip("<>")
    return found or (_header(part, "Content-Location") if part is not None else "")


def _disposition(part: Message) -> str:
    try:
        return part.get_content_disposition() or ""
    except _BAD_HEADER:
        return ""


def _name(part: Message) -> str:
    try:
        return _whole(part.get_filename() or "")
    except _BAD_HEADER:
        return ""


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except _BAD_HEADER:
        return ""
    return value if isinstance(value, str) else ""


def _whole(text: str) -> str:
    """`text` without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode()
