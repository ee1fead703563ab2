"""Naming (定主体): the rules that give an amount its subject, in the order they are asked.

A rule looks at one amount and at what earlier clauses named, and answers with a phrase or with
nothing; the first answer stands, and its id is kept in ``Fact.rules``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from govdoc.facts.mention import Shape
from govdoc.facts.subject import fulfil
from govdoc.facts.subject.again import bounded, contrasted, elided, elsewhere, further, included, of_age, parallel, same
from govdoc.facts.subject.alone import alone
from govdoc.facts.subject.borrow import (
    INTO_ENDS,
    against,
    carried,
    compared,
    enumerated,
    moved,
    portioned,
    remembered,
    set_against,
)
from govdoc.facts.subject.colon import conditioned, placed, titled
from govdoc.facts.subject.duration import aged, due, going_on, idle, recurring, spanned, stayed, taken
from govdoc.facts.subject.follow import beyond, chosen, following, gained, inside
from govdoc.facts.subject.granted import (
    apportioned,
    awarded,
    by_years,
    capped,
    divided,
    fined,
    founded,
    halved,
    promised,
    regulated,
    rewarded,
)
from govdoc.facts.subject.left import brief, left, owned
from govdoc.facts.subject.member import against_each, among, each, holder, listed, places, rivals, summed
from govdoc.facts.subject.often import repeated
from govdoc.facts.subject.own import settled
from govdoc.facts.subject.portion import gain, part, whole
from govdoc.facts.subject.reached import apiece, benefited, covered
from govdoc.facts.subject.scored import deducted, scored
from govdoc.facts.subject.topic import restated, topic, within
from govdoc.facts.words.behind import after
from govdoc.facts.words.case import Case, Named
from govdoc.facts.words.phrase import FULFILLED, Range, is_a, lasts
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

_PARTS = pattern("组成|构成")
_SET_BY = pattern("[一-龥]{1,4}下达的?(?:年度)?(?:目标|指标|计划)?(?:任务|计划|目标|指标)数?")  # 完成|县下达任务|的105%
_FACTORS = ("×", "÷")  # 2×350兆瓦, 床日数÷365天: a number of a formula
_PERCENT = Shape.PERCENT  # bound once: Python 3.11 looks members up slowly
_EXACT = Bound.EXACT  # bound once: Python 3.11 looks members up slowly
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly


def _composed(case: Case) -> Range | None:
    """【委员会】由五人组成: the whole, not its parts."""
    text, amount, slot = case.text, case.amount, case.slot
    return (case.own or topic(case)) if _PARTS.search(text, amount.end, slot.stop) else None


def _topical(case: Case) -> Range | None:
    """免住宿费，标准为500元; 规模5亿元的【引导基金】: 标准 and 规模 name nothing by themselves."""
    if case.own is None or case.cue.direction:
        return None
    met = case.amount.shape is _PERCENT and case.text.endswith(FULFILLED, case.slot.left, case.own[0])
    if not (is_a("weak", case.text, case.own) or (met and _SET_BY.fullmatch(case.text, *case.own))):
        return None
    if met:
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


def _absolute(case: Case) -> Range | None:
    """【财政收入】增长8%，绝对额增收3亿元: 绝对额 names nothing by itself."""
    if case.own is None or case.kind is not _CHANGE:
        return None
    return carried(case) if is_a("absolute", case.text, case.own) else None


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
    Rule("subject.left", fulfil.stated, behind="的划务标算数（"),
    Rule("subject.carried", fulfil.told, behind="的划务标算数（"),
    Rule("subject.topic", fulfil.recalled, (Shape.PERCENT,), behind="的"),
    Rule("subject.carried", fulfil.short_of, (Shape.PERCENT,), own=False, followed=True, bounded=True),
    Rule("subject.moved", moved, behind=INTO_ENDS),
    Rule("subject.moved", moved, listed=True),
    Rule("subject.left", against, (Shape.PLAIN,), behind="的", followed=True),
    Rule("subject.carried", compared, (Shape.PLAIN,), behind="的", followed=True),
    Rule("subject.carried", set_against, (Shape.PLAIN,), followed=True),
    Rule("subject.left", whole, (Shape.PLAIN,), followed=True),
    Rule("subject.before", part, (Shape.PERCENT,), behind="的"),
    Rule("subject.rank", holder, (Shape.RANK,)),
    Rule("subject.scored", scored, (Shape.PLAIN,), behind="（"),
    Rule("subject.scored", deducted, (Shape.PLAIN,), behind="扣"),
    Rule("subject.carried", portioned, (Shape.SPAN, Shape.PERCENT), own=True),
    Rule("subject.award", apportioned, (Shape.PLAIN,), listed=True),
    Rule("subject.same", against_each, listed=True),
    Rule("subject.list", summed, listed=True),
    Rule("subject.list", listed, listed=True, own=True),
    Rule("subject.list", among, listed=True, own=False),
    Rule("subject.remembered", enumerated, listed=True, own=True),
    Rule("subject.left", regulated, behind="的照按"),
    Rule("subject.award", promised, (Shape.PERCENT,), behind="的"),
    Rule("subject.award", fined),
    Rule("subject.award", by_years, (Shape.PERCENT,)),
    Rule("subject.award", awarded, followed=True),  # before the noun before: 贷款金额2%的补贴 is a 补贴
    Rule("subject.award", capped, (Shape.PLAIN,), bounded=True),
    Rule("subject.task", recurring, (Shape.SPAN,)),
    Rule("subject.after", idle, (Shape.SPAN,), followed=True),
    Rule("subject.left", going_on, (Shape.SPAN,)),
    Rule("subject.task", due, (Shape.SPAN,)),
    Rule("subject.after", taken, (Shape.SPAN,), followed=True),
    Rule("subject.left", _composed, behind="由"),
    Rule("subject.left", divided, (Shape.RATIO,)),
    Rule("subject.left", divided, (Shape.PERCENT,), own=False),
    Rule("subject.award", halved, (Shape.PERCENT,)),
    Rule("subject.verb", stayed, (Shape.SPAN,)),
    Rule("subject.award", rewarded, (Shape.PLAIN,), own=False),
    Rule("subject.same", parallel, behind="、"),
    Rule("subject.head", placed, own=True, ends="holder"),
    Rule("subject.head", conditioned, (Shape.PERCENT,), own=False),
    Rule("subject.after", chosen, behind="在"),
    Rule("subject.remembered", _totalled, listed=True, own=True),
    Rule("subject.topic", _topical, own=True, ends="weak"),
    Rule("subject.carried", _absolute, own=True, ends="absolute"),
    Rule("subject.same", contrasted, own=True, ends="region"),
    Rule("subject.same", elsewhere, (Shape.PERCENT,), own=True, behind="涨降长少高"),
    Rule("subject.left", brief, (Shape.SPAN,)),
    Rule("subject.before", spanned, (Shape.SPAN,)),
    Rule("subject.verb", gain, behind="收了达"),
    Rule("subject.after", covered, (_PERCENT,), own=True, followed=True, ends="reached"),
    Rule("subject.before", owned, own=True),
    Rule("subject.after", beyond, own=False, followed=True),
    Rule("subject.after", founded, (Shape.PLAIN,), own=False, followed=True),
    Rule("subject.after", rivals, (Shape.PLAIN,), own=True, followed=True),
    Rule("subject.same", bounded, own=False, bounded=True),
    Rule("subject.same", bounded, own=False, behind="成现达到"),
    Rule("subject.same", included, own=False, behind="含括于"),
    Rule("subject.after", inside, (Shape.PLAIN,), bounded=True),
    Rule("subject.after", repeated, (Shape.PLAIN,), own=False, followed=True),
    Rule("subject.after", following, followed=True),  # before the noun before: 供水公司3座泵站 counts 泵站
    Rule("subject.carried", benefited, (Shape.PLAIN,), own=False, behind="及盖射为"),
    Rule("subject.carried", apiece, (Shape.PLAIN,), own=False, behind="，"),
    Rule("subject.left", brief),
    Rule("subject.same", of_age, (Shape.PLAIN,), behind="的"),
    Rule("subject.left", aged, behind="的"),
    Rule("subject.same", further, (Shape.PLAIN,), own=False, behind="加少过于多增减超"),
    Rule("subject.same", elided),
    Rule("subject.left", left, own=True),
    Rule("subject.same", same, own=False),
    Rule("subject.after", places, own=False),
    Rule("subject.after", gained, own=False, followed=True),
    Rule("subject.list", each, own=False),
    Rule("subject.topic", within, own=False),
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


def name(case: Case) -> Named:
    """The first rule that finds a subject."""
    amount = case.amount
    behind = case.text[amount.start - 1 : amount.start]
    if behind in _FACTORS:
        return _NAMELESS
    case = settled(case)
    slot, own = case.slot, case.own
    sign = behind if behind in _BEHIND else ""
    followed, bounded = case.amounts[slot.last].end < slot.stop, amount.bound is not _EXACT
    ends = _ends().get(case.text[own[1] - 1], ()) if own else ()
    for rule_id, find in _asked(amount.shape, slot.size > 1, own is not None, sign, followed, ends, bounded):
        if found := find(case):
            return Named(found, rule_id)
    return _NAMELESS
