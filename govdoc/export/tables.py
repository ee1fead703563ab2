"""Documents in Python → tables: Arrow, pandas, polars, DuckDB, JSONL."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from pydantic_core import PydanticSerializationError

from govdoc.errors import GovdocError, ReadError
from govdoc.export.rows import Origin, Rows, add_row, add_rows, failure_row, no_rows
from govdoc.model.document import Document
from govdoc.readers.extra import needs


@runtime_checkable
class Read(Protocol):
    """What ``govdoc.read_many`` yields."""

    @property
    def origin(self) -> Origin:
        """Where it came from."""

    @property
    def document(self) -> Document | None:
        """What was read."""

    @property
    def error(self) -> ReadError | None:
        """Or why not."""


Docs = Document | Iterable[Document | Read]


def rows_of(docs: Docs) -> Rows:
    """The rows of Documents, or of what ``read_many`` yields (failures become rows of ``failures``)."""
    rows = no_rows()
    seen: Counter[str] = Counter()
    for item in _each(docs):
        if isinstance(item, Document):
            digest = hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
            seen[digest] += 1
            again = f"#{seen[digest]}" if seen[digest] > 1 else ""
            add_rows(rows, item, Origin(member=again, sha256=digest))
        elif item.document is not None:
            add_rows(rows, item.document, item.origin)
        elif item.error is not None:
            add_row(rows["failures"], failure_row(item.origin, item.error))
    return rows


def _each(docs: Docs) -> Iterator[Document | Read]:
    """One or several; what is neither Document nor outcome raises :class:`TypeError`."""
    for item in (docs,) if isinstance(docs, Document) else docs:
        if not isinstance(item, Document | Read):
            raise TypeError(f"expected a Document, or what govdoc.read_many yields, not {type(item).__name__}")
        yield item


def to_arrow(docs: Docs, table: str | None = None) -> Any:
    """Arrow tables by name, or the one called ``table``; ``docs`` is one Document or several.

    >>> from govdoc.parse import parse
    >>> facts = to_arrow([parse("全镇投入2.5万元。")], table="facts")
    >>> facts["value"].to_pylist(), facts["unit"].to_pylist()
    ([Decimal('25000.000000000000')], ['元'])
    """
    return _chosen(_needs("govdoc.export.arrow", "table").arrow_tables(rows_of(docs)), table)


def to_pandas(docs: Docs, table: str | None = None) -> Any:
    """The same as pandas frames; ``value`` holds exact Decimals (``.astype(float)`` for statistics)."""
    _needs("pandas", "pandas")
    return _chosen({name: x.to_pandas() for name, x in to_arrow(docs).items()}, table)


def to_polars(docs: Docs, table: str | None = None) -> Any:
    """The same as polars frames."""
    polars = _needs("polars", "polars")
    return _chosen({name: polars.from_arrow(x) for name, x in to_arrow(docs).items()}, table)


def to_duckdb(docs: Docs, path: str | os.PathLike[str]) -> Path:
    """A DuckDB file with all tables, Chinese comments, and views; an old file of that name is replaced."""
    writer = _needs("govdoc.export.duckdb", "duckdb")
    writer.write_database(Path(path), to_arrow(docs))
    return Path(path)


def to_jsonl(docs: Docs, path: str | os.PathLike[str]) -> Path:
    """One document a line, as ``Document.model_validate_json`` reads it back; failures as lines with ``error``."""
    target = Path(path)
    draft = target.with_name(target.name + ".tmp")
    with draft.open("w", encoding="utf-8", errors="backslashreplace") as file:
        for item in _each(docs):
            file.write(json_line(item) + "\n")
    draft.replace(target)
    return target


def json_line(item: Document | Read) -> str:
    """A document as one line of JSON, with where it came from in front when that is known."""
    if isinstance(item, Document):
        return _json(item)
    origin = item.origin
    source = {"path": origin.path, "member": origin.member, "format": origin.format, "sha256": origin.sha256}
    if item.document is not None:
        return json.dumps(source, ensure_ascii=False)[:-1] + "," + _json(item.document)[1:]
    error = {"code": item.error.code, "reason": item.error.reason} if item.error else {}
    return json.dumps({**source, "error": error}, ensure_ascii=False)


def _json(document: Document) -> str:
    """JSON of a document; one with lone surrogates, which are no UTF-8, has them as escapes (\\ud800)."""
    try:
        return document.model_dump_json()
    except PydanticSerializationError:
        return json.dumps(document.model_dump(mode="json"))


def _needs(module: str, extra: str) -> Any:
    try:
        return needs(module, extra)
    except ReadError as error:
        raise GovdocError(error.reason) from error


def _chosen(tables: dict[str, Any], table: str | None) -> Any:
    if table is None:
        return tables
    if table not in tables:
        raise GovdocError(f"no table {table!r}; known: {', '.join(tables)}")
    return tables[table]
