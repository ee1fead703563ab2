"""Series (并列): 分别提高12.3、8.9和5.6个百分点, 新增3、5万人: the last member's multiplier and unit are those of all.

So is the limit that the first prints: 不超过2小时、4小时和5小时.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govdoc.facts.mention import Amount
from govdoc.facts.number.numeral import POWER, shifted
from govdoc.facts.number.unit import NO_UNIT
from govdoc.model.quantity import Bound, Unit
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_BY = "×"  # of two lengths only: 30×40米, not 2×350兆瓦
# 140/90毫米汞柱, 30×40米, 男44，女41人
_JOINTS = frozenset(("、", "和", "与", "及", "、和", "/", _BY, "，女", "、女", "，男", "、男"))
_JOINT_AT_MOST = max(map(len, _JOINTS))
_LARGE = frozenset("万亿")
_POINT = "百分点"
_EACH = "分别"
_FROM_EACH = 8  # 分别|控制在5%, 分别|提高到
_FEWEST, _FROM_FEWEST = "至少", 8  # 至少|建设1家
_NOUN_AND = pattern("[一-龥]{1,10}[、和及与]")
_AT_LEAST = Bound.AT_LEAST
_LIMITS = (Bound.AT_MOST, Bound.AT_LEAST, Bound.OVER, Bound.UNDER)


def told(text: str, amounts: Sequence[Amount]) -> Sequence[Amount]:
    """The amounts, those of a series with the unit that its last member prints and the limit that its first prints.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> [str(a.unit) for a in find(normalise("分别提高12.3、8.9和5.6个百分点")).amounts]
    ['百分点', '百分点', '百分点']
    >>> [str(a.bound) for a in find(normalise("不超过2小时、4小时和5小时")).amounts]
    ['at_most', 'at_most', 'at_most']
    """
    joined = [
        index
        for index, (one, two) in enumerate(pairwise(amounts))
        if two.start - one.end <= _JOINT_AT_MOST and text[one.end : two.start] in _JOINTS
    ]
    least = [index for index, one in enumerate(amounts[:-1]) if one.bound is _AT_LEAST]
    if not (joined or least):
        return amounts
    made = list(amounts)
    _share(text, made, joined)
    _limit(text, made, joined)
    _least(text, made, least)
    return made


def _share(text: str, made: list[Amount], joined: Sequence[int]) -> None:
    """The unit behind the last member holds for all that lack one: 8.9和5.6个百分点."""
    power, last = 0, -1
    for index in reversed(joined):
        found, following = made[index], made[index + 1]
        by_two = text[found.end : following.start] == _BY
        if not _lacks(found, following.unit) or (by_two and following.unit.dimension != "length"):
            continue
        if index + 1 != last:
            power = sum(POWER[c] for c in text[following.core : following.core_end] if c in _LARGE)
        made[index], last = _with(found, following, power), index


def _limit(text: str, made: list[Amount], joined: Sequence[int]) -> None:
    """The limit of the first member holds for all: 不超过2小时、4小时; that of the last behind 分别 alone."""
    for index in joined:
        one, two = made[index], made[index + 1]
        if two.bound is Bound.EXACT and one.bound in _LIMITS and two.unit == one.unit:
            if one.start < one.core or "series.limit" in one.rules:
                made[index + 1] = changed(two, bound=one.bound, rules=(*two.rules, "series.limit"))
        elif one.bound is Bound.EXACT and two.bound in _LIMITS and two.end > two.core_end:
            _limit_before(text, made, index + 1)


def _least(text: str, made: list[Amount], first: Sequence[int]) -> None:
    """至少 holds for all that are listed behind it: 至少建设1家医院、1所学校和3处广场."""
    for index in first:
        one = made[index]
        if text.find(_FEWEST, max(0, one.start - _FROM_FEWEST), one.core) < 0:
            continue
        for at in range(index + 1, len(made)):
            two = made[at]
            if two.bound is not Bound.EXACT or not _NOUN_AND.fullmatch(text, made[at - 1].end, two.start):
                break
            made[at] = changed(two, bound=_AT_LEAST, rules=(*two.rules, "series.limit"))


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
