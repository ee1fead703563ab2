"""Amounts of two units (复名数): 一块二角 · 3斤5两 · 181元7角5分, and the short 三米九, 两块五, 七成六.

The parts under the first unit are added to it; a digit without a unit is a tenth.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from govdoc.facts.number.numeral import ARABIC, CHINESE, EXACT, HAN, read
from govdoc.text.pattern import pattern

_UNDER = {
    "元": {"角": "0.1", "毛": "0.1", "毫": "0.1", "分": "0.01"},
    "斤": {"两": "0.1", "兩": "0.1", "钱": "0.01"},
    "米": {"厘米": "0.01", "公分": "0.01", "寸": "0.0333333"},
    "丈": {"尺": "0.1", "寸": "0.01"},
    "尺": {"寸": "0.1"},
    "成": {},
    "折": {},
}
_SAME = {"块": "元", "圆": "元", "圓": "元", "蚊": "元", "塊": "元", "公尺": "米", "市斤": "斤", "块钱": "元"}
_PART = pattern(rf"零?(?P<n>{ARABIC}|{CHINESE})(?P<unit>角|毛|毫|分(?![之钟鐘])|两|兩|钱|厘米|公分|寸|尺)")
_TENTH = pattern(rf"(?P<n>[{HAN}])(?![一-龥])|(?P<led>[{HAN}])(?=[的左以])")  # 三米九, 七成六的村; not 3米一级台阶


class Rest(NamedTuple):
    """What the parts add, and where they end."""

    value: Decimal
    end: int


def rest(text: str, unit: str, at: int) -> Rest | None:
    """The parts that follow a unit at ``at``.

    >>> rest("二角五分", "元", 0), rest("九", "米", 0)
    (Rest(value=Decimal('0.25'), end=4), Rest(value=Decimal('0.9'), end=1))
    """
    under = _UNDER.get(_SAME.get(unit, unit))
    if under is None:
        return None
    total, end = Decimal(0), at
    while (match := _PART.match(text, end)) and match["unit"] in under:
        total = EXACT.add(total, EXACT.multiply(read(match["n"]), Decimal(under[match["unit"]])))
        end = match.end()
    if end > at:
        return Rest(total, end)
    tenth = _TENTH.match(text, at)
    if tenth is None or unit == "元":
        return None
    return Rest(EXACT.divide(read(tenth.group()), Decimal(10)), tenth.end())
