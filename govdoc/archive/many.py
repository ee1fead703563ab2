"""Many files in Python: results in order, failures as values."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice

from govdoc.archive.plan import Task, shard
from govdoc.archive.pool import MEMORY, SECONDS, Pool
from govdoc.archive.walk import Entry, walk
from govdoc.archive.work import Outcome, outcomes

_BATCH = 8  # files a worker is given at once
_AHEAD = 4  # batches a worker may be ahead of the one that is awaited


def read_many(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    *,
    workers: int | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Iterator[Outcome]:
    """Read files, folders, globs and archives; yields an :class:`Outcome` a document, in order.

    ``workers`` processes (default: one a core) work ahead, at most ``seconds`` and ``memory`` bytes a file;
    ``workers=1`` reads in this process, without limits.

    >>> import tempfile, pathlib; folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("云岭镇通知"); _ = (folder / "b.txt").write_bytes(b"")
    >>> [(o.document.text if o.document else o.error.code) for o in read_many([folder], workers=1)]
    ['云岭镇通知', 'empty']
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    entries = walk([os.fspath(p) for p in given])
    count = workers or os.cpu_count() or 1
    if count == 1:
        for entry in entries:
            yield from outcomes(entry, lambda _: None)
        return
    with Pool(count, seconds, memory) as pool:
        yield from _ordered(pool, entries, count)


def _ordered(pool: Pool, entries: Iterator[Entry], count: int) -> Iterator[Outcome]:
    """Outcomes as if one process had read one file after the other."""
    position: dict[str, int] = {}  # path → where it stands; a batch may be done in halves
    waiting: dict[int, list[Outcome]] = {}
    sent, next_up = 0, 0

    def may_start() -> bool:
        return sent - next_up < _BATCH * _AHEAD * count

    def tasks() -> Iterator[Task]:
        nonlocal sent
        while batch := tuple(islice(entries, _BATCH)):
            for at, entry in enumerate(batch, sent):
                position[entry.path] = at
            sent += len(batch)
            yield Task(shard(batch), {}, None, "")

    for task, answer in pool.results(tasks(), may_start):
        for entry, group in zip(task.shard.entries, answer[1], strict=True):
            waiting[position.pop(entry.path)] = group
        while next_up in waiting:
            yield from waiting.pop(next_up)
            next_up += 1
