"""Apache Spark: files → the tables of ``govdoc.export.schema``, by ``mapInArrow``.

    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).load("hdfs://公文/")
    parsed = govdoc.engines.spark.parse_files(files).persist()
    facts = govdoc.engines.spark.table(parsed, "facts")

Small files are read well with ``spark.sql.files.openCostInBytes=4096``. Bytes are decoded here, never with
Spark's ``decode(…, 'GBK')``. A batch function that raises would fail the whole job, so a bad file is a row of
``failures`` (a file of no bytes is none: Spark does not show it); columns are matched by position, so every batch has
the order of the schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govdoc.archive.work import outcomes_in
from govdoc.errors import GovdocError
from govdoc.export.rows import add_row, add_rows, failure_row, no_rows
from govdoc.export.schema import BOOL, DEC, INT, LIST, STR, TABLES, Table
from govdoc.readers.extra import needs

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_SPARK = {STR: "string", INT: "int", BOOL: "boolean", DEC: "decimal(38,12)", LIST: "array<string>"}


def parse_files(files: DataFrame) -> DataFrame:
    """Rows of all tables: ``table`` names one, the column of that name holds the row.

    ``files`` has the columns ``path`` and ``content`` of Spark's ``binaryFile``; each file is parsed once.
    """
    return files.select("path", "content").mapInArrow(_batches, spark_schema())


def table(parsed: DataFrame, name: str) -> DataFrame:
    """One table of what :func:`parse_files` gave; :class:`GovdocError` when there is none of this name."""
    if name not in {t.name for t in TABLES}:
        raise GovdocError(f"no table {name!r}; known: {', '.join(t.name for t in TABLES)}")
    return parsed.where(f"`table` = '{name}'").select(f"`{name}`.*")


def spark_schema() -> str:
    """The schema of :func:`parse_files` as Spark's DDL.

    >>> spark_schema()[:66]
    '`table` string, `documents` struct<`document_id`:string,`path`:str'
    """
    return ", ".join(("`table` string", *(f"`{t.name}` struct<{_fields(t)}>" for t in TABLES)))


def _fields(which: Table) -> str:
    return ",".join(f"`{c.name}`:{_SPARK[c.type]}" for c in which.columns)


def _batches(batches: Iterator[Any]) -> Iterator[Any]:
    """The function that runs on the executors."""
    arrow = needs("govdoc.export.arrow", "spark")
    for batch in batches:
        for path, content in zip(batch.column(0).to_pylist(), batch.column(1), strict=True):
            rows = no_rows()
            for outcome in outcomes_in(content.as_py() or b"", path):
                if outcome.document is not None:
                    add_rows(rows, outcome.document, outcome.origin)
                elif outcome.error is not None:
                    add_row(rows["failures"], failure_row(outcome.origin, outcome.error))
            yield from arrow.tagged_batches(rows)
