"""Worker processes and what to do when one dies or hangs (工作进程).

A worker's logbook says which file it works on. One that dies is replaced and its shard done again; a file at
which workers die repeatedly is skipped with the reason, and the rest of its shard completes. When
no file was named, the shard is halved until the file is found.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from typing import IO, Any, Self

from govdoc.archive.logbook import NOWHERE, Logbook, Place
from govdoc.archive.plan import Task, halves
from govdoc.errors import GovdocError

_PATIENCE_AT_START = 300.0  # seconds for a worker to import everything on a loaded machine
SECONDS, MEMORY = 60.0, 2 << 30  # what a file may take of time and bytes, unless the caller says otherwise
_STARTS = 3  # workers that may die before they are ready
_DEATHS = 2  # at one file, before it is skipped
_DEATHS_FROM_OUTSIDE = 6  # SIGKILL comes from people and the kernel: rarely the file's fault
_POLL = 0.5


@dataclass
class _Worker:
    """A process and where it is."""

    process: subprocess.Popen[bytes]
    pipe: Connection[Any, Any]
    errors: IO[bytes]
    place: IO[bytes]
    job: _Job | None = None
    ready: bool = False
    at: Place = NOWHERE
    since: float = 0.0  # it has been there

    @property
    def logbook(self) -> Logbook:
        """What it says of its place."""
        return Logbook(self.place.fileno())


@dataclass
class _Job:
    task: Task
    deaths: Counter[Place] = field(default_factory=Counter)


class Pool:
    """``count`` workers; ``seconds`` a file may take, ``memory`` bytes a worker may take beyond its start."""

    def __init__(self, count: int, seconds: float, memory: int) -> None:
        self._count, self._seconds, self._memory = count, seconds, memory
        self._workers: list[_Worker] = []
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def results(
        self, tasks: Iterator[Task], may_start: Callable[[], bool] = lambda: True
    ) -> Iterator[tuple[Task, tuple[Any, ...]]]:
        """Each task with its answer, as they end; ``may_start`` holds new tasks back."""
        again: deque[_Job] = deque()
        while True:
            self._assign(tasks, again, may_start)
            busy = [w for w in self._workers if w.job is not None]
            if not busy:
                return
            heard = wait([w.pipe for w in self._workers], _POLL)
            for worker in [w for w in self._workers if w.pipe in heard]:
                for answer in self._hear(worker, again) if worker in self._workers else ():
                    self._assign(tasks, again, may_start)  # who has answered goes on, whatever the answer is used for
                    yield answer
            for worker in [w for w in self._workers if self._overdue(w)]:
                self._dead(worker, again, timed_out=True)

    def _assign(self, tasks: Iterator[Task], again: deque[_Job], may_start: Callable[[], bool]) -> None:
        for worker in list(self._workers):
            if worker.ready and worker.job is None:
                self._give(worker, self._next(tasks, again, may_start), again)
        while len(self._workers) < self._count:
            job = self._next(tasks, again, may_start)
            if job is None:
                return
            worker = _start(self._memory)
            worker.job, worker.since = job, time.monotonic()
            self._workers.append(worker)

    def _next(self, tasks: Iterator[Task], again: deque[_Job], may_start: Callable[[], bool]) -> _Job | None:
        if again:
            return again.popleft()
        task = next(tasks, None) if may_start() else None
        return _Job(task) if task is not None else None

    def _give(self, worker: _Worker, job: _Job | None, again: deque[_Job]) -> None:
        if job is None:
            return
        worker.job, worker.at, worker.since = job, NOWHERE, time.monotonic()
        worker.logbook.write(NOWHERE)
        try:
            worker.pipe.send(job.task)
        except OSError:
            self._dead(worker, again)

    def _hear(self, worker: _Worker, again: deque[_Job]) -> Iterator[tuple[Task, tuple[Any, ...]]]:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            self._dead(worker, again)
            return
        worker.since = time.monotonic()
        job = worker.job
        match message[0]:
            case "ready":
                worker.ready = True
                self._failed_starts = 0
                self._give(worker, job, again)
            case _ if job is not None:
                worker.job = None
                yield job.task, message

    def _overdue(self, worker: _Worker) -> bool:
        now, at = time.monotonic(), worker.logbook.read()
        if at != worker.at:
            worker.at, worker.since = at, now
        waited = now - worker.since
        if not worker.ready:
            return waited > _PATIENCE_AT_START
        return worker.job is not None and worker.at[0] >= 0 and 0 < self._seconds < waited

    def _dead(self, worker: _Worker, again: deque[_Job], *, timed_out: bool = False) -> None:
        self._workers.remove(worker)
        worker.at = worker.logbook.read()
        said = _end(worker)
        _sweep(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise GovdocError(f"workers cannot start: {said or worker.process.returncode}")
        if worker.job is not None:
            again.extend(self._blamed(worker.job, worker, said, timed_out=timed_out))

    def _blamed(self, job: _Job, worker: _Worker, said: str, *, timed_out: bool) -> list[_Job]:
        """The job again: as it is, without the file that kills, or in halves."""
        code = worker.process.returncode
        job.deaths[worker.at] += 1
        outside = code == -signal.SIGKILL and not timed_out
        if job.deaths[worker.at] < (_DEATHS_FROM_OUTSIDE if outside else _DEATHS):
            return [job]
        reason = f"timeout: took longer than {self._seconds:g} s" if timed_out else f"crash: {_death(code, said)}"
        if worker.at[0] >= 0:
            return [_Job(job.task._replace(skips={**job.task.skips, worker.at: reason}), job.deaths)]
        if len(job.task.shard.entries) > 1:
            return [_Job(job.task._replace(shard=half, skips={})) for half in halves(job.task.shard)]
        return [_Job(job.task._replace(skips={(0, ""): reason}))]


def _start(memory: int) -> _Worker:
    here, there = Pipe()
    errors, place = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
    handles = (there.fileno(), place.fileno())
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(  # noqa: S603 - this interpreter and this package
        [sys.executable, "-P", "-W", "ignore", "-m", "govdoc.archive.worker", *map(str, (*handles, memory))],
        pass_fds=handles,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        start_new_session=True,  # Ctrl-C is for the parent; and children of a worker die with it
        env=environment,
    )
    there.close()
    return _Worker(process, here, errors, place)


def _end(worker: _Worker) -> str:
    """Kill a worker with its children; its last words."""
    if worker.process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.wait()
    worker.pipe.close()
    worker.place.close()
    with worker.errors as errors:
        errors.seek(0)
        return errors.read()[-2000:].decode("utf-8", "replace").strip()


def _sweep(worker: _Worker) -> None:
    """Remove what a dead worker had begun to write."""
    folder = worker.job.task.folder if worker.job else None
    for path in Path(folder).glob(f"*.{worker.process.pid}.*") if folder else ():
        path.unlink(missing_ok=True)


def _death(code: int, said: str) -> str:
    if code >= 0:
        error = said.rpartition("\n")[2] if "Traceback" in said else ""
        return f"the reader ended its process with status {code}" + (f" ({error})" if error else "")
    try:
        return f"the reader was killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"the reader was killed by signal {-code}"
