"""The engine with worker processes. Which worker does what never shows in the outcome.

Each worker holds one capture at a time, so that one that dies (out of memory, say) costs the capture it held
and is replaced.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from threading import current_thread, main_thread

from communique import errors
from communique.options import Options
from communique.run.work import crashed, work

_READY, _DONE, _FAILED = b"r", b"d", b"f"
# A fresh interpreter for each worker: forking one that has threads, or a loaded model, is not safe.
_CONTEXT = multiprocessing.get_context("spawn")


type Task = Callable[[bytes, Options], bytes]


def process_pool(captures: Iterable[bytes], options: Options, task: Task = work) -> Iterator[tuple[int, bytes]]:
    """`(index, outcome)` for each capture, as they are done, by `options.jobs` workers, each of which runs `task`.

    Raises:
        CommuniqueError: no capture can be worked on (the model is missing, say).
    """
    todo = enumerate(captures)
    workers: list[_Worker] = []
    try:
        for _ in range(options.jobs):
            first = next(todo, None)
            if first is None:
                break
            workers.append(_Worker(options, task, first))
        while workers:
            for worker in _answering(workers):
                yield from worker.collect()
                if worker.held is None:
                    following = next(todo, None)
                    if following is not None:
                        worker.give(following)
                    else:
                        worker.stop()
                        workers.remove(worker)
    finally:
        for worker in workers:
            worker.kill()


def _answering(workers: "list[_Worker]") -> "list[_Worker]":
    ready = set(wait([worker.connection for worker in workers]))
    return [worker for worker in workers if worker.connection in ready]


@contextmanager
def _born_deaf() -> Iterator[None]:
    """Processes started within ignore an interrupt from their first moment: one that is still loading its modules would
    print where. Whoever started them decides when to stop. Only a main thread may say so."""
    if current_thread() is not main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


class _Worker:
    """A process, its connection, and the capture it holds: given to it once it says that it is ready."""

    def __init__(self, options: Options, task: Task, first: tuple[int, bytes]) -> None:
        self.serving = (task, options)
        self.held: tuple[int, bytes] | None = first
        self.start()

    def start(self) -> None:
        self.ready = False
        self.connection, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_serve, args=(theirs, *self.serving), daemon=True)
        with _born_deaf():
            self.process.start()
        theirs.close()

    def give(self, capture: tuple[int, bytes]) -> None:
        self.held = capture
        if not self.process.is_alive():
            self.start()
        elif self.ready:
            self.send()

    def send(self) -> None:
        assert self.held is not None
        try:
            self.connection.send_bytes(self.held[1])
        except OSError:
            return  # it died; its connection says so to whoever reads from it next

    def collect(self) -> Iterator[tuple[int, bytes]]:
        """What the worker sent: the outcome it was asked for, or the sign that it is ready for work, or its end."""
        assert self.held is not None
        try:
            message = self.connection.recv_bytes()
        except (EOFError, OSError):
            index, data = self.held
            self.held = None
            yield index, self.died(data)
            return
        kind, body = message[:1], message[1:]
        if kind == _READY:
            self.ready = True
            self.send()
        elif kind == _DONE:
            index, self.held = self.held[0], None
            yield index, body
        else:
            name, _, text = body.decode().partition(":")
            raise _ERRORS.get(name, errors.CommuniqueError)(text)

    def died(self, data: bytes) -> bytes:
        self.process.join()
        self.connection.close()
        if not self.ready:
            raise errors.CommuniqueError("The workers cannot start; run again with --jobs 1 to see why")
        code = self.process.exitcode or 0
        return crashed(data, signal.Signals(-code).name if code < 0 else f"exit status {code}")

    def stop(self) -> None:
        self.connection.close()
        self.process.join()

    def kill(self) -> None:
        self.process.kill()
        self.process.join()


_ERRORS = {error.__name__: error for error in (errors.ModelError, errors.KnowledgeError, errors.UsageError)}


def _serve(connection: Connection, task: Task, options: Options) -> None:
    """A worker's life: captures in, outcomes out, until the connection closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it was not born so
    try:
        connection.send_bytes(_READY)
        while True:
            connection.send_bytes(_answer(connection.recv_bytes(), task, options))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(data: bytes, task: Task, options: Options) -> bytes:
    try:
        return _DONE + task(data, options)
    except errors.CommuniqueError as error:
        return _FAILED + f"{type(error).__name__}:{error}".encode()
