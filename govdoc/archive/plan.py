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

_FEWEST, _MOST = 8, 256  # files a shard has on average: fewer cost files, more cost what a kill leaves undone
_SHARDS = 32  # at least, when there are files enough, so that workers end at one time
_HEAVY = 16 << 20  # bytes of source: some seconds of work


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


def shards(entries: Iterable[Entry], total: int) -> Iterator[Shard]:
    """Group consecutive files of ``total``.

    >>> made = list(shards((Entry(f"{n}.txt", 10, 0) for n in range(1000)), 1000))
    >>> sum(len(s.entries) for s in made), max(len(s.entries) for s in made) <= 32
    (1000, True)
    """
    mean = _mean(total)
    group: list[Entry] = []
    weight = 0
    for entry in entries:
        group.append(entry)
        weight += entry.size
        if path_hash(entry.path) % mean == 0 or len(group) >= 2 * mean or weight >= _HEAVY:
            yield shard(group)
            group, weight = [], 0
    if group:
        yield shard(group)


def _mean(total: int) -> int:
    """A power of two: some more or fewer files leave it as it is.

    >>> _mean(5), _mean(1500), _mean(10_000), _mean(10_000_000)
    (8, 32, 256, 256)
    """
    wanted = max(_FEWEST, min(_MOST, total // _SHARDS))
    return 1 << wanted.bit_length() - 1


def shard(entries: Iterable[Entry]) -> Shard:
    """A shard of these files."""
    held = tuple(entries)
    names = "\0".join(os.path.abspath(e.path) for e in held)
    return Shard(hashlib.blake2b(names.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest(), held)


def halves(whole: Shard) -> tuple[Shard, Shard]:
    """Bisection: the two halves of a shard that kills its worker at no known file."""
    middle = len(whole.entries) // 2
    return shard(whole.entries[:middle]), shard(whole.entries[middle:])
