"""A worker process: takes shards over a pipe, notes which file it works on, writes the parts.

Started as ``python -m govdoc.archive.worker PIPE LOGBOOK MEMORY``: the caller's ``__main__`` is never imported again,
which a ``multiprocessing`` pool would do.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from govdoc.archive.logbook import NOWHERE, Logbook
from govdoc.archive.part import Parts
from govdoc.archive.plan import Task
from govdoc.archive.work import Outcome, outcomes
from govdoc.export.rows import add_row, add_rows, failure_row

try:
    import resource
except ImportError:  # no limits on Windows
    resource = None  # type: ignore[assignment,unused-ignore]


def main(handle: int, noted: int, memory: int) -> None:
    """Serve until the other end of the pipe is gone."""
    pipe: Connection[Any, Any] = Connection(handle)
    logbook = Logbook(noted)
    _limit(memory)
    gc.disable()  # a Document has no cycles; looking for them costs a tenth of the time
    pipe.send(("ready",))
    while True:
        gc.collect()
        gc.freeze()  # what lives between shards are tables and patterns: looked at once, not after each shard
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = _send_back(task, logbook) if task.folder is None else _write(task, logbook)
        except OSError as error:
            answer = ("stuck", f"{error.strerror or error}")
        pipe.send(answer)


class _NoPandas:
    """Keeps pandas out: pyarrow would load it, 0.2 s and 50 MB a worker, to ask whether a list is a Series."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Refuse ``pandas``, leave every other module to the finders behind."""
        if name == "pandas":
            raise ImportError("a worker needs no pandas")


def _limit(memory: int) -> None:
    """What this process may take beyond what it has now; a file that needs more is a failure."""
    if not memory or resource is None:
        return
    status = Path("/proc/self/status")
    held = re.search(r"VmData:\s*([0-9]+)", status.read_text(encoding="ascii")) if status.exists() else None
    if held:
        most = int(held[1]) * 1024 + memory
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.RLIM_INFINITY))


def _write(task: Task, logbook: Logbook) -> tuple[Any, ...]:
    parts = Parts(Path(task.folder or "."), task.shard.key, task.form)
    good, bad = 0, []
    for outcome in (x for number in range(len(task.shard.entries)) for x in _of_entry(task, logbook, number)):
        if outcome.document is not None:
            add_rows(parts.rows, outcome.document, outcome.origin)
            parts.grown(len(outcome.document.text))
            good += 1
        elif outcome.error is not None:
            add_row(parts.rows["failures"], failure_row(outcome.origin, outcome.error))
            bad.append((outcome.path, outcome.error.reason))
    logbook.write(NOWHERE)
    return ("done", {k: str(v) for k, v in parts.close().items()}, good, bad)


def _send_back(task: Task, logbook: Logbook) -> tuple[Any, ...]:
    return ("outcomes", [list(_of_entry(task, logbook, number)) for number in range(len(task.shard.entries))])


def _of_entry(task: Task, logbook: Logbook, number: int) -> Iterator[Outcome]:
    def begin(member: str) -> str | None:
        logbook.write((number, member))
        return task.skips.get((number, member))

    return outcomes(task.shard.entries[number], begin)


if __name__ == "__main__":
    sys.meta_path.insert(0, _NoPandas)
    main(*map(int, sys.argv[1:]))
