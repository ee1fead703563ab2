"""Tables that keep their rows (表格): the heads above a number, the label before it, and its unit.

    指标 ⇥ 单位 ⇥ 绝对值 ⇥ 同比增长（%） ⏎ 地区生产总值 ⇥ 亿元 ⇥ 2876.5 ⇥ 6.8

Word documents and web pages are read so: a line a row, its cells parted by tabs (``text/rows``). A unit stands in
the head, in a column 单位 or in the caption (单位：万元), which speaks of no rate. Heads that name what is measured
are the subjects (受理（件）); else the label is, and a head like 同比增长 says that its column holds changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from govdoc.facts.mention import NO_GRID, Amount, Grid, Other, Range, Row
from govdoc.facts.number.unit import NO_UNIT
from govdoc.facts.table.head import IS_RATE, SERIAL, Said, meant, unit_cell, unit_of, with_unit
from govdoc.model.quantity import Role
from govdoc.text.debris import BREAK
from govdoc.text.normal import NormalText

_UNITS = frozenset(meant("unit"))
_CAPTION = 60  # characters of the line above a table that may carry its unit


class _Cell(NamedTuple):
    start: int
    end: int
    column: int


class _Head(NamedTuple):
    """The lines above the first number of a table: the lowest cell of each column, and the caption."""

    cells: dict[int, Range]
    width: int  # cells of the lowest line
    first: int  # the column it begins in
    caption: Range | None

    @classmethod
    def of(cls, text: str, lines: list[list[_Cell]]) -> _Head:
        """Heads over heads: the lowest names its column."""
        cells = {c.column: (c.start, c.end) for line in lines for c in line}
        return cls(cells, len(lines[-1]), lines[-1][0].column, _caption(text, lines[0][0].start))

    def above(self, line: list[_Cell], cell: _Cell) -> Range | None:
        """The head of a cell; a corner left empty moves the heads by one."""
        moved = self.width == len(line) - 1 and self.first == line[0].column
        return self.cells.get(cell.column - moved)

    def numbers(self, text: str, alone: dict[int, int], line: list[_Cell]) -> tuple[list[_Cell], list[int]]:
        """The cells of a line that are numbers under a head, and where those begin that only count lines."""
        found, serials = list[_Cell](), list[int]()
        for cell in line:
            head = self.above(line, cell) if alone.get(cell.start) == cell.end else None
            if head and text[slice(*head)] in SERIAL:
                serials.append(cell.start)
            elif head:
                found.append(cell)
        return found, serials

    def row(self, text: str, alone: dict[int, int], line: list[_Cell], numbers: list[_Cell]) -> list[Row]:
        """What a line says of its numbers; nothing when it has none, or no label."""
        words = [(c, self.above(line, c)) for c in line if alone.get(c.start) != c.end]
        unit = next(((c.start, c.end) for c, head in words if head and text[slice(*head)] in _UNITS), None)
        label, first = next(((c, head) for c, head in words if (c.start, c.end) != unit), (None, None))
        if label is None or not numbers:
            return []
        heads = tuple(head for c in numbers if (head := self.above(line, c)))
        own = label.start, label.end
        return [Row(own, tuple(c.start for c in numbers), heads, first or own, unit, self.caption)]


def read(normal: NormalText, amounts: Sequence[Amount]) -> Grid:
    """The tables of a text.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> normal = normalise("区县\\t受理（件）\\t办结率（%）\\n清溪县\\t120\\t98.3\\n")
    >>> [normal.text[slice(*head)] for row in find(normal).grid.rows for head in row.heads]
    ['受理（件）', '办结率（%）']
    """
    if "\t" not in normal.source:
        return NO_GRID
    alone = {a.start: a.end for a in amounts}
    rows: list[Row] = []
    serials: set[int] = set()
    for lines in _tables(normal):
        heads = list(takewhile(lambda line: not any(alone.get(c.start) == c.end for c in line), lines))
        if heads:
            head = _Head.of(normal.text, heads)
            for line in lines[len(heads) :]:
                numbers, counted = head.numbers(normal.text, alone, line)
                serials.update(counted)
                rows += head.row(normal.text, alone, line, numbers)
    return Grid(tuple(rows), frozenset(serials))


def _tables(normal: NormalText) -> Iterator[list[list[_Cell]]]:
    """Runs of rows with several cells."""
    run: list[list[_Cell]] = []
    for row in _lines(normal):
        if len(row) > 1:
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _lines(normal: NormalText) -> Iterator[list[_Cell]]:
    """The cells of each line of the source."""
    text, source, offsets = normal.text, normal.source, normal.offsets
    row: list[_Cell] = []
    start = column = 0
    while True:
        end = text.find("\n", start)
        row.append(_Cell(start, end if end >= 0 else len(text), column))
        if end < 0:
            break
        gap, start = source[offsets[end] : offsets[end + 1]], end + 1
        column += gap.count("\t")
        if "\t" not in gap or BREAK.search(gap):
            yield row
            row, column = [], len(gap) - len(gap.rstrip("\t"))
    yield row


def _caption(text: str, start: int) -> Range | None:
    """The line above a table, when it is short."""
    above = text.rfind("\n", max(0, start - _CAPTION), max(start - 1, 0)) + 1
    return (above, start - 1) if 0 < start - above <= _CAPTION else None


def with_units(text: str, amounts: Sequence[Amount], grid: Grid) -> tuple[list[Amount], list[Other]]:
    """The amounts with the units of their tables, and the numbers that count rows."""
    told = {
        start: _told(text, row, head) for row in grid.rows for start, head in zip(row.numbers, row.heads, strict=True)
    }
    others = [Other(a.start, a.end, Role.ORDINAL, "cell.serial") for a in amounts if a.start in grid.serials]
    kept = [a for a in amounts if a.start not in grid.serials]
    return [_united(a, told.get(a.start)) for a in kept], others


def _united(amount: Amount, unit: Said | None) -> Amount:
    return with_unit(amount, unit) if unit and amount.unit is NO_UNIT else amount


def _told(text: str, row: Row, head: Range) -> Said | None:
    """The unit of a number: of its head, of its row, of its table."""
    own = text[slice(*head)]
    if (unit := unit_of(own)) or IS_RATE.search(own):
        return unit
    if row.unit and (unit := unit_cell(text[slice(*row.unit)])):
        return unit
    above = unit_of(text[slice(*row.label)]) or unit_of(text[slice(*row.first)])
    return above or (unit_of(text[slice(*row.caption)]) if row.caption else None)
