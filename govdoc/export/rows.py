"""Document → rows of the tables of ``schema``, held column by column: pure, and what Arrow wants."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter, neg
from typing import Any

from govdoc.errors import ReadError
from govdoc.export.schema import SECTIONS, TABLES
from govdoc.model.base import Value
from govdoc.model.document import Document
from govdoc.model.fact import Fact
from govdoc.model.issue import Issue
from govdoc.model.quantity import Numeral
from govdoc.model.reference import Reference
from govdoc.model.section import Section

Row = tuple[Any, ...]
_MOST_ZEROS = 100

Columns = list[list[Any]]  # of one table, in the order of its schema
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
    sections = _sections(document, key)
    _extend(rows["sections"], sections, pages)
    _extend(rows["facts"], _facts(document.facts, key, Owner(sections)), pages)
    _extend(rows["numerals"], _numerals(document.numerals, key), pages)
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


def _sections(document: Document, key: str) -> Columns:
    rows: list[Row] = []
    for part, tops in enumerate((document.sections, *(e.sections for e in document.enclosures))):
        _add_sections(rows, tops, key, part, None, [])
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[]]


def _add_sections(
    rows: list[Row], sections: Iterable[Section], key: str, part: int, parent: str | None, path: list[str]
) -> None:
    for section in sections:
        own = section.__dict__
        marker, number = own["marker"], len(rows)
        here, row_id = [*path, section.label], f"{key}-s{number}"
        rows.append(
            (
                key, row_id, parent, number, part, own["level"],
                *((marker.text, marker.style, marker.ordinal) if marker is not None else _NO_MARKER),
                _value(own["title"]), here, "\n".join([p.text for p in own["paragraphs"]]), *own["span"],
            )
        )  # fmt: skip
        if own["children"]:
            _add_sections(rows, own["children"], key, part, row_id, here)


_NO_MARKER = (None, None, None)


class Owner:
    """The innermost section a place stands in, from the columns of ``sections``."""

    def __init__(self, sections: Columns) -> None:
        if not sections[0]:
            sections = [[]] * (len(_SECTION_COLUMNS) - 1)
        ids, parents, starts, ends = (
            sections[_SECTION_COLUMNS.index(x)] for x in ("section_id", "parent_id", "start", "end")
        )
        placed = sorted(zip(starts, map(neg, ends), ids, strict=True))
        self._starts = [start for start, _, _ in placed]
        self._ids = [key for _, _, key in placed]
        self._up = dict(zip(ids, zip(ends, parents, strict=True), strict=True))

    def of(self, start: int) -> str | None:
        """The section that began last holds the place, or one above it does."""
        at = bisect_right(self._starts, start) - 1
        key = self._ids[at] if at >= 0 else None
        while key is not None and self._up[key][0] <= start:
            key = self._up[key][1]
        return key


_SECTION_COLUMNS = SECTIONS.names


def _fields(values: Iterable[Value]) -> list[dict[str, Any]]:
    """The fields of each value: a look into a dict takes a third of the time of an attribute of a pydantic model."""
    return [x.__dict__ for x in values]


def _said(own: Iterable[dict[str, Any]], name: str) -> list[str | None]:
    """The values of phrases or dates, None where there is none."""
    return [x and x.value for x in map(itemgetter(name), own)]


def _facts(facts: tuple[Fact, ...], key: str, owner: Owner) -> Columns:
    """Column by column: a report has hundreds of facts, and this is the largest table but one."""
    own = _fields(facts)
    amounts = _fields(f["quantity"] for f in own)
    units = _fields(q["unit"] for q in amounts)
    changes, periods, spans = [f["change"] for f in own], [f["period"] for f in own], [q["span"] for q in amounts]
    starts = [span[0] for span in spans]
    return [
        [key] * len(own),
        [f"{key}-f{i}" for i in range(len(own))],
        [owner.of(x) for x in starts],
        list(range(len(own))),
        [f["indicator"] for f in own],
        _said(own, "subject"),
        [f["measure"] for f in own],
        [q["value"] for q in amounts],
        [q["low"] for q in amounts],
        [q["high"] for q in amounts],
        [_exact(q["value"]) for q in amounts],
        [[_exact(p) for p in q["parts"]] if q["parts"] else [] for q in amounts],
        [u["symbol"] for u in units],
        [u["dimension"] for u in units],
        [u["factor"] for u in units],
        [q["bound"] for q in amounts],
        [c and c.direction for c in changes],
        [c and _value(c.basis) for c in changes],
        _said(own, "scope"),
        _said(own, "period"),
        [p and p.inherited for p in periods],
        [f["status"] for f in own],
        [list(f["section"]) for f in own],
        [q["text"] for q in amounts],
        [f["text"] for f in own],
        [list(f["rules"]) for f in own],
        starts,
        [span[1] for span in spans],
    ]


def _numerals(numerals: tuple[Numeral, ...], key: str) -> Columns:
    own = _fields(numerals)
    spans = [n["span"] for n in own]
    return [
        [key] * len(own),
        [f"{key}-n{i}" for i in range(len(own))],
        list(range(len(own))),
        [n["role"] for n in own],
        _said(own, "date"),
        [n["text"] for n in own],
        [n["rule"] for n in own],
        [span[0] for span in spans],
        [span[1] for span in spans],
    ]


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


def _exact(value: Decimal | None) -> str | None:
    if value is None:
        return None
    text = str(value)
    return text if "E" not in text else plain(value)


def plain(value: Decimal) -> str:
    """A number without an exponent, unless that would be a page of zeros.

    >>> plain(Decimal("1E+3")), plain(Decimal("1E+300"))
    ('1000', '1E+300')
    """
    return format(value, "f") if abs(value.adjusted()) < _MOST_ZEROS else str(value)


def _value(phrase: Any) -> Any:
    return phrase.value if phrase is not None else None


def _values(phrases: Iterable[Any]) -> list[str]:
    return [p.value for p in phrases]


def _json(pairs: Sequence[tuple[str, str]]) -> str | None:
    return json.dumps(pairs, ensure_ascii=False) if pairs else None
