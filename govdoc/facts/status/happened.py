"""What a plan or a norm tells (陈述): amounts that have been measured, whatever the document is.

今年以来 and 同比增长8% speak of what has happened, and so does the level that is compared (完成产值30亿元，同比增长7%)
or set against the plan of the year (完成税收1.2亿元，占年计划的22%).
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Time
from govdoc.facts.status.norm import LIMITS
from govdoc.facts.words.clause import Slot
from govdoc.facts.words.phrase import Range
from govdoc.facts.words.telling import said
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

_PLANNED, _INTENDED = said("planned"), said("estimate", "expected", "planned")
_SINCE = ("以来", "年来")
_COMPARED = pattern("同比|环比|同期")
_EVERY = "每"
_EXACT = Bound.EXACT  # bound once: Python 3.11 looks members up slowly
_PLAN = "[^，。；：\n0-9]{0,6}(?:计划|预算|任务|目标)数?的"
_OF_PLAN = pattern(f"(?:占|完成){_PLAN}$")  # 占年计划的|22%
_OF_PLAN_AT_MOST = 14
_CONVEYED, _CONVEYED_AT_MOST = said("conveyed"), 80
_SET_AGAINST = pattern(  # 30亿元|，占年计划的24%，同比增长7%
    f"，(?:占|完成|为){_PLAN}[0-9.]+%(?=[，。；])|，(?:分别)?(?:同比|环比)[^，。；：\n]{{2,8}}[0-9.]+(?:%|个百分点)(?=[，。；])"
)


def since(text: str, time: Time, slot: Slot) -> bool:
    """今年以来, 6月以来, 近5年来: it has happened, whatever the document, unless words say that it is intended."""
    said = text.endswith(_SINCE, time.start, time.end) or text.startswith(_SINCE, time.end)
    return said and not _PLANNED.search(text, slot.clause, slot.stop)


def compared(text: str, amount: Amount, slot: Slot, basis: Range) -> bool:
    """同比增长8% has happened even in a norm or a plan, unless words say that it is intended; 同比增长8%以上 may be an aim."""
    if amount.bound in LIMITS or text.startswith("的", amount.end):
        return False  # 同比增长8%的企业，给予奖励
    if not _COMPARED.search(text, *basis) or each(text, basis, amount):
        return False
    return not _INTENDED.search(text, slot.sentence, slot.stop)


def each(text: str, basis: Range, amount: Amount) -> bool:
    """同比每提高|1个百分点，补偿50万元: a step of a scale, which nobody measured."""
    return text.find(_EVERY, basis[1], amount.start) >= 0


def measured(text: str, amount: Amount, slot: Slot) -> bool:
    """Whether an amount is set against the plan of its year, or what it grew from."""
    if amount.bound is not _EXACT or not (_SET_AGAINST.match(text, amount.end) or _of_plan(text, amount)):
        return False
    return not _INTENDED.search(text, slot.sentence, slot.stop)


def conveyed(text: str, amount: Amount, slot: Slot) -> bool:
    """同意将集体农用地3公顷转为建设用地, 共计批准建设用地5公顷: the decision itself turns the land over."""
    if amount.unit.dimension != "area" or amount.bound is not _EXACT:
        return False
    end = text.find("。", slot.stop, slot.stop + _CONVEYED_AT_MOST)
    return _CONVEYED.search(text, slot.sentence, max(end, slot.stop)) is not None


def _of_plan(text: str, amount: Amount) -> bool:
    """完成年度任务的|108%."""
    if text[amount.start - 1] != "的" or amount.unit.symbol != "%" or text.startswith("的", amount.end):
        return False
    return _OF_PLAN.search(text, max(0, amount.start - _OF_PLAN_AT_MOST), amount.start) is not None
