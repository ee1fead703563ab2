"""Series (并列): 分别提高12.3、8.9和5.6个百分点, 新增3、5万人: the last member's multiplier and unit are those of all.

So is the limit that the first prints: 不超过2小时、4小时和5小时.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govdoc.facts.mention import Amount
from govdoc.facts.numeral import POWER, shifted
from govdoc.facts.unit import NO_UNIT
from govdoc.model.quantity import Bound, Unit
from govdoc.text.record import changed

_BY = "×"  # of two lengths only: 30×40米, not 2×350兆瓦
# 140/90毫米汞柱, 30×40米, 男44，女41人
_JOINTS = frozenset(("、", "和", "与", "及", "、和", "/", _BY, "，女", "、女", "，男", "、男"))
_JOINT_AT_MOST = max(map(len, _JOINTS))
_LARGE = frozenset("万亿")
_POINT = "百分点"
_EACH = "分别"
_FROM_EACH = 8  # 分别|控制在5%, 分别|提高到
_LIMITS = (Bound.AT_MOST, Bound.AT_LEAST, Bound.OVER, Bound.UNDER)


def shared(text: str, amounts: Sequence[Amount]) -> Sequence[Amount]:
    """The amounts, those of a series with the unit that its last member prints.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> [str(a.unit) for a in find(normalise("分别提高12.3、8.9和5.6个百分点")).amounts]
    ['百分点', '百分点', '百分点']
    """
    changed: dict[int, Amount] = {}
    power = 0
    near = [i for i, (one, two) in enumerate(pairwise(amounts)) if two.start - one.end <= _JOINT_AT_MOST]
    for index in reversed(near):
        found, following = amounts[index], changed.get(index + 1, amounts[index + 1])
        joint = text[found.end : following.start]
        if (
            joint not in _JOINTS
            or not _lacks(found, following.unit)
            or (joint == _BY and following.unit.dimension != "length")
        ):
            continue
        if index + 1 not in changed:
            power = sum(POWER[c] for c in text[following.core : following.core_end] if c in _LARGE)
        changed[index] = _with(found, following, power)
    return [changed.get(i, a) for i, a in enumerate(amounts)] if changed else amounts


def limited(text: str, amounts: Sequence[Amount]) -> Sequence[Amount]:
    """The amounts, those of a list with the limit that its first member prints; the last prints it behind 分别 alone.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> [str(a.bound) for a in find(normalise("不超过2小时、4小时和5小时")).amounts]
    ['at_most', 'at_most', 'at_most']
    """
    made = list(amounts)
    for index, (one, two) in enumerate(pairwise(amounts), 1):
        first = made[index - 1]
        joined = two.start - one.end <= _JOINT_AT_MOST and text[one.end : two.start] in _JOINTS
        if joined and two.bound is Bound.EXACT and first.bound in _LIMITS and two.unit == one.unit:
            if one.start < one.core or "series.limit" in first.rules:
                made[index] = changed(two, bound=first.bound, rules=(*two.rules, "series.limit"))
        elif joined and one.bound is Bound.EXACT and two.bound in _LIMITS and two.end > two.core_end:
            _limit_before(text, made, index)
    return made


def _limit_before(text: str, made: list[Amount], last: int) -> None:
    """The limit behind the last member of a 分别 series holds for all: 分别控制在5%和3%以内."""
    first = last
    while (
        first
        and made[first - 1].bound is Bound.EXACT
        and made[first - 1].unit == made[last].unit
        and (text[made[first - 1].end : made[first].start] in _JOINTS)
    ):
        first -= 1
    if text.find(_EACH, max(0, made[first].start - _FROM_EACH), made[first].start) >= 0:
        for index in range(first, last):
            made[index] = changed(made[index], bound=made[last].bound, rules=(*made[index].rules, "series.limit"))


def _with(found: Amount, following: Amount, power: int) -> Amount:
    value = shifted(found.value, power) if found.value is not None else None
    return changed(found, value=value, unit=following.unit, shape=following.shape, rules=("series", *found.rules))


def _lacks(found: Amount, unit: Unit) -> bool:
    """Whether the unit behind is missing here: 12.3 before 5.6个百分点, or the 个 of 1.2个、0.8个百分点."""
    if found.unit is NO_UNIT:
        return unit is not NO_UNIT and unit.symbol != "位" and found.rules == ("quantity.plain",)
    return found.unit.symbol == "个" and unit.symbol == _POINT
