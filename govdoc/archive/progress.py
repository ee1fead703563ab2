"""Who watches a run: lines now and then, each failure at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

_STEPS = 20  # lines a run prints at most


Say = Callable[[str], None]


class Progress(Protocol):
    """Who watches a run."""

    def planned(self, files: int, skipped: int) -> None:
        """How many files there are to do, and how many were done before."""

    def advanced(self, files: int, documents: int, failures: list[tuple[str, str]]) -> None:
        """A shard was committed; ``failures`` are (file, reason)."""


class PlainProgress:
    """Progress for a pipe: a line now and then, each failure at once."""

    def __init__(self, say: Say, fail: Say) -> None:
        self._say, self._fail = say, fail
        self._total = self._next = 0
        self.files = self.documents = self.failures = 0

    def planned(self, files: int, skipped: int) -> None:
        """How many files there are to do, and how many were done before."""
        self._total = files
        self._next = self._step()
        if skipped:
            self._say(f"{skipped} files were done before")

    def advanced(self, files: int, documents: int, failures: list[tuple[str, str]]) -> None:
        """Some files more."""
        self.files += files
        self.documents += documents
        self.failures += len(failures)
        for path, reason in failures:
            self._fail(failure_line(path, reason))
        if self.files >= self._next:
            self._next = self.files + self._step()
            self._say(f"{self.files} of {self._total} files, {self.documents} documents, {self.failures} failures")

    def _step(self) -> int:
        return -(-self._total // _STEPS) if self._total > _STEPS else self._total + 1


def failure_line(path: str, reason: str) -> str:
    """One clear line with file and reason.

    >>> failure_line("a.doc", "an Office document with a password")
    'a.doc: an Office document with a password'
    """
    said = " ".join(reason.split())
    return said if said.startswith(path) else f"{path}: {said}"
