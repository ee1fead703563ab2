"""The manifest: which shards are done. One line of JSON a shard, synced after each.

A torn last line, a part that is missing or has another size: the shard counts as not done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from govdoc.errors import GovdocError
from govdoc.export.schema import VERSION


class Part(NamedTuple):
    """A file of a table, relative to OUT, with its size."""

    table: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Done:
    """A committed shard."""

    key: str
    files: tuple[tuple[str, int, int], ...]  # path, size, time of change
    parts: tuple[Part, ...]
    documents: int
    failures: int


class Manifest:
    """The manifest of an output folder."""

    def __init__(self, out: Path, form: str) -> None:
        self.out, self.path = out, out / ".govdoc" / "manifest.jsonl"
        self._head = {"govdoc": "archive", "schema": VERSION, "format": form}

    def load(self) -> dict[str, Done]:
        """The shards whose parts are all there; wrong schema or format raises :class:`GovdocError`."""
        found: dict[str, Done] = {}
        for n, line in enumerate(self._lines()):
            if n == 0:
                self._check(line)
            elif "drop" in line:
                found.pop(line["drop"], None)
            else:
                done = _done(line)
                found[done.key] = done
        return {key: done for key, done in found.items() if all(self._there(x) for x in done.parts)}

    def _lines(self) -> Iterator[dict[str, Any]]:
        if not self.path.exists():
            return
        with self.path.open(encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                try:
                    yield json.loads(line)
                except ValueError:
                    return  # the line that was being written when the power went

    def _check(self, head: dict[str, Any]) -> None:
        for name in ("schema", "format"):
            if head.get(name) != self._head[name]:
                found = f"{self.out} holds tables of {name} {head.get(name)}, wanted {self._head[name]}"
                raise GovdocError(f"{found}: choose another folder")

    def _there(self, part: Part) -> bool:
        try:
            return os.stat(self.out / part.path).st_size == part.size
        except OSError:
            return False

    def rewrite(self, done: dict[str, Done]) -> None:
        """Write the manifest anew: without torn lines and dropped shards."""
        draft = self.path.with_suffix(".tmp")
        with draft.open("w", encoding="utf-8", errors="surrogateescape") as file:
            for line in (self._head, *map(_line, done.values())):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self.path)

    def add(self, done: Done) -> None:
        """Commit a shard: its parts have their names, now the line is written and synced."""
        with self.path.open("a", encoding="utf-8", errors="surrogateescape") as file:
            file.write(json.dumps(_line(done), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _line(done: Done) -> dict[str, Any]:
    return {
        "shard": done.key,
        "documents": done.documents,
        "failures": done.failures,
        "parts": done.parts,
        "files": done.files,
    }


def _done(line: dict[str, Any]) -> Done:
    files = tuple((str(path), int(size), int(changed)) for path, size, changed in line["files"])
    parts = tuple(Part(*x) for x in line["parts"])
    return Done(line["shard"], files, parts, line["documents"], line["failures"])
