"""Unknown sizes (概数): 几方面 · 数十名 · 若干项 · 上百家: a unit, and no value."""

from __future__ import annotations

import re

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.unit import NO_UNIT, WORD, unit
from govdoc.model.quantity import Bound

_VAGUE = re.compile(rf"(?P<some>(?:[几数][十百千万亿]*|若干))(?:余|多)?(?P<unit>{WORD})?(?P<more>以上|以内)?")
_NO_NUMBER_BEFORE = frozenset("人总户件次天系参基倍指分点函代多少岁个家无未有层级年月日期报读录负正整小大奇偶约职工项亩台辆吨元篇字页张册")
_NOT_VAGUE = frozenset(("年", "日", "月", "度", "字", "位", "目", "额", "点", "本", "时", "成", "样"))


def vague(text: str, low: int, at: int, end: int) -> Amount | None:
    """The amount of unknown size at ``at``.

    >>> found = vague("走访数十户", 0, 2, 5)
    >>> found.value, str(found.unit), str(found.bound)
    (None, '户', 'vague')
    """
    match = _VAGUE.match(text, at, end)
    if not match:
        return None
    some, word = match["some"], match["unit"]
    if some[0] == "数" and at > low and text[at - 1] in _NO_NUMBER_BEFORE:
        return None
    if word is None and len(some) == 1 or word in _NOT_VAGUE or (some[0] == "数" and len(some) == 1 and word not in ("个", "次", "名", "家", "项", "百")):
        return None
    if word is None:
        return None
    return Amount(at, match.end(), at, match.end(), None, None, None, (), unit(word) if word else NO_UNIT, Bound.VAGUE,
                  Shape.PLAIN, ("vague",))
