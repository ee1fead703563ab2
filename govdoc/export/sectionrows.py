"""Sections as rows, and the section that a fact stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import neg

from govdoc.export.schema import SECTIONS, Columns, Row
from govdoc.model.document import Document
from govdoc.model.section import Section

_NO_MARKER = (None, None, None)
_COLUMNS = SECTIONS.names


def section_rows(document: Document, key: str) -> Columns:
    """Every section of the letter and of its enclosures, a row after that of the section it stands in."""
    rows: list[Row] = []
    for part, tops in enumerate((document.sections, *(e.sections for e in document.enclosures))):
        _add(rows, tops, key, part, None, [])
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[]]


def _add(
    rows: list[Row], sections: Iterable[Section], key: str, part: int, parent: str | None, path: list[str]
) -> None:
    for section in sections:
        own = section.__dict__
        marker, title, number = own["marker"], own["title"], len(rows)
        here, row_id = [*path, section.label], f"{key}-s{number}"
        rows.append(
            (
                key, row_id, parent, number, part, own["level"],
                *((marker.text, marker.style, marker.ordinal) if marker is not None else _NO_MARKER),
                title and title.value, here, "\n".join([p.text for p in own["paragraphs"]]), *own["span"],
            )
        )  # fmt: skip
        if own["children"]:
            _add(rows, own["children"], key, part, row_id, here)


class Owner:
    """The innermost section a place stands in, from the columns of ``sections``."""

    def __init__(self, sections: Columns) -> None:
        if not sections[0]:
            sections = [[]] * (len(_COLUMNS) - 1)
        ids, parents, starts, ends = (sections[_COLUMNS.index(x)] for x in ("section_id", "parent_id", "start", "end"))
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
