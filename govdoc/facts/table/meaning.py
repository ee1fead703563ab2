"""Tables flattened to a cell a line (表格): the column heads and the row's label name each value.

    项目类型 ⏎ 个数（项） ⏎ 投资（亿元） ⏎ 合计 ⏎ 191 ⏎ 10.58 ⏎ 交通 ⏎ 40 ⏎ 0.78

A row is a label, with its 序号 above it when it has one, and k lone amounts; the heads are the k cells
above the first row. When the caption above them carries the unit (分年度投资计划（万元）), the caption
is the subject and the head the scope; else a head that names a measure is the subject and the row's
label the scope, or the label is the subject when it carries the unit (人口（人）) or the heads name
none (自然人, 2025年, 件数), or when there is one column and no 序号. In a table by places (地区) the label
is the scope whatever the heads name; where it is a range of amounts (100以下, 100-500) the head is the
subject, there is no scope, and a caption whose unit the values do not need (1.5% below 万元) speaks of the
ranges. A head above years (分年度任务: 2024年 2025年) is the subject of their columns, and what stands before
it is of all those years (``columns``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from govdoc.facts.mention import Amount, Grid, Range, Row
from govdoc.facts.table.columns import Column, columns, named, unit_at
from govdoc.facts.table.head import meant, unit_cell
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_PROSE = pattern("[。，；！？]")
_NUMBER = pattern("(?![0-9.,]+-[0-9])[-0-9.,%]+$")  # 100-500 may be a label
_RANGE = pattern("[0-9.,]+(?:[-—~至][0-9.,]+|以[上下内])")  # 100-500, 100以下
_INDEX = pattern("[0-9]{1,3}$")  # 序号
_YEARLY = "[12][0-9]{3}年"
# heads that name nothing by themselves
_GENERAL = pattern(lambda: f"{any_of(meant('general', 'grows', 'basis'))}|占比|比重|{_YEARLY}")
# 同比|增长
_GROWS = pattern(lambda: f"(?P<basis>{any_of(meant('basis'))}|[比较]{_YEARLY})?{any_of(meant('grows'))}")
_MARKED = pattern("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|其中：|#")  # 一、|税收收入
_MEASURE = pattern(lambda: f"(?:{any_of(meant('measure'))}|(?<!数)量)$")
_CELL = 24  # no head or label is longer
_HEADS = 14  # no table of the corpus has more columns
_BREAK = 60  # a row that could not be read is no new table
_FEWEST = 3  # fewer lone numbers are no table


class Cell(NamedTuple):
    """What a table says of an amount.

    ``head`` says what its column holds; ``times`` are where its time may
    stand, each from one place to another.
    """

    subject: Range
    scope: Range | None
    head: Range
    times: tuple[Range, ...]
    grows: bool = False  # the head says that its column holds changes: 同比增长
    basis: Range | None = None  # and since when


def cells(text: str, amounts: tuple[Amount, ...], read: Collection[int] = ()) -> dict[int, Cell]:
    """Index of an amount → its cell, for amounts that stand alone on a line and that no table with rows has told.

    >>> text = "类型\\n个数（项）\\n投资（亿元）\\n合计\\n191\\n10\\n交通\\n40\\n7\\n"
    >>> made = [Amount(a, b, a, b, *[None] * 4) for a, b in ((19, 22), (23, 25), (29, 31), (32, 33))]
    >>> [(text[slice(*c.subject)], text[slice(*c.scope)]) for c in cells(text, tuple(made)).values()]
    [('个数', '合计'), ('投资', '合计'), ('个数', '交通'), ('投资', '交通')]
    """
    lone = _lone(text, amounts, read)
    made: dict[int, Cell] = {}
    heads: list[Range] = []
    end, width = -1, 0
    for row in _rows(lone, amounts) if len(lone) >= _FEWEST else ():
        label = _line(text, amounts[row[0]].start - 1)
        unit = label if label and unit_cell(text[slice(*label)]) else None  # the table has a column 单位
        label = _line(text, unit[0] - 1) if unit else label
        if label is None:
            continue
        first = _index(text, label[0])
        if first != end + 1 or len(row) != width:
            above = _head(text, first - 1)
            if len(above) > len(row) or first - end > _BREAK:
                heads, width = above, len(row)
        if len(row) == width <= len(heads) and unit:
            made |= {i: _under(text, _label(text, label), head) for i, head in zip(row, heads[-width:], strict=True)}
        elif len(row) == width:
            made |= row_of(text, amounts, row, label, heads)
        end = amounts[row[-1]].end
    return made


def _lone(text: str, amounts: tuple[Amount, ...], read: Collection[int]) -> list[int]:
    """The amounts that stand alone on a line."""
    return [
        i
        for i, a in enumerate(amounts)
        if a.start and text[a.start - 1] == "\n" and text[a.end : a.end + 1] in ("", "\n") and a.start not in read
    ]


def _rows(lone: list[int], amounts: tuple[Amount, ...]) -> list[list[int]]:
    """Runs of lone amounts on lines that follow each other."""
    found: list[list[int]] = []
    for i in lone:
        if found and found[-1][-1] == i - 1 and amounts[i - 1].end + 1 == amounts[i].start:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _line(text: str, end: int) -> Range | None:
    """The short line that ends at ``end``, if it is a cell."""
    start = text.rfind("\n", max(0, end - _CELL - 1), max(end, 0)) + 1
    if end <= 0 or start >= end or (start == 0 and end > _CELL) or _NUMBER.match(text, start, end):
        return None
    return None if _PROSE.search(text, start, end) else (start, end)


def _head(text: str, end: int) -> list[Range]:
    """The cells above a row, lowest last; （亿元） on a line of its own belongs to the cell above it."""
    found: list[Range] = []
    line = _line(text, end)
    while line and len(found) < _HEADS:
        above = _line(text, line[0] - 1)
        if text[line[0]] == "（" and above:
            line = (above[0], line[1])
        found.append(line)
        line = _line(text, line[0] - 1)
    return found[::-1]


def _index(text: str, label: int) -> int:
    """Where a row begins whose label stands at ``label``: at its 序号, when it has one."""
    above = text.rfind("\n", 0, max(label - 1, 0)) + 1
    return above if 0 < above < label and _INDEX.match(text, above, label - 1) else label


def row_of(text: str, amounts: tuple[Amount, ...], row: list[int], label: Range, heads: list[Range]) -> dict[int, Cell]:
    """What the heads, the lowest last, say of the amounts of a row with its label."""
    if len(heads) < len(row):
        return {}
    said = columns(text, heads, len(row))
    caption = said.caption if any(text[amounts[i].end - 1].isdigit() for i in row) else None
    ranged = _RANGE.match(text, *label) is not None
    listed = len(row) > 1 or _index(text, label[0]) < label[0]
    measures = said.placed or ranged or (listed and all(_measures(text, c) for c in said.columns))
    by_head = measures and not unit_at(text, label)
    made: dict[int, Cell] = {}
    for i, column in zip(row, said.columns, strict=True):
        times = ((label[0], label[0]), column.years or (column.head[0], column.head[0]))
        if caption:
            made[i] = Cell(named(text, caption), column.head, caption, times)
        elif by_head:
            made[i] = Cell(named(text, column.subject), None if ranged else label, column.subject, times)
        else:
            made[i] = Cell(named(text, label), None, column.subject, times)
    return made


def _measures(text: str, column: Column) -> bool:
    """Whether a head names what is measured: 投资（亿元）, 合格率, but not 决算数 or 2025年."""
    return bool(unit_at(text, column.subject) or _MEASURE.search(text, *named(text, column.subject)))


def in_rows(text: str, amounts: Sequence[Amount], grid: Grid) -> dict[int, Cell]:
    """Index of an amount → its cell, in the tables that keep their rows (``grid``).

    Heads that name what is measured are the subjects (受理（件）); else the label is, and a head like 同比增长 says that
    its column holds changes.
    """
    if not grid.rows:
        return {}
    at = {a.start: i for i, a in enumerate(amounts)}
    made: dict[int, Cell] = {}
    for row in grid.rows:
        indices = [at[start] for start in row.numbers if start in at]
        if len(indices) == len(row.numbers):
            made |= _in_row(text, amounts, indices, row)
    return made


def _in_row(text: str, amounts: Sequence[Amount], indices: list[int], row: Row) -> dict[int, Cell]:
    if not any(_GENERAL.search(text, *head) for head in row.heads):
        return row_of(text, tuple(amounts), indices, row.label, [named(text, row.first), *row.heads])
    label = _label(text, row.label)
    return {i: _under(text, label, head) for i, head in zip(indices, row.heads, strict=True)}


def _label(text: str, cell: Range) -> Range:
    """The label of a row without its number and its unit."""
    start, end = named(text, cell)
    marked = _MARKED.match(text, start, end - 1)
    return marked.end() if marked else start, end


def _under(text: str, label: Range, head: Range) -> Cell:
    """A number whose head does not name it: the label does."""
    grows = _GROWS.search(text, *head)
    basis = grows.span("basis") if grows and grows["basis"] else None
    return Cell(label, None, head, ((label[0], label[0]), (head[0], head[0])), grows is not None, basis)
