"""Document → rows of the tables of ``schema``: plain tuples in column order, pure."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from govdoc.errors import ReadError
from govdoc.export.schema import TABLES
from govdoc.model.document import Document
from govdoc.model.fact import Fact
from govdoc.model.section import Section

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]


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
        '926afdadc5e68c26b526'
        """
        key = f"{self.sha256}\0{self.path}\0{self.member}"
        return hashlib.blake2b(key.encode("utf-8", "backslashreplace"), digest_size=10).hexdigest()


def no_rows() -> Rows:
    """Every table, empty."""
    return {table.name: [] for table in TABLES}


def failure_row(origin: Origin, error: ReadError) -> Row:
    """The row of a file that could not be read."""
    return (origin.document_id, origin.path, origin.member, origin.format, origin.sha256, error.code, error.reason)


def add_rows(rows: Rows, document: Document, origin: Origin) -> None:
    """Add a document to every table."""
    key, page = origin.document_id, _pager(origin.pages)
    sections = _sections(document, key, page)
    rows["sections"] += sections
    rows["facts"] += _facts(document.facts, key, page, _Owner(sections))
    rows["numerals"] += [
        (key, f"{key}-n{i}", i, n.role.value, _value(n.date), n.text, n.rule, *n.span, page(n.span.start))
        for i, n in enumerate(document.numerals)
    ]
    rows["references"] += [
        (
            key, f"{key}-r{i}", i, _value(r.title), _value(r.doc_number), _value(r.article), _value(r.abbreviation),
            r.text, *r.span, page(r.span.start),
        )
        for i, r in enumerate(document.references)
    ]  # fmt: skip
    rows["issues"] += [
        (key, f"{key}-i{i}", i, x.code.value, x.severity.value, x.message, *x.span, page(x.span.start))
        for i, x in enumerate(document.issues)
    ]
    rows["documents"].append(_document(document, origin, key, len(sections)))


def _document(document: Document, origin: Origin, key: str, sections: int) -> Row:
    head, end = document.header, document.closing
    number, date = head.doc_number, end.date or head.date
    return (
        key, origin.path, origin.member, origin.format, origin.sha256, len(document.text), len(origin.pages) or None,
        document.kind.value if document.kind else None, _value(head.title), _value(head.subtitle),
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


def _sections(document: Document, key: str, page: Callable[[int], int | None]) -> list[Row]:
    rows: list[Row] = []

    def add(section: Section, part: int, parent: str | None, path: list[str]) -> None:
        number = len(rows)
        here, own = [*path, section.label], f"{key}-s{number}"
        marker, text = section.marker, "\n".join(p.text for p in section.paragraphs)
        rows.append(
            (
                key, own, parent, number, part, section.level, marker.text if marker else None,
                marker.style.value if marker else None, marker.ordinal if marker else None, _value(section.title),
                here, text, *section.span, page(section.span.start),
            )
        )  # fmt: skip
        for child in section.children:
            add(child, part, own, here)

    for part, tops in enumerate((document.sections, *(e.sections for e in document.enclosures))):
        for section in tops:
            add(section, part, None, [])
    return rows


class _Owner:
    """The innermost section a place stands in."""

    def __init__(self, sections: Sequence[Row]) -> None:
        placed = sorted((row[-3], -row[-2], row[1]) for row in sections)
        self._starts = [start for start, _, _ in placed]
        self._ends = [-end for _, end, _ in placed]
        self._ids = [key for _, _, key in placed]

    def of(self, start: int) -> str | None:
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._ends[at] <= start:
            at -= 1
        return self._ids[at] if at >= 0 else None


def _facts(facts: Iterable[Fact], key: str, page: Callable[[int], int | None], owner: _Owner) -> list[Row]:
    return [_fact(fact, key, number, page, owner) for number, fact in enumerate(facts)]


def _fact(fact: Fact, key: str, number: int, page: Callable[[int], int | None], owner: _Owner) -> Row:
    quantity, change, period = fact.quantity, fact.change, fact.period
    unit, place = quantity.unit, quantity.span
    return (
        key, f"{key}-f{number}", owner.of(place.start), number, fact.indicator, _value(fact.subject),
        fact.measure.value, quantity.value, quantity.low, quantity.high, _exact(quantity.value),
        [_exact(p) for p in quantity.parts], unit.symbol, unit.dimension, unit.factor, quantity.bound.value,
        change.direction.value if change else None, _value(change.basis) if change else None, _value(fact.scope),
        period.value if period else None, period.inherited if period else None, fact.status.value,
        list(fact.section), quantity.text, fact.text, list(fact.rules), place.start, place.end, page(place.start),
    )  # fmt: skip


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f") if abs(value.adjusted()) < 100 else str(value)


def _pager(pages: tuple[int, ...]) -> Callable[[int], int | None]:
    if not pages:
        return lambda _: None
    return lambda start: bisect_right(pages, start)


def _value(phrase: Any) -> Any:
    return phrase.value if phrase is not None else None


def _values(phrases: Iterable[Any]) -> list[str]:
    return [p.value for p in phrases]


def _json(pairs: Sequence[tuple[str, str]]) -> str | None:
    return json.dumps(pairs, ensure_ascii=False) if pairs else None
