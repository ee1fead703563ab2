"""The words before an amount that are its own (前文归属): 20个海外仓、【总面积】3万平方米.

They are settled before any rule is asked: without what the amount before counts, and with the verb that is a noun after all.
"""

from __future__ import annotations

from govdoc.facts.mention import Shape
from govdoc.facts.subject.duration import JUBILEE
from govdoc.facts.words.before import before
from govdoc.facts.words.case import Case
from govdoc.facts.words.phrase import LEAST, Range, forms, is_a, lasts, measured, parts, size, tiled
from govdoc.model.fact import Measure
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_MOST = pattern(lambda: f"最[多高长低](?=(?:{'|'.join(forms('award'))})$)")
_SPAN, _CHANGE = Shape.SPAN, Measure.CHANGE  # bound once: Python 3.11 looks members up slowly


def settled(case: Case) -> Case:
    """The case with the words that its amount alone has."""
    if case.own and case.text[case.own[1] - 1] in lasts("award"):
        case = _at_most(case, case.own)
    if case.own and case.slot.size == 1:
        case = _rest(case)
        if case.text.startswith("的", case.amount.end):
            case = _described(case)
    return _affair(case, case.cue.verb) if case.cue.verb else case


def _at_most(case: Case, own: Range) -> Case:
    """单个协会每年最多|【补助】5场: the limit is no part of what is given."""
    most = _MOST.search(case.text, *own) if case.text.find("最", *own) >= 0 else None
    return changed(case, own=(most.end(), own[1])) if most else case


def _rest(case: Case) -> Case:
    """20个海外仓、【总面积】3万平方米: what the amount before counts is no part of this one's phrase."""
    own, trail = case.own, case.memory.trail
    if own is None or not trail or trail[-1][0] is None:
        return case
    start, stop = trail[-1][0]
    if start <= own[0] - LEAST and own[0] < stop and is_a("open", case.text, (start, own[0])):
        return changed(case, own=(start, own[1]))  # 12条|重点产业链项目占比
    if own == (start, stop) and is_a("elapsed", case.text, own):
        return changed(case, own=None)  # 用3年|时间|达到1200亿元规模
    if start != own[0] or stop > own[1] - LEAST:
        return case
    if is_a("weak", case.text, (stop, own[1])):
        return case  # 12条|重点产业链|占比
    if tiled("event", case.text, (stop, own[1])) and not measured(case.text, (stop, own[1])):
        spent = case.amount.shape is _SPAN  # 60周岁以上的职工|休假|3天
        return changed(case, own=(stop, own[1]) if spent else None)  # 16项问题|已整改|7项
    if case.kind is _CHANGE and size(case.text, stop, own[1], "strong") and not measured(case.text, own):
        return changed(case, own=(start, stop))  # 12款农产品|入选名录、增长6倍
    return changed(case, own=before(case.text, stop, own[1], case.starts) or own)


def _described(case: Case) -> Case:
    """园区道路、【投资】800万元的供水项目: what is measured opens another member of the list, which follows."""
    if case.own is None:
        return case
    members = parts(case.text, case.own)
    last = members[-1]
    apart = len(members) > 1 and measured(case.text, last) and not measured(case.text, members[-2])
    return changed(case, own=last) if apart and case.text.find("等", *last) < 0 else case  # 风电、光伏等总投资


def _affair(case: Case, last: Range) -> Case:
    """完成【水系整治】120公里: behind a verb of doing the last verb is a noun."""
    text, own = case.text, case.own
    if own is None or own[1] != last[0]:
        return case
    if case.amount.unit.symbol == JUBILEE:
        return changed(case, own=(own[0], last[1]))  # 自治县|成立|60周年
    if text[slice(*last)] not in forms("abstract"):
        return case
    return changed(case, own=(own[0], last[1])) if text.endswith(forms("doing"), case.slot.left, own[0]) else case
