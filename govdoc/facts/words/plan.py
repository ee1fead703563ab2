"""The plan that something is a share of (计划数): 税收5亿元，完成年计划|6亿元|的83%."""

from __future__ import annotations

import re

from govdoc.facts.mention import Amount
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

# |完成年计划|6亿元
_AIM = pattern("(?:超额)?(?:完成|占|为|达到?)[^占，。；：、0-9]{0,8}(?:计划|任务|目标|预算)数?（?$")
_AIM_AT_MOST = 18
_MET = pattern("）?的(?=[0-9.]+%)")  # 6亿元|的83%
BUDGETED = pattern("完成[^占，。；：、0-9]{0,8}(?<!公共)预算(?:收入|支出)（?$")  # |完成调整后预算收入|5亿元
_OF = ("的", "）的")
# 高于6%|的预期目标，
_AIMED = pattern(
    r"的(?:全?年度?|预期|控制|约束性?|考核|调控|规划|计划|任务){0,4}(?:目标|指标|控制线|警戒线|预警线)(?:任务|要求|值)?(?=[，。；、）\n]|\Z)"
)


def planned(text: str, amount: Amount) -> bool:
    """Whether an amount is what was planned: 完成年计划|6亿元|的83%, 占年度任务（|6亿元|）的83%."""
    return fulfilling(text, amount) is not None


def budgeted(text: str, amount: Amount) -> re.Match[str] | None:
    """The verb and the budget before what was budgeted: |完成调整后预算收入|4亿元的98%."""
    return _before(text, amount, BUDGETED)


def met(text: str, amount: Amount) -> re.Match[str] | None:
    """The words before an amount of which the next says how far it was met; 年 or 预算 in them makes it that of a year."""
    return fulfilling(text, amount) or budgeted(text, amount)


def aimed(text: str, amount: Amount) -> bool:
    """Whether an amount is what was aimed at: 失业率4.2%，低于|5%|的控制目标."""
    return amount.bound is not Bound.EXACT and _AIMED.match(text, amount.end) is not None


def fulfilling(text: str, amount: Amount) -> re.Match[str] | None:
    """The verb and the plan before a planned amount."""
    return _before(text, amount, _AIM)


def _before(text: str, amount: Amount, aim: re.Pattern[str]) -> re.Match[str] | None:
    if not text.startswith(_OF, amount.end) or not _MET.match(text, amount.end):
        return None
    return aim.search(text, max(0, amount.start - _AIM_AT_MOST), amount.start)
