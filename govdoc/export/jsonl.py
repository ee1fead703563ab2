"""Rows → lines of JSON or CSV, with the standard library only."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

from govdoc.export.factrows import plain
from govdoc.export.schema import Columns, Table


def json_lines(table: Table, columns: Columns) -> str:
    """One JSON object a line; numbers with all their digits, as strings.

    >>> from govdoc.export.schema import FAILURES
    >>> json_lines(FAILURES, [["1a"], ["a.doc"], [""], ["doc"], [""], ["encrypted"], ["a password"]])[:40]
    '{"document_id":"1a","path":"a.doc","memb'
    """
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode
    names = table.names
    return "".join(_safe(encode(dict(zip(names, row, strict=True)))) + "\n" for row in zip(*columns, strict=True))


def csv_lines(_table: Table, columns: Columns) -> str:
    """Rows by RFC 4180, lists as JSON; without a header line (:func:`csv_header`)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_cell(x) for x in row] for row in zip(*columns, strict=True))
    return _safe(out.getvalue())


def csv_header(table: Table) -> str:
    """The header line, after a byte order mark: Excel reads the file as UTF-8 only then."""
    return "\ufeff" + ",".join(table.names) + "\r\n"


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return _plain(value) if isinstance(value, Decimal) else value


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    raise TypeError(f"{type(value).__name__} is not a value of a row")


def _safe(line: str) -> str:
    """Lone surrogates cannot be written as UTF-8."""
    return line.encode("utf-8", "replace").decode("utf-8") if not line.isprintable() else line
