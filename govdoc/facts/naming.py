"""Naming (定主体): the rules that give an amount its subject, in the order they are asked.

A rule looks at one amount and at what earlier clauses named, and answers with a phrase or with
nothing; the first answer stands, and its id is kept in ``Fact.rules``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from govdoc.facts.again import bounded, contrasted, elided, included, parallel, same
from govdoc.facts.alone import alone
from govdoc.facts.borrow import (
    INTO_ENDS,
    carried,
    compared,
    enumerated,
    moved,
    portioned,
    remembered,
    restated,
    topic,
)
from govdoc.facts.case import Case, Named
from govdoc.facts.duration import JUBILEE, TIMES, aged, due, going_on, recurring, spanned, stayed, taken
from govdoc.facts.follow import beyond, chosen, following, gained, inside, repeated, touches
from govdoc.facts.granted import awarded, divided, halved
from govdoc.facts.headed import conditioned, placed, titled
from govdoc.facts.member import holder, listed, places, rivals, summed
from govdoc.facts.mention import Shape
from govdoc.facts.object import after
from govdoc.facts.phrase import FULFILLED, LEAST, Range, forms, is_a, lasts, measured, parts, size, tiled, words
from govdoc.facts.portion import gain, part, whole
from govdoc.facts.scored import deducted, scored
from govdoc.facts.subject import before
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_PARTS = pattern("组成|构成")
_GIVEN = pattern(
    lambda: (
        f"(?:分别|各|被?处|中|再|最高|最多)(?=(?:{'|'.join(forms('award'))})$)"
        "|(?:公司|集团|在[^，。；、的]{2,8})(?=投资$)"
    )
)  # 青山公司|投资, 在柳河村|投资
_SUMMED = ("count", "money")
_NAMES, _SUM = 20, 4  # characters: a shorter list of names may stay, a shorter noun needs it
_FACTORS = ("×", "÷")  # 2×350兆瓦, 床日数÷365天: a number of a formula
_OWN_UNITS = ("折", "成")
_BESIDE_BRIEF = frozenset("，、（；：中或和及")
_PERCENT, _SPAN = Shape.PERCENT, Shape.SPAN  # bound once: Python 3.11 looks members up slowly
_EXACT = Bound.EXACT  # bound once: Python 3.11 looks members up slowly
_CHANGE, _SHARE = Measure.CHANGE, Measure.SHARE  # bound once: Python 3.11 looks members up slowly


def _composed(case: Case) -> Range | None:
    """【委员会】由五人组成: the whole, not its parts."""
    text, amount, slot = case.text, case.amount, case.slot
    return (case.own or topic(case)) if _PARTS.search(text, amount.end, slot.stop) else None


def _topical(case: Case) -> Range | None:
    """免住宿费，标准为500元; 规模5亿元的【引导基金】: 标准 and 规模 name nothing by themselves."""
    if case.own is None or case.cue.direction or not is_a("weak", case.text, case.own):
        return None
    if case.amount.shape is _PERCENT and case.text.endswith(FULFILLED, case.slot.left, case.own[0]):
        several = case.text.find("分别", case.slot.clause, case.amount.start) >= 0
        return (not several and carried(case)) or case.own  # 【收入】5亿元，完成预算的101%; 分别完成|目标任务|的117%
    if case.text.startswith("的", case.amount.end):
        return after(case.text, case.amount.end, case.slot.right)
    spoken, last = topic(case), carried(case)
    return max(spoken, last) if spoken and last else last


def _totalled(case: Case) -> Range | None:
    """新增【企业】3家、【公司】5家，总量分别达30家、50家: the totals are of the subjects before, one a value."""
    weak = case.own is not None and not case.cue.direction and is_a("weak", case.text, case.own)
    return remembered(case) if weak and case.text.find("分别", case.slot.clause, case.amount.start) > 0 else None


def _owned(case: Case) -> Range | None:
    """【调处率】100%, 【产值】增长5%: changes and rates belong to the words before."""
    amount = case.amount
    if amount.shape is _PERCENT and case.kind is _SHARE and case.cue.end == amount.start and touches(case):
        return None  # 纳税人90%以上【涉税事项】
    first = case.kind is _CHANGE or amount.shape is _PERCENT or amount.unit.symbol in _OWN_UNITS
    return case.own if first else None


def _brief(case: Case) -> Range | None:
    """其中【男】85人, 存栏【牛】300头, 【钢】增长8%: a noun of one character, which stands alone before its amount."""
    text, at = case.text, (case.cue.end if case.kind is _CHANGE else case.amount.start) - 1
    if text[at] not in lasts("brief") or (case.own and text[case.own[0] : at] != "其中"):
        return None
    return (at, at + 1) if at == case.slot.left or text[at - 1] in _BESIDE_BRIEF else None


def _left(case: Case) -> Range | None:
    """【信访案件】34宗, 负责人每季度【带队检查】1次, 单位被处【罚款】5万元."""
    own = _unlevelled(case.text, case.own) if case.own and not is_a("level", case.text, case.own) else None
    if own and case.amount.unit.dimension == "money" and (given := _GIVEN.search(case.text, *own)):
        return given.end(), own[1]
    if own is None or case.amount.unit.symbol.split("/")[0] not in TIMES:
        return _summed(case, own) if own and case.amount.unit.dimension in _SUMMED else own
    at = max(own[0], *(stop for _, stop, kind in words("doer").scan(case.text, *own) if kind == "doer"), own[0])
    return before(case.text, at, own[1], case.starts) or own


def _unlevelled(text: str, own: Range) -> Range:
    """【农业龙头企业】省级6家、市级15家: without the level behind the noun."""
    cut = own[1] - LEAST
    return (
        (own[0], cut) if cut - own[0] > LEAST and is_a("level", text, (cut, own[1])) and text[cut + 1] == "级" else own
    )


def _summed(case: Case, own: Range) -> Range:
    """云岭农机、清溪纺织等【先进制造业集群】4个, 风电、光伏等【总投资】3亿元的项目: the noun behind the names that it sums up."""
    text, counted = case.text, case.amount.unit.dimension == "count"
    if text.find("等", *own) < 0 or (counted and own[1] - own[0] <= _NAMES):
        return own
    for start, stop, _ in words("halt").scan(text, *own):
        sums = own[1] - stop >= _SUM if counted else is_a("attribute", text, (stop, own[1]))
        if text[start:stop] == "等" and sums and text.find("、", own[0], start) > 0:
            return stop, own[1]
    return own


class Rule(NamedTuple):
    """A way to find a subject, and the amounts it is asked for: those of these shapes (all when none is said).

    ``listed``: only those of a list. ``own``: only those with words before them, or (False) only those without.
    ``behind``: only those right behind one of these characters. ``followed``: only those with words behind them in their
    clause. ``ends``: only those whose words before end with the last character of a word of this kind. ``bounded``: only
    those with a word that says how exact they are (以上, 约).
    """

    id: str
    find: Callable[[Case], Range | None]
    shapes: tuple[Shape, ...] = tuple(Shape)
    listed: bool = False
    own: bool | None = None
    behind: str = ""
    followed: bool = False
    ends: str = ""
    bounded: bool = False


RULES = (
    Rule("subject.moved", moved, behind=INTO_ENDS),
    Rule("subject.moved", moved, listed=True),
    Rule("subject.carried", compared, (Shape.PLAIN,), behind="的", followed=True),
    Rule("subject.left", whole, (Shape.PLAIN,), followed=True, own=True),
    Rule("subject.before", part, (Shape.PERCENT,), behind="的"),
    Rule("subject.rank", holder, (Shape.RANK,)),
    Rule("subject.scored", scored, (Shape.PLAIN,), behind="（"),
    Rule("subject.scored", deducted, (Shape.PLAIN,), behind="扣"),
    Rule("subject.carried", portioned, (Shape.SPAN, Shape.PERCENT), own=True),
    Rule("subject.list", summed, listed=True, own=True),
    Rule("subject.list", listed, listed=True, own=True),
    Rule("subject.remembered", enumerated, listed=True, own=True),
    Rule("subject.award", awarded),  # before the noun before: 贷款金额2%的补贴 is a 补贴
    Rule("subject.task", recurring, (Shape.SPAN,)),
    Rule("subject.left", going_on, (Shape.SPAN,)),
    Rule("subject.task", due, (Shape.SPAN,)),
    Rule("subject.after", taken, (Shape.SPAN,), followed=True),
    Rule("subject.left", _composed, behind="由"),
    Rule("subject.left", divided, (Shape.RATIO,)),
    Rule("subject.left", divided, (Shape.PERCENT,), own=False),
    Rule("subject.award", halved, (Shape.PERCENT,)),
    Rule("subject.verb", stayed, (Shape.SPAN,)),
    Rule("subject.same", parallel, behind="、"),
    Rule("subject.head", placed, own=True, ends="holder"),
    Rule("subject.head", conditioned, (Shape.PERCENT,), own=False),
    Rule("subject.after", chosen, behind="在"),
    Rule("subject.remembered", _totalled, listed=True, own=True),
    Rule("subject.topic", _topical, own=True, ends="weak"),
    Rule("subject.same", contrasted, own=True, ends="region"),
    Rule("subject.left", _brief, (Shape.SPAN,)),
    Rule("subject.before", spanned, (Shape.SPAN,)),
    Rule("subject.verb", gain, behind="收了达"),
    Rule("subject.before", _owned, own=True),
    Rule("subject.after", beyond, own=False, followed=True),
    Rule("subject.after", rivals, (Shape.PLAIN,), own=True, followed=True),
    Rule("subject.same", bounded, own=False, bounded=True),
    Rule("subject.same", included, own=False, behind="含括于"),
    Rule("subject.after", inside, (Shape.PLAIN,), bounded=True),
    Rule("subject.after", repeated, (Shape.PLAIN,), own=False, followed=True),
    Rule("subject.after", following, followed=True),  # before the noun before: 供水公司3座泵站 counts 泵站
    Rule("subject.left", _brief),
    Rule("subject.left", aged, behind="的"),
    Rule("subject.same", elided),
    Rule("subject.left", _left, own=True),
    Rule("subject.same", same, own=False),
    Rule("subject.after", places, own=False),
    Rule("subject.after", gained, own=False, followed=True),
    Rule("subject.verb", alone),
    Rule("subject.remembered", enumerated, listed=True, own=False),
    Rule("subject.remembered", remembered, listed=True),
    Rule("subject.topic", restated, own=False),
    Rule("subject.head", titled, own=False),
    Rule("subject.carried", carried),
)


_BEHIND = frozenset("".join(rule.behind for rule in RULES))
_NAMELESS = Named(None, "subject.none")


@cache
def _asked(
    shape: Shape, listed: bool, own: bool, behind: str, followed: bool, ends: tuple[str, ...], bounded: bool
) -> tuple[tuple[str, Callable[[Case], Range | None]], ...]:
    """The rules for such amounts, in their order: their ids and their questions."""
    return tuple(
        (rule.id, rule.find)
        for rule in RULES
        if shape in rule.shapes
        and listed >= rule.listed
        and rule.own in (None, own)
        and (rule.behind == "" or behind in tuple(rule.behind))
        and followed >= rule.followed
        and rule.ends in ("", *ends)
        and bounded >= rule.bounded
    )


@cache
def _ends() -> dict[str, tuple[str, ...]]:
    """The kinds of words that a rule asks for at the end of the words before, by their last character."""
    kinds = [rule.ends for rule in RULES if rule.ends]
    return {last: tuple(k for k in kinds if last in lasts(k)) for kind in kinds for last in lasts(kind)}


def _rest(case: Case) -> Case:
    """20个海外仓、【总面积】3万平方米: what the amount before counts is no part of this one's phrase."""
    own, trail = case.own, case.memory.trail
    if own is None or case.slot.size > 1 or not trail or trail[-1][0] is None:
        return case
    start, stop = trail[-1][0]
    if start <= own[0] - LEAST and own[0] < stop and is_a("open", case.text, (start, own[0])):
        return changed(case, own=(start, own[1]))  # 12条|重点产业链项目占比
    if own == (start, stop) and is_a("elapsed", case.text, own):
        return changed(case, own=None)  # 用3年|时间|达到1200亿元规模
    if start != own[0] or stop > own[1] - LEAST:
        return case
    if tiled("event", case.text, (stop, own[1])) and not measured(case.text, (stop, own[1])):
        spent = case.amount.shape is _SPAN  # 60周岁以上的职工|休假|3天
        return changed(case, own=(stop, own[1]) if spent else None)  # 16项问题|已整改|7项
    if case.kind is _CHANGE and size(case.text, stop, own[1], "strong") and not measured(case.text, own):
        return changed(case, own=(start, stop))  # 12款农产品|入选名录、增长6倍
    return changed(case, own=before(case.text, stop, own[1], case.starts) or own)


def _described(case: Case) -> Case:
    """园区道路、【投资】800万元的供水项目: what is measured opens another member of the list, which follows."""
    if case.own is None or case.slot.size > 1 or not case.text.startswith("的", case.amount.end):
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


def name(case: Case) -> Named:
    """The first rule that finds a subject."""
    amount = case.amount
    behind = case.text[amount.start - 1 : amount.start]
    if behind in _FACTORS:
        return _NAMELESS
    case = _described(_rest(case)) if case.own else case
    case = _affair(case, case.cue.verb) if case.cue.verb else case
    slot, own = case.slot, case.own
    sign = behind if behind in _BEHIND else ""
    followed, bounded = case.amounts[slot.last].end < slot.stop, amount.bound is not _EXACT
    ends = _ends().get(case.text[own[1] - 1], ()) if own else ()
    for rule_id, find in _asked(amount.shape, slot.size > 1, own is not None, sign, followed, ends, bounded):
        if found := find(case):
            return Named(found, rule_id)
    return _NAMELESS
