"""Parquet and JSONL with a text column: one document a row.

The column is found by name: text content body 正文 内容 全文 (``rules/textcolumn.tsv``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import IO

from govdoc.errors import ReadError
from govdoc.readers.extra import needs
from govdoc.readers.open import LARGEST_FILE
from govdoc.readers.pack import Member
from govdoc.readers.source import Format
from govdoc.rulebook import meanings

_ROWS = 256  # a batch of rows read from Parquet


def table_rows(file: IO[bytes], kind: Format, name: str) -> Iterator[Member]:
    """The texts of a table, named by their row number (``#1`` is the first)."""
    try:
        yield from _parquet(file, name) if kind is Format.PARQUET else _jsonl(file, name)
    except ReadError as error:
        yield Member("", b"", error)


def _parquet(file: IO[bytes], name: str) -> Iterator[Member]:
    parquet = needs("pyarrow.parquet", "table", name)
    arrow = needs("pyarrow", "table", name)
    try:
        source = parquet.ParquetFile(file)
        column = _column(source.schema_arrow.names, name)
        number = 0
        for batch in source.iter_batches(_ROWS, columns=[column]):
            for text in batch.column(0).to_pylist():
                number += 1
                yield _row(number, text, name)
    except arrow.ArrowException as error:
        raise ReadError(name, "truncated", f"a Parquet file that cannot be read: {error}") from error


def _jsonl(file: IO[bytes], name: str) -> Iterator[Member]:
    column = ""
    for number, line in enumerate(iter(lambda: file.readline(LARGEST_FILE), b""), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Member(f"#{number}", b"", ReadError(name, "malformed", f"line {number} is not JSON: {error}"))
            continue
        if not column:
            column = _column(list(row) if isinstance(row, dict) else [], name)
        yield _row(number, row.get(column) if isinstance(row, dict) else None, name)


def _row(number: int, text: object, name: str) -> Member:
    if isinstance(text, str) and text.strip():
        return Member(f"#{number}", text.encode("utf-8", "surrogatepass"))
    code = "no_text" if text is None or text == "" or isinstance(text, str) else "malformed"
    return Member(f"#{number}", b"", ReadError(name, code, f"row {number} has no text"))


def _column(names: Sequence[str], name: str) -> str:
    known = meanings("textcolumn")
    found = [x for x in names if x.lower() in known]
    if not found:
        raise ReadError(name, "unsupported", f"no text column among {', '.join(names[:12]) or 'no columns'}")
    order = list(known)
    return min(found, key=lambda x: order.index(x.lower()))
