"""Columns (列头): what the heads of a flattened table say of its columns.

    地区 ⏎ 2023年培训人数 ⏎ 新增 ⏎ 分年度培训任务 ⏎ 2024年 ⏎ 2025年 ⏎ 云岭 ⏎ 60 ⏎ 40 ⏎ 80 ⏎ 100

The heads reach the parser row by row, so a head above several years stands between the columns and its
years: there is one cell more than columns. It names what its years count, and a column without a year
of its own beside them (新增) is of all of them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govdoc.facts.mention import Range
from govdoc.text.pattern import pattern

_UNIT = pattern("（(?:单位：)?[^（）]{1,8}）$")
_MARKER = pattern("[0-9]{1,2}[.、．]|(?:19|20)[0-9]{2}年度?(?=[^0-9年度末底])")  # 1.|居民收入（元）, 2023年|培训人数
_YEAR = pattern("(?:19|20)[0-9]{2}年度?$")
_DATED = pattern("(?:19|20)[0-9]{2}")
_GROUP = pattern("分年|按年")  # 分年度任务
_CAPTION = pattern("单位[:：]|.*表$")  # what stands above the heads
_PLACES = pattern(r"(?:地区|区域|[省市县区州镇乡村]|（[省市县区州旗镇乡村、]+）|街道)(?:名称)?\n?$")


class Column(NamedTuple):
    """A column: its own head, the head that says what it counts, and the first and last year it sums up."""

    head: Range
    subject: Range
    years: Range | None


class Columns(NamedTuple):
    """The columns of a table, whether its rows are places, and the caption that names what all of them count."""

    columns: list[Column]
    placed: bool
    caption: Range | None


def columns(text: str, heads: list[Range], width: int) -> Columns:
    """The last ``width`` columns that the cells above the first row name.

    >>> text, at, heads = "地区\\n2023年人数\\n新增\\n分年度任务\\n2024年\\n2025年", 0, []
    >>> for line in text.split():
    ...     heads.append((at, at + len(line)))
    ...     at += len(line) + 1
    >>> made = columns(text, heads, 4)
    >>> [text[slice(*named(text, c.subject))] for c in made.columns], made.placed
    (['人数', '新增', '分年度任务', '分年度任务'], True)
    """
    dated = next((n for n, head in enumerate(reversed(heads)) if not _YEAR.match(text, *head)), len(heads))
    if not (1 < dated <= width < len(heads) and _grouped(text, heads, dated, width)):
        below, above = heads[-width:], heads[:-width]
        caption = next((h for h in reversed(above[-2:]) if unit_at(text, h)), None)
        over = caption if width > 1 and not any(unit_at(text, head) for head in below) else None
        return Columns([Column(head, head, None) for head in below], placed(text, above) and _told(text, below), over)
    group, years = heads[-dated - 1], heads[-dated:]
    spread = years[0][0], years[-1][0]
    made = [Column(h, h, None if _DATED.match(text, *h) else spread) for h in heads[-width - 1 : -dated - 1]]
    made += [Column(year, group, None) for year in years]
    return Columns(made, placed(text, heads[: -width - 1]), None)


def _grouped(text: str, heads: list[Range], dated: int, width: int) -> bool:
    """Whether the head before the years stands above them: it says so, or there is one cell more than columns."""
    if _GROUP.match(text, *heads[-dated - 1]):
        return True
    cells = next((n for n, head in enumerate(reversed(heads)) if _CAPTION.match(text, *head)), 0)
    return cells == width + len(("label", "group"))


def _told(text: str, heads: list[Range]) -> bool:
    """Whether a head tells what is counted: not 2025年."""
    return not all(_YEAR.match(text, *head) for head in heads)


def placed(text: str, above: list[Range]) -> bool:
    """Whether the rows are places, as the head of their labels says: 地区, 县（市、区）."""
    return bool(above) and _PLACES.search(text, *above[-1]) is not None


def unit_at(text: str, cell: Range) -> re.Match[str] | None:
    """The unit at the end of a cell: 投资|（亿元）."""
    return _UNIT.search(text, *cell)


def named(text: str, cell: Range) -> Range:
    """A cell without its number, its year and its unit."""
    match = unit_at(text, cell)
    marker = _MARKER.match(text, *cell)
    start = marker.end() if marker else cell[0]
    end = match.start() if match and match.start() > start else cell[1]
    return start, end - 1 if text[end - 1] == "\n" else end
