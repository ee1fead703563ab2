"""Rows of tables (表格的行): lines whose cells a tab parts, as Word documents and web pages are read.

A cell is no part of a sentence, so the normal text has a line for each. Rows follow each other, and have
three cells or, below a head without a number, two: a signature or a table of contents is no table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdoc.text.debris import Gaps

_FEWEST = 2  # rows; a single line with tabs is anything
_COLONS = ("：", ":")
_WIDE = 2  # tabs of a row that no head needs to explain


class _Line(NamedTuple):
    """The gaps of a line by their numbers: before it, its tabs, behind it."""

    before: int
    tabs: tuple[int, ...]
    behind: int


def parting(text: str, gaps: Gaps) -> frozenset[int]:
    """The numbers of the gaps that part the cells and rows of tables.

    >>> from govdoc.text.normalise import normalise
    >>> normalise("指标\\t单位\\t数值\\n产值\\t亿元\\t5.1\\n").text.splitlines()
    ['指标', '单位', '数值', '产值', '亿元', '5.1']
    >>> normalise("甲方\\t乙方\\n某某公司\\t某某公司\\n").text.splitlines()
    ['甲方乙方', '某某公司某某公司']
    """
    found: set[int] = set()
    for table in _runs(gaps):
        if len(table) >= _FEWEST and _is_table(text, gaps, table):
            for line in table:
                found.update((line.before, *line.tabs, line.behind))
    return frozenset(found)


def _runs(gaps: Gaps) -> Iterator[list[_Line]]:
    """Runs of lines with tabs that follow each other."""
    run: list[_Line] = []
    for line in _lines(gaps):
        if line.tabs and run and line.before == run[-1].behind and gaps.breaks[line.before] == 1:
            run.append(line)
            continue
        yield run
        run = [line] if line.tabs else []
    yield run


def _lines(gaps: Gaps) -> Iterator[_Line]:
    before, tabs = -1, list[int]()
    for number, (words, breaks) in enumerate(zip(gaps.words, gaps.breaks, strict=True)):
        if breaks:
            yield _Line(before, tuple(tabs), number)
            before, tabs = number, []
        elif "\t" in words:
            tabs.append(number)
    yield _Line(before, tuple(tabs), len(gaps.words))


def _is_table(text: str, gaps: Gaps, table: list[_Line]) -> bool:
    """Whether a run of lines is a table, and no list of labels with their values (索引号：⇥…)."""
    if any(text[gaps.starts[line.tabs[0]] - 1] in _COLONS for line in table):
        return False
    if sum(len(line.tabs) >= _WIDE for line in table) >= _FEWEST:
        return True
    head, *rows = (_last_cell(text, gaps, line) for line in table)
    return not _opens_number(head) and not head.endswith(_COLONS) and any(map(_opens_number, rows))


def _last_cell(text: str, gaps: Gaps, line: _Line) -> str:
    stop = gaps.starts[line.behind] if line.behind < len(gaps.starts) else len(text)
    return text[gaps.ends[line.tabs[-1]] : stop]


def _opens_number(cell: str) -> bool:
    return cell.lstrip("-")[:1].isdigit()
