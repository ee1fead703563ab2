"""What is given, taken and shared out (补助、罚款、分担): the noun of the money and of its shares.

给予1万元【一次性创业补贴】 · 减半征收【所得税】 · 【资金】由省、市按4:6分担.
"""

from __future__ import annotations

from govdoc.facts.behind import after, award
from govdoc.facts.case import Case
from govdoc.facts.change import peel
from govdoc.facts.mention import Shape
from govdoc.facts.phrase import Range, forms, is_a, words
from govdoc.facts.subject import before
from govdoc.model.fact import Measure
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_BY = pattern("由(?=[^，]*按)|按")
_SHARERS = pattern(  # 资金|省、市县|按1:1承担
    lambda: f"(?:{any_of(forms('sharer'))}(?:本级|级|财政|两级|三级)?[、和与]?)+(?:分别|各)?$"
)
_TAKEN = pattern("(?:或(?:者)?全?免)?(?:征收|收取|计收|计征|缴纳)?(?=[^，。；、]{2})")
_SPREAD = pattern(lambda: f"的?比例(?:先行?|及时|足额|同步)?{any_of(forms('spread'))}(?=[^，。；、\n]{{2}})")
_AWARDED = ("money", "multiple", "ratio", "time", "count")  # money/area, money/person too
_PERCENT, _CHANGE = Shape.PERCENT, Measure.CHANGE  # bound once: Python 3.11 looks members up slowly


def divided(case: Case) -> Range | None:
    """【资金】由省、市按4:6分担, 【投资】按不超过总额的40%安排: before 由 and 按; 按1:1的比例安排【配套资金】: behind."""
    if case.own and case.amount.shape is _PERCENT:
        return None
    if spread := _SPREAD.match(case.text, case.amount.end, case.slot.stop):
        return after(case.text, spread.end(), case.slot.right)
    by = _BY.search(case.text, case.slot.left, case.amount.start)
    end = peel(case.text, case.slot.left, by.start(), case.ends).end if by else 0
    if sharers := _SHARERS.search(case.text, case.slot.left, end):
        end = sharers.start()
    return before(case.text, case.slot.left, end, case.starts) if end > case.slot.left else None


def awarded(case: Case) -> Range | None:
    """给予1万元【一次性创业补贴】, 3万元以下【罚款】."""
    if case.kind is _CHANGE or not case.amount.unit.dimension.startswith(_AWARDED):
        return None
    last, first = case.amounts[case.slot.last], case.amount.start
    if case.amount.core > first:
        for start, stop, kind in words("award").scan(case.text, first, case.amount.core):
            if kind == "award":
                return start, stop  # 每平方米【罚款】一百元
    return award(case.text, last.end, case.slot.right if case.slot.size == 1 else case.slot.stop)


def halved(case: Case) -> Range | None:
    """对小微企业减半征收【所得税】: what is taken stands behind 减半."""
    text, amount = case.text, case.amount
    taken = _TAKEN.match(text, amount.end, case.slot.right) if text.startswith("减半", amount.start) else None
    return after(text, taken.end(), case.slot.right) if taken else None


def paid(case: Case, verb: Range) -> Range | None:
    """【补贴】惠及2万人，累计发放1980万元: what was paid stands before in the sentence."""
    said = case.memory.last
    if said is None or said[0] < case.slot.sentence or case.amount.unit.dimension != "money":
        return None
    return said if is_a("paid", case.text, verb) and case.text.endswith(forms("award"), *said) else None
