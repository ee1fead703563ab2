"""Table cells (表格): a number alone on its line takes its unit from the head of the table.

A table reaches the parser as one cell a line. The unit stands in the caption (分年度投资计划（万元）,
单位：万元) or in the heads of the columns (投资规模（亿元）); a row with as many numbers as there are
heads reads each number under its own head.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from govdoc.facts.mention import Amount, Other
from govdoc.facts.number.unit import NO_UNIT
from govdoc.facts.table.head import IS_RATE, SERIAL, UNIT, Said, unit_cell, unit_of, with_unit
from govdoc.model.quantity import Bound, Role

_CELL_AT_MOST = 24  # a longer line is prose, or a caption
_CAPTION_AT_MOST = 48
_LINES_BACK = 60
_PLACED = "坐标"  # a table of coordinates holds no amounts
_LIMITS = (Bound.AT_LEAST, Bound.AT_MOST)
_LABELS_AT_MOST = 4  # lines between two rows of numbers
_COUNTS_FROM = 3  # rows; two may be one and two of something


class _Columns(NamedTuple):
    """What the heads of a table say: the unit of each column, and whether its numbers are 序号 or 坐标."""

    units: list[Said | None]
    rates: list[bool]
    numbered: bool
    placed: bool


class Table(NamedTuple):
    """What the cells of a text hold: amounts with their units, and numbers that are none (序号, 坐标)."""

    amounts: Sequence[Amount]
    others: list[Other]


def in_table(text: str, amounts: Sequence[Amount], read: Collection[int] = ()) -> Table:
    """The amounts, with those that stand in cells given the unit of their table; ``read`` is where numbers begin
    that a table with rows has told already.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> found = find(normalise("清溪县投资计划（万元）\\n年度\\n合计\\n2021年\\n820\\n"))
    >>> found.amounts[0].value, str(found.amounts[0].unit)
    (Decimal('8200000'), '元')
    """
    changed: dict[int, Amount] = {}
    others: dict[int, tuple[Role, str]] = {}
    columns, end, serial = _Columns([], [], numbered=False, placed=False), -1, 0
    rows = list(_rows(text, amounts, read))
    if _counting(amounts, rows):
        return _table(amounts, {}, {row[0]: (Role.ORDINAL, "cell.serial") for row in rows})
    for row in rows:
        if len(row) > 1 and _ranged(amounts[row[0]]):
            others[row.pop(0)] = Role.ID, "cell.range"
        start = amounts[row[0]].start
        if end < 0 or not _same_table(text[end:start]):
            columns = _columns(_heads(text, start))
            serial = int(columns.numbered)
        end = amounts[row[-1]].end
        if serial and amounts[row[-1]].value == serial:  # the number of the next row stands right behind the last cell
            others[row.pop()] = Role.ORDINAL, "cell.serial"
            serial += 1
        bare = [(column, index) for column, index in enumerate(row) if amounts[index].unit is NO_UNIT]
        if columns.placed:
            others |= dict.fromkeys((index for _, index in bare), (Role.ID, "cell.place"))
            continue
        for column, index in bare:
            if said := _unit(columns, column, len(row), _row_unit(text, start)):
                changed[index] = with_unit(amounts[index], said)
    return _table(amounts, changed, others)


def _counting(amounts: Sequence[Amount], rows: Sequence[Sequence[int]]) -> bool:
    """Whether the numbers that stand alone only count the rows of a table: 1 ⏎ 粮食产量100亿斤 ⏎ 2 ⏎ 肉类产量9亿斤."""
    if len(rows) < _COUNTS_FROM or any(len(row) > 1 or amounts[row[0]].unit is not NO_UNIT for row in rows):
        return False
    return all(amounts[row[0]].value == number for number, row in enumerate(rows, 1))


def _table(amounts: Sequence[Amount], changed: dict[int, Amount], others: dict[int, tuple[Role, str]]) -> Table:
    """All amounts of a text once those of its tables are read."""
    if not (changed or others):
        return Table(amounts, [])
    said_so = [Other(amounts[i].start, amounts[i].end, *what) for i, what in others.items()]
    return Table([changed.get(i, a) for i, a in enumerate(amounts) if i not in others], said_so)


def _columns(cells: list[str]) -> _Columns:
    numbered = any(cell in SERIAL for cell in cells)
    rates = [IS_RATE.search(cell) is not None for cell in cells]
    return _Columns([unit_of(c) for c in cells], rates, numbered, placed=any(_PLACED in cell for cell in cells))


def _rows(text: str, amounts: Sequence[Amount], read: Collection[int]) -> Iterator[list[int]]:
    """Runs of amounts that stand alone on lines that follow each other; a range opens a run."""
    opening = [i for i, a in enumerate(amounts) if (a.start == 0 or text[a.start - 1] == "\n") and a.start not in read]
    row: list[int] = []
    for index in opening:
        if text[amounts[index].end : amounts[index].end + 1] not in ("\n", ""):
            continue
        if row and (amounts[index].start != amounts[row[-1]].end + 1 or _ranged(amounts[index])):
            yield row
            row = []
        row.append(index)
    if row:
        yield row


def _ranged(found: Amount) -> bool:
    """Whether a cell is a range without a unit, which labels the row behind it: 100以下 ⏎ 1.5% ⏎ 1.0%."""
    return found.unit is NO_UNIT and found.end > found.core_end and found.bound in _LIMITS


def _same_table(between: str) -> bool:
    """Whether only the labels of a row stand between two rows."""
    lines = between.strip("\n").split("\n")
    return len(lines) <= _LABELS_AT_MOST and all(len(x) <= _CELL_AT_MOST and not UNIT.search(x) for x in lines)


def _heads(text: str, start: int) -> list[str]:
    """The cells above the first row, the last of them its label; a caption ends the search."""
    cells: list[str] = []
    for line in reversed(text[max(0, start - _LINES_BACK * _CELL_AT_MOST) : start].split("\n")[:-1][-_LINES_BACK:]):
        caption = UNIT.search(line) is not None
        if len(line) > (_CAPTION_AT_MOST if caption else _CELL_AT_MOST) or line.endswith(("。", "；", "：")):
            break
        if cells and cells[-1].startswith("（"):
            cells[-1] = line + cells[-1]  # a head broken over two lines: 投资规模 / （亿元）
        else:
            cells.append(line)
    return cells[::-1]


def _row_unit(text: str, start: int) -> Said | None:
    """The cell before the first number of a row, when it is a unit: the table has a column 单位."""
    return unit_cell(text[text.rfind("\n", 0, start - 1) + 1 : start - 1]) if start > 1 else None


def _unit(heads: _Columns, column: int, width: int, own: Said | None) -> Said | None:
    """The unit of a number by the head of its column, the unit of its row, or the caption."""
    units = heads.units
    # the last cells above the first row are that row's label and its unit
    labels = 2 if own else 0 if units and units[-1] else 1
    stop = len(units) - labels
    columns = units[stop - width : stop] if stop >= width else []
    if own:
        rated = bool(columns) and heads.rates[stop - width + column]
        return (columns[column] if columns else None) or (None if rated else own)
    if any(columns):
        return columns[column]
    return next((u for u in reversed(units) if u), None)
