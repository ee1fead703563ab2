"""Estimates (预计): in a report of what is nearly over, elsewhere of what is to come.

A report of December estimates its year (全年预计实现产值30亿元): that has happened, though nobody has counted it
yet. What 将, 可 or 后 speaks of is to come, and so is the whole year in a report on its first half.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount
from govdoc.facts.time.year import Years
from govdoc.facts.words.clause import Slot
from govdoc.facts.words.telling import alternatives, said
from govdoc.text.pattern import pattern

_EXPECTED = said("expected")
# 建成|后，|每年|可|增收
_TO_COME = pattern(lambda: f"将(?!近)|(?<![许认])可(?!比|支配|再生|持续)|{alternatives('to_come')}")
_THIS_YEAR = pattern("今年预计|预计今年")
_WHOLE_YEAR = pattern("全年|年底|年末")
_HALF_YEAR = pattern("预计[^，。；\n]{0,12}上半年")
_MONTHS = pattern("(?<![0-9])1月?[-—－~～至到][2-5]月")  # 1—5月: beside it the first half is not over
_LAST_MONTHS = ("11", "12")
_MONTH = slice(5, 7)


def year_is_open(base: Years, date: str) -> bool | None:
    """Whether a text tells of a year that is not over: a report on its first half, or one of July; None if unsaid.

    >>> year_is_open(Years(2024, 2024, None, part="2024-H1"), ""), year_is_open(Years(2024, 2024, None), "2024-12-20")
    (True, False)
    """
    if base.part and "-" in base.part:
        return True
    if not date[_MONTH]:
        return None
    return date.startswith(str(base.told)) and date[_MONTH] not in _LAST_MONTHS


def ahead(text: str, low: int, amount: Amount, slot: Slot, *, open_year: bool | None) -> bool:
    """Whether an estimate before an amount, from ``low`` on, is of what is to come."""
    if not _EXPECTED.search(text, low, amount.start):
        return False
    if _TO_COME.search(text, low, slot.stop):
        return True
    if open_year and _HALF_YEAR.search(text, low, amount.start) and _MONTHS.search(text):
        return True
    if open_year is not False and _THIS_YEAR.search(text, low, amount.start):
        return True
    return open_year is True and _WHOLE_YEAR.search(text, low, amount.start) is not None
