"""Paths, folders and globs → the files to read, in one order on every machine."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

_JUNK = frozenset(("Thumbs.db", "desktop.ini", "__MACOSX"))
_JUNK_STARTS = (".", "~$")  # hidden files; the lock files of Word


class Entry(NamedTuple):
    """A file to read, with what tells later whether it changed; ``trouble`` is ``code: reason``."""

    path: str
    size: int
    changed: int
    trouble: str = ""


def walk(paths: Iterable[str], leave_out: Path | None = None, part: tuple[int, int] = (1, 1)) -> Iterator[Entry]:
    """Every file once, folders in the order of their names; what cannot be entered is an entry too.

    ``part`` (2, 5): only those whose path falls to the second of five machines.

    >>> import tempfile; folder = tempfile.mkdtemp()
    >>> _ = Path(folder, "b.txt").write_text("x"); _ = Path(folder, "a.txt").write_text("x")
    >>> [Path(e.path).name for e in walk([folder])]
    ['a.txt', 'b.txt']
    """
    banned = _identity(leave_out) if leave_out is not None else None
    own, of = part
    for path in _roots(paths):
        found = _entries(path, (), banned)
        yield from (e for e in found if path_hash(e.path) % of == own - 1) if of > 1 else found


def _roots(paths: Iterable[str]) -> list[str]:
    """Paths with globs filled in, none twice and none inside another."""
    found: dict[str, None] = {}
    for path in paths:
        is_glob = glob.has_magic(path) and not os.path.lexists(path)
        matches = sorted(glob.glob(path, recursive=True)) if is_glob else []
        found.update((os.path.normpath(x), None) for x in matches or [path])
    return [x for x in found if not any(folder in found for folder in _above(x))]


def _above(path: str) -> Iterator[str]:
    """The folders a path lies in, as they would be given."""
    up = os.path.dirname(path)
    while up and up != path:
        yield up
        path, up = up, os.path.dirname(up)
    if not os.path.isabs(path) and path.partition(os.sep)[0] not in {".", ".."}:
        yield "."


def _identity(path: str | Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _entries(path: str, above: tuple[tuple[int, int], ...], banned: tuple[int, int] | None) -> Iterator[Entry]:
    try:
        found = os.stat(path)
    except OSError as error:
        yield Entry(path, 0, 0, _trouble(error, path))
        return
    if not stat.S_ISDIR(found.st_mode):
        wrong = "" if stat.S_ISREG(found.st_mode) else "not_a_file: a device, pipe or socket; expected a file"
        yield Entry(path, found.st_size, found.st_mtime_ns, wrong)
        return
    here = (found.st_dev, found.st_ino)
    if here in above:
        yield Entry(path, 0, 0, "symlink_loop: the link leads back to a folder above it")
    elif here != banned:
        yield from _folder(path, (*above, here), banned)


def _folder(path: str, above: tuple[tuple[int, int], ...], banned: tuple[int, int] | None) -> Iterator[Entry]:
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        yield Entry(path, 0, 0, _trouble(error, path))
        return
    for name in names:
        if name not in _JUNK and not name.startswith(_JUNK_STARTS):
            yield from _entries(name if path == "." else os.path.join(path, name), above, banned)


def _trouble(error: OSError, path: str) -> str:
    if isinstance(error, PermissionError):
        return "permission: no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "missing: a link to nothing" if os.path.islink(path) else "missing: no such file or folder"
    if "symbolic links" in (error.strerror or ""):
        return "symlink_loop: the link leads back to itself"
    return f"io: the file system said: {error.strerror or error}"


def path_hash(path: str) -> int:
    """A number from a path, the same on every machine and in every run."""
    return crc32(path.encode("utf-8", "surrogateescape"))
