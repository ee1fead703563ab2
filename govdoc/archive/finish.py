"""The last step of a run: parts become one file a table or a database, and README.md explains it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from govdoc.archive.manifest import Done
from govdoc.export.guide import guide
from govdoc.export.jsonl import csv_header
from govdoc.export.schema import TABLES, Table
from govdoc.readers.extra import needs


def finish(out: Path, form: str, done: dict[str, Done]) -> None:
    """Make the tables of ``out`` whole."""
    ordered = sorted(done.values(), key=lambda d: d.files[0][0].split(os.sep) if d.files else [])
    match form:
        case "parquet":
            _schemas(out)
        case "duckdb":
            parts = {t.name: [out / p for p in _parts(ordered, t)] for t in TABLES}
            needs("govdoc.export.duckdb", "duckdb").write_database(out / "govdoc.duckdb", parts)
        case _:
            for table in TABLES:
                _join(out, table, form, _parts(ordered, table))
    _replace(out / "README.md", [guide(form).encode("utf-8")])


def _parts(done: Iterable[Done], table: Table) -> list[str]:
    return [part.path for d in done for part in d.parts if part.table == table.name]


def _schemas(out: Path) -> None:
    """A file without rows in each folder: an empty table can be queried too."""
    arrow = needs("govdoc.export.arrow", "table")
    for table in TABLES:
        draft = out / ".govdoc" / "tmp" / f"{table.name}.empty"
        arrow.write_empty(draft, table)
        os.replace(draft, out / table.name / "empty.parquet")


def _join(out: Path, table: Table, form: str, parts: list[str]) -> None:
    head = [csv_header(table).encode("utf-8")] if form == "csv" else []
    _replace(out / f"{table.name}.{form}", (*head, *((out / p) for p in parts)))


def _replace(path: Path, pieces: Iterable[bytes | Path]) -> None:
    draft = path.with_name(path.name + ".tmp")
    with draft.open("wb") as file:
        for piece in pieces:
            file.write(piece if isinstance(piece, bytes) else piece.read_bytes())
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
