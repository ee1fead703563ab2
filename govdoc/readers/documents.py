"""A file on disk → its documents: one, or those of an archive or table.

This is the door for whole archives: every problem is a value (:class:`Found` with an error).
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from govdoc.errors import ReadError
from govdoc.readers.open import file_bytes, read_as
from govdoc.readers.pack import Member, members
from govdoc.readers.sniff import ZIP_DAMAGE, sniff, zip_format
from govdoc.readers.source import PACKED, TABLES, Format, Reading
from govdoc.readers.table import table_rows

_HEAD = 4096  # bytes that tell what a file is

Begin = Callable[[str], str | None]


def _go_on(_member: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Found:
    """A document of a file, read, or the reason why not. ``member`` is ``""`` for the file itself."""

    member: str
    sha256: str
    format: str
    reading: Reading | None
    error: ReadError | None = None


def documents(path: Path, begin: Begin = _go_on) -> Iterator[Found]:
    """All documents of a file.

    ``begin`` is told each member before it is read and may answer with a reason to skip it: so a
    worker says what it is working on, and what has killed one before is passed over.
    """
    try:
        yield from _documents(path, begin)
    except ReadError as error:
        yield Found("", "", "", None, error)


def documents_in(data: bytes, name: str) -> Iterator[Found]:
    """All documents of a file whose bytes are at hand."""
    try:
        kind = sniff(data, name)
    except ReadError as error:
        yield Found("", _digest(data), "", None, error)
        return
    if kind in PACKED or kind in TABLES:
        yield from _inside(io.BytesIO(data), kind, name, "", _go_on)
    else:
        yield _read(Member("", data), name, kind)


def _documents(path: Path, begin: Begin) -> Iterator[Found]:
    skip = begin("")
    if skip:
        raise ReadError(str(path), *skip.split(": ", 1))
    try:
        data = file_bytes(path)
    except ReadError as error:
        if error.code != "too_large":
            raise
        data, kind = b"", _large_kind(path, error)
    else:
        kind = sniff(data, str(path))
    if kind not in PACKED and kind not in TABLES:
        yield _read(Member("", data), str(path), kind)
        return
    with io.BytesIO(data) if data else path.open("rb") as file:
        yield from _inside(file, kind, str(path), "", begin)


def _inside(file: IO[bytes], kind: Format, name: str, prefix: str, begin: Begin) -> Iterator[Found]:
    listed = members(file, kind, name) if kind in PACKED else table_rows(file, kind, name)
    for item in listed:
        member = item._replace(path=prefix + item.path)
        skip = begin(member.path) if member.path else None
        if skip:
            code, reason = skip.split(": ", 1)
            yield Found(member.path, _digest(member.data), "", None, ReadError(name, code, reason))
        elif member.error is not None:
            yield Found(member.path, _digest(member.data), "", None, member.error)
        elif kind in TABLES:
            yield _read(member, name, Format.TEXT, str(kind))
        else:
            yield from _member(member, name, begin)


def _member(member: Member, name: str, begin: Begin) -> Iterator[Found]:
    try:
        kind = sniff(member.data, member.path)
    except ReadError as error:
        yield Found(member.path, _digest(member.data), "", None, error)
        return
    if kind in TABLES:
        yield from _inside(io.BytesIO(member.data), kind, name, member.path, begin)
    else:
        yield _read(member, name, kind)


def _read(member: Member, name: str, kind: Format, shown: str = "") -> Found:
    label = f"{name}!/{member.path}" if member.path else name
    digest = _digest(member.data)
    try:
        return Found(member.path, digest, shown or str(kind), read_as(member.data, kind, label))
    except ReadError as error:
        failure = error
    except MemoryError:
        failure = ReadError(label, "memory", "needs more memory than the limit")
    except Exception as error:  # a reader met a file nobody foresaw: its row says so, the archive goes on
        failure = ReadError(label, "malformed", f"the {kind} reader failed: {type(error).__name__}: {error}")
    return Found(member.path, digest, shown or str(kind), None, failure)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() if data else ""


def _large_kind(path: Path, refused: ReadError) -> Format:
    """Only archives and tables may be larger than one document, for they are read piece by piece."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(b"PK\x03\x04"):
            try:
                with zipfile.ZipFile(file) as pack:
                    kind = zip_format(pack, str(path))
            except ZIP_DAMAGE as error:
                raise ReadError(str(path), "truncated", f"a ZIP container that cannot be opened: {error}") from error
        else:
            kind = sniff(head, str(path))
    if kind in PACKED or kind in TABLES:
        return kind
    raise refused
