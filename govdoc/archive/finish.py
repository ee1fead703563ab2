"""The last step of a run: parts become one file a table or a database, and README.md explains it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from govdoc.archive.manifest import Done
from govdoc.export.jsonl import csv_header
from govdoc.export.schema import TABLES, VERSION, Table
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
    _replace(out / "README.md", [readme(form).encode("utf-8")])


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


_WHERE = {
    "parquet": "`{0}/*.parquet`",
    "duckdb": "`{0}` in `govdoc.duckdb`",
    "jsonl": "`{0}.jsonl`",
    "csv": "`{0}.csv`",
}
_HINTS = {
    "parquet": "duckdb -c \"SELECT indicator, value, unit, period FROM 'facts/*.parquet' LIMIT 10\"",
    "duckdb": 'duckdb govdoc.duckdb "SELECT indicator, value, unit, period FROM latest_facts LIMIT 10"',
    "jsonl": "head -n 1 facts.jsonl",
    "csv": "head -n 3 facts.csv",
}


def readme(form: str) -> str:
    """What README.md of an output folder says."""
    lines = [
        "# 公文表 · tables of official documents",
        "",
        f"Written by govdoc, schema version {VERSION}. The same input gives the same rows, however often the run was",
        "interrupted. Run the same command again to go on, or to add new and changed files.",
        "`.govdoc/` belongs to the run.",
        "",
        "```",
        _HINTS[form],
        "```",
    ]
    for table in TABLES:
        lines += ["", f"## {table.name} · {table.chinese}", f"{_WHERE[form].format(table.name)}: {table.english}.", ""]
        lines += ["| column | type | 说明 | meaning |", "|---|---|---|---|"]
        lines += [f"| {c.name} | {c.type} | {c.chinese} | {c.english} |" for c in table.columns]
    return "\n".join(lines) + "\n"
