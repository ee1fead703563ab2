"""How far a plan is met (完成进度): 税收5亿元，完成年计划6亿元的83%.

6亿元 is what was planned of 税收, 83% how much of that is there.
"""

from __future__ import annotations

import re

from govdoc.facts.borrow import carried
from govdoc.facts.case import Case
from govdoc.facts.mention import Amount
from govdoc.facts.phrase import Range
from govdoc.facts.subject import before
from govdoc.text.pattern import pattern

_AIM = pattern(
    "(?:超额)?(?:完成|占|为|达到?)[^占，。；：、0-9]{0,8}(?:计划|任务|目标|预算)数?（?$"
)  # |完成年计划|6亿元
_AIM_AT_MOST = 18
_MET = pattern("）?的(?=[0-9.]+%)")  # 6亿元|的83%
_OF = ("的", "）的")


def planned(text: str, amount: Amount) -> bool:
    """Whether an amount is what was planned: 完成年计划|6亿元|的83%, 占年度任务（|6亿元|）的83%."""
    return _verb(text, amount) is not None


def yearly(text: str, amount: Amount) -> bool:
    """Whether it was planned for the whole year: 完成年计划|6亿元|的83%, but not 完成计划|6亿元|的83%."""
    said = _verb(text, amount)
    return said is not None and "年" in said[0]


def stated(case: Case) -> Range | None:
    """工业【投资】完成年计划6亿元的83%: what an amount is the plan of, or tells how far it is met, before the verb."""
    aim = _aim(case)
    if aim is None:
        return None
    low, verb = case.slot.clause, _verb(case.text, aim)
    return before(case.text, low, verb.start(), case.starts) if verb and verb.start() > low else None


def told(case: Case) -> Range | None:
    """【税收】5亿元，完成年计划6亿元的83%: the same where nothing stands before the verb."""
    return carried(case) if _aim(case) else None


def _aim(case: Case) -> Amount | None:
    """The planned amount: the one that is asked about, or the one before 的 and a percentage."""
    if case.text[case.amount.start - 1] != "的":
        return case.amount if planned(case.text, case.amount) else None
    aim = case.amounts[case.slot.head - 1] if case.slot.head else None
    near = aim is not None and aim.end >= case.amount.start - len("）的")
    return aim if aim and near and planned(case.text, aim) else None


def _verb(text: str, amount: Amount) -> re.Match[str] | None:
    """The verb and the plan before a planned amount."""
    if not text.startswith(_OF, amount.end) or not _MET.match(text, amount.end):
        return None
    return _AIM.search(text, max(0, amount.start - _AIM_AT_MOST), amount.start)
