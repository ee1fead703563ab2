"""Marks (考核分值): what an assessment gives its marks for.

7.编制【数据目录】，按月更新。（0.5分） · 建有网点得【基础分】4分，未达标的各扣1分
"""

from __future__ import annotations

from govdoc.facts.subject.topic import topic
from govdoc.facts.words.before import before
from govdoc.facts.words.case import Case
from govdoc.facts.words.phrase import LEAST, Range
from govdoc.text.pattern import pattern

_MARKS = "分"
_CLAUSE = pattern("[^，；。：]+(?<!要求)(?<!原则)(?<!部署)(?=[，；。：])")  # 本着先易后难的原则，|开放数据
_LONGEST = 20  # characters of a heading
_ITEM = 400  # characters: no item is longer


def scored(case: Case) -> Range | None:
    """编制【数据目录】，按月更新。（0.5分）: marks in a bracket behind the whole item belong to its first clause."""
    text, opened = case.text, case.amount.start - 1
    if case.amount.unit.symbol != _MARKS:
        return None
    if text[opened - 1] != "。":
        return topic(case) or _title(case, opened)
    least = max(0, opened - _ITEM)
    item = text.rfind("\n", least, opened) + 1 or (least if least == 0 else text.rfind("。", least, opened - 1) + 1)
    first = _CLAUSE.search(text, item, opened)
    return before(text, *first.span(), case.starts) if first else None


def _title(case: Case, opened: int) -> Range | None:
    """（三）【强化宣传推广】（1分）: a heading without a noun stands for itself."""
    line = case.text.rfind("\n", max(0, opened - _ITEM), opened) + 1
    start = case.starts.get(line, line)
    return (start, opened) if LEAST <= opened - start <= _LONGEST else None


def deducted(case: Case) -> Range | None:
    """得【基础分】4分，未达标的各扣1分: marks are taken off from those that the paragraph gave."""
    if case.amount.unit.symbol != _MARKS:
        return None
    trail, head = case.memory.trail, case.slot.head
    for back in range(1, min(len(trail), head) + 1):
        given = case.amounts[head - back]
        if given.unit == case.amount.unit and case.text[given.start - 1] != "扣":
            return None if "\n" in case.text[given.end : case.amount.start] else trail[-back][0]
    return None
