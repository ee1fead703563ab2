"""Rows → Arrow tables and Parquet files: the only importer of pyarrow.

Schemas are written from ``schema`` by hand, not from the models: bridges from pydantic fail on
tuples, Decimal and unions. The version and the Chinese comments are in the metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from govdoc.export.rows import Rows, count
from govdoc.export.schema import BOOL, DEC, INT, LIST, STR, TABLES, VERSION, Columns, Table

_TYPES: dict[str, Any] = {
    STR: pa.string(),
    INT: pa.int32(),
    BOOL: pa.bool_(),
    DEC: pa.decimal128(38, 12),
    LIST: pa.list_(pa.string()),
}
_STEP = Decimal(1).scaleb(-12)
_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
_LARGEST = Decimal(10) ** 26  # decimal(38, 12) ends here; ``exact`` keeps larger values
_LEVEL = 1  # of zstd: 3 takes a tenth more time and gains 2 %
_VARIED = frozenset((  # columns whose values hardly repeat
    "section_id", "parent_id", "fact_id", "numeral_id", "reference_id", "issue_id", "number", "start", "end", "sha256",
    "text", "quantity", "value", "exact",
))  # fmt: skip


@cache
def schema(table: Table) -> Any:
    """The Arrow schema of a table."""
    fields = [pa.field(c.name, _TYPES[c.type], metadata={"comment": c.chinese}) for c in table.columns]
    return pa.schema(fields, metadata={"govdoc.table": table.name, "govdoc.schema": str(VERSION)})


def batch(table: Table, columns: Columns) -> Any:
    """Rows as a RecordBatch."""
    arrays = [_array(c.type, values) for c, values in zip(table.columns, columns, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema(table))


def _array(kind: str, values: Sequence[Any]) -> Any:
    try:
        return pa.array(values, _TYPES[kind])
    except (UnicodeEncodeError, pa.ArrowInvalid):  # one value in a million: then each is looked at
        fitting = _decimal if kind == DEC else _encodable
        return pa.array([fitting(v) for v in values], _TYPES[kind])


def _decimal(value: Decimal | None) -> Decimal | None:
    """A number within the type: rounded to 12 places, None when it is too large."""
    if value is None or not value.is_finite() or abs(value) >= _LARGEST:
        return None
    return value.quantize(_STEP, context=_EXACT)


def _encodable(value: Any) -> Any:
    """Lone surrogates, which Arrow refuses, become question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return [_encodable(x) for x in value] if isinstance(value, list) else value


def arrow_tables(rows: Rows) -> dict[str, Any]:
    """All tables of ``rows``."""
    return {t.name: pa.Table.from_batches([batch(t, rows[t.name])], schema=schema(t)) for t in TABLES}


def tagged_batches(rows: Rows) -> Iterator[Any]:
    """A batch a table: its name, then a struct column for each table, empty but for its own."""
    for table in TABLES:
        if not count(rows[table.name]):
            continue
        own = batch(table, rows[table.name]).to_struct_array()
        names = pa.repeat(pa.scalar(table.name, pa.string()), len(own))
        others = [own if t is table else pa.nulls(len(own), pa.struct(list(schema(t)))) for t in TABLES]
        yield pa.RecordBatch.from_arrays([names, *others], names=["table", *(t.name for t in TABLES)])


@cache
def _settings(table: Table) -> dict[str, Any]:
    """How a table is compressed: a dictionary and statistics only for columns whose values repeat."""
    repeated = [c.name if c.type != LIST else f"{c.name}.list.element" for c in table.columns if c.name not in _VARIED]
    return {
        "compression": "zstd",
        "compression_level": _LEVEL,
        "use_dictionary": repeated,
        "write_statistics": repeated,
    }


class ParquetPart:
    """One Parquet file of a table, written batch by batch, whole only when closed."""

    def __init__(self, path: Path, table: Table) -> None:
        self.path, self.table = path, table
        self._writer: Any = None

    def add(self, columns: Columns) -> None:
        """Write a row group."""
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.path, schema(self.table), **_settings(self.table))
        self._writer.write_batch(batch(self.table, columns))

    def close(self) -> bool:
        """Close; whether there was anything to write."""
        if self._writer is None:
            return False
        self._writer.close()
        self._writer = None
        return True


def write_empty(path: Path, table: Table) -> None:
    """A file without rows, so that a folder of a table always has a schema."""
    pq.ParquetWriter(path, schema(table)).close()
