"""Work on hostile files in a process of its own, which takes no more time and memory than it is given.

The process works through one file after the other and dies with one that is too much for it; the next file gets a
new one. Nothing in it can hang, crash or fill the memory of the run.
"""

import atexit
import importlib
import os
import select
import signal
import struct
import subprocess
import sys
from contextlib import suppress
from time import monotonic
from typing import BinaryIO

from communique.errors import InputError
from communique.options import Options

_HEAD = struct.Struct("<cIQ")  # what follows: its kind, the length of its first part and of its second
_DONE, _FAILED, _WORK, _READY = b"d", b"f", b"w", b"r"
_SERVE = "import communique.read.apart as apart; apart.serve()"
_MAX_TASKS = 500  # then a fresh process, whatever the libraries have kept
_START = 120  # seconds in which the process has to come up: on a busy machine that takes longer than a file
_GRACE = 5  # seconds beyond its time after which the process ends itself, should nobody be left to end it
# Where a task is to be found: bytes in, bytes out. Imported in the other process only.
_TASKS = {
    "pdf": "communique.read.pdftext",
    "feed": "communique.read.feedparts",
    "mail": "communique.read.mailparts",
}


def apart(task: str, data: bytes, options: Options) -> bytes:
    """What `task` makes of `data`.

    Raises:
        InputError: the file is damaged, or takes too much time or memory.
    """
    global _worker  # noqa: PLW0603
    if _worker is None or not _worker.fits(options):
        _stop()
        _worker = _Worker(options)
    try:
        return _worker.do(task, data)
    except _DeadError as error:
        _stop()
        raise InputError(error.code, error.message) from None


class _DeadError(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class _Worker:
    def __init__(self, options: Options) -> None:
        self._options = options
        self._left = _MAX_TASKS
        self._ready = False
        limits = [str(options.max_seconds), str(options.max_memory)]
        self._process = subprocess.Popen(  # noqa: S603
            # -P: a folder of captures may hold a file with the name of a module.
            [sys.executable, "-P", "-c", _SERVE, *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def fits(self, options: Options) -> bool:
        """Whether it may go on, under these options."""
        same = (self._options.max_seconds, self._options.max_memory) == (options.max_seconds, options.max_memory)
        return same and self._left > 0 and self._process.poll() is None

    def do(self, task: str, data: bytes) -> bytes:
        self._left -= 1
        assert self._process.stdin
        try:
            self._process.stdin.write(_HEAD.pack(_WORK, len(task), len(data)) + task.encode() + data)
            self._process.stdin.flush()
        except OSError:
            raise self._died() from None
        if not self._ready:
            self._receive(_HEAD.size, monotonic() + _START)
            self._ready = True
        deadline = monotonic() + self._options.max_seconds
        kind, first, second = _HEAD.unpack(self._receive(_HEAD.size, deadline))
        code = self._receive(first, deadline).decode()
        body = self._receive(second, deadline)
        if kind == _DONE:
            return body
        if code == "out-of-memory":
            raise self._hungry()
        raise InputError(code, body.decode("utf-8", "replace"))

    def _receive(self, count: int, deadline: float) -> bytes:
        assert self._process.stdout
        pipe, parts = self._process.stdout.fileno(), []
        poll = select.poll()
        poll.register(pipe, select.POLLIN)
        while count:
            ready = poll.poll(max(0.0, deadline - monotonic()) * 1000)
            if not ready:
                message = f"Still not read after {self._options.max_seconds} seconds; raise --max-seconds"
                raise _DeadError("too-slow", message)
            part = os.read(pipe, min(count, 1_048_576))
            if not part:
                raise self._died()
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _died(self) -> _DeadError:
        code = self._process.wait()
        if code == -signal.SIGKILL:
            return self._hungry()
        return _DeadError("crash", f"Reading it crashed ({code}); save what it says as text or HTML")

    def _hungry(self) -> _DeadError:
        return _DeadError("out-of-memory", f"Needs more than {self._options.max_memory} bytes; raise --max-memory")

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()


_worker: _Worker | None = None


@atexit.register
def _stop() -> None:
    global _worker  # noqa: PLW0603
    if _worker is not None:
        _worker.stop()
    _worker = None


def serve() -> None:
    """The life of the other process: files in, outcomes out, until its input closes."""
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it decides when to stop
    _limit(memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    answers.write(_HEAD.pack(_READY, 0, 0))
    answers.flush()
    while head := sys.stdin.buffer.read(_HEAD.size):
        _, first, second = _HEAD.unpack(head)
        task = sys.stdin.buffer.read(first).decode()
        signal.alarm(seconds + _GRACE)
        _answer(answers, task, sys.stdin.buffer.read(second))
        signal.alarm(0)


def _answer(answers: BinaryIO, task: str, data: bytes) -> None:
    code, body = "", b""
    try:
        body = importlib.import_module(_TASKS[task]).work(data)
    except InputError as error:
        code, body = error.code, str(error).encode()
    except MemoryError:
        code = "out-of-memory"
    except Exception as error:  # noqa: BLE001
        # The one boundary: whatever a file does to a library costs that file, and its problem names the error.
        code, body = "damaged", f"It cannot be read ({type(error).__name__}); get it again, or save it as text".encode()
    answers.write(_HEAD.pack(_FAILED if code else _DONE, len(code), len(body)) + code.encode() + body)
    answers.flush()


def _limit(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        # Where a system has no such limit, time alone bounds the work.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
