"""Reviewed YAML tables as checked records: the one way into `data/`.

A table is a top-level key of a file, a list of rows or a mapping. YAML is read as YAML 1.2 does: `NO` is a
country, `on` a word and `2005-08` a string. A compiled copy (`data/compiled/NAME.json`) is used as long as it
was made from the very bytes of the YAML beside it, since parsing YAML is a hundred times slower.
"""

import re
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from communique.errors import KnowledgeError

Tables = dict[str, Any]
_BASE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEPT_TAGS = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")


class _Compiled(msgspec.Struct, frozen=True):
    """A parsed file with the digest of the YAML it was made from."""

    sha256: str
    tables: Tables


def _plain_loader() -> Any:
    """libyaml's safe loader (or Python's) without dates, octals, sexagesimals, and yes, no, on, off."""
    loader: Any = type("PlainLoader", (_BASE,), {"yaml_implicit_resolvers": {}})
    for first, resolvers in _BASE.yaml_implicit_resolvers.items():
        loader.yaml_implicit_resolvers[first] = [pair for pair in resolvers if pair[0] in _KEPT_TAGS]
    patterns = (
        ("bool", r"^(?:true|false)$", "tf"),
        ("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
        ("float", r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", "-0123456789"),
    )
    for name, pattern, firsts in patterns:
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(pattern), list(firsts))
    return loader


_LOADER = _plain_loader()


def data_folder() -> Traversable:
    """The package's folder of tables."""
    return resources.files("communique.knowledge") / "data"


def parse(source: bytes, name: str) -> Tables:
    """The top-level tables of a YAML file. Raises KnowledgeError where it is no YAML mapping."""
    try:
        tables = yaml.load(source, Loader=_LOADER)  # noqa: S506 - derived from the safe loader
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{name}: not valid YAML ({error}); correct the file") from error
    if not isinstance(tables, dict):
        raise KnowledgeError(f"{name}: expected tables (key: rows) at the top; correct the file")
    return tables


@cache
def read(name: str) -> Tables:
    """The tables of `data/NAME.yaml`, `name` without suffix. Shared: do not change what it returns."""
    file = data_folder() / f"{name}.yaml"
    if not file.is_file():
        raise KnowledgeError(f"{name}.yaml: no such table in {data_folder()}; reinstall communique")
    source = file.read_bytes()
    compiled = data_folder() / "compiled" / f"{name}.json"
    if compiled.is_file():
        copy = msgspec.json.decode(compiled.read_bytes(), type=_Compiled)
        if copy.sha256 == sha256(source).hexdigest():
            return copy.tables
    return parse(source, f"{name}.yaml")


def read_file(path: str) -> Tables:
    """The tables of a user's own YAML file. Raises KnowledgeError where it cannot be read."""
    try:
        return parse(Path(path).read_bytes(), path)
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); name an existing YAML file") from error


def compile_table(source: bytes, name: str) -> bytes:
    """The compiled copy of a YAML file, for `data/compiled/`."""
    return msgspec.json.encode(_Compiled(sha256(source).hexdigest(), parse(source, name)))


def rows[T](tables: Tables, key: str, kind: type[T], name: str) -> tuple[T, ...]:
    """The rows of table `key`, each checked against the record type `kind`; none where the key is absent.

    Raises KnowledgeError naming the file and the row where one does not fit."""
    return tuple(
        row(item, kind, f"{name}: {key}, row {number}") for number, item in enumerate(listed(tables, key, name), 1)
    )


def listed(tables: Tables, key: str, name: str) -> list[Any]:
    """The list under `key`, or an empty one. Raises KnowledgeError where it is something else."""
    found = tables.get(key) or []
    if not isinstance(found, list):
        raise KnowledgeError(f"{name}: {key} should be a list of rows; correct the file")
    return found


def row[T](item: object, kind: type[T], where: str) -> T:
    """One checked row. Raises KnowledgeError with `where`, the row and what is wrong."""
    try:
        return msgspec.convert(item, kind)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{where}: {error} in {item!r}; correct the row") from error
