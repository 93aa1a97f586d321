"""Small files of every kind that is read, made in memory."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from communique.options import Options
from communique.read import read
from communique.records.captures import Capture, Problem

Items = list[Capture | Problem]
PAGE = "<!doctype html><html><head><title>Talks</title></head><body><p>The ministers met on Monday.</p></body></html>"
URL = "https://outlet.example/talks"


def items(*paths: Path | str, **limits: int) -> Items:
    """What is read of the paths."""
    return list(read([str(path) for path in paths], Options(**limits)))


def brief(found: Items) -> list[tuple[str, str]]:
    """Path and kind of each capture; path and code of each problem."""
    return [(i.path, i.kind) if isinstance(i, Capture) else (i.capture, i.code) for i in found]


def read_as(folder: Path, name: str, data: bytes, **limits: int) -> Items:
    """What is read of a file of that name with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return items(path, **limits)


def captures(found: Items) -> list[Capture]:
    return [item for item in found if isinstance(item, Capture)]


def record(
    kind: str = "response", block: bytes = b"", media: str = "application/http; msgtype=response", **headers: str
) -> bytes:
    """A WARC record; headers by name, with _ for -."""
    named = {"WARC-Target-URI": URL, "WARC-Date": "2022-01-19T17:05:00Z"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    top = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(block):032}>\r\n{lines}"
    return f"{top}Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(
    body: bytes | str = PAGE, media: str = "text/html; charset=utf-8", status: str = "200 OK", **more: str
) -> bytes:
    """What a web server sends."""
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    data = body if isinstance(body, bytes) else body.encode()
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{lines}\r\n".encode() + data


def gzipped(records: Iterable[bytes]) -> bytes:
    """Records as WARC files have them: each in a gzip member of its own."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def chunked(data: bytes, size: int = 7) -> bytes:
    parts = [data[i : i + size] for i in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def tarred(files: Mapping[str, bytes | str], mode: str = "w", kind: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=kind) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def rss(*entries: str, top: str = "") -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0"?>{top}<rss version="2.0" {space}><channel>{"".join(entries)}</channel></rss>'.encode()


def atom(*entries: str) -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'.encode()


def mail(parts: str, subject: str = "Talks", **headers: str) -> bytes:
    named = {"From": "Press Office <press@ministry.example>", "Date": "Mon, 06 May 2019 10:20:30 +0200"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = "".join(f"{name}: {value}\n" for name, value in named.items())
    return f"Subject: {subject}\nMIME-Version: 1.0\n{lines}{parts}".encode()


def multipart(kind: str, *parts: str) -> str:
    body = "".join(f"--edge\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="edge"\n\n{body}--edge--\n'


def pdf(*pages: Iterable[tuple[int, int, str]]) -> bytes:
    """A PDF with lines of text at (x, y), in points from the lower left corner."""
    bodies = []
    for lines in pages:
        shown = "\n".join(f"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in lines)
        bodies.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    count = len(bodies)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for i, body in enumerate(bodies):
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents {5 + 2 * i} 0 R >>")
        objects.append(body)
    out = b"%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
