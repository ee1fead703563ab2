"""Files → shards: the unit that is written, committed and resumed.

A shard ends where the hash of a path says so, not after a fixed number of files: then a new file in
the folder changes one shard, and the shards of a resumed run are those of an undisturbed one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govdoc.archive.logbook import Place
from govdoc.archive.walk import Entry, path_hash

_MEAN = 64  # files a shard has on average: fewer cost files, more cost balance between workers
_MEAN_OF_FEW = 8  # when there are few files, so that every worker has some
_FEW = 1000
_MOST = 128
_HEAVY = 4 << 20  # bytes of source


class Shard(NamedTuple):
    """Files that are read by one worker and committed at once; ``key`` names their part files."""

    key: str
    entries: tuple[Entry, ...]


class Task(NamedTuple):
    """What a worker is asked: a shard, what to skip in it, where to write (None: send the outcomes back)."""

    shard: Shard
    skips: dict[Place, str]
    folder: str | None
    form: str


def shards(entries: Iterable[Entry], total: int = _FEW) -> Iterator[Shard]:
    """Group consecutive files of ``total``.

    >>> made = list(shards(Entry(f"{n}.txt", 10, 0) for n in range(1000)))
    >>> sum(len(s.entries) for s in made), max(len(s.entries) for s in made) <= 128
    (1000, True)
    """
    mean = _MEAN_OF_FEW if total < _FEW else _MEAN
    group: list[Entry] = []
    weight = 0
    for entry in entries:
        group.append(entry)
        weight += entry.size
        if path_hash(entry.path) % mean == 0 or len(group) >= _MOST or weight >= _HEAVY:
            yield shard(group)
            group, weight = [], 0
    if group:
        yield shard(group)


def shard(entries: Iterable[Entry]) -> Shard:
    """A shard of these files."""
    held = tuple(entries)
    names = "\0".join(os.path.abspath(e.path) for e in held)
    return Shard(hashlib.blake2b(names.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest(), held)


def halves(whole: Shard) -> tuple[Shard, Shard]:
    """Bisection: the two halves of a shard that kills its worker at no known file."""
    middle = len(whole.entries) // 2
    return shard(whole.entries[:middle]), shard(whole.entries[middle:])
