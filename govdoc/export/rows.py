"""Document → rows of the tables of ``schema``, held column by column: pure, and what Arrow wants."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from govdoc.errors import ReadError
from govdoc.export.factrows import fact_rows, numeral_rows
from govdoc.export.schema import TABLES, Columns, Row
from govdoc.export.sectionrows import Owner, section_rows
from govdoc.model.document import Document
from govdoc.model.issue import Issue
from govdoc.model.reference import Reference

Rows = dict[str, Columns]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from."""

    path: str = ""
    member: str = ""
    format: str = "txt"
    sha256: str = ""
    pages: tuple[int, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def document_id(self) -> str:
        """The same for the same content at the same path, on every machine.

        >>> Origin("a.txt", sha256="00").document_id
        '48708d154323ccb13745'
        """
        key = f"{self.sha256}\0{self.path}\0{self.member}"
        return hashlib.blake2b(key.encode("utf-8", "backslashreplace"), digest_size=10).hexdigest()


def no_rows() -> Rows:
    """Every table, empty."""
    return {table.name: [[] for _ in table.columns] for table in TABLES}


def count(columns: Columns) -> int:
    """How many rows a table has."""
    return len(columns[0])


def failure_row(origin: Origin, error: ReadError) -> Row:
    """The row of a file that could not be read."""
    return (origin.document_id, origin.path, origin.member, origin.format, origin.sha256, error.code, error.reason)


def add_rows(rows: Rows, document: Document, origin: Origin) -> None:
    """Add a document to every table."""
    key, pages = origin.document_id, origin.pages
    sections = section_rows(document, key)
    _extend(rows["sections"], sections, pages)
    _extend(rows["facts"], fact_rows(document.facts, key, Owner(sections)), pages)
    _extend(rows["numerals"], numeral_rows(document.numerals, key), pages)
    _extend(rows["references"], _references(document.references, key), pages)
    _extend(rows["issues"], _issues(document.issues, key), pages)
    add_row(rows["documents"], _document(document, origin, key, len(sections[0])))


def add_row(columns: Columns, row: Row) -> None:
    """Add one row to a table."""
    for column, value in zip(columns, row, strict=True):
        column.append(value)


def _extend(columns: Columns, more: Columns, pages: tuple[int, ...]) -> None:
    """Add rows that end in ``start`` and ``end``, and their page."""
    if more[0]:
        own = [bisect_right(pages, start) for start in more[-2]] if pages else [None] * len(more[0])
        for column, values in zip(columns, (*more, own), strict=True):
            column.extend(values)


def _document(document: Document, origin: Origin, key: str, sections: int) -> Row:
    head, end = document.header, document.closing
    number, date = head.doc_number, end.date or head.date
    return (
        key, origin.path, origin.member, origin.format, origin.sha256, len(document.text), len(origin.pages) or None,
        document.kind, _value(head.title), _value(head.subtitle),
        _values(head.issuer_marks), _value(number), number.organ_code if number else None,
        number.year if number else None, number.serial if number else None,
        head.copy_number.text if head.copy_number else None, _value(head.security), _value(head.urgency),
        _values(head.signatories), _value(head.speaker), _value(head.addressees),
        _values(head.addressees.names) if head.addressees else [], _values(end.signatures),
        date.value if date else None, _value(end.note), [a.title.value for a in end.attachments],
        [e.header.title.value for e in document.enclosures if e.header.title], _values(end.cc), _value(end.printer),
        end.print_date.value if end.print_date else None, sections, len(document.facts), len(document.numerals),
        len(document.references), len(document.issues), _json(origin.meta), _json(origin.apart), document.text,
    )  # fmt: skip


def _references(references: tuple[Reference, ...], key: str) -> Columns:
    return [
        [key] * len(references),
        [f"{key}-r{i}" for i in range(len(references))],
        list(range(len(references))),
        [_value(r.title) for r in references],
        [_value(r.doc_number) for r in references],
        [_value(r.article) for r in references],
        [_value(r.abbreviation) for r in references],
        [r.text for r in references],
        [r.span[0] for r in references],
        [r.span[1] for r in references],
    ]


def _issues(issues: tuple[Issue, ...], key: str) -> Columns:
    return [
        [key] * len(issues),
        [f"{key}-i{i}" for i in range(len(issues))],
        list(range(len(issues))),
        [x.code for x in issues],
        [x.severity for x in issues],
        [x.message for x in issues],
        [x.span[0] for x in issues],
        [x.span[1] for x in issues],
    ]


def _value(phrase: Any) -> Any:
    return phrase.value if phrase is not None else None


def _values(phrases: Iterable[Any]) -> list[str]:
    return [p.value for p in phrases]


def _json(pairs: Sequence[tuple[str, str]]) -> str | None:
    return json.dumps(pairs, ensure_ascii=False) if pairs else None
