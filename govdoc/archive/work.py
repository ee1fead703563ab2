"""What a worker does with a file: read, parse, rows. A worker never raises for a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govdoc.archive.walk import Entry
from govdoc.errors import ReadError
from govdoc.export.rows import Origin
from govdoc.model.document import Document
from govdoc.readers.document import parsed
from govdoc.readers.documents import Found, documents, documents_in
from govdoc.readers.pack import printable


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document of a file, or the reason why there is none: failures are values."""

    origin: Origin
    document: Document | None
    error: ReadError | None = None

    @property
    def path(self) -> str:
        """The path of the file, with the place inside an archive."""
        return f"{self.origin.path}!/{self.origin.member}" if self.origin.member else self.origin.path


def outcomes(entry: Entry, begin: Callable[[str], str | None]) -> Iterator[Outcome]:
    """All documents of a file."""
    path = printable(entry.path)
    if entry.trouble:
        code, reason = entry.trouble.split(": ", 1)
        yield Outcome(Origin(path, format=""), None, ReadError(path, code, reason))
        return
    for found in documents(Path(entry.path), begin):
        yield _outcome(found, path)


def outcomes_in(data: bytes, path: str) -> Iterator[Outcome]:
    """All documents of a file whose bytes are at hand (an engine has read them)."""
    for found in documents_in(data, path):
        yield _outcome(found, path)


def _outcome(found: Found, path: str) -> Outcome:
    reading = found.reading
    if reading is None:
        return Outcome(Origin(path, found.member, found.format, found.sha256), None, found.error)
    apart = tuple((x.kind, x.text) for x in reading.apart)
    origin = Origin(path, found.member, found.format, found.sha256, reading.pages, reading.meta, apart)
    try:
        return Outcome(origin, parsed(reading))
    except MemoryError:
        error = ReadError(path, "memory", "parsing needs more memory than the limit")
    except Exception as cause:  # parse never raises; should it, the row says so and the archive goes on
        error = ReadError(path, "internal", f"parsing failed: {type(cause).__name__}: {cause}")
    return Outcome(origin, None, error)
