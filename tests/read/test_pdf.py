import os
import signal
import time
from pathlib import Path

import pytest
from tests.read.factories import brief, captures, pdf, read_as

from communique.errors import InputError
from communique.options import Options
from communique.read import apart as module
from communique.read.apart import apart
from communique.records.captures import Sidecar

RELEASE = pdf(
    [
        (72, 740, "Ministers meet in the capital"),
        (72, 700, "The ministers of both states met in the capital on Monday and agreed that the"),
        (72, 686, "border railway will be reopened in March."),
        (72, 650, "Present were:"),
        (72, 636, "The minister of transport"),
        (72, 622, "The minister of trade"),
    ],
    [(72, 740, "They will meet again in May.")],
)


def test_a_release_is_its_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"published": "2019-05-06"}')

    (capture,) = captures(read_as(tmp_path, "a.pdf", RELEASE))

    assert (capture.path, capture.kind, capture.sidecar) == ("a.pdf", "text", Sidecar(published="2019-05-06"))
    assert capture.text.split("\n\n") == [
        "Ministers meet in the capital",
        "The ministers of both states met in the capital on Monday and agreed that the border railway will be reopened"
        " in March.",
        "Present were:",
        "The minister of transport",
        "The minister of trade",
        "\fThey will meet again in May.",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4", "damaged"),
        (pdf([]), "no-text"),
        (b"junk", "damaged"),
        (RELEASE[:200], "damaged"),
        (b"", "empty"),
    ],
)
def test_what_cannot_be_read_is_one_problem(tmp_path: Path, data: bytes, code: str) -> None:
    ((path, found),) = brief(read_as(tmp_path, "a.pdf", data))

    assert (path, found) == ("a.pdf", code) or (code == "damaged" and found == "no-text")


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """A task in the other process that does what its data, as code, says."""
    module._stop()
    served = "import sys, types, communique.read.apart as a; t = types.ModuleType('t'); t.work = lambda data:"
    served += " exec(data, {}) or b'done'; sys.modules['t'] = t; a._TASKS['hostile'] = 't'; a.serve()"
    monkeypatch.setattr(module, "_SERVE", served)
    yield
    module._stop()


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (b"while True: pass", "too-slow"),
        (b"bytes(2_000_000_000)", "out-of-memory"),
        (b"x = [b'x']\nwhile True: x += x", "out-of-memory"),
        (b"import os; os._exit(3)", "crash"),
        (b"import os; os.kill(os.getpid(), 11)", "crash"),
        (b"1 / 0", "damaged"),
    ],
)
def test_what_is_too_much_costs_one_file(code: bytes, expected: str) -> None:
    options = Options(max_seconds=2, max_memory=300_000_000)

    with pytest.raises(InputError) as raised:
        apart("hostile", code, options)

    assert raised.value.code == expected
    assert apart("hostile", b"print('no answer')", options) == b"done"


@pytest.mark.usefixtures("hostile")
def test_the_other_process_ends_with_its_time_even_if_nobody_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SERVE", module._SERVE.replace("a.serve()", "a._GRACE = 0; a.serve()"))
    options = Options(max_seconds=2)
    apart("hostile", b"", options)
    assert module._worker is not None
    process = module._worker._process
    assert process.stdin

    process.stdin.write(module._HEAD.pack(b"w", 7, 16) + b"hostile" + b"while True: pass")
    process.stdin.flush()
    deadline = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)

    assert process.poll() == -signal.SIGALRM


def test_a_folder_with_the_name_of_a_module_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module._stop()
    (tmp_path / "pdfminer.py").write_text(f"import os; os.mkdir({str(tmp_path / 'ran')!r})")
    (tmp_path / "struct.py").write_text(f"import os; os.mkdir({str(tmp_path / 'ran')!r})")
    monkeypatch.chdir(tmp_path)

    assert apart("pdf", RELEASE, Options()).startswith(b"Ministers")
    assert sorted(os.listdir(tmp_path)) == ["pdfminer.py", "struct.py"]
