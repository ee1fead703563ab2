"""Part files: what a shard writes, one file a table, under temporary names until it is committed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol, TextIO

from govdoc.export.jsonl import csv_lines, json_lines
from govdoc.export.rows import Rows, count, no_rows
from govdoc.export.schema import TABLES, Columns, Table
from govdoc.readers.extra import needs

FORMATS = ("parquet", "duckdb", "jsonl", "csv")
_ENDINGS = {"parquet": "parquet", "duckdb": "parquet", "jsonl": "jsonl", "csv": "csv"}
NEEDED = {  # what a format needs, and the extra that has it
    "parquet": (("pyarrow", "table"),),
    "duckdb": (("duckdb", "duckdb"), ("pyarrow", "duckdb")),
    "jsonl": (),
    "csv": (),
}
_FULL = 40_000  # rows held in memory before they are written
_LONG = 8_000_000  # characters of text held in memory


class _Part(Protocol):
    def add(self, columns: Columns) -> None: ...

    def close(self) -> bool: ...


class LinePart:
    """A JSONL or CSV part: lines are appended."""

    def __init__(self, path: Path, table: Table, form: str) -> None:
        self.path, self.table = path, table
        self._lines = json_lines if form == "jsonl" else csv_lines
        self._file: TextIO | None = None

    def add(self, columns: Columns) -> None:
        """Append rows."""
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8", newline="")
        self._file.write(self._lines(self.table, columns))

    def close(self) -> bool:
        """Close; whether there was anything to write."""
        if self._file is None:
            return False
        self._file.close()
        return True


class Parts:
    """The part files of one shard, filled as documents come."""

    def __init__(self, folder: Path, key: str, form: str) -> None:
        self.rows: Rows = no_rows()
        self._folder, self._key, self._form = folder, key, form
        self._parts: dict[str, _Part] = {}
        self._held = 0

    def path(self, table: str) -> Path:
        """The temporary file of a table."""
        return self._folder / f"{self._key}.{os.getpid()}.{table}.{ending(self._form)}"

    def grown(self, characters: int) -> None:
        """After each document: write out when much is held."""
        self._held += characters
        if self._held > _LONG or sum(map(count, self.rows.values())) > _FULL:
            self._write()

    def close(self) -> dict[str, Path]:
        """The files that have rows, closed; the parent syncs them before it gives them their names."""
        self._write()
        return {name: self.path(name) for name, part in self._parts.items() if part.close()}

    def _write(self) -> None:
        for table in TABLES:
            columns = self.rows[table.name]
            if count(columns):
                self._part(table).add(columns)
        self.rows, self._held = no_rows(), 0

    def _part(self, table: Table) -> _Part:
        if table.name not in self._parts:
            path = self.path(table.name)
            if ending(self._form) == "parquet":
                self._parts[table.name] = needs("govdoc.export.arrow", "table").ParquetPart(path, table)
            else:
                self._parts[table.name] = LinePart(path, table, self._form)
        return self._parts[table.name]


def ending(form: str) -> str:
    """The file ending of the parts of a format."""
    return _ENDINGS[form]


def place(form: str, table: str, key: str) -> str:
    """Where a committed part stands, relative to OUT: in view for Parquet, else aside until all is done."""
    folder = table if form == "parquet" else f".govdoc/parts/{table}"
    return f"{folder}/{key}.{ending(form)}"
